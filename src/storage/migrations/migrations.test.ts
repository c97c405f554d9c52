import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { sequence } from '@/domain/deltas';
import { sessionId } from '@/domain/sessions';
import { millis, violationsIn, workspaceFrom } from '@/domain/workspace';
import { parsedDocument } from '@/testing/documents';
import { adding, newName, opened, ready } from '@/testing/opened-workspace';
import { layoutOf, restoredDatabase, type WholeDatabase } from '@/testing/whole-database';
import { expectTablesToBeTheFold, wholeLog } from '@/testing/workspace-store-contract';

import { serialiseWorkspace } from '../documents';
import { chainAfter, emptyChain } from '../records/chain';
import version1 from './fixtures/version-1.json';
import version2 from './fixtures/version-2.json';
import version3 from './fixtures/version-3.json';
import { migrations, newestVersion } from './index';

/** Every frozen database: what it is, and the fingerprint that shows that nobody has edited it. */
const frozen: readonly {
  readonly file: string;
  readonly whole: WholeDatabase;
  readonly sha256: string;
}[] = [
  {
    file: 'version-1.json',
    whole: version1,
    sha256: 'c49a9d12bbe5451a9895672f9f7bb12b9a42d93dc18746f356a729aecef2f9a8',
  },
  {
    file: 'version-2.json',
    whole: version2,
    sha256: '3bc651b8f7d2ad978437439d079501c5b51bb428052d1ec63a3e270dd1b07567',
  },
  {
    file: 'version-3.json',
    whole: version3,
    sha256: '4cd71de16d5940cab87ff62600523d0d7e708003ba5298011fc42345badf32e8',
  },
];

describe('the versions of the stored data', () => {
  it('[S4] are listed in order, without a gap, each with its reason', () => {
    expect(migrations.map((migration) => migration.version)).toEqual(
      migrations.map((_each, index) => index + 1),
    );
    for (const { reason } of migrations) expect(reason).toMatch(/^[A-Z].{10,}\.$/);
  });

  it('[S4] have a frozen database each', () => {
    expect(frozen.map(({ whole }) => whole.version)).toEqual(
      migrations.map((migration) => migration.version),
    );
  });

  it.each(frozen)('[S4] keep $file as it was', ({ file, sha256 }) => {
    const bytes = readFileSync(`${import.meta.dirname}/fixtures/${file}`);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
  });

  it.each(frozen)('[S4] open $file with everything that is in it', async ({ whole }) => {
    const name = newName();
    await restoredDatabase(name, whole);
    const store = ready(await opened({ name }));
    const { snapshot, head, damaged } = await store.load();
    expect(damaged).toEqual([]);
    expect(head).toBe(6);
    expect(violationsIn(workspaceFrom(snapshot))).toEqual([]);
    expect(Object.values(snapshot).map((list) => list.length)).toEqual([2, 1, 2, 2, 2]);
    await expectTablesToBeTheFold(store);
    expect((await wholeLog(store)).map((entry) => entry.commit.cause.type)).toEqual([
      'example',
      'edit',
      'undo',
      'redo',
      'import',
      'restore',
    ]);
    expect(await store.readJournal('session-1')).toHaveLength(2);
    expect(await store.commit(adding(6, 'new'))).toMatchObject({ type: 'committed', entry: { sequence: 7 } });
  });

  it('[S4] list the sessions of version-2.json', async () => {
    const name = newName();
    await restoredDatabase(name, version2);
    const { journal } = ready(await opened({ name }));
    expect(await journal.summaries()).toMatchObject([
      { id: 'session-a', title: 'Deploying', status: 'running', isArchived: false },
    ]);
    expect(await journal.read(sessionId('session-a'))).toHaveLength(24);
    expect(await journal.search(['grace'])).toMatchObject([{ id: 'session-a' }]);
  });

  it('[S1a] go on counting the leases of version-3.json', async () => {
    const name = newName();
    await restoredDatabase(name, version3);
    const { journal } = ready(await opened({ name }));
    expect(await journal.holdsLease({ sessionId: 'session-a', epoch: 2 })).toBe(true);
    expect(await journal.takeLease(sessionId('session-a'))).toEqual({ sessionId: 'session-a', epoch: 3 });
  });

  it.each(frozen)('[S4] keep the chain of $file', async ({ whole }) => {
    const name = newName();
    await restoredDatabase(name, whole);
    const log = await wholeLog(ready(await opened({ name })));
    const stored = new Map(
      whole.tables.find((table) => table.name === 'log')?.records.map(({ key, value }) => [key, value]),
    );
    let chain = emptyChain;
    for (const entry of log) {
      chain = await chainAfter(chain, entry);
      expect(stored.get(entry.sequence)).toMatchObject({ chain });
    }
    expect(log.at(-1)?.sequence).toBe(sequence(6));
  });

  it.each(frozen)('[S4] lead from $file to the tables that a new database has', async ({ whole }) => {
    const upgraded = newName();
    await restoredDatabase(upgraded, whole);
    ready(await opened({ name: upgraded })).close();
    const fresh = newName();
    ready(await opened({ name: fresh })).close();
    expect(await layoutOf(upgraded)).toEqual(await layoutOf(fresh));
    expect(await layoutOf(fresh)).toMatchObject({ version: newestVersion(migrations) });
  });

  it.each(frozen)('[S5] export $file so that it can be imported', async ({ whole }) => {
    const name = newName();
    await restoredDatabase(name, whole);
    const { snapshot } = await ready(await opened({ name })).load();
    const parsed = parsedDocument(serialiseWorkspace(snapshot, millis(0)));
    expect(parsed).toEqual({ type: 'parsed', snapshot, sessions: [], exportedAt: 0 });
  });
});
