import type { Locator, Page } from '@playwright/test';

import type { MomentumPage } from './momentum-page';

/** The dialog "Backup", and what can be done about the storage in the dialog "Storage". */
export class BackupPage {
  readonly app: MomentumPage;
  readonly dialog: Locator;
  readonly storage: Locator;
  readonly eraseDialog: Locator;

  constructor(app: MomentumPage) {
    this.app = app;
    this.dialog = app.dialog('Backup');
    this.storage = app.dialog('Storage');
    this.eraseDialog = app.dialog('Erase all data on this device?');
  }

  async open(): Promise<void> {
    await this.app.choose('Backup');
  }

  async openErasing(): Promise<void> {
    await this.app.choose('Storage');
    await this.storage.getByRole('button', { name: 'Erase all data…' }).click();
  }
}

const folderName = 'Backups';

/** From now on the browser's own dialog, which no test can press, answers with a folder of the origin's private files. */
export async function answerFolderDialog(page: Page): Promise<void> {
  await page.addInitScript((name) => {
    window.showDirectoryPicker = async () =>
      (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true });
  }, folderName);
}

/** Until somebody presses Allow, the browser has to be asked again, as after a restart. */
export async function forgetPermission(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let permission: PermissionState = 'prompt';
    FileSystemHandle.prototype.queryPermission = () => Promise.resolve(permission);
    FileSystemHandle.prototype.requestPermission = () => {
      permission = 'granted';
      return Promise.resolve(permission);
    };
  });
}

/** Every file in the folder, by name, oldest first. */
export async function filesInFolder(page: Page): Promise<readonly { name: string; text: string }[]> {
  return page.evaluate(async (name) => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle(name, { create: true });
    const files: { name: string; text: string }[] = [];
    for await (const entry of folder.values()) {
      // What the browser writes beside a file is gone once the file is whole.
      if (!(entry instanceof FileSystemFileHandle) || !entry.name.endsWith('.json')) continue;
      files.push({ name: entry.name, text: await (await entry.getFile()).text() });
    }
    return files.toSorted((left, right) => left.name.localeCompare(right.name));
  }, folderName);
}

/**
 * Fills what space there is left: first with a deleted session of some four million characters, then with records that nobody reads,
 * until the browser takes no more. The quota has to be about six million bytes.
 */
export async function fillStorage(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('momentum');
      request.addEventListener('success', () => {
        resolve(request.result);
      });
    });
    const stored = (
      tables: string[],
      write: (table: (name: string) => IDBObjectStore) => void,
    ): Promise<boolean> =>
      new Promise((resolve) => {
        const transaction = database.transaction(tables, 'readwrite');
        write((name) => transaction.objectStore(name));
        transaction.addEventListener('complete', () => {
          resolve(true);
        });
        transaction.addEventListener('abort', () => {
          resolve(false);
        });
      });

    // What is random does not compress, so it takes its length on the disk.
    await stored(['journal', 'sessions'], (table) => {
      for (let sequence = 1; sequence <= 40; sequence += 1) {
        const text = Array.from(crypto.getRandomValues(new Uint8Array(50_000)), (byte) =>
          byte.toString(36),
        ).join('');
        const event = { type: 'message-sent', version: 1, at: sequence, text };
        table('journal').put({ sessionId: 'ses_gone', sequence, event });
      }
      const row = { id: 'ses_gone', title: 'Gone', status: 'idle', createdAt: 1, updatedAt: 2 };
      table('sessions').put({ ...row, isDeleted: true });
    });
    for (const length of [60_000, 10_000, 1_000, 100]) {
      let hasSpace = true;
      while (hasSpace) {
        hasSpace = await stored(['displaced'], (table) => {
          table('displaced').add({ table: 'person', record: crypto.getRandomValues(new Uint8Array(length)) });
        });
      }
    }
    database.close();
  });
}
