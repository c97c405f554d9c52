import { describe, expect, it } from 'vitest';

import { contentsOf, projectWith, taskWith, workspaceOf } from '@/testing/builders';

import { applyDeltas, DeltaMismatchError } from '../deltas';
import { childTasks, taskId } from '../workspace';
import { Draft } from './draft';

const launch = projectWith('launch');
const copy = taskWith('copy');
const workspace = workspaceOf({ project: [launch], task: [copy] });

describe('Draft', () => {
  it('shows every step to the next, and amounts to the fewest deltas', () => {
    const draft = new Draft(workspace);
    draft.create('task', taskWith('new', { parentId: copy.id }));
    expect(childTasks(draft.workspace, launch.id, copy.id).map(({ id }) => id)).toEqual(['new']);
    draft.update('task', taskId('new'), { title: 'Newer' });
    expect(draft.find('task', taskId('new'))?.title).toBe('Newer');
    draft.update('task', copy.id, { title: 'Other' });
    draft.update('task', copy.id, { title: 'copy' });
    expect(draft.deltas()).toEqual([
      { type: 'create', kind: 'task', entity: taskWith('new', { parentId: copy.id, title: 'Newer' }) },
    ]);
    expect(contentsOf(applyDeltas(workspace, draft.deltas()))).toEqual(contentsOf(draft.workspace));
  });

  it('leaves no trace of changes to what is not there, or is so already', () => {
    const draft = new Draft(workspace);
    draft.update('task', taskId('gone'), { title: 'New' });
    draft.update('task', copy.id, { title: 'copy' });
    draft.delete('task', taskId('gone'));
    expect(draft.deltas()).toEqual([]);
    expect(draft.workspace).toBe(workspace);
  });

  it('refuses an id that is taken', () => {
    const draft = new Draft(workspace);
    expect(() => draft.create('task', copy)).toThrow(DeltaMismatchError);
  });

  it('leaves the workspace it began with as it was', () => {
    const before = contentsOf(workspace);
    const draft = new Draft(workspace);
    draft.deleteProjects([launch.id]);
    expect(draft.workspace.tables.task.size).toBe(0);
    expect(contentsOf(workspace)).toEqual(before);
  });
});
