export type { IndexedDbWorkspaceStore } from './indexeddb-workspace-store';
export {
  openWorkspaceDatabase,
  type OpenedWorkspace,
  type OpenOptions,
  type StorageEvent,
} from './open-workspace-database';
