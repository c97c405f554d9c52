import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';

import { whileSteppingThroughWrites } from '@/testing/indexeddb-steps';
import { adding, newName, opened, ready } from '@/testing/opened-workspace';
import { expectTablesToBeTheFold } from '@/testing/workspace-store-contract';

/**
 * Freezes the page of one window just before it makes its nth request, while it commits: whatever it asks from then on is not answered,
 * and a transaction that it has open stays open.
 */
async function frozenAt(step: number) {
  const name = newName();
  const page = new EventTarget();
  const frozen = ready(await opened({ name, page }));
  const awake = ready(await opened({ name }));
  let steps = 0;
  const settled: unknown[] = [];
  const note = (outcome: unknown): void => {
    settled.push(outcome);
  };
  await whileSteppingThroughWrites(
    ({ transaction, request }) => {
      steps += 1;
      if (steps < step) return request();
      if (steps > step) return never;
      page.dispatchEvent(new Event('freeze'));
      keepOpen(transaction);
      return never;
    },
    async () => {
      frozen.commit(adding(0, 'ada')).then(note, note);
      await expect.poll(() => steps).toBeGreaterThanOrEqual(step);
    },
  );
  return { page, frozen, awake, settled };
}

const never = new Promise(() => undefined);

/** A transaction in which something is always still to be answered does not end by itself. */
function keepOpen(transaction: IDBTransaction): void {
  const ask = (): void => {
    transaction.objectStore('meta').get('nothing').addEventListener('success', ask);
  };
  ask();
}

describe('a page that is frozen in the middle of a commit', () => {
  it.each([1, 2, 3, 4, 5])(
    '[S1a] keeps no other window from writing, before its request %i',
    async (step) => {
      const { page, frozen, awake, settled } = await frozenAt(step);
      const { head } = await awake.load();
      const beside = adding(head, 'grace');
      expect(await awake.commit(beside)).toMatchObject({ type: 'committed' });

      page.dispatchEvent(new Event('resume'));
      await expect.poll(() => settled).toEqual([expect.objectContaining({ type: 'stale', head: 1 })]);
      await expectTablesToBeTheFold(frozen);
    },
  );

  it('begins nothing while it is frozen, and does it when it thaws', async () => {
    const page = new EventTarget();
    const store = ready(await opened({ page }));
    page.dispatchEvent(new Event('freeze'));
    const done: string[] = [];
    const load = async (): Promise<void> => {
      await store.load();
      done.push('loaded');
    };
    const loading = load();
    for (let turn = 0; turn < 20; turn += 1) {
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
    expect(done).toEqual([]);
    page.dispatchEvent(new Event('resume'));
    await loading;
    expect(await store.commit(adding(0, 'ada'))).toMatchObject({ type: 'committed' });
  });
});
