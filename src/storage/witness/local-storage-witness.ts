import { parseLogMark, type LogMark, type Witness } from './witness';

/**
 * A witness in localStorage, which lives in other files than IndexedDB. Written at once after every commit: about 30 µs.
 *
 * @param storage - `null` where the browser offers none; then it remembers nothing.
 */
export function localStorageWitness(storage: Storage | null, key = 'momentum.witness'): Witness {
  function replace(mark: LogMark): void {
    try {
      storage?.setItem(key, JSON.stringify(mark));
    } catch {
      // Full or forbidden: the witness stays behind, which is harmless.
    }
  }

  return {
    recall: () => Promise.resolve(recalled(storage, key)),
    note(mark) {
      const known = recalled(storage, key);
      // Another tab may have noted a later commit already.
      if (known === null || !isAhead(known, mark)) replace(mark);
    },
    replace,
    settled: () => Promise.resolve(),
    forget() {
      try {
        storage?.removeItem(key);
      } catch {
        // Forbidden: then nothing was remembered either.
      }
      return Promise.resolve();
    },
  };
}

function recalled(storage: Storage | null, key: string): LogMark | null {
  try {
    const text = storage?.getItem(key) ?? null;
    return text === null ? null : parseLogMark(text);
  } catch {
    return null;
  }
}

function isAhead(known: LogMark, mark: LogMark): boolean {
  return known.databaseId === mark.databaseId && known.head > mark.head;
}
