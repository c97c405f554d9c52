import { openDB } from 'idb';

import { sequence } from '@/domain/deltas';

import { StorageNewerError } from '../errors';
import { soundWorkspace, type RawTables } from '../records/set-aside';

/** Says that the data is from a newer version, and brings along what this version understands of it. */
export async function newerError(name: string, cause: unknown): Promise<StorageNewerError> {
  try {
    const database = await openDB(name);
    try {
      const tables = await readKnownTables(database);
      return new StorageNewerError(
        database.version,
        { ...soundWorkspace(tables), head: sequence(0) },
        { cause },
      );
    } finally {
      database.close();
    }
  } catch {
    return new StorageNewerError(0, null, { cause });
  }
}

async function readKnownTables(database: Awaited<ReturnType<typeof openDB>>): Promise<RawTables> {
  const read = async (table: string): Promise<readonly unknown[]> => {
    if (!database.objectStoreNames.contains(table)) return [];
    const records: readonly unknown[] = await database.getAll(table);
    return records;
  };
  return {
    person: await read('person'),
    project: await read('project'),
    task: await read('task'),
    comment: await read('comment'),
    email: await read('email'),
  };
}
