import { MomentumError } from '@/domain';
import type { BackupFolder, FolderStanding } from '@/state/backup';
import type { Shelf } from '@/storage';

// The parts of the File System Access API that are not in the standard, so not in TypeScript's library
// (https://wicg.github.io/file-system-access/). Chromium has them.
declare global {
  interface Window {
    showDirectoryPicker?: (options: {
      readonly id: string;
      readonly mode: 'readwrite';
      readonly startIn: 'documents';
    }) => Promise<FileSystemDirectoryHandle>;
  }
  interface FileSystemHandle {
    queryPermission?: (options: { readonly mode: 'readwrite' }) => Promise<PermissionState>;
    requestPermission?: (options: { readonly mode: 'readwrite' }) => Promise<PermissionState>;
  }
}

/** The folder cannot be used now. Nothing that was in it is lost. */
class BackupFolderError extends MomentumError {
  readonly code: 'folder-asleep' | 'folder-missing' | 'folder-full' | 'folder-failed';

  constructor(code: BackupFolderError['code'], options?: ErrorOptions) {
    super(messages[code], options);
    this.name = 'BackupFolderError';
    this.code = code;
  }
}

const messages = {
  'folder-asleep':
    'The backup was not written: the browser does not let Momentum write into the folder any more. Allow it again.',
  'folder-missing':
    'The backup was not written: the folder is not there any more. Choose it again, or another one.',
  'folder-full':
    'The backup was not written: there is no space left in the folder. Free some, or choose another one.',
  'folder-failed':
    'The backup was not written: the folder could not be used. Choose it again, or export a copy.',
} as const;

/**
 * A folder that the person picks. Its handle is kept on the shelf; after a reload the browser may want to be asked again.
 *
 * @returns `null` where the browser does not let pages write into folders.
 */
export function pickedFolder(page: Window, shelf: Shelf): BackupFolder | null {
  return page.showDirectoryPicker === undefined ? null : new PickedFolder(page, shelf);
}

const access = { mode: 'readwrite' } as const;

class PickedFolder implements BackupFolder {
  readonly #page: Window;
  readonly #shelf: Shelf;
  #handle: FileSystemDirectoryHandle | null = null;

  constructor(page: Window, shelf: Shelf) {
    this.#page = page;
    this.#shelf = shelf;
  }

  async look(): Promise<FolderStanding> {
    if (this.#handle === null) {
      const stored = await this.#shelf.get();
      this.#handle = stored instanceof FileSystemDirectoryHandle ? stored : null;
    }
    return standingOf(this.#handle, await this.#handle?.queryPermission?.(access));
  }

  async choose(): Promise<FolderStanding | null> {
    const handle = await this.#picked();
    if (handle === null) return null;
    this.#handle = handle;
    // A full disk keeps it from being remembered, not from being used by this window.
    await this.#shelf.put(handle).catch(() => undefined);
    return this.look();
  }

  async allow(): Promise<FolderStanding> {
    const permission = await this.#handle?.requestPermission?.(access);
    return standingOf(this.#handle, permission);
  }

  async forget(): Promise<void> {
    this.#handle = null;
    await this.#shelf.clear();
  }

  files() {
    return this.#using(async (folder) => {
      const files: { readonly name: string; readonly bytes: number }[] = [];
      for await (const entry of folder.values()) {
        if (!(entry instanceof FileSystemFileHandle)) continue;
        // What a browser or a synchroniser writes beside may be gone before it is looked at.
        const file = await entry.getFile().catch(() => null);
        if (file !== null) files.push({ name: entry.name, bytes: file.size });
      }
      return files;
    });
  }

  /** The browser writes beside the file and swaps the two when it is whole; what it holds then is measured all the same. */
  write(name: string, parts: AsyncIterable<string>): Promise<void> {
    return this.#using(async (folder) => {
      const file = await folder.getFileHandle(name, { create: true });
      try {
        const bytes = await writtenInto(file, parts);
        if ((await file.getFile()).size !== bytes) throw new BackupFolderError('folder-failed');
      } catch (error) {
        await folder.removeEntry(name).catch(() => undefined);
        throw error;
      }
    });
  }

  remove(name: string): Promise<void> {
    return this.#using((folder) => folder.removeEntry(name));
  }

  async #picked(): Promise<FileSystemDirectoryHandle | null> {
    try {
      const picked = await this.#page.showDirectoryPicker?.({
        ...access,
        id: 'momentum-backup',
        startIn: 'documents',
      });
      return picked ?? null;
    } catch (error) {
      // The person closed the browser's dialog.
      if (nameOf(error) === 'AbortError') return null;
      throw folderError(error);
    }
  }

  async #using<Result>(work: (folder: FileSystemDirectoryHandle) => Promise<Result>): Promise<Result> {
    try {
      if (this.#handle === null) throw new BackupFolderError('folder-missing');
      return await work(this.#handle);
    } catch (error) {
      throw folderError(error);
    }
  }
}

/** @returns how many bytes were written. */
async function writtenInto(file: FileSystemFileHandle, parts: AsyncIterable<string>): Promise<number> {
  const writable = await file.createWritable();
  const encoder = new TextEncoder();
  let bytes = 0;
  try {
    for await (const part of parts) {
      const encoded = encoder.encode(part);
      await writable.write(encoded);
      bytes += encoded.byteLength;
    }
    await writable.close();
  } catch (error) {
    await writable.abort().catch(() => undefined);
    throw error;
  }
  return bytes;
}

/** Where the browser does not tell of permission, writing will. */
function standingOf(
  handle: FileSystemDirectoryHandle | null,
  permission: PermissionState = 'granted',
): FolderStanding {
  if (handle === null) return { type: 'none' };
  return { type: permission === 'granted' ? 'ready' : 'asleep', name: handle.name };
}

/** What is not the folder's fault stays as it is. */
function folderError(error: unknown): unknown {
  if (!(error instanceof DOMException)) return error;
  switch (error.name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return new BackupFolderError('folder-asleep', { cause: error });
    case 'NotFoundError':
      return new BackupFolderError('folder-missing', { cause: error });
    case 'QuotaExceededError':
      return new BackupFolderError('folder-full', { cause: error });
    default:
      return new BackupFolderError('folder-failed', { cause: error });
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}
