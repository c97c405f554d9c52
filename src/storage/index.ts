// What reads documents has a door of its own, so that the first page need not hold it.
export { checkDocumentSize } from './documents/document-size';
export { serialiseWorkspace } from './documents/serialise';
export { eraseWorkspaceDatabase } from './erase';
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
export { openShelf, type Shelf } from './shelf';
export { browserStorageCare } from './storage-care';
export {
  localErasedDatabases,
  localStorageWitness,
  privateFileWitness,
  type ErasedDatabases,
  type LogMark,
  type Suspicion,
  type Witness,
} from './witness';
