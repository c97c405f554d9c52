import { describe, expect, it } from 'vitest';

import type { Json } from '@/domain/sessions';
import { projectId, snapshotOf, taskId } from '@/domain/workspace';
import { aTask, ToolBench } from '@/testing/tool-bench';

describe('add_subtasks', () => {
  it('plans subtasks in the order given, behind those that are there', () => {
    const { plan, title } = new ToolBench().call('add_subtasks', {
      parent: 'Write docs',
      titles: ['One', 'Two'],
    });
    expect(title).toBe('Add 2 subtasks to “Write docs”');
    expect(plan).toMatchObject({
      type: 'change',
      deltas: [
        {
          type: 'create',
          kind: 'task',
          entity: aTask('task-1', { title: 'One', parentId: taskId('docs'), rank: 3 }),
        },
        {
          type: 'create',
          kind: 'task',
          entity: aTask('task-2', { title: 'Two', parentId: taskId('docs'), rank: 4 }),
        },
      ],
      effects: [],
      output: 'Added 2 subtasks “One” (task-1), “Two” (task-2) below “Write docs” (docs).',
    });
  });

  it('names a single one', () => {
    const { plan, title } = new ToolBench().call('add_subtasks', { parent: 'deploy', titles: ['Back up'] });
    expect(title).toBe('Add subtask “Back up” to “Deploy”');
    expect(plan).toMatchObject({
      deltas: [{ entity: { projectId: projectId('web'), parentId: taskId('deploy') } }],
      output: 'Added subtask “Back up” (task-1) below “Deploy” (deploy).',
    });
  });

  it('[C1] works below a task that the same response made', () => {
    const bench = new ToolBench();
    bench.run('add_task', { title: 'Deploy API' });
    bench.run('add_subtasks', { parent: 'Deploy API', titles: ['Update docs'] });
    bench.run('add_subtasks', { parent: 'Deploy API', titles: ['Run tests'] });
    const made = snapshotOf(bench.workspace).task.filter((task) => task.id.startsWith('task-'));
    expect(made.map(({ title, parentId }) => [title, parentId])).toEqual([
      ['Deploy API', null],
      ['Update docs', 'task-1'],
      ['Run tests', 'task-1'],
    ]);
  });

  it.each<readonly [Json, string, string]>([
    [{ titles: ['a'] }, 'parent', 'This is missing. This must be a text in quotes.'],
    [{ parent: 'docs' }, 'titles', 'This is missing. This must be a list in square brackets.'],
    [{ parent: 'docs', titles: 'a' }, 'titles', 'This must be a list in square brackets. It was “a”.'],
    [
      { parent: 'docs', titles: [] },
      'titles',
      'This list is empty. Name at least one, or leave the argument out.',
    ],
    [{ parent: 'docs', titles: ['a', ' '] }, 'titles', 'Item 2: This needs at least one visible character.'],
  ])('[C2] says what is wrong with %j', (args, field, message) => {
    expect(new ToolBench().prepare('add_subtasks', args)).toEqual({
      type: 'invalid',
      problems: [{ field, message }],
    });
  });

  it('[W6] refuses a parent that cannot be told', () => {
    expect(new ToolBench().plan('add_subtasks', { parent: 'Nowhere', titles: ['a'] })).toEqual({
      type: 'failed',
      summary: 'No task is called “Nowhere”',
      output: 'No task is called “Nowhere”. There are 7 tasks; find looks for words in titles and notes.',
    });
  });
});
