import { describe, expect, it } from 'vitest';

import type { Json } from '@/domain/sessions';
import { emptyWorkspace } from '@/domain/workspace';
import { ToolBench } from '@/testing/tool-bench';

describe('list_tasks', () => {
  it('lists the tasks of a project in outline order', () => {
    const { plan, title } = new ToolBench().call('list_tasks', { project: 'launch' });
    expect(title).toBe('List the tasks in Launch');
    expect(plan).toMatchObject({
      type: 'answer',
      summary: 'Found 5 tasks',
      output: [
        '5 tasks in “Launch”:',
        '- “Plan the launch” (plan): done, medium priority, no due date, unassigned, in “Launch”',
        '- “Write docs” (docs): in progress, high priority, due 2025-12-30 (overdue), assigned to Ann Lee, in “Launch”',
        '- “Intro” (intro): to do, medium priority, no due date, unassigned, in “Launch”, below “Write docs”',
        '- “FAQ” (faq): done, medium priority, no due date, unassigned, in “Launch”, below “Write docs”',
        '- “Run tests” (tests): blocked, urgent priority, due 2026-01-03, assigned to Bob Stone, in “Launch”',
      ].join('\n'),
    });
  });

  it.each<readonly [args: Json, ids: readonly string[]]>([
    [{ filter: { overdue: true } }, ['docs']],
    [{ filter: { due_from: '2026-01-01', due_to: '2026-01-07' } }, ['tests']],
    [{ filter: { done: true }, project: 'launch' }, ['plan', 'faq']],
    [{ filter: { assignee: 'Bob' } }, ['tests', 'deploy']],
    [{ done_from: '2026-01-01', done_to: '2026-01-01' }, ['plan', 'faq']],
    [{ done_from: '2026-01-02' }, []],
    [{ filter: { text: 'RUN' } }, ['tests', 'web-tests']],
    [{ filter: { done: false }, order: 'due date' }, ['docs', 'tests', 'deploy', 'intro', 'web-tests']],
    [{ project: 'launch', order: 'priority' }, ['tests', 'docs', 'plan', 'intro', 'faq']],
    [{ limit: 2, offset: '5' }, ['deploy', 'web-tests']],
    [{ offset: 99 }, []],
  ])('reads %j', (args, ids) => {
    const plan = new ToolBench().plan('list_tasks', args);
    const found = plan.type === 'answer' ? plan.data : {};
    expect(found).toMatchObject({ tasks: ids.map((id) => ({ id })) });
  });

  it('says how to see the rest', () => {
    const bench = new ToolBench();
    expect(bench.plan('list_tasks', { limit: 1 })).toMatchObject({
      output: expect.stringMatching(/\nShown are 1 to 1 of 7\. For more use offset 1\.$/) as unknown,
    });
    expect(bench.plan('list_tasks', { limit: 3, offset: 4 })).toMatchObject({
      output: expect.stringMatching(/\nShown are 5 to 7 of 7\.$/) as unknown,
    });
    expect(bench.plan('list_tasks', { offset: 9 })).toMatchObject({
      output: '7 tasks:\nThere are only 7; offset is too large.',
    });
  });

  it('says honestly that there is nothing', () => {
    expect(new ToolBench(emptyWorkspace()).plan('list_tasks', {})).toEqual({
      type: 'answer',
      summary: 'No task matches',
      output: 'No task matches.',
      data: { total: 0, tasks: [] },
    });
    expect(new ToolBench().plan('list_tasks', { project: 'phone' })).toMatchObject({
      output: 'No task in “Phone API” matches.',
    });
  });

  it.each<readonly [Json, string, string]>([
    [{ limit: 51 }, 'limit', 'This must be a whole number from 1 to 50. It was 51.'],
    [{ limit: 0 }, 'limit', 'This must be a whole number from 1 to 50. It was 0.'],
    [{ offset: -1 }, 'offset', 'This must be a whole number from 0 to 1000000. It was -1.'],
    [{ order: 'size' }, 'order', 'This must be one of outline, due_date, priority. It was “size”.'],
    [
      { status: 'todo' },
      'status',
      'There is no such argument. Allowed are project, filter, order, done_from, done_to, limit, offset.',
    ],
  ])('[C2] says what is wrong with %j', (args, field, message) => {
    expect(new ToolBench().prepare('list_tasks', args)).toEqual({
      type: 'invalid',
      problems: [{ field, message }],
    });
  });
});
