import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { anyWorkspace } from '@/testing/arbitraries';
import { commentWith, day, personWith, projectWith, taskWith, workspaceOf } from '@/testing/builders';

import type { Task } from './entities';
import { personId, projectId, taskId } from './ids';
import {
  ancestorTasks,
  childTasks,
  commentsOn,
  depthOf,
  descendantTasks,
  findTasks,
  heightOf,
  isOverdue,
  peopleByName,
  progressOf,
  projectsInOrder,
  taskMatcher,
  tasksInProject,
  type TaskFilter,
} from './queries';

const launch = projectId('launch');
const page = taskWith('page', { rank: 1, title: 'Pricing page', status: 'done' });
const copy = taskWith('copy', { parentId: page.id, rank: 1, title: 'Café copy', dueDate: day('2026-02-01') });
const proof = taskWith('proof', { parentId: copy.id, notes: 'Ask the PRINTER', assigneeId: personId('ada') });
const tests = taskWith('tests', { rank: 2, dueDate: day('2026-02-03'), priority: 'urgent' });
const guide = taskWith('guide', { projectId: projectId('api'), status: 'blocked' });

const workspace = workspaceOf({
  project: [
    projectWith('api', { rank: 2 }),
    projectWith('launch', { rank: 1 }),
    projectWith('empty', { rank: 3 }),
  ],
  task: [tests, proof, guide, copy, page],
  person: [
    personWith('tom', { name: 'Tom' }),
    personWith('ada', { name: 'Ada' }),
    personWith('a2', { name: 'Ada' }),
  ],
  comment: [commentWith('on-project'), commentWith('on-task', { taskId: copy.id })],
});

function ids(tasks: readonly { readonly id: string }[]): readonly string[] {
  return tasks.map(({ id }) => id);
}

function found(filter: TaskFilter): readonly string[] {
  return ids(findTasks(workspace, filter));
}

describe('the tree', () => {
  it('lists projects and tasks in the order people gave them, parents before subtasks', () => {
    expect(ids(projectsInOrder(workspace))).toEqual(['launch', 'api', 'empty']);
    expect(ids(tasksInProject(workspace, launch))).toEqual(['page', 'copy', 'proof', 'tests']);
    expect(ids(childTasks(workspace, launch, null))).toEqual(['page', 'tests']);
    expect(ids(childTasks(workspace, launch, page.id))).toEqual(['copy']);
    expect(ids(descendantTasks(workspace, page))).toEqual(['copy', 'proof']);
    expect(ids(ancestorTasks(workspace, proof))).toEqual(['copy', 'page']);
    expect(childTasks(workspace, projectId('gone'), null)).toEqual([]);
  });

  it('knows how deep a task is and how much hangs below it', () => {
    expect([page, copy, proof].map((task) => depthOf(workspace, task))).toEqual([1, 2, 3]);
    expect([page, copy, proof, tests].map((task) => heightOf(workspace, task))).toEqual([3, 2, 1, 1]);
  });

  it('has every task exactly once', () => {
    fc.assert(
      fc.property(anyWorkspace, (any) => {
        const listed = projectsInOrder(any).flatMap((project) => tasksInProject(any, project.id));
        expect(ids(listed).toSorted()).toEqual([...any.tables.task.keys()].toSorted());
      }),
      { numRuns: 50 },
    );
  });
});

describe('findTasks', () => {
  it('finds everything without a filter, in the order of the screen', () => {
    expect(found({})).toEqual(['page', 'copy', 'proof', 'tests', 'guide']);
  });

  it('finds by project, status, priority, assignee, due day and text, and only what fits all', () => {
    expect(found({ projectId: launch })).toEqual(['page', 'copy', 'proof', 'tests']);
    expect(found({ projectId: projectId('gone') })).toEqual([]);
    expect(found({ statuses: ['done', 'blocked'] })).toEqual(['page', 'guide']);
    expect(found({ priorities: ['urgent'] })).toEqual(['tests']);
    expect(found({ assigneeIds: [personId('ada')] })).toEqual(['proof']);
    expect(found({ assigneeIds: [null], projectId: launch })).toEqual(['page', 'copy', 'tests']);
    expect(found({ dueFrom: day('2026-02-01'), dueTo: day('2026-02-02') })).toEqual(['copy']);
    expect(found({ dueTo: day('2026-02-03') })).toEqual(['copy', 'tests']);
    expect(found({ text: ' CAFE ' })).toEqual(['copy']);
    expect(found({ text: 'printer' })).toEqual(['proof']);
    expect(found({ text: 'printer', statuses: ['done'] })).toEqual([]);
  });

  it('takes an empty list and a blank text for no wish at all', () => {
    expect(found({ statuses: [], priorities: [], assigneeIds: [], text: '  ' })).toEqual(found({}));
  });

  it('finds what is overdue: open, and due before the day', () => {
    expect(found({ overdueOn: day('2026-02-03') })).toEqual(['copy']);
    expect(isOverdue(copy, day('2026-02-01'))).toBe(false);
    expect(isOverdue(copy, day('2026-02-02'))).toBe(true);
    const done: Task = { ...copy, status: 'done' };
    expect(isOverdue(done, day('2026-03-01'))).toBe(false);
    expect(isOverdue(page, day('2026-03-01'))).toBe(false);
  });

  it('agrees with the test for a single task', () => {
    const matches = taskMatcher({ statuses: ['todo'] });
    expect([page, copy, guide].map(matches)).toEqual([false, true, false]);
  });
});

describe('progressOf', () => {
  it('counts subtasks too, in whole percent', () => {
    expect(progressOf(workspace, launch)).toEqual({ done: 1, total: 4, percent: 25 });
    expect(progressOf(workspace, projectId('empty'))).toEqual({ done: 0, total: 0, percent: 0 });
  });

  it('is not at 100 before the last task is done', () => {
    const task = Array.from({ length: 200 }, (_, index) =>
      taskWith(`task-${String(index)}`, { status: index === 0 ? 'todo' : 'done' }),
    );
    const almost = workspaceOf({ project: [projectWith('launch')], task });
    expect(progressOf(almost, launch)).toEqual({ done: 199, total: 200, percent: 99 });
  });
});

it('tells comments on a project from those on its tasks', () => {
  expect(ids(commentsOn(workspace, launch))).toEqual(['on-project']);
  expect(ids(commentsOn(workspace, copy.id))).toEqual(['on-task']);
  expect(commentsOn(workspace, taskId('gone'))).toEqual([]);
});

it('lists people by name, and by id where names are equal', () => {
  expect(ids(peopleByName(workspace))).toEqual(['a2', 'ada', 'tom']);
});
