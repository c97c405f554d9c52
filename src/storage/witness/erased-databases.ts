/**
 * Which databases the person has erased, by their ids.
 *
 * A tab that was frozen may write what it remembers of an erased database long afterwards, and the next visit would take that for a
 * loss. The ids are random and say nothing else.
 */
export interface ErasedDatabases {
  has(databaseId: string): boolean;
  add(databaseIds: readonly string[]): void;
  /** It turned out to be there still: erasing it was broken off. */
  strikeOff(databaseId: string): void;
}

/** @param storage - `null` where the browser offers none; then nothing is remembered, by witnesses neither. */
export function localErasedDatabases(storage: Storage | null, key = 'momentum.erased'): ErasedDatabases {
  function known(): readonly string[] {
    try {
      return (storage?.getItem(key) ?? '').split(' ').filter((id) => id !== '');
    } catch {
      return [];
    }
  }

  function write(ids: readonly string[]): void {
    try {
      storage?.setItem(key, ids.join(' '));
    } catch {
      // Full or forbidden: at worst the next visit asks what became of the data.
    }
  }

  return {
    has: (databaseId) => known().includes(databaseId),
    add(databaseIds) {
      write([...new Set([...known(), ...databaseIds])].slice(-keptCount));
    },
    strikeOff(databaseId) {
      const ids = known();
      if (ids.includes(databaseId)) write(ids.filter((id) => id !== databaseId));
    },
  };
}

/** Tabs do not sleep through so many. */
const keptCount = 20;
