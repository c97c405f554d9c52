import { describe, expect, it } from 'vitest';

import {
  commentWith,
  day,
  emailWith,
  personWith,
  planContext,
  projectWith,
  taskWith,
  workspaceOf,
} from '@/testing/builders';
import { conflictsOf, Desk, taskOf, updated } from '@/testing/desk';

import { applyDeltas } from '../deltas';
import { personId, projectId, taskId, violationsIn, type Project } from '../workspace';
import { planAddComment } from './comments';
import { planCreatePerson, planDeletePeople } from './people';
import { planCreateProject, planDeleteProjects, planUpdateProject } from './projects';
import { planCreateTask, planDeleteTasks, planMoveTask } from './tasks';
import { planUndo } from './undo';

const ada = personWith('ada', { name: 'Ada' });
const launch = projectWith('launch', { name: 'Launch' });
const api = projectWith('api', { name: 'Partner API', rank: 2 });
const page = taskWith('page', { title: 'Page', rank: 1 });
const copy = taskWith('copy', { title: 'Copy', parentId: page.id });
const workspace = workspaceOf({ person: [ada], project: [launch, api], task: [page, copy] });

function desk(): Desk {
  return new Desk(workspace);
}

describe('what newer things hang on', () => {
  it('[W3] keeps what it hangs on, unless that is overwritten; then it goes with it', () => {
    const hand = desk();
    const created = hand.do((any) => planCreateProject(any, { name: 'New' }, planContext()));
    const project = projectId('project-1');
    hand.do((any) => planCreateTask(any, { projectId: project, title: 'Mine' }, planContext()));
    expect(conflictsOf(planUndo(hand.workspace, [created], 'ask'))).toEqual([
      { type: 'in-use', name: 'New', fields: [] },
    ]);
    const kept = planUndo(hand.workspace, [created], 'keep-newer');
    expect(kept).toMatchObject({ type: 'planned', plan: { deltas: [] } });
    const overwrite = hand.undo([created], 'overwrite');
    expect(overwrite.summary).toBe('“New” deleted with 1 task');
    expect(hand.workspace.tables.project.has(project)).toBe(false);
    expect(violationsIn(hand.workspace)).toEqual([]);
    expect(hand.undo([overwrite], 'ask').summary).toBe('Undone: “New” deleted with 1 task');
    expect(hand.workspace.tables.task.get(taskId('task-1'))?.title).toBe('Mine');
  });

  it('[W3] keeps comments, emails and people in use, too', () => {
    const hand = desk();
    const created = hand.do((any) =>
      planCreateTask(any, { projectId: launch.id, title: 'New' }, planContext()),
    );
    const person = hand.do((any) => planCreatePerson(any, { name: 'Tom' }, planContext()));
    const project = hand.do((any) => planCreateProject(any, { name: 'New' }, planContext()));
    const comment = { projectId: launch.id, taskId: taskId('task-1'), author: 'Ada', text: 'Wait' };
    hand.do((any) => planAddComment(any, comment, planContext()));
    hand.do(updated('copy', { assigneeId: personId('person-1') }));
    hand.workspace = applyDeltas(hand.workspace, [
      { type: 'create', kind: 'email', entity: emailWith('news', { projectId: projectId('project-1') }) },
    ]);
    const inUse = [created, person, project].map((commit) =>
      conflictsOf(planUndo(hand.workspace, [commit], 'ask')),
    );
    expect(inUse).toEqual([
      [{ type: 'in-use', name: 'New', fields: [] }],
      [{ type: 'in-use', name: 'Tom', fields: [] }],
      [{ type: 'in-use', name: 'New', fields: [] }],
    ]);
    hand.undo([created, person, project], 'overwrite');
    expect(taskOf(hand.workspace, 'copy')?.assigneeId).toBeNull();
    expect(hand.workspace.tables.comment.size).toBe(0);
    expect(violationsIn(hand.workspace)).toEqual([]);
  });
});

describe('what an undo brings back', () => {
  it('[W3] stays away when what it belongs to is gone, with all below it', () => {
    const hand = desk();
    const deleted = hand.do((any) => planDeleteTasks(any, [page.id]));
    hand.do((any) => planDeleteProjects(any, [launch.id]));
    for (const choice of ['ask', 'overwrite'] as const) {
      expect(conflictsOf(planUndo(hand.workspace, [deleted], choice))).toMatchObject([
        { type: 'homeless', name: 'Page' },
        { type: 'homeless', name: 'Copy' },
      ]);
    }
    expect(planUndo(hand.workspace, [deleted], 'overwrite')).toMatchObject({ plan: { deltas: [] } });
  });

  it('[W3] comes without the people who are gone', () => {
    const assigned = workspaceOf({
      person: [ada],
      project: [{ ...launch, stakeholderIds: [ada.id] }],
      task: [{ ...page, assigneeId: ada.id }],
    });
    const hand = new Desk(assigned);
    const deleted = hand.do((any) => planDeleteProjects(any, [launch.id]));
    hand.do((any) => planDeletePeople(any, [ada.id]));
    expect(conflictsOf(planUndo(hand.workspace, [deleted], 'ask')).toSorted(byName)).toEqual([
      { type: 'homeless', name: 'Launch', fields: ['stakeholderIds'] },
      { type: 'homeless', name: 'Page', fields: ['assigneeId'] },
    ]);
    hand.undo([deleted], 'keep-newer');
    expect(taskOf(hand.workspace, 'page')).toEqual(page);
    expect(hand.workspace.tables.project.get(launch.id)).toEqual(launch);
  });

  it('[W3] keeps the newer assignee when the old one is gone', () => {
    const hand = new Desk(
      workspaceOf({ person: [ada], project: [launch], task: [{ ...page, assigneeId: ada.id }] }),
    );
    const changed = hand.do(updated('page', { assigneeId: null, priority: 'high' }));
    hand.do((any) => planDeletePeople(any, [ada.id]));
    expect(conflictsOf(planUndo(hand.workspace, [changed], 'ask'))).toEqual([
      { type: 'homeless', name: 'Page', fields: ['assigneeId'] },
    ]);
    hand.undo([changed], 'overwrite');
    expect(taskOf(hand.workspace, 'page')).toMatchObject({ assigneeId: null, priority: 'medium' });
  });
});

function byName(left: { readonly name: string }, right: { readonly name: string }): number {
  return left.name < right.name ? -1 : 1;
}

describe('undoing a move', () => {
  const toApi = { projectId: api.id, parentId: null, position: { type: 'last' } } as const;

  it('[W3] takes newer subtasks and comments along, and loses none', () => {
    const hand = desk();
    const moved = hand.do((any) => planMoveTask(any, page.id, toApi));
    hand.do((any) =>
      planCreateTask(any, { projectId: api.id, parentId: copy.id, title: 'Newer' }, planContext()),
    );
    const comment = { projectId: api.id, taskId: page.id, author: 'Ada', text: 'Newer' };
    hand.do((any) => planAddComment(any, comment, planContext('c-')));
    hand.undo([moved], 'ask');
    expect(taskOf(hand.workspace, 'task-1')).toMatchObject({ projectId: 'launch', parentId: 'copy' });
    expect(hand.workspace.tables.comment.get(commentWith('c-comment-1').id)?.projectId).toBe('launch');
    expect(violationsIn(hand.workspace)).toEqual([]);
  });

  it('[W3] leaves the task when newer levels below it would be too many there', () => {
    const hand = new Desk(
      workspaceOf({ project: [launch, api], task: [page, copy, taskWith('low', { parentId: copy.id })] }),
    );
    const moved = hand.do((any) => planMoveTask(any, taskId('low'), toApi));
    for (const [index, parent] of ['low', 'a-task-1', 'b-task-1'].entries()) {
      const args = { projectId: api.id, parentId: taskId(parent), title: 'Deeper' };
      hand.do((any) => planCreateTask(any, args, planContext(['a-', 'b-', 'c-'][index])));
    }
    for (const choice of ['keep-newer', 'overwrite'] as const) {
      const result = planUndo(hand.workspace, [moved], choice);
      expect(conflictsOf(result)).toEqual([{ type: 'in-use', name: 'low', fields: ['parentId'] }]);
      expect(result).toMatchObject({ type: 'planned', plan: { deltas: [] } });
    }
  });

  it('[W3] makes no circle of tasks that were turned round since', () => {
    const hand = desk();
    const raised = hand.do((any) =>
      planMoveTask(any, copy.id, { projectId: launch.id, parentId: null, position: { type: 'last' } }),
    );
    hand.do((any) =>
      planMoveTask(any, page.id, { projectId: launch.id, parentId: copy.id, position: { type: 'last' } }),
    );
    for (const choice of ['keep-newer', 'overwrite'] as const) {
      expect(planUndo(hand.workspace, [raised], choice)).toMatchObject({
        type: 'planned',
        plan: { deltas: [] },
      });
    }
  });
});

it('an undo of a project’s new dates keeps them when newer ones would run backwards', () => {
  const dated: Project = { ...launch, startDate: day('2026-03-01') };
  const hand = new Desk(workspaceOf({ project: [dated] }));
  const earlier = hand.do((any) => planUpdateProject(any, launch.id, { startDate: day('2026-01-01') }));
  hand.do((any) => planUpdateProject(any, launch.id, { targetDate: day('2026-02-01') }));
  expect(conflictsOf(planUndo(hand.workspace, [earlier], 'ask'))).toEqual([
    { type: 'changed', name: 'Launch', fields: ['targetDate'] },
  ]);
  hand.undo([earlier], 'overwrite');
  expect(hand.workspace.tables.project.get(launch.id)?.startDate).toBe('2026-01-01');
});

describe('what is deleted and brought back by one undo', () => {
  it('[W3] keeps what it holds now where the older value refers to what is gone', () => {
    const led = projectWith('led', { name: 'Led', rank: 3, stakeholderIds: [ada.id] });
    const hand = new Desk(workspaceOf({ person: [ada], project: [launch, led], task: [] }));
    const deletion = hand.do((any) => planDeleteProjects(any, [led.id]));
    hand.do((any) => planDeletePeople(any, [ada.id]));
    const back = hand.undo([deletion], 'keep-newer');
    const before = hand.workspace.tables.project.get(led.id);
    expect(before?.stakeholderIds).toEqual([]);

    expect(planUndo(hand.workspace, [deletion, back], 'ask')).toMatchObject({ type: 'conflict' });
    for (const choice of ['keep-newer', 'overwrite'] as const) {
      const undone = planUndo(hand.workspace, [deletion, back], choice);
      expect(undone).toMatchObject({ type: 'planned', plan: { deltas: [] } });
    }
    expect(hand.workspace.tables.project.get(led.id)).toEqual(before);
  });
});
