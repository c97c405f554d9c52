import type { Journal, JournalAppend, JournalRecord, Lease } from '@/agent';
import type { SessionId, SessionSummary } from '@/domain/sessions';

import { JournalConflictError, LeaseLostError } from '../errors';
import { canonicalJson } from '../records/canonical-json';
import { hasAllWords, listedSessions } from '../records/session-list';
import type { Connection } from './connection';
import { holdsLease, isLeaseOld, takeLease } from './leases';
import type { Database } from './open-database';
import { readJournal } from './read-tables';
import { looked, written } from './transactions';

/** The journals of sessions in IndexedDB, over the connection of the workspace store. */
export class IndexedDbJournal implements Journal {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  append(append: JournalAppend): Promise<void> {
    return this.#connection.run((database) => appendTo(database, append));
  }

  read(sessionId: SessionId, after = 0): Promise<readonly JournalRecord[]> {
    return this.#connection.run((database) => readJournal(database, sessionId, after));
  }

  takeLease(sessionId: SessionId): Promise<Lease> {
    return this.#connection.run((database) => takeLease(database, sessionId));
  }

  holdsLease(lease: Lease): Promise<boolean> {
    return this.#connection.run((database) => holdsLease(database, lease));
  }

  async summaries(): Promise<readonly SessionSummary[]> {
    const rows = await this.#connection.run((database) =>
      looked(database, ['sessions'], (transaction, requests) =>
        requests.read(transaction.objectStore('sessions').getAll()),
      ),
    );
    return listedSessions(rows);
  }

  /** Reads one journal after the other, so that no more than one is in memory. */
  async search(words: readonly string[]): Promise<readonly SessionSummary[]> {
    const found: SessionSummary[] = [];
    for (const summary of await this.summaries()) {
      if (hasAllWords(words, summary, await this.read(summary.id))) found.push(summary);
    }
    return found;
  }
}

/** Adds without looking first. Only when a place turns out to be taken is it looked at: by the same record, when this is done again. */
async function appendTo(database: Database, append: JournalAppend): Promise<void> {
  try {
    await write(database, append);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ConstraintError') throw error;
    await refuseOthers(database, append.records, error);
  }
}

function write(database: Database, append: JournalAppend): Promise<void> {
  const { records, summary, isDeleted, durability, lease } = append;
  return written(
    database,
    lease === undefined ? ['journal', 'sessions'] : ['journal', 'sessions', 'leases'],
    async (transaction, requests) => {
      if (lease !== undefined && (await requests.read(isLeaseOld(lease, transaction)))) {
        throw new LeaseLostError(lease.sessionId);
      }
      for (const record of records) requests.write(transaction.objectStore('journal').add(record));
      requests.write(transaction.objectStore('sessions').put({ ...summary, isDeleted }));
    },
    durability,
  );
}

async function refuseOthers(
  database: Database,
  records: readonly JournalRecord[],
  cause: Error,
): Promise<void> {
  const present = await looked(database, ['journal'], (transaction, requests) =>
    Promise.all(
      records.map(({ sessionId, sequence }) =>
        requests.read(transaction.objectStore('journal').get([sessionId, sequence])),
      ),
    ),
  );
  const other = records.find((record, index) => canonicalJson(present[index]) !== canonicalJson(record));
  if (other !== undefined) throw new JournalConflictError(other.sessionId, other.sequence, { cause });
}
