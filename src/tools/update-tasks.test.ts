import { describe, expect, it } from 'vitest';

import type { Json } from '@/domain/sessions';
import { ToolBench } from '@/testing/tool-bench';

describe('update_tasks', () => {
  it('moves due dates by days, over month and year ends, and leaves tasks without one', () => {
    const { plan, title } = new ToolBench().call('update_tasks', {
      filter: { done: false },
      shift_days: '3',
    });
    expect(title).toBe('Move the due dates of 3 tasks by 3 days');
    expect(plan).toMatchObject({
      type: 'change',
      deltas: [
        { id: 'docs', before: { dueDate: '2025-12-30' }, after: { dueDate: '2026-01-02' } },
        { id: 'tests', before: { dueDate: '2026-01-03' }, after: { dueDate: '2026-01-06' } },
        { id: 'deploy', before: { dueDate: '2026-02-01' }, after: { dueDate: '2026-02-04' } },
      ],
      effects: [],
      output:
        'Changed 3 tasks: “Write docs” (docs), “Run tests” (tests), “Deploy” (deploy). 2 tasks stayed as they were.',
    });
  });

  it.each<readonly [args: Json, after: Json, title: string]>([
    [
      { tasks: ['tests', 'web-tests'], priority: 'low' },
      { priority: 'low' },
      'Set the priority of 2 tasks to low',
    ],
    [
      { tasks: ['deploy', 'web-tests'], assignee: 'cid' },
      { assigneeId: 'cid' },
      'Assign 2 tasks in Web API to cid',
    ],
    [{ tasks: ['deploy', 'docs'], due_date: 'none' }, { dueDate: null }, 'Remove the due date of 2 tasks'],
    [{ project: 'web', status: 'blocked' }, { status: 'blocked' }, 'Set 2 tasks in Web API to “Blocked”'],
    [
      { project: 'web', status: 'blocked', priority: 'low' },
      { status: 'blocked', priority: 'low' },
      'Change status and priority of 2 tasks in Web API',
    ],
    [
      { tasks: ['deploy', 'tests'], shift_days: -1, assignee: 'none' },
      { assigneeId: null },
      'Move the due dates of 2 tasks by -1 day, and more',
    ],
  ])('changes what %j says', (args, after, title) => {
    const call = new ToolBench().call('update_tasks', args);
    expect(call.title).toBe(title);
    expect(call.plan).toMatchObject({ type: 'change', deltas: [{ after }, { after }] });
  });

  it('says what changed when it is one task', () => {
    expect(new ToolBench().run('update_tasks', { tasks: ['docs'], priority: 'low' }).output).toBe(
      'Changed task “Write docs” (docs): priority “High” → “Low”.',
    );
  });

  it('says so when nothing matches or nothing is left to change', () => {
    const bench = new ToolBench();
    expect(
      bench.plan('update_tasks', { filter: { text: 'nothing like it' }, priority: 'low' }),
    ).toMatchObject({
      type: 'answer',
      output: 'No task matches, so nothing changed.',
    });
    expect(bench.plan('update_tasks', { tasks: ['intro', 'deploy'], priority: 'medium' })).toMatchObject({
      type: 'answer',
      output: 'Nothing to change: “Intro” (intro), “Deploy” (deploy) are like this already.',
    });
  });

  it.each<readonly [Json, readonly { field: string; message: string }[]]>([
    [
      { priority: 'low' },
      [
        {
          field: 'arguments',
          message: 'Say which tasks: tasks (ids or titles), project (everything in it), or filter.',
        },
      ],
    ],
    [
      { project: 'web' },
      [
        {
          field: 'arguments',
          message: 'Say what shall change: status, priority, due_date, due_time, shift_days or assignee.',
        },
      ],
    ],
    [
      { project: 'web', shift_days: 1, due_date: '2026-01-01' },
      [{ field: 'shift_days', message: 'Give either due_date or shift_days, not both.' }],
    ],
    [
      { project: 'web', shift_days: 1.5 },
      [{ field: 'shift_days', message: 'This must be a whole number from -3650 to 3650. It was 1.5.' }],
    ],
    [
      { project: 'web', shift_days: '99999' },
      [{ field: 'shift_days', message: 'This must be a whole number from -3650 to 3650. It was 99999.' }],
    ],
    [
      { project: 'web', shift_days: 'a week' },
      [{ field: 'shift_days', message: 'This must be a whole number from -3650 to 3650. It was “a week”.' }],
    ],
  ])('[C2] says what is wrong with %j', (args, problems) => {
    expect(new ToolBench().prepare('update_tasks', args)).toEqual({ type: 'invalid', problems });
  });
});
