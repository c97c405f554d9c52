import { describe, expect, it } from 'vitest';

import type { Json } from '@/domain/sessions';
import { progressOf, projectId } from '@/domain/workspace';
import { benchNow, ToolBench } from '@/testing/tool-bench';

function completed(args: Json) {
  const { plan, title } = new ToolBench().call('complete_tasks', args);
  const deltas = plan.type === 'change' ? plan.deltas : [];
  return {
    title,
    ids: deltas.map((delta) => (delta.type === 'update' ? String(delta.id) : '')),
    output: plan.type === 'question' ? '' : plan.output,
  };
}

describe('complete_tasks', () => {
  it('marks everything in a project as done, in one plan', () => {
    const bench = new ToolBench();
    const { plan, title } = bench.call('complete_tasks', { project: 'Launch' });
    expect(title).toBe('Mark 3 tasks in Launch as done');
    expect(plan).toMatchObject({
      type: 'change',
      deltas: [
        {
          type: 'update',
          kind: 'task',
          id: 'docs',
          before: { status: 'in_progress', completedAt: null },
          after: { status: 'done', completedAt: benchNow },
        },
        { id: 'intro', after: { status: 'done', completedAt: benchNow } },
        { id: 'tests', before: { status: 'blocked', completedAt: null } },
      ],
      effects: [],
      output:
        'Marked 3 tasks as done: “Write docs” (docs), “Intro” (intro), “Run tests” (tests). 2 tasks were done already.',
    });
    bench.run('complete_tasks', { project: 'Launch' });
    expect(progressOf(bench.workspace, projectId('launch'))).toEqual({ done: 5, total: 5, percent: 100 });
  });

  it.each<readonly [what: string, args: Json, ...expected: readonly [ids: readonly string[], title: string]]>(
    [
      ['by title', { tasks: ['Intro'] }, ['intro'], 'Mark “Intro” as done'],
      [
        'by id, each once',
        { tasks: ['deploy', 'Deploy', 'web-tests'] },
        ['deploy', 'web-tests'],
        'Mark 2 tasks in Web API as done',
      ],
      [
        'by title in a project',
        { tasks: ['Run tests'], project: 'web' },
        ['web-tests'],
        'Mark “Run tests” as done',
      ],
      [
        'with subtasks',
        { tasks: ['docs'], with_subtasks: 'true' },
        ['docs', 'intro'],
        'Mark 2 tasks in Launch as done',
      ],
      [
        'all but some',
        { project: 'launch', except: ['docs', 'Intro'] },
        ['tests'],
        'Mark “Run tests” as done',
      ],
      ['by status', { filter: { status: 'blocked' } }, ['tests'], 'Mark “Run tests” as done'],
      [
        'by several statuses',
        { filter: { status: ['blocked', 'In progress'] } },
        ['docs', 'tests'],
        'Mark 2 tasks in Launch as done',
      ],
      ['by priority', { filter: { priority: ['urgent'] } }, ['tests'], 'Mark “Run tests” as done'],
      ['by assignee', { filter: { assignee: 'bob' } }, ['tests', 'deploy'], 'Mark 2 tasks as done'],
      ['by having none', { filter: { assignee: 'none' } }, ['intro', 'web-tests'], 'Mark 2 tasks as done'],
      ['when overdue', { filter: { overdue: true } }, ['docs'], 'Mark “Write docs” as done'],
      [
        'when not overdue',
        { filter: { overdue: false }, project: 'web' },
        ['deploy', 'web-tests'],
        'Mark 2 tasks in Web API as done',
      ],
      [
        'by due days',
        { filter: { due_from: '2026-01-01', due_to: '2026-01-31' } },
        ['tests'],
        'Mark “Run tests” as done',
      ],
      ['by words', { filter: { text: 'partners' } }, ['docs'], 'Mark “Write docs” as done'],
      [
        'all open ones',
        { filter: { done: false } },
        ['docs', 'intro', 'tests', 'deploy', 'web-tests'],
        'Mark 5 tasks as done',
      ],
    ],
  )('chooses tasks %s', (_what, args, ...[ids, title]) => {
    expect(completed(args)).toMatchObject({ ids, title });
  });

  it('says when subtasks stay open', () => {
    expect(completed({ tasks: ['docs'] }).output).toBe(
      'Marked task as done: “Write docs” (docs). 1 subtask below is still open.',
    );
  });

  it('says that nothing is to be done, or that nothing matches, without failing', () => {
    const bench = new ToolBench();
    expect(bench.plan('complete_tasks', { tasks: ['faq'] })).toEqual({
      type: 'answer',
      summary: 'Nothing to change',
      output: 'Nothing to change: “FAQ” (faq) is done already.',
      data: {},
    });
    expect(bench.plan('complete_tasks', { project: 'phone' })).toEqual({
      type: 'answer',
      summary: 'No task matches',
      output: 'No task matches, so nothing changed.',
      data: { tasks: [] },
    });
  });

  it('finds nothing when conditions contradict each other', () => {
    expect(completed({ filter: { done: true, status: ['todo'] } }).ids).toEqual([]);
  });

  it('[W6] reports every name that cannot be told', () => {
    expect(completed({ tasks: ['Run tests', 'Nope', 'Intro'] }).output).toBe(
      '“Run tests” fits 2 tasks. Ask which one is meant, or name it by its id:\n- “Run tests” (tests): blocked, urgent priority, due 2026-01-03, assigned to Bob Stone, in “Launch”\n- “Run tests” (web-tests): to do, medium priority, no due date, unassigned, in “Web API”\nNo task is called “Nope”. There are 7 tasks; find looks for words in titles and notes.',
    );
  });

  const whichTasks = 'Say which tasks: tasks (ids or titles), project (everything in it), or filter.';

  it.each<readonly [Json, string, string]>([
    [{}, 'arguments', whichTasks],
    [{ filter: {} }, 'arguments', whichTasks],
    [{ filter: { text: ' ' } }, 'arguments', whichTasks],
    [{ except: ['docs'] }, 'arguments', whichTasks],
    [{ tasks: [] }, 'tasks', 'This list is empty. Name at least one, or leave the argument out.'],
    [
      { filter: { state: 'done' } },
      'filter.state',
      'There is no such argument. Allowed are status, done, priority, assignee, overdue, due_from, due_to, text.',
    ],
    [
      { filter: { due_to: 'May' } },
      'filter.due_to',
      'A date is a day that exists, written YYYY-MM-DD. It was “May”.',
    ],
    [
      { filter: { status: ['late'] } },
      'filter.status',
      'Item 1: This must be one of todo, in_progress, blocked, done. It was “late”.',
    ],
    [{ filter: 'done' }, 'filter', 'This must be an object with named conditions. It was “done”.'],
    [
      { project: 'launch', with_subtasks: 'maybe' },
      'with_subtasks',
      'This must be true or false. It was “maybe”.',
    ],
  ])('[C2] says what is wrong with %j', (args, field, message) => {
    expect(new ToolBench().prepare('complete_tasks', args)).toEqual({
      type: 'invalid',
      problems: [{ field, message }],
    });
  });
});
