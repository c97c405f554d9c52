export {
  checkDocumentSize,
  exportedSessions,
  importSession,
  parseWorkspaceDocument,
  serialiseDocument,
  serialiseWorkspace,
  sessionStanding,
  type EventCheck,
  type ParsedDocument,
  type SessionDocument,
  type SessionExchange,
  type SessionStanding,
} from './documents';
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
