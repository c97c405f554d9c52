import { describeWorkspaceStore } from '@/testing/workspace-store-contract';

import { MemoryWorkspaceStore } from './memory-workspace-store';

describeWorkspaceStore('memory', () => {
  const store = new MemoryWorkspaceStore();
  return Promise.resolve({ first: store, second: store });
});
