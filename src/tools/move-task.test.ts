import { describe, expect, it } from 'vitest';

import type { Json } from '@/domain/sessions';
import { childTasks, projectId, taskId } from '@/domain/workspace';
import { ToolBench } from '@/testing/tool-bench';

describe('move_task', () => {
  it('moves a task with everything below it into another project', () => {
    const bench = new ToolBench();
    expect(bench.call('move_task', { task: 'Write docs', to_project: 'phone' }).title).toBe(
      'Move “Write docs” to phone',
    );
    const plan = bench.run('move_task', { task: 'Write docs', to_project: 'phone' });
    expect(plan.output).toBe('Moved task “Write docs” (docs): in “Phone API”, place 1 of 1.');
    expect(bench.workspace.tables.task.get(taskId('faq'))?.projectId).toBe('phone');
    expect(childTasks(bench.workspace, projectId('launch'), null).map(({ id }) => id)).toEqual([
      'plan',
      'tests',
    ]);
  });

  it.each<readonly [args: Json, title: string, output: string]>([
    [
      { task: 'tests', parent: 'docs' },
      'Move “Run tests” below “docs”',
      'in “Launch”, below “Write docs”, place 3 of 3',
    ],
    [{ task: 'intro', parent: 'None' }, 'Move “Intro” to the top level', 'in “Launch”, place 4 of 4'],
    [
      { task: 'intro', parent: 'deploy' },
      'Move “Intro” below “deploy”',
      'in “Web API”, below “Deploy”, place 1 of 1',
    ],
    [{ task: 'tests', position: 'first' }, 'Reorder “Run tests”', 'in “Launch”, place 1 of 3'],
    [{ task: 'plan', after: 'docs' }, 'Reorder “Plan the launch”', 'in “Launch”, place 2 of 3'],
    [{ task: 'tests', before: 'Write docs' }, 'Reorder “Run tests”', 'in “Launch”, place 2 of 3'],
    [
      { task: 'tests', before: 'faq' },
      'Reorder “Run tests”',
      'in “Launch”, below “Write docs”, place 2 of 3',
    ],
    [
      { task: 'tests', to_project: 'web', after: 'Deploy' },
      'Move “Run tests” to web',
      'in “Web API”, place 2 of 3',
    ],
  ])('reads %j', (args, title, place) => {
    const bench = new ToolBench();
    expect(bench.call('move_task', args).title).toBe(title);
    expect(bench.run('move_task', args).output).toMatch(new RegExp(`^Moved task .*: ${place}\\.$`));
  });

  it('says that a task is there already', () => {
    expect(new ToolBench().plan('move_task', { task: 'tests', position: 'last' })).toMatchObject({
      type: 'answer',
      output: 'Task “Run tests” (tests) is there already; nothing changed.',
    });
  });

  it.each<readonly [Json, string]>([
    [{ task: 'docs', parent: 'intro' }, 'Not done. parent: A task cannot be moved below itself.'],
    [
      { task: 'intro', parent: 'deploy', to_project: 'launch' },
      '“Deploy” (deploy) is not in the project given. Leave to_project out, or name a parent in it.',
    ],
    [{ task: 'intro', before: 'deploy' }, '“Deploy” (deploy) is in another project. Give to_project too.'],
    [
      { task: 'tests', parent: 'none', before: 'faq' },
      '“FAQ” (faq) is not below the parent given. Leave parent out, or name another neighbour.',
    ],
    [
      { task: 'docs', to_project: 'api' },
      '“api” fits 2 projects. Ask which one is meant, or name it by its id:\n- “Web API” (web)\n- “Phone API” (phone)',
    ],
  ])('[W6] refuses %j and says why', (args, output) => {
    expect(new ToolBench().plan('move_task', args)).toMatchObject({ type: 'failed', output });
  });

  it.each<readonly [Json, string, string]>([
    [{ task: 'docs' }, 'arguments', 'Say where to: to_project, parent, position, before or after.'],
    [
      { task: 'docs', before: 'tests', after: 'plan' },
      'position',
      'Give one of position, before and after, not several.',
    ],
    [{ task: 'docs', position: 'top' }, 'position', 'This must be one of first, last. It was “top”.'],
  ])('[C2] says what is wrong with %j', (args, field, message) => {
    expect(new ToolBench().prepare('move_task', args)).toEqual({
      type: 'invalid',
      problems: [{ field, message }],
    });
  });
});
