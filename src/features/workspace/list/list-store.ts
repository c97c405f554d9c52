import { createStore, type StoreApi } from 'zustand/vanilla';

import type { Composer } from '../rows/row-model';

/** What the hands on the list are at. */
export interface ListState {
  /** Key of the one row that Tab reaches; null before there are rows. */
  readonly activeKey: string | null;
  readonly renamingKey: string | null;
  readonly composer: Composer | null;
}

export type ListStore = StoreApi<ListState>;

export function createListStore(): ListStore {
  return createStore<ListState>(() => ({ activeKey: null, renamingKey: null, composer: null }));
}
