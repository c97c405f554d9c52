import { describe, expect, it } from 'vitest';

import {
  commitWith,
  contentsOf,
  emailWith,
  entryAt,
  projectWith,
  taskWith,
  workspaceOf,
} from '@/testing/builders';

import { applyDeltas, invertDeltas, type Commit, type Delta } from '../deltas';
import { projectId, type Email, type EmailStatus, type Workspace } from '../workspace';
import { planDeleteProjects } from './projects';
import { planRestore, planUndo, type UndoResult } from './undo';

const launch = projectWith('launch', { name: 'Launch' });
const task = taskWith('task', { title: 'Page', projectId: launch.id });

describe('[C7] undoing what sent an email', () => {
  for (const status of ['sending', 'sent', 'in_doubt'] as const satisfies readonly EmailStatus[]) {
    it(`keeps one that is ${status} on record, and says so`, () => {
      const { workspace, commits } = sentIn(emailIn(status));
      const result = planUndo(workspace, commits, 'ask');

      expect(after(workspace, result)).toEqual(contentsOf(workspace));
      expect(result).toMatchObject({
        plan: { deltas: [], summary: 'Nothing undone: emails that left the app stay on record' },
        stays: [{ id: 'mail' }],
      });
    });
  }

  for (const status of ['draft', 'failed'] as const) {
    it(`takes away one that is ${status}`, () => {
      const { workspace, commits } = sentIn(emailIn(status));
      const result = planUndo(workspace, commits, 'ask');

      expect(after(workspace, result).email).toEqual([]);
      expect(result).toMatchObject({ plan: { summary: 'Undone: Email written' }, stays: [] });
    });
  }

  it('takes back the rest, and a redo of that brings back the rest', () => {
    const { workspace, commits } = sentIn(emailIn('sent'), { type: 'create', kind: 'task', entity: task });
    const result = planUndo(workspace, commits, 'ask');
    if (result.type !== 'planned') throw new Error('Nothing was to be asked.');
    const { deltas, summary } = result.plan;
    expect(summary).toBe('Undone, but for emails that left: Email written');
    expect(after(workspace, result)).toMatchObject({ email: [{ id: 'mail', status: 'sent' }], task: [] });

    const undone = applyDeltas(workspace, deltas);
    const redo = planUndo(undone, [commitWith('undo', deltas, { summary })], 'ask');
    expect(redo).toMatchObject({ plan: { summary: 'Redone: Email written' } });
    expect(after(undone, redo)).toEqual(contentsOf(workspace));
  });

  it('gives it back its project, because that is no part of what was sent', () => {
    const start = workspaceOf({ project: [launch], email: [emailIn('sent')] });
    const deletion = planDeleteProjects(start, [launch.id]);
    if (deletion.type !== 'planned') throw new Error('The project was to be deleted.');
    const { deltas, summary } = deletion.plan;
    const without = applyDeltas(start, deltas);
    expect(without.tables.email.get(emailIn('sent').id)?.projectId).toBeNull();

    const result = planUndo(without, [commitWith('deletion', deltas, { summary })], 'ask');
    expect(after(without, result)).toEqual(contentsOf(start));
    expect(result).toMatchObject({ stays: [] });
  });
});

it('[C7] a restore keeps what left, without the project that goes', () => {
  const created: readonly Delta[] = [
    { type: 'create', kind: 'project', entity: launch },
    { type: 'create', kind: 'email', entity: emailIn('sent') },
  ];
  const workspace = applyDeltas(workspaceOf({}), created);
  const result = planRestore(workspace, [entryAt(1, commitWith('all', created))]);
  if (result.type !== 'planned') throw new Error('It was to be restored.');

  expect(contentsOf(applyDeltas(workspace, result.plan.deltas))).toEqual(
    contentsOf(workspaceOf({ email: [{ ...emailIn('sent'), projectId: null }] })),
  );
  expect(invertDeltas(result.plan.deltas)).toHaveLength(2);
});

function emailIn(status: EmailStatus): Email {
  return emailWith('mail', { status, projectId: projectId('launch') });
}

/** A workspace in which one commit wrote an email and did something else. */
function sentIn(
  email: Email,
  ...others: readonly Delta[]
): { readonly workspace: Workspace; readonly commits: readonly Commit[] } {
  const deltas: readonly Delta[] = [{ type: 'create', kind: 'email', entity: email }, ...others];
  return {
    workspace: applyDeltas(workspaceOf({ project: [launch] }), deltas),
    commits: [commitWith('sending', deltas, { summary: 'Email written' })],
  };
}

function after(workspace: Workspace, result: UndoResult) {
  if (result.type !== 'planned') throw new Error('Nothing was to be asked.');
  return contentsOf(applyDeltas(workspace, result.plan.deltas));
}
