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
    const shown = store.getState().head;
    const isAgentsAlone = state.arrived.every(
      ({ sequence, commit }) => sequence <= shown || commit.author.type === 'agent',
    );
    if (state.arrived.length > 0 && isAgentsAlone) changes.withNextFrame(state);
    else changes.now(state);
  });
  return store;
}
