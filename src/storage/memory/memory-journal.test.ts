import { describeJournal } from '@/testing/journal-contract';

import { MemoryWorkspaceStore } from './memory-workspace-store';

describeJournal('memory', () => {
  const store = new MemoryWorkspaceStore();
  return Promise.resolve({ first: store.journal, second: store.journal, store });
});
