/** One request of a writing transaction, not yet made; or its request to commit. */
export interface WriteStep {
  readonly transaction: IDBTransaction;
  readonly isCommit: boolean;
  /** It changes something, so that its answer tells nothing that the caller needs to go on. */
  readonly isWrite: boolean;
  /** Makes the request. */
  readonly request: () => unknown;
}

/**
 * Runs `work` while every request of every writing transaction passes through `onStep`, which makes the request, makes something else
 * of it, or throws. For tests that break IndexedDB at each point where it can break.
 */
export async function whileSteppingThroughWrites<Result>(
  onStep: (step: WriteStep) => unknown,
  work: () => Promise<Result>,
): Promise<Result> {
  const restored = [
    ...['get', 'getKey', 'add', 'put', 'delete'].map((method) =>
      intercepted(IDBObjectStore.prototype, method, onStep),
    ),
    intercepted(IDBIndex.prototype, 'get', onStep),
    intercepted(IDBTransaction.prototype, 'commit', onStep),
  ];
  try {
    return await work();
  } finally {
    for (const restore of restored) restore();
  }
}

const writes: ReadonlySet<string> = new Set(['add', 'put', 'delete']);

function intercepted(prototype: object, method: string, onStep: (step: WriteStep) => unknown): () => void {
  const original: unknown = Reflect.get(prototype, method);
  if (typeof original !== 'function') throw new TypeError(`There is no method ${method} to intercept.`);
  Reflect.set(prototype, method, function step(this: unknown, ...parameters: unknown[]): unknown {
    const request = (): unknown => {
      const result: unknown = Reflect.apply(original, this, parameters);
      return result;
    };
    const transaction = transactionOf(this);
    return transaction.mode === 'readwrite'
      ? onStep({ transaction, isCommit: method === 'commit', isWrite: writes.has(method), request })
      : request();
  });
  return () => {
    Reflect.set(prototype, method, original);
  };
}

function transactionOf(receiver: unknown): IDBTransaction {
  if (receiver instanceof IDBTransaction) return receiver;
  if (receiver instanceof IDBObjectStore) return receiver.transaction;
  if (receiver instanceof IDBIndex) return receiver.objectStore.transaction;
  throw new TypeError('Only requests of IndexedDB are intercepted.');
}
