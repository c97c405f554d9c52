import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';

import { adding, memoryWitness, newName, opened, ready } from '@/testing/opened-workspace';
import { changed, deletedDatabase } from '@/testing/raw-indexeddb';
import { expectTablesToBeTheFold } from '@/testing/workspace-store-contract';

import type { Witness } from '../witness';

describe('witnesses', () => {
  it('[S3] are told of every commit, and find nothing wrong with the database they saw', async () => {
    const name = newName();
    const witness = memoryWitness();
    const store = ready(await opened({ name, witnesses: [witness] }));
    await store.commit(adding(0, 'ada'));
    expect(witness.remembered()).toMatchObject({ databaseId: `id of ${name}`, head: 1, count: 1 });
    await store.commit(adding(1, 'grace'));
    expect(witness.remembered()).toMatchObject({ head: 2, count: 2, chain: matching(/^[0-9a-f]{64}$/) });
    store.close();
    expect((await opened({ name, witnesses: [witness] })).type).toBe('ready');
  });

  it('may be behind', async () => {
    const name = newName();
    const witness = memoryWitness();
    const store = ready(await opened({ name, witnesses: [witness] }));
    await store.commit(adding(0, 'ada'));
    const early = witness.remembered();
    await store.commit(adding(1, 'grace'));
    store.close();
    expect((await opened({ name, witnesses: [memoryWitness(early)] })).type).toBe('ready');
  });

  it.each<readonly [Suspect, string]>([
    ['it was deleted', 'emptied'],
    ['an older copy was put back', 'shortened'],
    ['its last entry was lost', 'shortened'],
    ['an entry in the middle was lost', 'shortened'],
    ['an entry was changed by hand', 'rewritten'],
    ['another database took its place', 'replaced'],
  ])('[S3] report, before anything is shown, that %s: %s', async (suspect, type) => {
    const name = newName();
    const witness = memoryWitness();
    const store = ready(await opened({ name, witnesses: [witness] }));
    for (const [base, person] of ['ada', 'grace', 'alan', 'edsger'].entries()) {
      await store.commit(adding(base, person));
    }
    store.close();
    const remembered = witness.remembered();
    await spoil[suspect](name);

    const result = await opened({ name, witnesses: [witness] });
    if (result.type !== 'suspicious') throw new Error('It was expected to be suspicious.');
    expect(result.suspicion).toMatchObject({ type, expected: remembered });
    expect(witness.remembered()).toEqual(remembered);

    // It can be read and left: the next visit asks again.
    await result.reader.load();
    expect(await opened({ name, witnesses: [witness] })).toMatchObject({ type: 'suspicious' });

    // Once accepted it is an ordinary database again.
    const accepted = await result.acceptCurrent();
    const { head } = await accepted.load();
    expect(await accepted.commit(adding(head, 'barbara'))).toMatchObject({ type: 'committed' });
    accepted.close();
    expect(await opened({ name, witnesses: [witness] })).toMatchObject({ type: 'ready' });
  });

  it('[S3] are not needed to see that the database forgot part of its own log', async () => {
    const name = newName();
    const store = ready(await opened({ name }));
    for (const [base, person] of ['ada', 'grace', 'alan', 'edsger'].entries()) {
      await store.commit(adding(base, person));
    }
    store.close();
    await spoil['its last entry was lost'](name);
    expect(await opened({ name })).toMatchObject({ type: 'suspicious', suspicion: { type: 'shortened' } });
  });

  it('keep nobody out when they do not answer', async () => {
    const deaf: Witness = { ...memoryWitness(), recall: () => Promise.reject(new Error('No file system.')) };
    expect((await opened({ witnesses: [deaf] })).type).toBe('ready');
  });

  it('do not mind a database that lost only its mark', async () => {
    const name = newName();
    const store = ready(await opened({ name }));
    await store.commit(adding(0, 'ada'));
    store.close();
    await changed(name, ['meta'], (table) => table('meta').clear());
    const recovered = ready(await opened({ name }));
    await expectTablesToBeTheFold(recovered);
    expect(await recovered.commit(adding(1, 'grace'))).toMatchObject({ type: 'committed' });
  });
});

type Suspect =
  | 'it was deleted'
  | 'an older copy was put back'
  | 'its last entry was lost'
  | 'an entry in the middle was lost'
  | 'an entry was changed by hand'
  | 'another database took its place';

const spoil: Readonly<Record<Suspect, (name: string) => Promise<void>>> = {
  'it was deleted': deletedDatabase,
  async 'an older copy was put back'(name) {
    await deletedDatabase(name);
    const older = ready(await opened({ name }));
    await older.commit(adding(0, 'ada'));
    older.close();
  },
  'its last entry was lost': (name) => changed(name, ['log'], (table) => table('log').delete(4)),
  'an entry in the middle was lost': (name) => changed(name, ['log'], (table) => table('log').delete(2)),
  'an entry was changed by hand': (name) =>
    changed(name, ['log'], (table) => {
      const log = table('log');
      const reading = log.get(4);
      reading.addEventListener('success', () => {
        const record: unknown = reading.result;
        log.put({ ...(typeof record === 'object' ? record : {}), chain: '1'.repeat(64) });
      });
    }),
  async 'another database took its place'(name) {
    await deletedDatabase(name);
    const other = ready(await opened({ name, newDatabaseId: () => 'another' }));
    for (const [base, person] of ['ada', 'grace', 'alan', 'edsger'].entries()) {
      await other.commit(adding(base, person));
    }
    other.close();
  },
};

function matching(pattern: RegExp): unknown {
  return expect.stringMatching(pattern);
}
