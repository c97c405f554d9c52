import { parseLogMark, type LogMark, type Witness } from './witness';

/** The part of a directory handle that the witness needs. */
export type Directory = Pick<FileSystemDirectoryHandle, 'getFileHandle'>;

/**
 * A witness in a file of the origin private file system, which survives when localStorage is lost. Writing takes milliseconds, so
 * while one mark is being written only the newest of the others waits.
 *
 * @param directory - finds the place; may reject where the browser offers none.
 */
export function privateFileWitness(
  directory: () => Promise<Directory>,
  name = 'momentum-witness.json',
): Witness {
  let waiting: LogMark | null = null;
  let writing: Promise<void> | null = null;

  function note(mark: LogMark): void {
    waiting = mark;
    writing ??= drain();
  }

  async function drain(): Promise<void> {
    while (waiting !== null) {
      const mark = waiting;
      waiting = null;
      await written(mark);
    }
    writing = null;
  }

  async function written(mark: LogMark): Promise<void> {
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
    note,
    replace: note,
    settled: () => writing ?? Promise.resolve(),
  };
}
