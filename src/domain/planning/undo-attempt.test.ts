import { describe, expect, it } from 'vitest';

import {
  day,
  noon,
  personWith,
  planContext,
  projectWith,
  taskWith,
  timeOfDay,
  workspaceOf,
} from '@/testing/builders';
import { conflictsOf, Desk, taskOf, updated } from '@/testing/desk';

import { millis, taskId, violationsIn } from '../workspace';
import { planCreateTask, planDeleteTasks, planUpdateTasks } from './tasks';
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

describe('a field that was changed since', () => {
  it('[W3] is reported with its name, and kept or written over as told', () => {
    const hand = desk();
    const edit = hand.do(updated('copy', { title: 'Agent’s title', priority: 'high' }));
    hand.do(updated('copy', { title: 'My title' }));
    const asked = planUndo(hand.workspace, [edit], 'ask');
    expect(asked).toEqual({
      type: 'conflict',
      conflicts: [{ type: 'changed', kind: 'task', id: 'copy', name: 'My title', fields: ['title'] }],
    });
    const kept = planUndo(hand.workspace, [edit], 'keep-newer');
    expect(kept).toEqual({
      type: 'planned',
      plan: {
        deltas: [
          {
            type: 'update',
            kind: 'task',
            id: 'copy',
            before: { priority: 'high' },
            after: { priority: 'medium' },
          },
        ],
        summary: 'Undone in part: “Copy” changed in Launch',
      },
      skipped: [{ type: 'changed', kind: 'task', id: 'copy', name: 'My title', fields: ['title'] }],
      stays: [],
    });
    const overwrite = hand.undo([edit], 'overwrite');
    expect(taskOf(hand.workspace, 'copy')).toEqual(copy);
    expect(hand.undo([overwrite], 'ask').summary).toBe('Undone: “My title” changed in Launch');
    expect(taskOf(hand.workspace, 'copy')?.title).toBe('My title');
  });

  it('[W3] is no conflict when somebody has set it back by hand', () => {
    const hand = desk();
    const edit = hand.do(updated('copy', { status: 'done' }));
    hand.do(updated('copy', { status: 'todo' }));
    expect(planUndo(hand.workspace, [edit], 'ask')).toMatchObject({ type: 'planned', plan: { deltas: [] } });
  });

  it('[W3] is one when it was changed between two commits that are undone', () => {
    const hand = desk();
    const first = hand.do(updated('copy', { title: 'First' }));
    hand.do(updated('copy', { title: 'Mine' }));
    const second = hand.do(updated('copy', { title: 'Second' }));
    expect(conflictsOf(planUndo(hand.workspace, [first, second], 'ask'))).toEqual([
      { type: 'changed', name: 'Mine', fields: ['title'] },
    ]);
    hand.undo([first, second], 'keep-newer');
    expect(taskOf(hand.workspace, 'copy')?.title).toBe('Mine');
  });

  it('[W3] is one even when it came to hold what one of them had left', () => {
    const hand = desk();
    const first = hand.do(updated('copy', { title: 'First' }));
    const second = hand.do(updated('copy', { title: 'Second' }));
    hand.do(updated('copy', { title: 'First' }));
    expect(planUndo(hand.workspace, [first, second], 'ask').type).toBe('conflict');
    hand.undo([first, second], 'keep-newer');
    expect(taskOf(hand.workspace, 'copy')?.title).toBe('First');
  });

  it('[W3] keeps the fields that belong to it', () => {
    const done = workspaceOf({
      project: [launch],
      task: [taskWith('copy', { status: 'done', completedAt: millis(1) })],
    });
    const hand = new Desk(done);
    const reopened = hand.do(updated('copy', { status: 'todo', title: 'Reopened' }));
    hand.do(updated('copy', { status: 'blocked' }));
    hand.undo([reopened], 'keep-newer');
    expect(taskOf(hand.workspace, 'copy')).toMatchObject({
      title: 'copy',
      status: 'blocked',
      completedAt: null,
    });
  });

  it('[W3] holds back what would not go with it', () => {
    const hand = desk();
    const dated = hand.do(updated('copy', { dueDate: day('2026-02-01'), priority: 'high' }));
    hand.do(updated('copy', { dueTime: timeOfDay('09:00') }));
    const result = planUndo(hand.workspace, [dated], 'keep-newer');
    expect(conflictsOf(result)).toEqual([{ type: 'changed', name: 'Copy', fields: ['dueTime'] }]);
    hand.undo([dated], 'keep-newer');
    expect(taskOf(hand.workspace, 'copy')).toMatchObject({ dueDate: '2026-02-01', priority: 'medium' });
    expect(violationsIn(hand.workspace)).toEqual([]);
  });
});

describe('what was deleted or created since', () => {
  it('[W3] cannot be changed back, and says so whatever the choice', () => {
    const hand = desk();
    const edit = hand.do((any) => planUpdateTasks(any, [page.id, copy.id], { priority: 'high' }, noon));
    hand.do((any) => planDeleteTasks(any, [copy.id]));
    const gone = [{ type: 'gone', name: 'copy', fields: [] }];
    expect(conflictsOf(planUndo(hand.workspace, [edit], 'ask'))).toEqual(gone);
    expect(conflictsOf(planUndo(hand.workspace, [edit], 'overwrite'))).toEqual(gone);
    hand.undo([edit], 'overwrite');
    expect(taskOf(hand.workspace, 'page')?.priority).toBe('medium');
  });

  it('[W3] does not matter when it was to go anyway', () => {
    const hand = desk();
    const args = { projectId: launch.id, title: 'New' };
    const created = hand.do((any) => planCreateTask(any, args, planContext()));
    const edited = hand.do(updated('task-1', { priority: 'high' }));
    hand.do((any) => planDeleteTasks(any, [taskId('task-1')]));
    expect(planUndo(hand.workspace, [created, edited], 'ask')).toMatchObject({
      type: 'planned',
      plan: { deltas: [], summary: 'Nothing changed' },
      skipped: [],
    });
  });

  it('[W3] is written over when it is back with other values', () => {
    const hand = desk();
    const deleted = hand.do((any) => planDeleteTasks(any, [copy.id]));
    hand.undo([deleted], 'ask');
    expect(planUndo(hand.workspace, [deleted], 'ask')).toMatchObject({
      type: 'planned',
      plan: { deltas: [] },
    });
    hand.do(updated('copy', { title: 'Newer' }));
    expect(conflictsOf(planUndo(hand.workspace, [deleted], 'ask'))).toEqual([
      { type: 'back', name: 'Newer', fields: ['title'] },
    ]);
    hand.undo([deleted], 'overwrite');
    expect(taskOf(hand.workspace, 'copy')).toEqual(copy);
  });
});
