import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';

import { sessionId, summaryOf, newView } from '@/domain/sessions';
import { millis } from '@/domain/workspace';
import { describeJournal } from '@/testing/journal-contract';
import { newName, opened, ready } from '@/testing/opened-workspace';
import { changed } from '@/testing/raw-indexeddb';

describeJournal('IndexedDB', async () => {
  const name = newName();
  const store = ready(await opened({ name }));
  return { first: store.journal, second: ready(await opened({ name })).journal, store };
});

describe('the journal in IndexedDB', () => {
  it('[S4] leaves out a row of the list that cannot be read, and shows the rest', async () => {
    const name = newName();
    const { journal } = ready(await opened({ name }));
    const summary = summaryOf(newView(sessionId('a'), millis(1)));
    await journal.append({ records: [], summary, isDeleted: false, durability: 'relaxed' });
    await changed(name, ['sessions'], (table) => table('sessions').put({ id: 'b', title: 7 }));
    expect(await journal.summaries()).toEqual([summary]);
  });

  it('[S3] asks for the durability that was wanted', async () => {
    const name = newName();
    const { journal } = ready(await opened({ name }));
    const summary = summaryOf(newView(sessionId('a'), millis(1)));
    const transactions = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await journal.append({ records: [], summary, isDeleted: false, durability: 'strict' });
    await journal.append({ records: [], summary, isDeleted: false, durability: 'relaxed' });
    const asked = transactions.mock.calls.map(([, , options]) => options?.durability);
    transactions.mockRestore();
    expect(asked).toEqual(['strict', 'relaxed']);
  });
});
