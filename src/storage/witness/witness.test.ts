import { describe, expect, it } from 'vitest';

import { localErasedDatabases } from './erased-databases';
import { localStorageWitness } from './local-storage-witness';
import { privateFileWitness, type Directory } from './private-file-witness';
import { suspicionIn, type LogMark, type Suspicion } from './witness';

describe('[S3] what a witness makes suspicious', () => {
  const expected = markAt(10);

  it.each<readonly [title: string, log: FoundLog, type: Suspicion['type'] | null]>([
    ['the same log', [markAt(10), 'chain of 10'], null],
    ['a longer log', [markAt(12), 'chain of 10'], null],
    ['an empty log', [markAt(0), null], 'emptied'],
    ['a shorter log', [markAt(9), null], 'shortened'],
    ['a log with a hole', [{ ...markAt(12), count: 9 }, 'chain of 10'], 'shortened'],
    ['another database', [{ ...markAt(12), databaseId: 'other' }, 'chain of 10'], 'replaced'],
    ['another history', [markAt(12), 'chain of another 10'], 'rewritten'],
    ['a history without the entry it saw', [markAt(12), null], 'rewritten'],
  ])('%s', (_title, [found, chainAtExpected], type) => {
    expect(suspicionIn({ expected, found, chainAtExpected })?.type ?? null).toBe(type);
  });

  it('nothing, while it has seen nothing', () => {
    expect(suspicionIn({ expected: markAt(0), found: markAt(0), chainAtExpected: null })).toBeNull();
  });
});

describe('a witness in localStorage', () => {
  it('[S3] remembers the newest mark at once', async () => {
    const storage = fakeStorage();
    const witness = localStorageWitness(storage);
    witness.note(markAt(1));
    witness.note(markAt(2));
    expect(await localStorageWitness(storage).recall()).toEqual(markAt(2));
  });

  it('does not go back when another tab has noted a later commit', async () => {
    const storage = fakeStorage();
    localStorageWitness(storage).note(markAt(5));
    const slower = localStorageWitness(storage);
    slower.note(markAt(4));
    expect(await slower.recall()).toEqual(markAt(5));
  });

  it('goes back when the person has accepted it, and follows another database', async () => {
    const witness = localStorageWitness(fakeStorage());
    witness.note(markAt(5));
    witness.replace(markAt(2));
    expect(await witness.recall()).toEqual(markAt(2));
    witness.note({ ...markAt(1), databaseId: 'other' });
    expect(await witness.recall()).toEqual({ ...markAt(1), databaseId: 'other' });
  });

  it.each(['', 'null', '[]', '{"databaseId":"d","head":-1,"count":0,"chain":""}', '{"databaseId":1}', '{'])(
    'remembers nothing when somebody wrote %j there',
    async (text) => {
      const storage = fakeStorage();
      storage.setItem('momentum.witness', text);
      expect(await localStorageWitness(storage).recall()).toBeNull();
    },
  );

  it('remembers nothing, and does not fail, where there is no storage or none to be had', async () => {
    const forbidden = localStorageWitness(fakeStorage({ isForbidden: true }));
    for (const witness of [localStorageWitness(null), forbidden]) {
      witness.note(markAt(1));
      expect(await witness.recall()).toBeNull();
    }
  });
});

describe('a witness in a private file', () => {
  it('[S3] writes the newest of the marks it was told meanwhile', async () => {
    const { directory, writes } = fakeDirectory();
    const witness = privateFileWitness({ directory, gatherMs: 0 });
    for (let head = 1; head <= 50; head += 1) witness.note(markAt(head));
    await witness.settled();
    expect(writes()).toBe(1);
    expect(await privateFileWitness({ directory }).recall()).toEqual(markAt(50));
  });

  it('writes a mark that came while it was writing', async () => {
    const fake = fakeDirectory();
    const witness = privateFileWitness({ directory: fake.directory, gatherMs: 0 });
    fake.onWrite(() => {
      if (fake.writes() === 0) witness.note(markAt(2));
    });
    witness.note(markAt(1));
    await witness.settled();
    expect(await witness.recall()).toEqual(markAt(2));
    witness.replace(markAt(1));
    await witness.settled();
    expect(await witness.recall()).toEqual(markAt(1));
  });

  it('forgets what it wrote and what it was about to write', async () => {
    const { directory, writes } = fakeDirectory();
    const witness = privateFileWitness({ directory, gatherMs: 0 });
    witness.note(markAt(1));
    await witness.settled();
    witness.note(markAt(2));
    await witness.forget();
    expect(await witness.recall()).toBeNull();
    expect(writes()).toBe(1);
    witness.note(markAt(3));
    await witness.settled();
    expect(await witness.recall()).toEqual(markAt(3));
  });

  it('remembers nothing, and does not fail, where there is no file system', async () => {
    const witness = privateFileWitness({
      directory: () => Promise.reject(new Error('No file system.')),
      gatherMs: 0,
    });
    witness.note(markAt(1));
    await witness.settled();
    expect(await witness.recall()).toBeNull();
  });
});

describe('the list of erased databases', () => {
  it('remembers ids, the newest twenty, until one turns out to be there', () => {
    const storage = fakeStorage();
    const erased = localErasedDatabases(storage);
    expect(erased.has('a')).toBe(false);
    erased.add(['a', 'b']);
    erased.add(['b', 'c']);
    expect(['a', 'b', 'c'].map((id) => localErasedDatabases(storage).has(id))).toEqual([true, true, true]);
    erased.strikeOff('b');
    expect(['a', 'b', 'c'].map((id) => erased.has(id))).toEqual([true, false, true]);
    erased.add(Array.from({ length: 20 }, (_, index) => `later-${String(index)}`));
    expect(erased.has('a')).toBe(false);
  });

  it.each([null, fakeStorage({ isForbidden: true })])('is empty where nothing can be stored', (storage) => {
    const erased = localErasedDatabases(storage);
    erased.add(['a']);
    expect(erased.has('a')).toBe(false);
  });
});

/** Where a log stands, and the chain value it holds at the place that the witness remembers. */
type FoundLog = readonly [found: LogMark, chainAtExpected: string | null];

function markAt(head: number): LogMark {
  return { databaseId: 'database', head, count: head, chain: `chain of ${String(head)}` };
}

function fakeStorage({ isForbidden = false } = {}): Storage {
  const items = new Map<string, string>();
  const refuse = (): void => {
    if (isForbidden) throw new DOMException('Not here.', 'SecurityError');
  };
  return {
    get length() {
      return items.size;
    },
    clear() {
      items.clear();
    },
    getItem(key) {
      refuse();
      return items.get(key) ?? null;
    },
    key: (index) => [...items.keys()][index] ?? null,
    removeItem(key) {
      items.delete(key);
    },
    setItem(key, value) {
      refuse();
      items.set(key, value);
    },
  };
}

/** A directory of one file, with what the witness asks of it. */
function fakeDirectory() {
  let content: string | null = null;
  let writeCount = 0;
  let beforeWrite: (() => void) | null = null;
  const file = {
    getFile: () => Promise.resolve({ text: () => Promise.resolve(content ?? '') }),
    createWritable() {
      let written = '';
      return Promise.resolve({
        write(text: string) {
          beforeWrite?.();
          written += text;
          return Promise.resolve();
        },
        close() {
          content = written;
          writeCount += 1;
          return Promise.resolve();
        },
      });
    },
  };
  const directory = (): Promise<Directory> =>
    Promise.resolve({
      getFileHandle: (_name, options) =>
        content === null && options?.create !== true
          ? Promise.reject(new DOMException('There is no such file.', 'NotFoundError'))
          : Promise.resolve(file),
      removeEntry() {
        content = null;
        return Promise.resolve();
      },
    });
  return {
    directory,
    writes: () => writeCount,
    onWrite(listener: () => void) {
      beforeWrite = listener;
    },
  };
}
