import { describe, expect, it } from 'vitest';

import type { Json } from '@/domain/sessions';
import { snapshotOf } from '@/domain/workspace';
import { ToolBench } from '@/testing/tool-bench';

describe('delete_tasks', () => {
  it('deletes the completed tasks', () => {
    const { plan, title } = new ToolBench().call('delete_tasks', { filter: { done: true } });
    expect(title).toBe('Delete 2 tasks in Launch');
    expect(plan).toMatchObject({
      type: 'change',
      deltas: [
        { type: 'delete', kind: 'task' },
        { type: 'delete', kind: 'task' },
      ],
      effects: [],
      output: 'Deleted 2 tasks: “Plan the launch” (plan), “FAQ” (faq).',
    });
  });

  it('[W5] takes subtasks and comments with it, and says how many', () => {
    const bench = new ToolBench();
    const plan = bench.run('delete_tasks', { tasks: ['Write docs'] });
    expect(plan.output).toBe(
      'Deleted 1 task: “Write docs” (docs). With it went 2 subtasks below, 1 of them open.',
    );
    const { task, comment } = snapshotOf(bench.workspace);
    expect(task.map(({ id }) => id)).toEqual(['deploy', 'plan', 'tests', 'web-tests']);
    expect(comment).toEqual([]);
  });

  it('[W5] plans a task once that is chosen and hangs below a chosen one', () => {
    const plan = new ToolBench().run('delete_tasks', { project: 'launch', except: ['Plan the launch'] });
    expect(plan.output).toBe(
      'Deleted 4 tasks: “Write docs” (docs), “Intro” (intro), “FAQ” (faq), “Run tests” (tests).',
    );
    expect(plan.deltas.map((delta) => (delta.type === 'delete' ? delta.entity.id : ''))).toHaveLength(5);
  });

  it('can be narrowed by a person who approves it', () => {
    const bench = new ToolBench();
    const { args, fields } = bench.call('delete_tasks', { project: 'web' });
    expect(fields.map(({ name, type, value }) => [name, type, value])).toEqual([
      ['tasks', 'text-list', null],
      ['except', 'text-list', null],
    ]);
    expect(bench.call('delete_tasks', { ...args, except: ['Deploy'] }).title).toBe('Delete “Run tests”');
  });

  it('says so when nothing matches', () => {
    expect(new ToolBench().plan('delete_tasks', { project: 'phone' })).toMatchObject({
      type: 'answer',
      output: 'No task matches, so nothing changed.',
    });
  });

  it.each<readonly [Json, string]>([
    [{}, 'Say which tasks: tasks (ids or titles), project (everything in it), or filter.'],
    [
      { filter: { done: null, text: '' } },
      'Say which tasks: tasks (ids or titles), project (everything in it), or filter.',
    ],
  ])('[C2] never takes %j for all tasks', (args, message) => {
    expect(new ToolBench().prepare('delete_tasks', args)).toEqual({
      type: 'invalid',
      problems: [{ field: 'arguments', message }],
    });
  });
});
