import { createStore, type StoreApi } from 'zustand/vanilla';

import { targetOf, type CommitId, type LogEntry } from '@/domain/deltas';
import type { WorkspaceStoreApi } from '@/state/workspace';

/** Ids of projects and tasks that were changed just now, but not here. */
export type Arrivals = ReadonlySet<string>;
export type ArrivalsStore = Pick<StoreApi<Arrivals>, 'getState' | 'subscribe' | 'getInitialState'>;

const markedForMs = 6_000;

/**
 * Marks what arrives from another tab or from an agent, for a short while.
 *
 * @returns the marks, and the way to begin: it answers with the way to stop.
 */
export function createArrivals(
  workspaceStore: WorkspaceStoreApi,
  isOwn: (id: CommitId) => boolean,
): { readonly store: ArrivalsStore; readonly follow: () => () => void } {
  const store = createStore<Arrivals>(() => new Set());
  const timers = new Set<ReturnType<typeof setTimeout>>();

  function later(work: () => void, delayMs: number): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, delayMs);
    timers.add(timer);
  }

  function mark(entries: readonly LogEntry[]): void {
    const ids = entries.filter((entry) => !isOwn(entry.commit.id)).flatMap(changedIds);
    if (ids.length === 0) return;
    store.setState(new Set([...store.getState(), ...ids]), true);
    later(() => {
      store.setState(new Set([...store.getState()].filter((id) => !ids.includes(id))), true);
    }, markedForMs);
  }

  return {
    store,
    follow: () => {
      let seen = workspaceStore.getState().head;
      const stop = workspaceStore.subscribe((state) => {
        const fresh = state.arrived.filter((entry) => entry.sequence > seen);
        seen = state.head;
        // A commit made here is shown a moment before it is known to be our own.
        later(() => {
          mark(fresh);
        }, 0);
      });
      return () => {
        stop();
        for (const timer of timers) clearTimeout(timer);
        timers.clear();
      };
    },
  };
}

function changedIds({ commit }: LogEntry): readonly string[] {
  return commit.deltas.flatMap((delta) => {
    if (delta.type === 'delete') return [];
    if (delta.kind === 'task' || delta.kind === 'project') return [targetOf(delta)];
    return delta.kind === 'comment' && delta.type === 'create'
      ? [delta.entity.taskId ?? delta.entity.projectId]
      : [];
  });
}
