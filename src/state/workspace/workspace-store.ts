import { createStore, type StoreApi } from 'zustand/vanilla';

import type { LiveWorkspace, WorkspaceState } from '@/agent/workspace';

export type WorkspaceStoreApi = Pick<StoreApi<WorkspaceState>, 'getState' | 'subscribe' | 'getInitialState'>;

/** Mirrors the live workspace for screens [W1]. Nothing else writes to it; it can be thrown away and made again at any time. */
export function createWorkspaceStore(live: Pick<LiveWorkspace, 'state' | 'subscribe'>): WorkspaceStoreApi {
  const store = createStore<WorkspaceState>(() => live.state());
  live.subscribe((state) => {
    store.setState(state, true);
  });
  return store;
}
