import { useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';

import type { LogEntry } from '@/domain/deltas';
import type { ConflictChoice } from '@/domain/planning';

import type { HistoryResult, UndoStopped, WorkspaceCommands } from './commands';
import { useWorkspaceServices } from './use-workspace';
import type { WorkspaceServices } from './workspace-services';
import type { WorkspaceStoreApi } from './workspace-store';

/** An undo that met newer changes, until the person has chosen what becomes of them [W3]. */
export interface UndoConflictState {
  readonly stopped: UndoStopped | null;
}

/** Undo and redo as the person asks for them. A conflict is handed to the one dialog that asks what to do with it. */
export interface UndoActions {
  readonly undo: () => Promise<HistoryResult>;
  readonly redo: () => Promise<HistoryResult>;
  readonly undoEntry: (entry: LogEntry) => Promise<HistoryResult>;
  /** Undoes several, given in log order, as one. */
  readonly undoEntries: (entries: readonly LogEntry[]) => Promise<HistoryResult>;
  /** Carries out the undo that stopped, with the person's choice. */
  readonly settle: (choice: Exclude<ConflictChoice, 'ask'>) => Promise<HistoryResult>;
  /** Leaves everything as it is. */
  readonly dismiss: () => void;
}

const stores = new WeakMap<WorkspaceStoreApi, StoreApi<UndoConflictState>>();

/** The open conflict of a window. One for each workspace store, and thrown away with it. */
export function undoConflictOf(workspaceStore: WorkspaceStoreApi): StoreApi<UndoConflictState> {
  let store = stores.get(workspaceStore);
  if (store === undefined) {
    store = createStore<UndoConflictState>(() => ({ stopped: null }));
    stores.set(workspaceStore, store);
  }
  return store;
}

export function createUndoActions({ store, commands }: UndoServices): UndoActions {
  const conflict = undoConflictOf(store);
  const noting = async (undoing: Promise<HistoryResult>): Promise<HistoryResult> => {
    const result = await undoing;
    if (result.type === 'conflict') conflict.setState({ stopped: result });
    return result;
  };
  return {
    undo: () => noting(commands.undo('ask')),
    redo: () => noting(commands.redo('ask')),
    undoEntry: (entry) => noting(commands.undoEntries([entry], 'ask')),
    undoEntries: (entries) => noting(commands.undoEntries(entries, 'ask')),
    settle: async (choice) => {
      const { stopped } = conflict.getState();
      conflict.setState({ stopped: null });
      return stopped === null ? { type: 'nothing-to-do' } : commands.undoEntries(stopped.entries, choice);
    },
    dismiss: () => {
      conflict.setState({ stopped: null });
    },
  };
}

type UndoServices = Pick<WorkspaceServices, 'store'> & {
  readonly commands: Pick<WorkspaceCommands, 'undo' | 'redo' | 'undoEntries'>;
};

export function useUndo(): UndoActions {
  const services = useWorkspaceServices();
  return useMemo(() => createUndoActions(services), [services]);
}

/** The undo that waits for the person's choice, or `null`. */
export function useStoppedUndo(): UndoStopped | null {
  return useStore(undoConflictOf(useWorkspaceServices().store), (state) => state.stopped);
}
