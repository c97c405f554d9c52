export {
  LiveWorkspace,
  type ChangeOptions,
  type ChangeResult,
  type Planned,
  type Settled,
  type WorkspaceState,
} from './live-workspace';
