/** Opens the database as somebody who knows nothing of the app and never lets go. */
export function rawDatabase(name: string, version?: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.addEventListener('success', () => {
      resolve(request.result);
    });
    request.addEventListener('error', () => {
      reject(new Error('The raw database did not open.', { cause: request.error }));
    });
  });
}

export function deletedDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.addEventListener('success', () => {
      resolve();
    });
    request.addEventListener('error', () => {
      reject(new Error('The database was not deleted.', { cause: request.error }));
    });
  });
}

/** Changes the stored data behind the app's back. */
export async function changed(
  name: string,
  tables: string[],
  change: (table: (name: string) => IDBObjectStore) => unknown,
): Promise<void> {
  const database = await rawDatabase(name);
  const transaction = database.transaction(tables, 'readwrite');
  change((table) => transaction.objectStore(table));
  await new Promise((resolve) => {
    transaction.addEventListener('complete', resolve);
  });
  database.close();
}
