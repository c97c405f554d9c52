import { describe, expect, it } from 'vitest';

import { ToolBench } from '@/testing/tool-bench';

describe('summarize_project', () => {
  it('counts real figures and names what needs attention', () => {
    expect(new ToolBench().call('summarize_project', { project: 'Launch' })).toEqual({
      type: 'prepared',
      args: { project: 'Launch' },
      title: 'Summarize Launch',
      fields: [],
      plan: {
        type: 'answer',
        summary: 'Launch: 2 of 5 tasks done (40%)',
        output: [
          'Project “Launch” (launch): active, high priority, target 2026-01-31 (30 days left).',
          'Progress: 2 of 5 tasks done (40%).',
          'Overdue (1): “Write docs” (docs), due 2025-12-30, Ann Lee.',
          'Due by 2026-01-07 (1): “Run tests” (tests), due 2026-01-03, Bob Stone.',
          'Blocked (1): “Run tests” (tests), Bob Stone.',
          'In progress (1): “Write docs” (docs), Ann Lee.',
          'Unassigned (1): “Intro” (intro).',
          'To do: 1.',
          'Stakeholders (2): Ann Lee (ann) <ann@example.com>; Bob Stone (bob) <bob@example.com>.',
        ].join('\n'),
        data: {
          project: { id: 'launch', name: 'Launch' },
          done: 2,
          total: 5,
          percent: 40,
          overdue: 1,
          dueSoon: 1,
          blocked: 1,
          inProgress: 1,
          unassigned: 1,
          stakeholders: [
            { id: 'ann', name: 'Ann Lee', email: 'ann@example.com' },
            { id: 'bob', name: 'Bob Stone', email: 'bob@example.com' },
          ],
        },
      },
    });
  });

  it('says what there is not, and who has no address', () => {
    const bench = new ToolBench();
    bench.run('set_stakeholders', { project: 'phone', people: ['cid'] });
    expect(bench.plan('summarize_project', { project: 'phone' })).toMatchObject({
      output: [
        'Project “Phone API” (phone): planning, medium priority.',
        'Progress: no tasks yet.',
        'Overdue: none.',
        'Due by 2026-01-07: none.',
        'Blocked: none.',
        'In progress: none.',
        'Unassigned: none.',
        'To do: 0.',
        'Stakeholders (1): Cid (cid) without address.',
      ].join('\n'),
    });
  });

  it('lists the longest overdue first, ten at most', () => {
    const bench = new ToolBench();
    for (let index = 12; index > 0; index -= 1) {
      bench.run('add_task', {
        title: `Late ${String(index)}`,
        project: 'web',
        due_date: `2025-12-${String(10 + index)}`,
      });
    }
    const plan = bench.plan('summarize_project', { project: 'web' });
    const overdue = plan.type === 'answer' ? plan.output.split('\n')[2] : '';
    expect(overdue).toMatch(
      /^Overdue \(12\): “Late 1” \(task-12\), due 2025-12-11; “Late 2”.*; and 2 more\.$/,
    );
  });

  it('[W6] never guesses', () => {
    expect(new ToolBench().plan('summarize_project', { project: 'api' })).toMatchObject({
      type: 'failed',
      summary: '“api” fits 2 projects',
    });
  });
});
