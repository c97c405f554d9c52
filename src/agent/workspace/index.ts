export { LiveWorkspace, type ChangeOptions, type ChangeResult, type WorkspaceState } from './live-workspace';
