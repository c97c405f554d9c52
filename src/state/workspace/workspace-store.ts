import { createStore, type StoreApi } from 'zustand/vanilla';

import type { Frames } from '@/agent';
import type { LiveWorkspace, WorkspaceState } from '@/agent/workspace';

import { atMostOnceAFrame } from '../frames';

export type WorkspaceStoreApi = Pick<StoreApi<WorkspaceState>, 'getState' | 'subscribe' | 'getInitialState'>;

export interface WorkspaceStorePorts {
  readonly live: Pick<LiveWorkspace, 'state' | 'subscribe'>;
  readonly frames: Frames;
}

/**
 * Mirrors the live workspace for screens [W1]: what an agent does at most once a frame, all else at once. Nothing else writes to it; it
 * can be thrown away and made again at any time.
 */
export function createWorkspaceStore({ live, frames }: WorkspaceStorePorts): WorkspaceStoreApi {
  const store = createStore<WorkspaceState>(() => live.state());
  const changes = atMostOnceAFrame<WorkspaceState>(frames, (state) => {
    store.setState(state, true);
  });
  live.subscribe((state) => {
    if (state.arrived.at(-1)?.commit.author.type === 'agent') changes.withNextFrame(state);
    else changes.now(state);
  });
  return store;
}
