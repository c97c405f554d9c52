export { checkDocumentSize, parseWorkspaceDocument, serialiseWorkspace } from './documents';
export {
  StorageAsleepError,
  StorageFailedError,
  StorageFullError,
  StorageNewerError,
  StorageUnavailableError,
} from './errors';
export {
  openWorkspaceDatabase,
  type IndexedDbWorkspaceStore,
  type OpenedWorkspace,
  type OpenOptions,
  type StorageEvent,
} from './indexeddb';
export { MemoryWorkspaceStore } from './memory';
export type { RawRecord } from './records/raw-records';
export { browserStorageCare } from './storage-care';
export {
  localStorageWitness,
  privateFileWitness,
  type LogMark,
  type Suspicion,
  type Witness,
} from './witness';
