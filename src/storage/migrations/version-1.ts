import type { Upgrade } from './index';

/** Version 1 spells its names out, so that later changes of the code cannot change what version 1 was. */
export function migrateToVersion1({ database, transaction, newDatabaseId }: Upgrade): void {
  for (const kind of ['person', 'project', 'task', 'comment', 'email']) {
    database.createObjectStore(kind, { keyPath: 'id' });
  }
  database
    .createObjectStore('log', { keyPath: 'sequence' })
    .createIndex('commitId', 'commit.id', { unique: true });
  database.createObjectStore('journal', { keyPath: ['sessionId', 'sequence'] });
  database.createObjectStore('displaced', { autoIncrement: true });
  database.createObjectStore('meta');
  transaction
    .objectStore('meta')
    .put({ databaseId: newDatabaseId, head: 0, count: 0, chain: '0'.repeat(64) }, 'workspace');
}
