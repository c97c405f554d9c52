import type { IDBPTransaction, StoreNames } from 'idb';

import { storageFault } from './faults';
import type { Database } from './open-database';
import type { MomentumSchema } from './schema';

export type Table = StoreNames<MomentumSchema>;
export type WriteTransaction = IDBPTransaction<MomentumSchema, Table[], 'readwrite'>;

/** Requests whose answers nobody needs; when one fails, the transaction fails. */
export type Pending = Promise<unknown>[];

/**
 * Writes in one transaction that is on the disk when this resolves (RELIABILITY R1), or not at all.
 *
 * `work` may wait for requests of its transaction and for nothing else. It leaves its writes in `pending` and returns: the commit is
 * asked for at once, so that a tab frozen at this moment cannot hold the database (R3).
 */
export async function written<Result>(
  database: Database,
  tables: Table[],
  work: (transaction: WriteTransaction, pending: Pending) => Promise<Result>,
): Promise<Result> {
  const transaction = database.transaction(tables, 'readwrite', { durability: 'strict' });
  const pending: Pending = [];
  try {
    const result = await work(transaction, pending);
    transaction.commit();
    await Promise.all([...pending, transaction.done]);
    return result;
  } catch (error) {
    abort(transaction);
    await Promise.allSettled([...pending, transaction.done]);
    // The browser says on the transaction, not on a request, that there is no space (R13).
    throw storageFault(transaction.error ?? error);
  }
}

function abort(transaction: WriteTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
}
