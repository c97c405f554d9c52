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
