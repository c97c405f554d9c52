import { describe, expect, it } from 'vitest';

import {
  day,
  emailWith,
  noon,
  personWith,
  planContext,
  planOf,
  projectWith,
  taskWith,
  workspaceOf,
} from '@/testing/builders';

import {
  planDeleteProjects,
  planExample,
  planMoveTask,
  planUpdateProject,
  planUpdateTasks,
} from '../planning';
import { emptyWorkspace } from '../workspace';
import { previewDeltas } from './preview';

const ada = personWith('ada', { name: 'Ada' });
const tom = personWith('tom', { name: 'Tom' });
const launch = projectWith('launch', { name: 'Launch', stakeholderIds: [ada.id] });
const page = taskWith('page', { title: 'Page', rank: 1, assigneeId: ada.id });
const copy = taskWith('copy', { title: 'Copy', rank: 2, dueDate: day('2026-01-05') });
const workspace = workspaceOf({ person: [ada, tom], project: [launch], task: [page, copy] });

describe('previewDeltas', () => {
  it('[C4] shows every changed field by name, as it was and as it becomes', () => {
    const changes = { status: 'in_progress', priority: 'high', assigneeId: tom.id, dueDate: null } as const;
    const { deltas } = planOf(planUpdateTasks(workspace, [copy.id], changes, noon));
    expect(previewDeltas(workspace, deltas)).toEqual([
      {
        type: 'changed',
        kind: 'task',
        id: 'copy',
        name: 'Copy',
        place: 'Launch',
        fields: [
          { field: 'status', label: 'Status', was: 'To do', becomes: 'In progress' },
          { field: 'priority', label: 'Priority', was: 'Medium', becomes: 'High' },
          { field: 'dueDate', label: 'Due date', was: '2026-01-05', becomes: '' },
          { field: 'assigneeId', label: 'Assignee', was: '', becomes: 'Tom' },
        ],
      },
    ]);
  });

  it('[C4] shows lists of people by name', () => {
    const changes = { stakeholderIds: [ada.id, tom.id] };
    const { deltas } = planOf(planUpdateProject(workspace, launch.id, changes));
    expect(previewDeltas(workspace, deltas)[0]?.fields).toEqual([
      { field: 'stakeholderIds', label: 'Stakeholders', was: 'Ada', becomes: 'Ada and Tom' },
    ]);
  });

  it('[C4] shows a new place in the list as a place, not as a rank', () => {
    const target = { projectId: launch.id, parentId: null, position: { type: 'first' } } as const;
    const { deltas } = planOf(planMoveTask(workspace, copy.id, target));
    expect(previewDeltas(workspace, deltas)[0]?.fields).toEqual([
      { field: 'rank', label: 'Position', was: '2 of 2', becomes: '1 of 2' },
    ]);
  });

  it('[C4] shows what a new thing holds, without ids and what is empty', () => {
    const previews = previewDeltas(
      emptyWorkspace(),
      planOf(planExample(emptyWorkspace(), planContext())).deltas,
    );
    expect(previews[0]).toEqual({
      type: 'created',
      kind: 'person',
      id: 'person-1',
      name: 'Sara Lindqvist',
      place: '',
      fields: [
        { field: 'email', label: 'Email', was: '', becomes: 'sara.lindqvist@example.com' },
        { field: 'team', label: 'Team', was: '', becomes: 'Product' },
      ],
    });
    const copyTask = previews.find(({ name }) => name === 'Final copy');
    expect(copyTask).toMatchObject({
      type: 'created',
      place: 'Website launch',
      fields: [
        { field: 'parentId', becomes: 'Finish the pricing page' },
        { field: 'status', becomes: 'Done' },
        { field: 'priority', becomes: 'Medium' },
        { field: 'assigneeId', becomes: 'Priya Raman' },
      ],
    });
  });

  it('[C4] shows recipients with their addresses', () => {
    const entity = emailWith('news', { cc: [{ name: '', address: 'tom@example.com' }] });
    const [preview] = previewDeltas(workspace, [{ type: 'create', kind: 'email', entity }]);
    expect(preview?.fields).toMatchObject([
      { field: 'to', becomes: 'Ada <ada@example.com>' },
      { field: 'cc', becomes: 'tom@example.com' },
      { field: 'subject', becomes: 'news' },
      { field: 'status' },
    ]);
  });

  it('[C4] shows everything that goes, by the name it had', () => {
    const { deltas } = planOf(planDeleteProjects(workspace, [launch.id]));
    const shown = previewDeltas(workspace, deltas).map(({ type, name, place }) => ({ type, name, place }));
    expect(shown).toEqual([
      { type: 'deleted', name: 'Copy', place: 'Launch' },
      { type: 'deleted', name: 'Page', place: 'Launch' },
      { type: 'deleted', name: 'Launch', place: '' },
    ]);
  });
});
