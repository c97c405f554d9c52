import { describe, expect, it, vi } from 'vitest';

import { MomentumError } from '@/domain';
import { commitId, emptyHistory, sequence, type Cause, type History, type LogEntry } from '@/domain/deltas';
import { millis } from '@/domain/workspace';
import type { ChangeResult, HistoryResult, WorkspaceCommands } from '@/state/workspace';
import type { ToastMessage } from '@/ui';

import { createChanges } from './changes';

class FullStorageError extends MomentumError {
  readonly code = 'storage-full';
}

const edit = entryOf('edited', { type: 'edit' });
const undone = entryOf('Undone: edited', { type: 'undo', commitIds: [edit.commit.id] });

describe('a change by hand', () => {
  it('is told with its summary, and taken back from there', async () => {
    const { changes, told, undoing } = arranged({ undoable: [edit], redoable: [] });

    expect(await changes.change(() => Promise.resolve({ type: 'committed', entry: edit }))).toEqual({
      type: 'committed',
      entry: edit,
    });
    expect(told).toMatchObject([{ title: 'edited', action: { label: 'Undo' } }]);
    expect(changes.isOwn(edit.commit.id)).toBe(true);

    told[0]?.action?.onSelect();
    await vi.waitFor(() => {
      expect(told).toMatchObject([{}, { title: 'Undone: edited', action: { label: 'Redo' } }]);
    });
    expect(undoing).toEqual(['edited']);
  });

  it('is not taken back twice by a toast that outlived its sense', async () => {
    const { changes, told, undoing } = arranged(emptyHistory);
    await changes.change(() => Promise.resolve({ type: 'committed', entry: edit }));
    told[0]?.action?.onSelect();

    expect(told[1]).toMatchObject({ title: 'This was taken back already.' });
    expect(undoing).toEqual([]);
  });

  it('that breaks a rule is told by menus and keys, and answered to forms', async () => {
    const refusal: ChangeResult = { type: 'invalid', problems: [{ field: 'title', message: 'Too long.' }] };
    const { changes, told } = arranged(emptyHistory);

    expect(await changes.attempt(() => Promise.resolve(refusal))).toEqual(refusal);
    expect(told).toEqual([]);
    expect(await changes.change(() => Promise.resolve(refusal))).toEqual(refusal);
    expect(told).toMatchObject([{ tone: 'warning', title: 'Too long.' }]);
  });

  it('that cannot be stored is told with the reason, and that nothing was changed', async () => {
    const { changes, told } = arranged(emptyHistory);
    const failure = new FullStorageError('There is no room left.');

    expect(await changes.attempt(() => Promise.reject(failure))).toEqual({ type: 'failed' });
    expect(told).toMatchObject([
      { tone: 'danger', title: 'There is no room left.', description: 'Nothing was changed.' },
    ]);
  });
});

describe('undo and redo', () => {
  it('say so when there is nothing to do', async () => {
    const { changes, told } = arranged(emptyHistory, { type: 'nothing-to-do' });
    await changes.undo();
    await changes.redo();

    expect(told.map(({ title }) => title)).toEqual([
      'There is nothing to undo.',
      'There is nothing to redo.',
    ]);
  });

  it('[W3] leave a conflict to the dialog that asks', async () => {
    const { changes, told } = arranged(emptyHistory, { type: 'conflict', entries: [edit], conflicts: [] });
    await changes.undo();

    expect(told).toEqual([]);
  });
});

function unused(): Promise<never> {
  return Promise.reject(new Error('Not part of this test.'));
}

function arranged(history: History, step: HistoryResult = { type: 'committed', entry: undone }) {
  const told: ToastMessage[] = [];
  const undoing: string[] = [];
  const commands: WorkspaceCommands = {
    createProject: unused,
    updateProject: unused,
    moveProject: unused,
    deleteProjects: unused,
    createTask: unused,
    updateTasks: unused,
    moveTask: unused,
    deleteTasks: unused,
    createPerson: unused,
    updatePerson: unused,
    deletePeople: unused,
    addComment: unused,
    editComment: unused,
    deleteComment: unused,
    undo: unused,
    redo: unused,
    undoEntries: unused,
    restore: unused,
    importSnapshot: unused,
    removeExample: unused,
  };
  const changes = createChanges({
    commands,
    undoing: {
      undo: () => Promise.resolve(step),
      redo: () => Promise.resolve(step),
      undoEntry: (entry) => {
        undoing.push(entry.commit.summary);
        return Promise.resolve(step);
      },
    },
    history: () => history,
    tell: (message) => {
      told.push(message);
    },
  });
  return { changes, told, undoing };
}

function entryOf(summary: string, cause: Cause): LogEntry {
  return {
    sequence: sequence(1),
    commit: {
      id: commitId(summary),
      at: millis(0),
      author: { type: 'person' },
      cause,
      summary,
      deltas: [],
    },
  };
}
