import { rawDatabase } from './raw-indexeddb';

/** A whole IndexedDB database as plain data: the layout of its tables, and every record with its key. */
export interface WholeDatabase {
  readonly version: number;
  readonly tables: readonly WholeTable[];
}

interface WholeTable {
  readonly name: string;
  readonly keyPath: string | string[] | null;
  readonly autoIncrement: boolean;
  readonly indexes: readonly { readonly name: string; readonly keyPath: string; readonly unique: boolean }[];
  readonly records: readonly { readonly key: IDBValidKey; readonly value: unknown }[];
}

/** Makes a database exactly as it was, without any code of the app. */
export async function restoredDatabase(name: string, whole: WholeDatabase): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open(name, whole.version);
    request.addEventListener('upgradeneeded', () => {
      for (const table of whole.tables) restoreTable(request.result, table);
    });
    request.addEventListener('success', () => {
      request.result.close();
      resolve();
    });
    request.addEventListener('error', () => {
      reject(new Error('The database was not restored.', { cause: request.error }));
    });
  });
}

function restoreTable(database: IDBDatabase, table: WholeTable): void {
  const { keyPath, autoIncrement } = table;
  const store = database.createObjectStore(table.name, { keyPath, autoIncrement });
  for (const index of table.indexes) store.createIndex(index.name, index.keyPath, { unique: index.unique });
  for (const { key, value } of table.records) {
    if (keyPath === null) store.put(value, key);
    else store.put(value);
  }
}

/** The layout of a database: what an upgrade must leave behind, records aside. */
export async function layoutOf(name: string): Promise<unknown> {
  const database = await rawDatabase(name);
  const transaction = database.transaction([...database.objectStoreNames]);
  const tables = [...database.objectStoreNames].map((table) => {
    const { keyPath, autoIncrement, indexNames } = transaction.objectStore(table);
    const indexes = [...indexNames].map((index) => {
      const { keyPath: indexPath, unique } = transaction.objectStore(table).index(index);
      return { name: index, keyPath: indexPath, unique };
    });
    return { name: table, keyPath, autoIncrement, indexes };
  });
  const { version } = database;
  database.close();
  return { version, tables };
}
