/** One transaction that wrote. */
export interface WatchedWrite {
  readonly stores: readonly string[];
  readonly isStrict: boolean;
  /** Characters of JSON in the records that it wrote. */
  readonly size: number;
  readonly records: number;
  /** From its making to its `complete`, in ms. */
  readonly ms: number;
  /** When it was complete, in ms since the navigation. */
  readonly at: number;
}

declare global {
  /** What the browser's own interfaces were asked to do on a page; the app knows nothing of it. */
  var benchWatch: {
    readonly writes: WatchedWrite[];
    /** When something was aborted, in ms since the navigation. */
    readonly aborts: number[];
    /** Called when the app begins a strict transaction. */
    onStrict: () => void;
  };
}

/** Runs in the page, before the app does. */
export function watchPage(): void {
  const watch: typeof globalThis.benchWatch = { writes: [], aborts: [], onStrict: () => undefined };
  globalThis.benchWatch = watch;
  const page = {
    around(
      host: object,
      method: string,
      call: (proceed: () => unknown, self: unknown, args: readonly unknown[]) => unknown,
    ): void {
      const original: unknown = Reflect.get(host, method);
      if (typeof original !== 'function') throw new TypeError(`There is no ${method} to watch.`);
      Reflect.set(host, method, function watched(this: unknown, ...args: unknown[]): unknown {
        return call(() => Reflect.apply(original, this, args), this, args);
      });
    },
  };
  const written = new WeakMap<object, { size: number; records: number }>();

  page.around(IDBDatabase.prototype, 'transaction', (proceed, database) => {
    const startedAt = performance.now();
    const transaction = proceed();
    const isWrite = transaction instanceof IDBTransaction && transaction.mode === 'readwrite';
    // A benchmark that writes does so in a database of its own.
    const isOfApp = database instanceof IDBDatabase && !database.name.startsWith('bench');
    if (!isWrite || !isOfApp) return transaction;
    if (transaction.durability === 'strict') watch.onStrict();
    const amount = { size: 0, records: 0 };
    written.set(transaction, amount);
    transaction.addEventListener('complete', () => {
      const at = performance.now();
      const stores = [...transaction.objectStoreNames];
      const isStrict = transaction.durability === 'strict';
      watch.writes.push({ stores, isStrict, ...amount, ms: at - startedAt, at });
    });
    return transaction;
  });
  for (const method of ['put', 'add'] as const) {
    page.around(IDBObjectStore.prototype, method, (proceed, store, [record]) => {
      const amount = store instanceof IDBObjectStore ? written.get(store.transaction) : undefined;
      if (amount !== undefined) {
        amount.size += JSON.stringify(record).length;
        amount.records += 1;
      }
      return proceed();
    });
  }
  page.around(AbortController.prototype, 'abort', (proceed) => {
    watch.aborts.push(performance.now());
    return proceed();
  });
}
