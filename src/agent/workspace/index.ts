export {
  LiveWorkspace,
  type ChangeOptions,
  type ChangeResult,
  type Planned,
  type Settled,
  type WorkspacePorts,
  type WorkspaceState,
} from './live-workspace';
