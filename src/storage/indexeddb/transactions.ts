import type { IDBPTransaction, StoreNames } from 'idb';

import { storageFault } from './faults';
import type { Database } from './open-database';
import type { MomentumSchema } from './schema';

export type Table = StoreNames<MomentumSchema>;
export type ReadTransaction = IDBPTransaction<MomentumSchema, Table[]>;
export type WriteTransaction = IDBPTransaction<MomentumSchema, Table[], 'readwrite'>;

/** Reads one consistent picture. `work` may wait for requests of its transaction and for nothing else. */
export async function looked<Result>(
  database: Database,
  tables: Table[],
  work: (transaction: ReadTransaction, requests: Requests) => Promise<Result>,
): Promise<Result> {
  const transaction = database.transaction(tables);
  const requests = new Requests();
  requests.write(transaction.done);
  try {
    const result = await work(transaction, requests);
    await requests.allDone();
    return result;
  } catch (error) {
    await requests.allSettled();
    throw storageFault(transaction.error ?? error);
  }
}

/**
 * Writes in one transaction that is on the disk when this resolves (RELIABILITY R1), or not at all.
 *
 * `work` may wait for requests of its transaction and for nothing else, and hands every one of them to `requests`. It does not wait
 * for its last writes: the commit is asked for at once, so that a tab frozen at this moment cannot hold the database (R3).
 */
export async function written<Result>(
  database: Database,
  tables: Table[],
  work: (transaction: WriteTransaction, requests: Requests) => Promise<Result>,
): Promise<Result> {
  const transaction = database.transaction(tables, 'readwrite', { durability: 'strict' });
  const requests = new Requests();
  requests.write(transaction.done);
  try {
    const result = await work(transaction, requests);
    transaction.commit();
    await requests.allDone();
    return result;
  } catch (error) {
    abort(transaction);
    await requests.allSettled();
    // The browser says on the transaction, not on a request, that there is no space (R13).
    throw storageFault(transaction.error ?? error);
  }
}

/**
 * The requests of one transaction. When one fails they all do, and each says so: a promise that nobody held would be reported as an
 * unhandled rejection.
 */
export class Requests {
  readonly #all: Promise<unknown>[] = [];

  /** A request whose answer is waited for. */
  read<Answer>(request: Promise<Answer>): Promise<Answer> {
    this.#all.push(request);
    return request;
  }

  /** A request whose answer nobody needs. */
  write(request: Promise<unknown>): void {
    this.#all.push(request);
  }

  async allDone(): Promise<void> {
    await Promise.all(this.#all);
  }

  async allSettled(): Promise<void> {
    await Promise.allSettled(this.#all);
  }
}

function abort(transaction: WriteTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
}
