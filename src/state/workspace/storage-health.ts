import { createStore, type StoreApi } from 'zustand/vanilla';

/**
 * Whether what the person does is kept.
 *
 * - `sound`: every change is on the disk when it is on the screen.
 * - `forgetful`: this window has no storage and forgets everything when it closes.
 * - `full`: the browser gives no more space; what is stored can be read, exported and deleted.
 * - `failing`: the newest change could not be stored for another reason; `message` is for people.
 * - `closed`: this window has lost its storage for good and must be reloaded.
 */
export type StorageHealth =
  | { readonly type: 'sound' }
  | { readonly type: 'forgetful'; readonly message: string }
  | { readonly type: 'full' }
  | { readonly type: 'failing'; readonly message: string }
  | { readonly type: 'closed'; readonly reason: 'newer-version-open' | 'cleared' };

export interface StorageHealthState {
  readonly health: StorageHealth;
  /** How many changes are on their way to the disk. */
  readonly savingCount: number;
  /** Places in the log whose entries cannot be read. */
  readonly missingEntries: readonly number[];
}

export type StorageHealthApi = StoreApi<StorageHealthState>;

export function createStorageHealth(health: StorageHealth): StorageHealthApi {
  return createStore<StorageHealthState>(() => ({ health, savingCount: 0, missingEntries: [] }));
}

/** What a finished write says of the storage; `null` stands for success. */
export interface WriteFailure {
  readonly code: string;
  readonly message: string;
}

/** The health after a write. A window that forgets stays one, and one that is closed stays closed. */
export function healthAfterWrite(health: StorageHealth, failure: WriteFailure | null): StorageHealth {
  switch (health.type) {
    case 'forgetful':
    case 'closed':
      return health;
    case 'sound':
    case 'full':
    case 'failing':
      if (failure === null) return health.type === 'sound' ? health : { type: 'sound' };
      return failure.code === 'storage-full'
        ? { type: 'full' }
        : { type: 'failing', message: failure.message };
  }
}
