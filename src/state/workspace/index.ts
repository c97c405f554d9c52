export type { ChangeResult } from '@/agent/workspace';
export {
  createWorkspaceCommands,
  type HistoryResult,
  type UndoStopped,
  type WorkspaceCommands,
} from './commands';
export { dueCountsStoreOf, glanceOf, type DueCounts, type Glance, type OpenByDueDate } from './due-counts';
export { failureInWords } from './failure-words';
export { activityQuery, exampleQuery, storageSpaceQuery } from './queries';
export {
  createStorageHealth,
  healthAfterWrite,
  type StorageHealth,
  type StorageHealthApi,
  type StorageHealthState,
} from './storage-health';
export {
  createUndoActions,
  undoConflictOf,
  useStoppedUndo,
  useUndo,
  type UndoActions,
  type UndoConflictState,
} from './undo-conflict';
export {
  useWorkspaceCommands,
  useWorkspaceServices,
  useWorkspaceState,
  WorkspaceServicesContext,
} from './use-workspace';
export type {
  DocumentProblem,
  ParsedDocument,
  WorkspaceDocuments,
  WorkspaceServices,
} from './workspace-services';
export { createWorkspaceStore, type WorkspaceStoreApi } from './workspace-store';
export {
  noCriteria,
  workspaceViewOf,
  type DueCriterion,
  type OpenDetails,
  type TaskCriteria,
  type WorkspaceView,
  type WorkspaceViewStore,
} from './workspace-view';
