import { deleteDB, openDB } from 'idb';

/** Keeps one value that only a database can keep, such as the handle of a folder, apart from the workspace. */
export interface Shelf {
  /** What was put, unchecked; `undefined` when nothing was, or the browser has no storage. */
  get(): Promise<unknown>;
  /** Rejects when it cannot be kept. */
  put(value: unknown): Promise<void>;
  /** Takes it away, and the shelf with it. */
  clear(): Promise<void>;
}

/** A shelf in IndexedDB. It is opened for each use only, so it is never in the way of anybody. */
export function openShelf(name: string): Shelf {
  return {
    async get() {
      try {
        return await used(name, (database): Promise<unknown> => database.get(table, key));
      } catch {
        return undefined;
      }
    },
    put: async (value) => {
      await used(name, (database) => database.put(table, value, key));
    },
    clear: () => deleteDB(name),
  };
}

const table = 'shelf';
const key = 'value';

type ShelfDatabase = Awaited<ReturnType<typeof opened>>;

async function used<Result>(
  name: string,
  work: (database: ShelfDatabase) => Promise<Result>,
): Promise<Result> {
  const database = await opened(name);
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

function opened(name: string) {
  return openDB(name, 1, {
    upgrade(database) {
      database.createObjectStore(table);
    },
    blocking(_openVersion, _wantedVersion, event) {
      if (event.target instanceof IDBDatabase) event.target.close();
    },
  });
}
