import { describe, expect, it } from 'vitest';

import type { Json } from '@/domain/sessions';
import { ToolBench } from '@/testing/tool-bench';

function foundBy(args: Json): string {
  const plan = new ToolBench().plan('find', args);
  return plan.type === 'answer' ? plan.output : plan.type;
}

describe('find', () => {
  it('finds things of every kind, all words anywhere, whatever case and accents', () => {
    expect(foundBy({ text: 'LÁUNCH' })).toBe(
      [
        'Found 1 project, 1 task and 1 email:',
        '- Project “Launch” (launch): active, high priority, target 2026-01-31 (30 days left); 2 of 5 tasks done (40%)',
        '- Task “Plan the launch” (plan): done, medium priority, no due date, unassigned, in “Launch”',
        '- Email “Launch news” (draft): draft, to Ann Lee <ann@example.com>',
      ].join('\n'),
    );
    expect(foundBy({ text: 'launch plan' })).toMatch(/^Found 1 task:\n- Task “Plan the launch”/);
  });

  it('shows more of the one thing that was found', () => {
    expect(foundBy({ text: 'docs', kind: 'task' })).toBe(
      [
        'Found 1 task:',
        '- Task “Write docs” (docs): in progress, high priority, due 2025-12-30 (overdue), assigned to Ann Lee, in “Launch”',
        'Notes: For partners.',
        'Comment by Ann Lee: Nearly there.',
      ].join('\n'),
    );
    expect(foundBy({ text: 'draft', kind: 'email' })).toMatch(/\nText: Soon\.$/);
    expect(foundBy({ text: 'nearly' })).toBe(
      'Found 1 comment:\n- Comment “Nearly there.” (remark) by Ann Lee on “Write docs” (docs)\nText: Nearly there.',
    );
  });

  it('finds exactly one thing by its id', () => {
    expect(foundBy({ text: 'web' })).toMatch(/^Found 1 project:\n- Project “Web API” \(web\)/);
  });

  it('lists comments and emails newest first, whatever order they are kept in', () => {
    const bench = new ToolBench();
    bench.run('draft_email', { to: ['ann'], subject: 'News A', body: 'a' });
    const plan = bench.plan('find', { kind: 'email', text: 'news' });
    expect(plan).toMatchObject({ data: { found: [{ id: 'draft' }, { id: 'email-1' }, { id: 'sent' }] } });
  });

  it('lists everything of one kind', () => {
    expect(foundBy({ kind: 'person' })).toBe(
      [
        'Found 3 people:',
        '- Person “Ann Lee” (ann): ann@example.com, Product',
        '- Person “Bob Stone” (bob): bob@example.com',
        '- Person “Cid” (cid): no address',
      ].join('\n'),
    );
  });

  it('pages, and cuts long texts', () => {
    const bench = new ToolBench();
    bench.run('update_task', { task: 'intro', notes: 'long '.repeat(1_000) });
    expect(bench.plan('find', { text: 'intro' })).toMatchObject({
      output: expect.stringMatching(/long … \(shortened\)$/) as unknown,
    });
    expect(foundBy({ kind: 'task', limit: 2 })).toMatch(/Shown are 1 to 2 of 7\. For more use offset 2\.$/);
  });

  it('says honestly that nothing was found', () => {
    expect(new ToolBench().plan('find', { text: 'xyzzy' })).toEqual({
      type: 'answer',
      summary: 'Found nothing',
      output: 'Nothing was found.',
      data: { total: 0, found: [] },
    });
  });

  it.each([
    [{ text: 'docs' }, 'Look for “docs”'],
    [{ text: 'docs', kind: 'task' }, 'Look for “docs” as a task'],
    [{ kind: 'email' }, 'List every email'],
  ])('is called %j', (args, title) => {
    expect(new ToolBench().call('find', args).title).toBe(title);
  });

  it('[C2] asks what to look for', () => {
    expect(new ToolBench().prepare('find', { text: ' ' })).toEqual({
      type: 'invalid',
      problems: [{ field: 'text', message: 'Say what to look for: text, kind or both.' }],
    });
  });
});
