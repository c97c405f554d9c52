export type { ChangeResult } from '@/agent/workspace';
export { createWorkspaceCommands, type HistoryResult, type WorkspaceCommands } from './commands';
export { dueCountsStoreOf, glanceOf } from './due-counts';
export { failureInWords } from './failure-words';
export { activityQuery, exampleQuery, storageSpaceQuery } from './queries';
export {
  createStorageHealth,
  healthAfterWrite,
  type StorageHealth,
  type StorageHealthApi,
} from './storage-health';
export { useStoppedUndo, useUndo, type UndoActions } from './undo-conflict';
export {
  useWorkspaceCommands,
  useWorkspaceServices,
  useWorkspaceState,
  WorkspaceServicesContext,
} from './use-workspace';
export type {
  DocumentContent,
  DocumentProblem,
  SessionDocument,
  SessionImports,
  SessionStanding,
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
  type WorkspaceViewStore,
} from './workspace-view';
