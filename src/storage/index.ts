export {
  checkDocumentSize,
  documentSizeLimit,
  parseWorkspaceDocument,
  serialiseWorkspace,
  type DocumentProblem,
  type ParsedDocument,
} from './documents';
export {
  JournalConflictError,
  StorageAsleepError,
  StorageBlockedError,
  StorageClosedError,
  StorageError,
  StorageFailedError,
  StorageFullError,
  StorageNewerError,
  StorageUnavailableError,
  type ClosedReason,
  type UnavailableReason,
} from './errors';
export {
  openWorkspaceDatabase,
  type IndexedDbWorkspaceStore,
  type OpenedWorkspace,
  type OpenOptions,
  type StorageEvent,
  type WorkspaceReader,
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
