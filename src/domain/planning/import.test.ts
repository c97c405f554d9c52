import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { anyEdits, anyWorkspace } from '@/testing/arbitraries';
import {
  commentWith,
  contentsOf,
  emailWith,
  personWith,
  planOf,
  projectWith,
  taskWith,
  workspaceOf,
} from '@/testing/builders';
import { played, storyFrom } from '@/testing/story';

import { applyDeltas } from '../deltas';
import {
  emptyWorkspace,
  millis,
  personId,
  projectId,
  snapshotOf,
  taskId,
  violationsIn,
  type Workspace,
  type WorkspaceSnapshot,
} from '../workspace';
import { planImport } from './import';

const nothing = snapshotOf(emptyWorkspace());

function imported(workspace: Workspace, snapshot: WorkspaceSnapshot): Workspace {
  return applyDeltas(workspace, planOf(planImport(workspace, snapshot)).deltas);
}

describe('planImport', () => {
  it('changes nothing for the workspace’s own export', () => {
    fc.assert(
      fc.property(anyWorkspace, (workspace) => {
        expect(planOf(planImport(workspace, snapshotOf(workspace)))).toEqual({
          deltas: [],
          summary: 'Nothing changed',
        });
      }),
      { numRuns: 50 },
    );
  });

  it('makes an empty workspace equal to the file', () => {
    fc.assert(
      fc.property(anyWorkspace, (workspace) => {
        const copy = imported(emptyWorkspace(), snapshotOf(workspace));
        expect(contentsOf(copy)).toEqual(contentsOf(workspace));
      }),
      { numRuns: 50 },
    );
  });

  it('takes the file’s values, keeps what is not in it, and is done after once', () => {
    fc.assert(
      fc.property(anyWorkspace, anyEdits, anyEdits, (start, ours, theirs) => {
        const workspace = played(ours, storyFrom(start, 'ours-')).workspace;
        const file = snapshotOf(played(theirs, storyFrom(start, 'theirs-')).workspace);
        const result = planImport(workspace, file);
        const after = result.type === 'planned' ? applyDeltas(workspace, result.plan.deltas) : null;
        const both =
          after === null
            ? []
            : snapshotOf(after).task.filter(({ id }) => file.task.some((task) => task.id === id));
        expect(after === null || violationsIn(after).length === 0).toBe(true);
        expect(both).toEqual(after === null ? [] : file.task);
        expect(after === null || workspace.tables.task.size <= after.tables.task.size).toBe(true);
        expect(after === null ? [] : planOf(planImport(after, file)).deltas).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('[C7] leaves the record of an email that left here as it is, but for its project', () => {
    const launch = projectWith('launch');
    for (const status of ['sending', 'sent', 'in_doubt'] as const) {
      const workspace = workspaceOf({ email: [emailWith('mail', { status, subject: 'As it left' })] });
      const draft = emailWith('mail', { status: 'draft', subject: 'As it was', projectId: launch.id });
      expect(
        snapshotOf(imported(workspace, { ...nothing, project: [launch], email: [draft] })).email,
      ).toEqual([emailWith('mail', { status, subject: 'As it left', projectId: launch.id })]);
    }
  });

  it('[C7] learns from a file that an email was sent of which nobody here knew', () => {
    const sent = emailWith('mail', { status: 'sent', sentAt: millis(1) });
    for (const status of ['draft', 'failed', 'sending', 'in_doubt'] as const) {
      const workspace = workspaceOf({ email: [emailWith('mail', { status })] });
      expect(snapshotOf(imported(workspace, { ...nothing, email: [sent] })).email).toEqual([sent]);
    }
  });

  it('[C7] takes an email that was being sent for one in doubt, because nobody here sends it', () => {
    const file = { ...nothing, email: [emailWith('mail', { status: 'sending' })] };
    const once = imported(emptyWorkspace(), file);
    expect(snapshotOf(once).email).toMatchObject([{ status: 'in_doubt', failure: expect.any(String) }]);
    expect(planOf(planImport(once, file)).deltas).toEqual([]);
  });

  it('says what comes in', () => {
    const file = {
      ...nothing,
      person: [personWith('ada')],
      project: [projectWith('launch', { name: 'Launch' })],
      task: [taskWith('copy'), taskWith('tests')],
    };
    expect(planOf(planImport(emptyWorkspace(), file)).summary).toBe(
      'Imported: “ada” and “Launch” added with 2 tasks',
    );
  });

  it('refuses references to nothing, circles and taken ids, and names the culprit', () => {
    const workspace = workspaceOf({
      person: [personWith('ada')],
      project: [projectWith('launch')],
      task: [taskWith('copy')],
    });
    const problems = (file: Partial<WorkspaceSnapshot>) => {
      const result = planImport(workspace, { ...nothing, ...file });
      return result.type === 'invalid' ? result.problems.map(({ field }) => field) : [];
    };
    expect(problems({ task: [taskWith('new', { projectId: projectId('gone') })] })).toEqual(['task new']);
    expect(problems({ task: [taskWith('new', { assigneeId: personId('gone') })] })).toEqual(['task new']);
    expect(problems({ comment: [commentWith('c', { taskId: taskId('gone') })] })).toEqual(['comment c']);
    const first = taskWith('first', { parentId: taskId('second') });
    const second = taskWith('second', { parentId: taskId('first') });
    expect(problems({ task: [first, second] })).toEqual(['task first', 'task second']);
    expect(problems({ task: [taskWith('ada')] })).toEqual(['person ada', 'task ada']);
    expect(problems({ task: [taskWith('new', { title: '' })] })).toEqual(['task new']);
  });

  it('refuses to tear a task of ours from its parent, which the file moves', () => {
    const parent = taskWith('parent');
    const workspace = workspaceOf({
      project: [projectWith('launch'), projectWith('api', { rank: 2 })],
      task: [parent, taskWith('ours', { parentId: parent.id })],
    });
    const file = { ...nothing, task: [{ ...parent, projectId: projectId('api') }] };
    expect(planImport(workspace, file)).toEqual({
      type: 'invalid',
      problems: [{ field: 'task ours', message: 'A subtask belongs to the same project as its parent.' }],
    });
  });

  it('is not held up by what damage had broken before', () => {
    const workspace = workspaceOf({
      project: [projectWith('launch')],
      task: [taskWith('damaged', { assigneeId: personId('lost') })],
    });
    const after = imported(workspace, { ...nothing, task: [taskWith('new')] });
    expect(after.tables.task.size).toBe(2);
  });

  it('takes one look at each of many entities', () => {
    const task = Array.from({ length: 20_000 }, (_, index) =>
      taskWith(`many-${String(index)}`, { rank: index }),
    );
    const after = imported(emptyWorkspace(), { ...nothing, project: [projectWith('launch')], task });
    expect(after.tables.task.size).toBe(20_000);
  });
});
