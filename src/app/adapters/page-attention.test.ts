import { describe, expect, it } from 'vitest';

import { pageAttention, type AttentionLocks } from './page-attention';

describe('whether somebody looks at the app', () => {
  it('is known of this window, and of every other one that shares its locks', async () => {
    const locks = new SharedLocks();
    const [one, two] = [new FakeDocument(), new FakeDocument()];
    const [oneKnows, twoKnows] = [
      pageAttention({ document: one, locks }),
      pageAttention({ document: two, locks }),
    ];
    expect(await oneKnows()).toBe(true);
    one.show('hidden');
    await locks.settled();
    expect(await oneKnows()).toBe(true);
    two.show('hidden');
    await locks.settled();
    expect([await oneKnows(), await twoKnows()]).toEqual([false, false]);
    one.show('visible');
    await locks.settled();
    expect([await oneKnows(), await twoKnows()]).toEqual([true, true]);
  });

  it('is known of this window alone where the browser has no locks, or they fail', async () => {
    const document = new FakeDocument();
    const failing: AttentionLocks = {
      request: () => Promise.reject(new Error('No locks here.')),
      query: () => Promise.reject(new Error('No locks here.')),
    };
    const knowers = [null, failing].map((locks) => pageAttention({ document, locks }));
    expect(await Promise.all(knowers.map((knows) => knows()))).toEqual([true, true]);
    document.show('hidden');
    expect(await Promise.all(knowers.map((knows) => knows()))).toEqual([false, false]);
  });
});

class FakeDocument extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible';

  show(state: DocumentVisibilityState): void {
    this.visibilityState = state;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

/** Shared locks as the standard has them: all are granted, and each is held until its work is done. */
class SharedLocks implements AttentionLocks {
  readonly #held = new Set<{ readonly name: string }>();

  async request(
    name: string,
    _options: { readonly mode: 'shared' },
    work: () => Promise<void>,
  ): Promise<void> {
    const lock = { name };
    this.#held.add(lock);
    await work();
    this.#held.delete(lock);
  }

  query() {
    return Promise.resolve({ held: [...this.#held] });
  }

  async settled(): Promise<void> {
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  }
}
