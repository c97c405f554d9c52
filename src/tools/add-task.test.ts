import { describe, expect, it } from 'vitest';

import type { Json } from '@/domain/sessions';
import {
  emptyWorkspace,
  parseTimeOfDay,
  personId,
  projectId,
  taskId,
  workspaceFrom,
} from '@/domain/workspace';
import { aProject, aTask, day, ToolBench } from '@/testing/tool-bench';

describe('add_task', () => {
  it('plans a task in the project named', () => {
    const { plan, title } = new ToolBench().call('add_task', {
      title: 'Call the press',
      project: 'launch',
      due_date: '2026-01-09',
      due_time: '09:30',
      priority: 'urgent',
      status: 'in progress',
      assignee: 'bob',
      notes: 'Early.',
    });
    expect(title).toBe('Add task “Call the press” to Launch');
    expect(plan).toMatchObject({
      type: 'change',
      deltas: [
        {
          type: 'create',
          kind: 'task',
          entity: aTask('task-1', {
            title: 'Call the press',
            dueDate: day('2026-01-09'),
            dueTime: parseTimeOfDay('09:30'),
            priority: 'urgent',
            status: 'in_progress',
            assigneeId: personId('bob'),
            notes: 'Early.',
            rank: 4,
          }),
        },
      ],
      effects: [],
      output: 'Added task “Call the press” (task-1) to project “Launch” (launch).',
      data: { changes: [{ type: 'create', kind: 'task', id: 'task-1' }] },
    });
  });

  it('puts a task below another one, in whose project it then is', () => {
    const { plan, title } = new ToolBench().call('add_task', { title: 'Smoke test', parent: 'Deploy' });
    expect(title).toBe('Add task “Smoke test” below “Deploy”');
    expect(plan).toMatchObject({
      deltas: [
        {
          entity: aTask('task-1', {
            title: 'Smoke test',
            projectId: projectId('web'),
            parentId: taskId('deploy'),
          }),
        },
      ],
      output: 'Added task “Smoke test” (task-1) below “Deploy” (deploy) in “Web API”.',
    });
  });

  it('goes into the only project when none is named', () => {
    const workspace = workspaceFrom({
      person: [],
      project: [aProject('launch', { name: 'Launch' })],
      task: [],
      comment: [],
      email: [],
    });
    const { deltas } = new ToolBench(workspace).run('add_task', { title: 'Call' });
    expect(deltas).toEqual([{ type: 'create', kind: 'task', entity: aTask('task-1', { title: 'Call' }) }]);
  });

  it.each([
    ['there is none', emptyWorkspace(), 1],
    ['there are several', new ToolBench().workspace, 4],
  ])('opens an Inbox when no project is named and %s', (_when, workspace, rank) => {
    const bench = new ToolBench(workspace);
    const plan = bench.run('add_task', { title: 'Call' });
    expect(plan).toMatchObject({
      deltas: [
        { type: 'create', kind: 'project', entity: aProject('project-1', { name: 'Inbox', rank }) },
        {
          type: 'create',
          kind: 'task',
          entity: aTask('task-1', { title: 'Call', projectId: projectId('project-1') }),
        },
      ],
      output: 'Added task “Call” (task-1) to project “Inbox” (project-1), which is new.',
    });
    bench.nextResponse();
    expect(bench.plan('add_task', { title: 'Write' })).toMatchObject({
      deltas: [{ entity: { projectId: 'project-1' } }],
      output: 'Added task “Write” (task-2) to project “Inbox” (project-1).',
    });
  });

  it('[C1] finds the project and the parent that earlier calls of the same response made', () => {
    const bench = new ToolBench();
    bench.run('create_project', { name: 'Roadmap' });
    bench.run('add_task', { title: 'Run tests', project: 'Roadmap' });
    const plan = bench.run('add_task', { title: 'On phones', parent: 'Run tests' });
    expect(plan.output).toBe('Added task “On phones” (task-2) below “Run tests” (task-1) in “Roadmap”.');

    bench.nextResponse();
    expect(bench.plan('add_task', { title: 'On tablets', parent: 'Run tests' })).toMatchObject({
      type: 'failed',
      summary: '“Run tests” fits 3 tasks',
    });
  });

  it.each<readonly [Json, string]>([
    [
      { title: 'New', project: 'api' },
      '“api” fits 2 projects. Ask which one is meant, or name it by its id:\n- “Web API” (web)\n- “Phone API” (phone)',
    ],
    [{ title: 'New', project: 'Lunch' }, 'No project is called “Lunch”. Nearest are:\n- “Launch” (launch)'],
    [
      { title: 'New', parent: 'deploy', project: 'launch' },
      '“Deploy” (deploy) is in “Web API” (web). Leave project out, or name a parent in that project.',
    ],
    [
      { title: 'New', parent: 'Run tests' },
      '“Run tests” fits 2 tasks. Ask which one is meant, or name it by its id:\n- “Run tests” (tests): blocked, urgent priority, due 2026-01-03, assigned to Bob Stone, in “Launch”\n- “Run tests” (web-tests): to do, medium priority, no due date, unassigned, in “Web API”',
    ],
  ])('[W6] refuses %j and says why', (args, output) => {
    expect(new ToolBench().plan('add_task', args)).toMatchObject({ type: 'failed', output });
  });

  it('[W6] narrows a parent by the project', () => {
    const plan = new ToolBench().run('add_task', { title: 'New', parent: 'Run tests', project: 'web' });
    expect(plan.deltas).toMatchObject([{ entity: { parentId: 'web-tests' } }]);
  });

  it('nests no deeper than the workspace allows', () => {
    const bench = new ToolBench();
    for (const [parent, title] of [
      ['intro', 'three'],
      ['three', 'four'],
      ['four', 'five'],
    ] as const) {
      bench.run('add_task', { title, parent });
    }
    expect(bench.plan('add_task', { title: 'six', parent: 'five' })).toMatchObject({
      type: 'failed',
      output: expect.stringMatching(/^Not done\. parent: Tasks nest at most 5 levels deep\./) as unknown,
    });
  });

  it.each<readonly [Json, string, string]>([
    [{}, 'title', 'This is missing. This must be a text in quotes.'],
    [{ title: '' }, 'title', 'This needs at least one visible character.'],
    [{ title: 'x'.repeat(301) }, 'title', 'At most 300 characters fit here; this has 301.'],
    [
      { title: 'a', due_time: '9:30' },
      'due_time',
      'A time is written HH:MM, from 00:00 to 23:59. It was “9:30”.',
    ],
    [
      { title: 'a', due_date: { day: 1 } },
      'due_date',
      'A date is a day that exists, written YYYY-MM-DD. It was an object.',
    ],
    [
      { title: 'a', priority: 'highest' },
      'priority',
      'This must be one of low, medium, high, urgent. It was “highest”.',
    ],
    [
      { title: 'a', subtasks: ['b'] },
      'subtasks',
      'There is no such argument. Allowed are title, project, parent, due_date, due_time, priority, status, assignee, notes.',
    ],
    [{ title: 'a', due_time: '09:30' }, 'due_time', 'A due time needs a due date. Give due_date too.'],
    [[], 'arguments', 'The arguments must be a JSON object with named values.'],
  ])('[C2] says what is wrong with %j', (args, field, message) => {
    expect(new ToolBench().prepare('add_task', args)).toEqual({
      type: 'invalid',
      problems: [{ field, message }],
    });
  });
});
