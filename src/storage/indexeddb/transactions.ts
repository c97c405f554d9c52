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
  const requests = new Requests(transaction);
  const watched = watch(database, transaction);
  try {
    const result = await work(transaction, requests);
    await requests.ended;
    return result;
  } catch (error) {
    throw watched.isInterrupted ? new InterruptedError(error) : storageFault(transaction.error ?? error);
  } finally {
    watched.end();
  }
}

/**
 * Writes in one transaction that is on the disk when this resolves (RELIABILITY R1), or not at all. A relaxed one may lose its last
 * moments in a power cut (R2).
 *
 * `work` may wait for requests of its transaction and for nothing else, and hands every one of them to `requests`. It does not wait
 * for its last writes: the commit is asked for at once, so that a tab frozen at this moment cannot hold the database (R3).
 */
export async function written<Result>(
  database: Database,
  tables: Table[],
  work: (transaction: WriteTransaction, requests: Requests) => Promise<Result>,
  durability: 'strict' | 'relaxed' = 'strict',
): Promise<Result> {
  const transaction = database.transaction(tables, 'readwrite', { durability });
  const requests = new Requests(transaction);
  const watched = watch(database, transaction);
  try {
    const result = await work(transaction, requests);
    transaction.commit();
    await requests.ended;
    return result;
  } catch (error) {
    abort(transaction);
    await requests.ended.catch(() => undefined);
    // The browser says on the transaction, not on a request, that there is no space (R13).
    throw watched.isInterrupted ? new InterruptedError(error) : storageFault(transaction.error ?? error);
  } finally {
    watched.end();
  }
}

/** A transaction was given up because its page is being frozen. Nothing was written; the same may be done again. */
export class InterruptedError extends Error {
  constructor(cause: unknown) {
    super('The page was frozen in the middle of a transaction.', { cause });
    this.name = 'InterruptedError';
  }
}

/**
 * Gives up whatever is open on a connection. One that has asked for its commit already ends by itself.
 *
 * For a page that is being frozen: it would answer no request any more, and every other window would wait for its transactions.
 */
export function interruptTransactions(database: Database): void {
  for (const watched of openOn.get(database) ?? []) {
    watched.isInterrupted = true;
    abort(watched.transaction);
  }
}

interface WatchedTransaction {
  readonly transaction: ReadTransaction | WriteTransaction;
  isInterrupted: boolean;
}

const openOn = new WeakMap<Database, Set<WatchedTransaction>>();

function watch(database: Database, transaction: WatchedTransaction['transaction']) {
  const open = openOn.get(database) ?? new Set();
  openOn.set(database, open);
  const watched = { transaction, isInterrupted: false, end: () => open.delete(watched) };
  open.add(watched);
  return watched;
}

/**
 * The requests of one transaction, and its end.
 *
 * Only the end is waited for: when Chromium has no space for a commit, requests that it had not answered yet are never answered.
 * Every promise is held here, because one that nobody holds would be reported as an unhandled rejection when the transaction aborts.
 */
export class Requests {
  /** Resolves when the transaction is complete; rejects, with its error where it has one, when it was aborted. */
  readonly ended: Promise<void>;

  constructor(transaction: ReadTransaction | WriteTransaction) {
    this.ended = new Promise((resolve, reject) => {
      transaction.addEventListener('complete', () => {
        resolve();
      });
      // Not `transaction.done`: it rejects at the first request that fails, when the transaction's own error is not known yet.
      transaction.addEventListener('abort', () => {
        reject(transaction.error ?? new DOMException('The transaction was aborted.', 'AbortError'));
      });
    });
    hold(this.ended);
    hold(transaction.done);
  }

  /** A request whose answer is waited for. */
  read<Answer>(request: Promise<Answer>): Promise<Answer> {
    hold(request);
    return request;
  }

  /** A request whose answer nobody needs. */
  write(request: Promise<unknown>): void {
    hold(request);
  }
}

function hold(promise: Promise<unknown>): void {
  promise.catch(() => undefined);
}

function abort(transaction: ReadTransaction | WriteTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
}
