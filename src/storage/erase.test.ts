import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';

import { adding, memoryWitness, newName, opened, ready } from '@/testing/opened-workspace';
import { deletedDatabase, rawDatabase } from '@/testing/raw-indexeddb';

import { eraseWorkspaceDatabase } from './erase';
import type { StorageEvent } from './indexeddb';
import { openShelf } from './shelf';
import type { ErasedDatabases } from './witness';

describe('erasing the workspace of a device', () => {
  it('leaves nothing: the next visit is a first one, and suspects nothing', async () => {
    const device = await usedDevice();
    device.store.close();
    await eraseWorkspaceDatabase({ ...device, onWaiting: neverWaits });
    expect(device.witness.remembered()).toBeNull();
    const next = ready(await opened(device));
    expect(await next.load()).toMatchObject({ head: 0, snapshot: { person: [] } });
    expect(await next.journal.summaries()).toEqual([]);
  });

  it('tells the other tabs, whose changes are refused from then on', async () => {
    const device = await usedDevice();
    const heard: StorageEvent[] = [];
    const other = ready(await opened({ ...device, onEvent: (event) => heard.push(event) }));
    device.store.close();
    await eraseWorkspaceDatabase({ ...device, onWaiting: neverWaits });
    expect(heard).toEqual([{ type: 'cleared' }]);
    await expect(other.commit(adding(1, 'grace'))).rejects.toMatchObject({ code: 'storage-closed' });
  });

  it('is not taken for a loss when a tab that slept writes down afterwards what it remembers', async () => {
    const device = await usedDevice();
    const late = device.witness.remembered();
    device.store.close();
    await eraseWorkspaceDatabase({ ...device, onWaiting: neverWaits });
    if (late !== null) device.witness.note(late);
    expect((await opened(device)).type).toBe('ready');
    const forgotten = { ...device, erased: erasedDatabases() };
    if (late !== null) device.witness.note(late);
    expect((await opened(forgotten)).type, 'without the list it would be').toBe('suspicious');
  });

  it('that was broken off leaves a database whose witnesses count again', async () => {
    const device = await usedDevice();
    device.erased.add([device.witness.remembered()?.databaseId ?? '']);
    device.store.close();
    ready(await opened(device)).close();
    await deletedDatabase(device.name);
    expect(await opened(device)).toMatchObject({ type: 'suspicious', suspicion: { type: 'emptied' } });
  });

  it('waits for a tab that is asleep, says so, and ends when that tab is closed', async () => {
    const device = await usedDevice();
    const sleeping = await rawDatabase(device.name);
    device.store.close();
    const events: string[] = [];
    const erasing = eraseWorkspaceDatabase({
      ...device,
      onWaiting() {
        events.push('waiting');
        sleeping.close();
      },
    });
    await erasing.then(() => events.push('erased'));
    expect(events).toEqual(['waiting', 'erased']);
    expect(await ready(await opened(device)).load()).toMatchObject({ head: 0 });
  });
});

describe('a shelf', () => {
  it('keeps one value until it is cleared', async () => {
    const shelf = openShelf(newName());
    expect(await shelf.get()).toBeUndefined();
    await shelf.put({ folder: 'Backups' });
    await shelf.put({ folder: 'Copies' });
    expect(await shelf.get()).toEqual({ folder: 'Copies' });
    await shelf.clear();
    expect(await shelf.get()).toBeUndefined();
  });
});

async function usedDevice() {
  const name = newName();
  const witness = memoryWitness();
  const erased = erasedDatabases();
  const store = ready(await opened({ name, witnesses: [witness], erased }));
  await store.commit(adding(0, 'ada'));
  let count = 0;
  // Every database has an id of its own.
  const newDatabaseId = (): string => `database ${String((count += 1))} of ${name}`;
  return { name, witness, witnesses: [witness], erased, store, newDatabaseId };
}

function erasedDatabases(): ErasedDatabases {
  const ids = new Set<string>();
  return {
    has: (id) => ids.has(id),
    add(added) {
      for (const id of added) ids.add(id);
    },
    strikeOff: (id) => ids.delete(id),
  };
}

function neverWaits(): void {
  throw new Error('Nobody was expected to be in the way.');
}
