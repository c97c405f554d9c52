export { MemoryWorkspaceStore } from './memory-workspace-store';
