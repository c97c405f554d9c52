import { parseLogMark, type LogMark, type Witness } from './witness';

/** The part of a directory of files that the witness needs; a `FileSystemDirectoryHandle` is one. */
export interface Directory {
  getFileHandle(name: string, options?: { readonly create?: boolean }): Promise<FileHandle>;
  removeEntry(name: string): Promise<void>;
}

interface FileHandle {
  getFile(): Promise<{ text(): Promise<string> }>;
  createWritable(): Promise<{ write(text: string): Promise<void>; close(): Promise<void> }>;
}

export interface PrivateFileOptions {
  /** Finds the place; may reject where the browser offers none. */
  readonly directory: () => Promise<Directory>;
  readonly name?: string;
  /** How long to gather marks before the newest is written, ms. */
  readonly gatherMs?: number;
}

/**
 * A witness in a file of the origin private file system, which survives when localStorage is lost.
 *
 * Writing the file after every commit doubled the time of a commit (docs/decisions/0003-storage-library.md), so it is written about
 * once a second, with the newest mark. A witness may be behind.
 */
export function privateFileWitness(options: PrivateFileOptions): Witness {
  const { directory, name = 'momentum-witness.json', gatherMs = 1_000 } = options;
  let waiting: LogMark | null = null;
  let writing: Promise<void> | null = null;

  function remember(mark: LogMark, delayMs: number): void {
    waiting = mark;
    writing ??= drain(delayMs);
  }

  async function drain(firstDelayMs: number): Promise<void> {
    let delayMs = firstDelayMs;
    while (waiting !== null) {
      await pause(delayMs);
      const mark = taken();
      if (mark !== null) await write(mark);
      delayMs = gatherMs;
    }
    writing = null;
  }

  /** Null when it was forgotten meanwhile. */
  function taken(): LogMark | null {
    const mark = waiting;
    waiting = null;
    return mark;
  }

  async function write(mark: LogMark): Promise<void> {
    try {
      const handle = await (await directory()).getFileHandle(name, { create: true });
      const file = await handle.createWritable();
      await file.write(JSON.stringify(mark));
      await file.close();
    } catch {
      // No such file system, full, or another tab is writing: the witness stays behind, which is harmless.
    }
  }

  return {
    async recall() {
      try {
        const handle = await (await directory()).getFileHandle(name);
        return parseLogMark(await (await handle.getFile()).text());
      } catch {
        return null;
      }
    },
    note(mark) {
      remember(mark, gatherMs);
    },
    // Somebody waits for this one.
    replace(mark) {
      remember(mark, 0);
    },
    settled: () => writing ?? Promise.resolve(),
    async forget() {
      waiting = null;
      await writing;
      try {
        await (await directory()).removeEntry(name);
      } catch {
        // It is not there.
      }
    },
  };
}

function pause(delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, delayMs);
  });
}
