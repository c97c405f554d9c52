export type {
  Clock,
  CommitOutcome,
  CommitRequest,
  DamagedRecord,
  Ids,
  JournalRecord,
  LoadedWorkspace,
  LogRange,
  WorkspaceStore,
} from './ports';
