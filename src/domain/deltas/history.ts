import type { CommitId, LogEntry } from './delta';

/** What undo and redo would do next, newest last. Derived from the log alone, so that every tab and every reload agrees. */
export interface History {
  readonly undoable: readonly LogEntry[];
  readonly redoable: readonly LogEntry[];
}

export const emptyHistory: History = { undoable: [], redoable: [] };

/** How many steps back undo reaches by itself; older states are restored from the activity view. */
export const historyDepth = 200;

/**
 * The history after one more entry. An undo takes the commits that it undoes out of the way and waits in `redoable` itself; a redo
 * takes out the undo and waits in `undoable` [W2]. Anything else is new work: it can be undone, and nothing can be redone past it.
 */
export function historyAfter(history: History, entry: LogEntry): History {
  const { cause } = entry.commit;
  switch (cause.type) {
    case 'undo':
      return {
        undoable: without(history.undoable, cause.commitIds),
        redoable: [...without(history.redoable, cause.commitIds), entry].slice(-historyDepth),
      };
    case 'redo':
      return {
        undoable: [...without(history.undoable, cause.commitIds), entry].slice(-historyDepth),
        redoable: without(history.redoable, cause.commitIds),
      };
    case 'edit':
    case 'restore':
    case 'import':
    case 'example':
      return { undoable: [...history.undoable, entry].slice(-historyDepth), redoable: [] };
  }
}

function without(entries: readonly LogEntry[], ids: readonly CommitId[]): readonly LogEntry[] {
  return entries.filter((entry) => !ids.includes(entry.commit.id));
}
