import 'fake-indexeddb/auto';
import { describeWorkspaceStore } from '@/testing/workspace-store-contract';

import { openWorkspaceDatabase, type OpenOptions } from './open-workspace-database';

let databaseCount = 0;

async function openedStore(options: Partial<OpenOptions> & { readonly name: string }) {
  const opened = await openWorkspaceDatabase({
    newDatabaseId: () => `database of ${options.name}`,
    witnesses: [],
    onEvent: () => undefined,
    ...options,
  });
  if (opened.type !== 'ready') throw new Error(`The database is suspicious: ${opened.suspicion.type}.`);
  return opened.store;
}

function newName(): string {
  databaseCount += 1;
  return `momentum-${String(databaseCount)}`;
}

describeWorkspaceStore('IndexedDB', async () => {
  const name = newName();
  return { first: await openedStore({ name }), second: await openedStore({ name }) };
});
