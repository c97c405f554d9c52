import type { Page } from '@playwright/test';

/** Ways in which a browser's storage fails, done to a real one. The page must be on Momentum's origin. */

/** Takes a page to the same origin without the app: what is done there, no app does. */
export async function goQuiet(page: Page): Promise<void> {
  await page.route('**/quiet', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Quiet</title></html>',
    }),
  );
  await page.goto('/quiet');
}

/** Opens the database at a version of its own, as another version of the app would. */
export async function openAtVersion(page: Page, version: number): Promise<void> {
  await page.evaluate(
    (wanted) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('momentum', wanted);
        request.addEventListener('success', () => {
          request.result.close();
          resolve();
        });
        request.addEventListener('error', () => {
          reject(new Error('The database cannot be opened.'));
        });
      }),
    version,
  );
}

/**
 * Opens a transaction on everything and does not end it, as a tab does that is frozen in the middle of one, or a disk that is slow.
 *
 * @returns what ends it.
 */
export async function holdTransaction(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('momentum');
        opening.addEventListener('success', () => {
          const database = opening.result;
          const transaction = database.transaction([...database.objectStoreNames], 'readwrite');
          let isHeld = true;
          const askAgain = (): void => {
            if (isHeld)
              transaction.objectStore('meta').get('workspace').addEventListener('success', askAgain);
          };
          askAgain();
          addEventListener('let-go-of-the-storage', () => {
            isHeld = false;
          });
          transaction.addEventListener('complete', () => {
            database.close();
          });
          resolve();
        });
      }),
  );
  return () =>
    page.evaluate(() => {
      dispatchEvent(new Event('let-go-of-the-storage'));
    });
}

/** Deletes the database; whoever has it open is asked to close it. */
export async function deleteDatabase(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase('momentum');
        request.addEventListener('success', () => {
          resolve();
        });
        request.addEventListener('error', () => {
          reject(new Error('The database cannot be deleted.'));
        });
      }),
  );
}

/** Which record, by a text in it, and what is written over its fields. */
export interface Damage {
  readonly table: string;
  readonly text: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export async function damageRecord(page: Page, { table, text, fields }: Damage): Promise<void> {
  await page.evaluate(
    ([tableName, wanted, changes]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('momentum');
        opening.addEventListener('success', () => {
          const database = opening.result;
          const transaction = database.transaction(tableName, 'readwrite');
          const cursors = transaction.objectStore(tableName).openCursor();
          cursors.addEventListener('success', () => {
            const cursor = cursors.result;
            if (cursor === null) return;
            if (JSON.stringify(cursor.value).includes(wanted)) cursor.update({ ...cursor.value, ...changes });
            cursor.continue();
          });
          transaction.addEventListener('complete', () => {
            database.close();
            resolve();
          });
          transaction.addEventListener('abort', () => {
            reject(new Error('The record cannot be damaged.'));
          });
        });
      }),
    [table, text, fields] as const,
  );
}

/** Takes entries out of the end of the log, and leaves everything else as it is. */
export async function cutLog(page: Page, newestKept: number): Promise<void> {
  await page.evaluate(
    (kept) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('momentum');
        opening.addEventListener('success', () => {
          const database = opening.result;
          const transaction = database.transaction('log', 'readwrite');
          transaction.objectStore('log').delete(IDBKeyRange.lowerBound(kept, true));
          transaction.addEventListener('complete', () => {
            database.close();
            resolve();
          });
          transaction.addEventListener('abort', () => {
            reject(new Error('The log cannot be cut.'));
          });
        });
      }),
    newestKept,
  );
}

/** Takes away everything that Momentum has stored, as "clear site data" does. */
export async function clearStorage(page: Page): Promise<void> {
  await deleteDatabase(page);
  await page.evaluate(async () => {
    localStorage.clear();
    const root = await navigator.storage.getDirectory();
    for await (const name of root.keys()) await root.removeEntry(name);
  });
}
