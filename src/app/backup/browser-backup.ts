import { customAlphabet } from 'nanoid';

import { downloadBlob } from '@/features/documents';
import { eraseWorkspaceDatabase, openShelf, type ErasedDatabases, type Witness } from '@/storage';

import { localText, pickedFolder } from '../adapters';
import type { BackupParts } from './open-backup';

/** What keeps track of the database outside of it. */
export interface Keepers {
  readonly witnesses: readonly Witness[];
  readonly erased: ErasedDatabases;
}

/** What backups need of this browser. */
export function browserBackup(page: Window, keepers: Keepers): BackupParts {
  const shelf = openShelf('momentum-backup');
  const locks = 'locks' in page.navigator ? page.navigator.locks : null;
  return {
    place: localText(page, 'momentum.backup'),
    folder: pickedFolder(page, shelf),
    download: downloadBlob,
    onHidden: (listener) => whenHidden(page, listener),
    schedule(callback, delayMs) {
      const timer = page.setTimeout(callback, delayMs);
      return () => {
        page.clearTimeout(timer);
      };
    },
    async alone(work) {
      if (locks === null) await work();
      else {
        await locks.request('momentum.backup', { ifAvailable: true }, async (lock) => {
          if (lock !== null) await work();
        });
      }
    },
    mintTag: customAlphabet('0123456789abcdefghijklmnopqrstuvwxyz', 4),
    async eraseDevice(onWaiting) {
      await eraseWorkspaceDatabase({ ...keepers, onWaiting });
      await shelf.clear();
      for (const storage of [() => page.localStorage, () => page.sessionStorage]) wipe(storage);
      // Without the session in the address, which is gone.
      page.location.replace(`${page.location.pathname}${page.location.search}`);
    },
  };
}

function whenHidden(page: Window, listener: () => void): () => void {
  const onChange = (): void => {
    if (page.document.visibilityState === 'hidden') listener();
  };
  page.document.addEventListener('visibilitychange', onChange);
  return () => {
    page.document.removeEventListener('visibilitychange', onChange);
  };
}

/** Everything of ours but the list of what was erased, which keeps a tab that slept from raising an alarm. */
function wipe(storageOf: () => Storage): void {
  try {
    const storage = storageOf();
    for (const key of Object.keys(storage)) {
      if (key.startsWith('momentum') && key !== 'momentum.erased') storage.removeItem(key);
    }
  } catch {
    // Forbidden: then nothing is kept there.
  }
}
