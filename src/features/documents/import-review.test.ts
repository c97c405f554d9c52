import { describe, expect, it } from 'vitest';

import {
  emptyWorkspace,
  millis,
  personId,
  projectId,
  workspaceFrom,
  type Person,
  type Project,
  type WorkspaceSnapshot,
} from '@/domain/workspace';

import { reviewImport } from './import-review';

describe('the review of an import', () => {
  it('counts what would come, and shows each of it', () => {
    const review = reviewImport(emptyWorkspace(), snapshotWith({ project: [launch], person: [ada, bob] }));

    expect(review).toMatchObject({ type: 'changes', created: '2 people and 1 project', changed: '' });
    expect(review.type === 'changes' && review.changes.map(({ type, name }) => [type, name])).toEqual([
      ['created', 'Ada'],
      ['created', 'Bob'],
      ['created', 'Launch'],
    ]);
  });

  it('shows what each changed field was and becomes', () => {
    const workspace = workspaceFrom(snapshotWith({ project: [launch] }));
    const review = reviewImport(workspace, snapshotWith({ project: [{ ...launch, name: 'Relaunch' }] }));

    expect(review).toMatchObject({ type: 'changes', created: '', changed: '1 project' });
    expect(review.type === 'changes' && review.changes.map(({ fields }) => fields)).toEqual([
      [{ field: 'name', label: 'Name', was: 'Launch', becomes: 'Relaunch' }],
    ]);
  });

  it('says which names and addresses will then be there more than once', () => {
    const workspace = workspaceFrom(
      snapshotWith({ project: [launch], person: [{ ...ada, email: 'ada@here.org' }] }),
    );
    const review = reviewImport(
      workspace,
      snapshotWith({
        project: [{ ...launch, id: projectId('prj_2'), name: 'launch' }],
        person: [{ ...bob, email: 'ADA@here.org' }],
      }),
    );

    expect(review).toMatchObject({
      type: 'changes',
      shared: [
        { kind: 'project', text: 'Launch', count: 2 },
        { kind: 'person', text: 'ada@here.org', count: 2 },
      ],
    });
  });

  it('says that nothing would change when everything is here already', () => {
    const snapshot = snapshotWith({ project: [launch], person: [ada] });

    expect(reviewImport(workspaceFrom(snapshot), snapshot)).toEqual({ type: 'nothing' });
  });

  it('says why a file does not fit what is here', () => {
    const review = reviewImport(emptyWorkspace(), snapshotWith({ project: [{ ...launch, name: '' }] }));

    expect(review).toMatchObject({ type: 'impossible', problemCount: 1 });
  });
});

const ada: Person = { id: personId('per_1'), name: 'Ada', email: null, team: null };
const bob: Person = { id: personId('per_2'), name: 'Bob', email: null, team: null };
const launch: Project = {
  id: projectId('prj_1'),
  name: 'Launch',
  status: 'active',
  priority: 'medium',
  description: '',
  startDate: null,
  targetDate: null,
  stakeholderIds: [],
  rank: 1,
  createdAt: millis(0),
};

function snapshotWith(parts: Partial<WorkspaceSnapshot>): WorkspaceSnapshot {
  return { person: [], project: [], task: [], comment: [], email: [], ...parts };
}
