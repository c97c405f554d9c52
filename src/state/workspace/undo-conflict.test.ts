import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';

import { commitId, emptyHistory, sequence, type LogEntry } from '@/domain/deltas';
import type { ConflictChoice } from '@/domain/planning';
import { emptyWorkspace, millis } from '@/domain/workspace';

import type { HistoryResult, UndoStopped } from './commands';
import { createUndoActions, undoConflictOf } from './undo-conflict';

const entry: LogEntry = {
  sequence: sequence(1),
  commit: {
    id: commitId('chg_1'),
    at: millis(0),
    author: { type: 'person' },
    cause: { type: 'edit' },
    summary: 'Something',
    deltas: [],
  },
};

const stopped: UndoStopped = { type: 'conflict', entries: [entry], conflicts: [] };

describe('an undo that meets newer changes', () => {
  it('[W3] waits for the person, and is carried out with their choice', async () => {
    const { actions, conflict, choices } = arranged();

    expect(await actions.undoEntry(entry)).toEqual(stopped);
    expect(conflict.getState()).toEqual({ stopped });

    expect(await actions.settle('keep-newer')).toEqual({ type: 'committed', entry });
    expect(conflict.getState()).toEqual({ stopped: null });
    expect(choices).toEqual(['ask', 'keep-newer']);
  });

  it('[W3] changes nothing when it is dismissed', async () => {
    const { actions, conflict, choices } = arranged();
    await actions.undo();
    actions.dismiss();

    expect(conflict.getState()).toEqual({ stopped: null });
    expect(await actions.settle('overwrite')).toEqual({ type: 'nothing-to-do' });
    expect(choices).toEqual(['ask']);
  });
});

function arranged() {
  const store = createStore(() => ({
    workspace: emptyWorkspace(),
    head: sequence(1),
    history: emptyHistory,
    arrived: [],
  }));
  const choices: ConflictChoice[] = [];
  const answer = (choice: ConflictChoice): Promise<HistoryResult> => {
    choices.push(choice);
    return Promise.resolve(choice === 'ask' ? stopped : { type: 'committed', entry });
  };
  const commands = {
    undo: answer,
    redo: answer,
    undoEntries: (...[, choice]: [unknown, ConflictChoice]) => answer(choice),
  };
  return { actions: createUndoActions({ store, commands }), conflict: undoConflictOf(store), choices };
}
