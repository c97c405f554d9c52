export { WorkspacePanel, type WorkspacePanelProps } from './WorkspacePanel';
