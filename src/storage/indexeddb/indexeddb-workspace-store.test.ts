import 'fake-indexeddb/auto';
import { newName, opened, ready } from '@/testing/opened-workspace';
import { describeWorkspaceStore } from '@/testing/workspace-store-contract';

describeWorkspaceStore('IndexedDB', async () => {
  const name = newName();
  return { first: ready(await opened({ name })), second: ready(await opened({ name })) };
});
