import { createContext, use } from 'react';
import type { StoreApi } from 'zustand';
import { useStore } from 'zustand';

import type { SessionId } from '@/domain/sessions';

import type { BackupMemory, Progress } from './backup-memory';
import type { BackupFile, Reminder } from './backup-plan';

/** What is known of the folder for backups. `asleep`: the browser wants to be asked again, on a click, before it writes there. */
export type FolderStanding =
  | { readonly type: 'none' }
  | { readonly type: 'asleep'; readonly name: string }
  | { readonly type: 'ready'; readonly name: string };

/** A folder of the person's choice. Rejects with a `MomentumError` in words for people when it cannot be used. */
export interface BackupFolder {
  /** Asks nobody. */
  look(): Promise<FolderStanding>;
  /** Lets the person choose, so call it on a click; `null` when they would rather not. */
  choose(): Promise<FolderStanding | null>;
  /** Asks for permission, so call it on a click. */
  allow(): Promise<FolderStanding>;
  forget(): Promise<void>;
  files(): Promise<readonly BackupFile[]>;
  /** Writes a whole file or none. */
  write(name: string, parts: AsyncIterable<string>): Promise<void>;
  remove(name: string): Promise<void>;
}

export interface BackupState {
  /** `unsupported`: this browser does not let pages write into folders. */
  readonly folder: FolderStanding | { readonly type: 'unsupported' } | { readonly type: 'looking' };
  readonly activity:
    | { readonly type: 'resting' | 'writing' }
    | { readonly type: 'failed'; readonly message: string };
  readonly memory: BackupMemory;
  readonly progress: Progress;
  /** Why to think of a copy now; `null` for no reason, or because the folder takes care of it. */
  readonly reminder: Reminder | null;
}

/** Copies of everything: by hand, and by themselves into a folder. What fails is told in the state; only exports reject. */
export interface Backup {
  readonly store: Pick<StoreApi<BackupState>, 'getState' | 'getInitialState' | 'subscribe'>;
  /** Hands everything to the browser as a file. */
  exportEverything(): Promise<void>;
  exportSession(id: SessionId): Promise<void>;
  /** Shows the browser's own dialog, so call it on a click. */
  chooseFolder(): Promise<void>;
  /** Makes the browser ask, so call it on a click. */
  allowFolder(): Promise<void>;
  forgetFolder(): Promise<void>;
  backUpNow(): Promise<void>;
  setKeep(keep: number): void;
  /** Not now: the reminder counts anew. */
  snooze(): void;
  close(): void;
}

/** What takes space and is not needed; `bytes` is about how much. */
export interface Spare {
  readonly deletedSessions: number;
  readonly streams: number;
  readonly bytes: number;
}

/** What can be done to the storage of this device as a whole. */
export interface DeviceUpkeep {
  /** `null` where nothing is stored. */
  readonly spare: { measure(): Promise<Spare>; free(): Promise<Spare> } | null;
  /**
   * Deletes everything that Momentum keeps on this device, and starts anew. It cannot be called off.
   *
   * @param onWaiting - told when another tab that is asleep is in the way; erasing goes on when it is closed.
   */
  erase(onWaiting: () => void): Promise<void>;
}

export interface BackupServices {
  readonly backup: Backup;
  readonly upkeep: DeviceUpkeep;
}

export const BackupServicesContext = createContext<BackupServices | null>(null);

export function useBackupServices(): BackupServices {
  const services = use(BackupServicesContext);
  if (services === null) throw new Error('Backups need a BackupServicesContext around them.');
  return services;
}

/** Reads the state of backups; renders again when the answer is another one by `Object.is`. */
export function useBackup<Answer>(selector: (state: BackupState) => Answer): Answer {
  return useStore(useBackupServices().backup.store, selector);
}
