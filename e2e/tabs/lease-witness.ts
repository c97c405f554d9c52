import type { DeviceRecords } from '../crash/device-records';

declare global {
  /** Names this load of the page. */
  var momentumDocument: string;
}

/**
 * Runs in every page before the app: notes beside each event of a journal which page wrote it, under which epoch, and which epoch
 * its transaction found. It looks at what the browser is asked to do, so that it sees a driver that has lost its lease and writes
 * all the same, whatever the app believes.
 */
export function witnessLeases(): void {
  if (!('locks' in navigator) || location.protocol === 'about:') return;
  const name = crypto.randomUUID();
  globalThis.momentumDocument = name;
  // Lets whoever lists the locks know which page a holder is.
  void navigator.locks.request(`witness.${name}`, () => new Promise(() => undefined));

  type Fields = Readonly<Record<string, unknown>>;
  const taken = new Map<unknown, unknown>();
  const found = new WeakMap<IDBTransaction, unknown>();
  const before = {
    put(store: IDBObjectStore, value: Fields): Fields {
      if (store.name === 'leases') taken.set(value['sessionId'], value['epoch']);
      return value;
    },
    add(store: IDBObjectStore, value: Fields): Fields {
      if (store.name !== 'journal') return value;
      const under = taken.get(value['sessionId']) ?? null;
      return { ...value, writer: { document: name, under, found: found.get(store.transaction) ?? null } };
    },
  };
  const { prototype } = IDBObjectStore;
  Reflect.set(
    prototype,
    'get',
    new Proxy(Reflect.get(prototype, 'get'), {
      apply(target, store: IDBObjectStore, parameters) {
        const request: unknown = Reflect.apply(target, store, parameters);
        const isAsked = store.name === 'leases' && store.transaction.mode === 'readwrite';
        if (isAsked && request instanceof IDBRequest) {
          request.addEventListener('success', () => {
            const row: unknown = request.result;
            const isLease = typeof row === 'object' && row !== null && 'epoch' in row;
            if (isLease) found.set(store.transaction, row.epoch);
          });
        }
        return request;
      },
    }),
  );
  for (const method of ['put', 'add'] as const) {
    Reflect.set(
      prototype,
      method,
      new Proxy(Reflect.get(prototype, method), {
        apply(target, store: IDBObjectStore, [value, ...key]: [Fields, ...unknown[]]) {
          const request: unknown = Reflect.apply(target, store, [before[method](store, value), ...key]);
          return request;
        },
      }),
    );
  }
}

/** What the witness saw of drivers that wrote and were none [S1a]. */
export function leaseFaults({ journal }: DeviceRecords): readonly string[] {
  let newest = 0;
  const holders = new Map<number, string>();
  return journal.flatMap(({ sequence, event, writer }) => {
    const what = `${String(sequence)} ${event.type}`;
    if (writer === undefined) return [`nobody saw who wrote ${what}`];
    const { document, under, found } = writer;
    // Nobody else can know a session that is just being made.
    if (event.type === 'session-created') return [];
    if (under === null || found === null) return [`written without a lease: ${what}`];
    const holder = holders.get(under) ?? document;
    holders.set(under, holder);
    const isLate = under < newest;
    newest = Math.max(newest, under);
    return [
      ...(under === found ? [] : [`written under a lease that was lost: ${what}`]),
      ...(isLate ? [`written by a driver of the past: ${what}`] : []),
      ...(holder === document ? [] : [`two pages with one lease: ${what}`]),
    ];
  });
}
