import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';

import { sequence, type Delta } from '@/domain/deltas';
import { whileSteppingThroughWrites, type WriteStep } from '@/testing/indexeddb-steps';
import { adding, newName, opened, ready } from '@/testing/opened-workspace';
import { aCommit, aPerson } from '@/testing/random-edits';
import { deletedDatabase, rawDatabase } from '@/testing/raw-indexeddb';
import { expectTablesToBeTheFold } from '@/testing/workspace-store-contract';

import { migrations as allMigrations, newestVersion, type Migration, type Upgrade } from '../migrations';
import type { StorageEvent } from './open-workspace-database';

describe('opening the workspace', () => {
  it('finds after a reload what was committed before', async () => {
    const name = newName();
    const before = ready(await opened({ name }));
    await before.commit(adding(0, 'ada'));
    const { snapshot } = await before.load();
    before.close();
    const after = ready(await opened({ name }));
    expect((await after.load()).snapshot).toEqual(snapshot);
    expect(await after.commit(adding(1, 'grace'))).toMatchObject({ type: 'committed' });
  });

  it('says what to do when the browser offers no storage', async () => {
    const { indexedDB } = globalThis;
    Reflect.deleteProperty(globalThis, 'indexedDB');
    try {
      await expect(opened({})).rejects.toMatchObject({
        code: 'storage-unavailable',
        reason: 'missing',
        message: matching(/export/),
      });
    } finally {
      globalThis.indexedDB = indexedDB;
    }
  });

  it.each([
    ['SecurityError', 'storage-unavailable'],
    ['InvalidStateError', 'storage-unavailable'],
    ['QuotaExceededError', 'storage-full'],
    ['UnknownError', 'storage-failed'],
  ])('turns a %s of the browser into %s', async (name, code) => {
    await expect(whileOpeningFails(name, Infinity, () => opened({}))).rejects.toMatchObject({ code });
  });

  it('tries again when the backing store fails, at most three times in all', async () => {
    expect((await whileOpeningFails('UnknownError', 2, () => opened({}))).type).toBe('ready');
    await expect(whileOpeningFails('UnknownError', 3, () => opened({}))).rejects.toMatchObject({
      code: 'storage-failed',
    });
  });

  it('[S4] leaves data of a newer version alone, and hands out what it can read of it', async () => {
    const name = newName();
    const store = ready(await opened({ name }));
    await store.commit(adding(0, 'ada'));
    store.close();
    const upgraded = await rawDatabase(name, 99);
    upgraded.close();
    await expect(opened({ name })).rejects.toMatchObject({
      code: 'storage-newer',
      storedVersion: 99,
      readable: { snapshot: { person: [aPerson('ada')] } },
    });
    const untouched = await rawDatabase(name);
    expect(untouched.version).toBe(99);
    untouched.close();
  });

  it('gives way to a newer version that opens elsewhere, says so, and refuses to write from then on', async () => {
    const name = newName();
    const events: StorageEvent[] = [];
    const store = ready(await opened({ name, onEvent: (event) => events.push(event) }));
    const newer = await rawDatabase(name, present + 1);
    expect(events).toEqual([{ type: 'newer-version-open' }]);
    await expect(store.commit(adding(0, 'ada'))).rejects.toMatchObject({
      code: 'storage-closed',
      reason: 'newer-version-open',
    });
    newer.close();
  });

  it('says that the data was cleared when the database is deleted elsewhere', async () => {
    const name = newName();
    const events: StorageEvent[] = [];
    const store = ready(await opened({ name, onEvent: (event) => events.push(event) }));
    await deletedDatabase(name);
    expect(events).toEqual([{ type: 'cleared' }]);
    await expect(store.load()).rejects.toMatchObject({ code: 'storage-closed', reason: 'cleared' });
  });

  it('[S4] upgrades once the tab with the older version has let go', async () => {
    const name = newName();
    const store = ready(await opened({ name }));
    await store.commit(adding(0, 'ada'));
    const upgraded = ready(await opened({ name, migrations: withOneMore }));
    expect((await upgraded.load()).snapshot.person).toEqual([aPerson('ada')]);
    await expectTablesToBeTheFold(upgraded);
  });

  it('says that a tab with an older version must be closed when it does not let go', async () => {
    const name = newName();
    ready(await opened({ name })).close();
    const older = await rawDatabase(name);
    await expect(opened({ name, migrations: withOneMore, timeLimitMs: 30 })).rejects.toMatchObject({
      code: 'storage-blocked',
      openVersion: present,
      wantedVersion: present + 1,
    });
    older.close();
    // Would wait for ever if the connection that came too late were still open.
    await deletedDatabase(name);
  });

  it('says that another tab is asleep when it holds the database and nothing happens', async () => {
    const name = newName();
    ready(await opened({ name })).close();
    const frozen = await rawDatabase(name);
    const thaw = holdTransaction(frozen);
    await expect(opened({ name, timeLimitMs: 30 })).rejects.toMatchObject({ code: 'storage-asleep' });
    thaw();
    frozen.close();
    await deletedDatabase(name);
  });

  it('undoes an upgrade that fails in the middle, and opens the data again as it was', async () => {
    const name = newName();
    const store = ready(await opened({ name }));
    await store.commit(adding(0, 'ada'));
    store.close();
    const failing = [
      ...allMigrations,
      {
        version: present + 1,
        reason: 'Fails after it has removed a table.',
        migrate({ database }: Upgrade) {
          database.deleteObjectStore('person');
          throw new Error('The upgrade fails.');
        },
      },
    ];
    await expect(opened({ name, migrations: failing })).rejects.toMatchObject({ code: 'storage-failed' });
    await expectTablesToBeTheFold(ready(await opened({ name })));
  });
});

describe('a store whose connection is in trouble', () => {
  it('writes with a new connection when the backing store failed once', async () => {
    const store = ready(await opened({}));
    let failures = 0;
    const outcome = await whileSteppingThroughWrites(
      (step) => {
        if (failures === 2) return step.request();
        failures += 1;
        throw new DOMException('Internal error.', 'UnknownError');
      },
      () => store.commit(adding(0, 'ada')),
    );
    expect(outcome.type).toBe('committed');
    await expectTablesToBeTheFold(store);
  });

  it('gives up after three failures, with nothing written and the store still usable', async () => {
    const store = ready(await opened({}));
    const refused = whileSteppingThroughWrites(
      () => {
        throw new DOMException('Internal error.', 'UnknownError');
      },
      () => store.commit(adding(0, 'ada')),
    );
    await expect(refused).rejects.toMatchObject({ code: 'storage-failed' });
    expect((await store.load()).head).toBe(0);
    expect(await store.commit(adding(0, 'ada'))).toMatchObject({ type: 'committed' });
  });

  it('does not go on in an empty database when the old one is gone', async () => {
    const name = newName();
    const store = ready(await opened({ name }));
    await store.commit(adding(0, 'ada'));
    let isGone = false;
    const refused = whileSteppingThroughWrites(
      (step) => {
        if (isGone) return step.request();
        isGone = true;
        // The browser loses the connection and, while nobody is connected, the data.
        step.transaction.abort();
        step.transaction.db.close();
        void deletedDatabase(name);
        throw new DOMException('Connection to Indexed Database server lost.', 'UnknownError');
      },
      () => store.commit(adding(1, 'grace')),
    );
    await expect(refused).rejects.toMatchObject({ code: 'storage-closed', reason: 'cleared' });
    expect(await indexedDB.databases()).not.toContainEqual(expect.objectContaining({ name }));
  });

  it('[S3] reports that there is no space when the transaction says so, writes nothing, and stays usable', async () => {
    const store = ready(await opened({}));
    await store.commit(adding(0, 'ada'));
    const full = whileSteppingThroughWrites(
      (step) => (step.isCommit ? abortedForSpace(step.transaction) : neverAnsweredWrite(step)),
      () => store.commit(adding(1, 'grace')),
    );
    await expect(full).rejects.toMatchObject({ code: 'storage-full', message: matching(/export a copy/) });
    await expectTablesToBeTheFold(store);
    const deleting: readonly Delta[] = [{ type: 'delete', kind: 'person', entity: aPerson('ada') }];
    const outcome = await store.commit({ base: sequence(1), commit: aCommit('free', deleting), journal: [] });
    expect(outcome.type).toBe('committed');
  });

  it('refuses everything after it was closed', async () => {
    const store = ready(await opened({}));
    store.close();
    await expect(store.load()).rejects.toMatchObject({ code: 'storage-closed', reason: 'closed' });
    await expect(store.commit(adding(0, 'ada'))).rejects.toMatchObject({ code: 'storage-closed' });
  });

  it('asks for strict durability and for the commit itself, every time', async () => {
    const store = ready(await opened({}));
    const seen: string[] = [];
    await whileSteppingThroughWrites(
      (step) => {
        if (step.isCommit) seen.push(step.transaction.durability);
        return step.request();
      },
      () => store.commit(adding(0, 'ada')),
    );
    expect(seen).toEqual(['strict']);
  });
});

const present = newestVersion(allMigrations);

const withOneMore: readonly Migration[] = [
  ...allMigrations,
  {
    version: present + 1,
    reason: 'Only for this test: one more table.',
    migrate({ database }) {
      database.createObjectStore('more');
    },
  },
];

/** Keeps a writing transaction open, as a tab does that is frozen in the middle of one. @returns lets it go. */
function holdTransaction(database: IDBDatabase): () => void {
  let isHeld = true;
  const store = database.transaction(['log', 'meta'], 'readwrite').objectStore('meta');
  const hold = (): void => {
    if (isHeld) store.get('workspace').addEventListener('success', hold);
  };
  hold();
  return () => {
    isHeld = false;
  };
}

/** Chromium does not answer the writes of a transaction for which there is no space, not even with an error. */
function neverAnsweredWrite(step: WriteStep): unknown {
  const request = step.request();
  if (request instanceof IDBRequest && step.isWrite) request.dispatchEvent = () => true;
  return request;
}

/** The transaction ends as browsers end one for which there is no space: the error is on the transaction alone. */
function abortedForSpace(transaction: IDBTransaction): void {
  transaction.abort();
  Object.defineProperty(transaction, 'error', {
    value: new DOMException('', 'QuotaExceededError'),
  });
}

/** Makes the first requests to open a database fail. */
async function whileOpeningFails<Result>(
  errorName: string,
  times: number,
  work: () => Promise<Result>,
): Promise<Result> {
  const original = Reflect.get(IDBFactory.prototype, 'open');
  let failures = 0;
  Reflect.set(IDBFactory.prototype, 'open', function open(this: unknown, ...parameters: unknown[]) {
    failures += 1;
    if (failures <= times) throw new DOMException('Internal error opening backing store.', errorName);
    const request: unknown = Reflect.apply(original, this, parameters);
    return request;
  });
  try {
    return await work();
  } finally {
    Reflect.set(IDBFactory.prototype, 'open', original);
  }
}

function matching(pattern: RegExp): unknown {
  return expect.stringMatching(pattern);
}
