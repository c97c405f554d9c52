import type { Journal, JournalAppend, JournalRecord, Lease } from '@/agent';
import type { SessionSummary } from '@/domain/sessions';

import { JournalConflictError, LeaseLostError } from '../errors';
import { canonicalJson } from '../records/canonical-json';
import { hasAllWords, listedSessions, type SessionRow } from '../records/session-list';

/** The journals of sessions for as long as the window lasts. Keeps the contract of the lasting ones, durability aside. */
export class MemoryJournal implements Journal {
  readonly #records = new Map<string, Map<number, JournalRecord>>();
  readonly #rows = new Map<string, SessionRow>();
  readonly #epochs = new Map<string, number>();

  /** The first record whose place holds another one. */
  taken(records: readonly JournalRecord[]): JournalRecord | undefined {
    return records.find(({ sessionId, sequence }) => this.#records.get(sessionId)?.has(sequence));
  }

  add(records: readonly JournalRecord[]): void {
    for (const record of records) {
      const journal = this.#records.get(record.sessionId) ?? new Map<number, JournalRecord>();
      journal.set(record.sequence, record);
      this.#records.set(record.sessionId, journal);
    }
  }

  async append(append: JournalAppend): Promise<void> {
    // What a database could not store must not be stored here either, and nobody may change afterwards what was stored.
    const { records, summary, isDeleted, lease } = structuredClone(append);
    this.checkLease(lease);
    const other = records.find((record) => this.#holdsAnother(record));
    if (other !== undefined) throw new JournalConflictError(other.sessionId, other.sequence);
    this.add(records);
    this.#rows.set(summary.id, { ...summary, isDeleted });
  }

  read(sessionId: string, after = 0): Promise<readonly JournalRecord[]> {
    const records = [...(this.#records.get(sessionId)?.values() ?? [])];
    const later = records.filter((record) => record.sequence > after);
    return Promise.resolve(later.toSorted((left, right) => left.sequence - right.sequence));
  }

  takeLease(sessionId: string): Promise<Lease> {
    const epoch = (this.#epochs.get(sessionId) ?? 0) + 1;
    this.#epochs.set(sessionId, epoch);
    return Promise.resolve({ sessionId, epoch });
  }

  holdsLease({ sessionId, epoch }: Lease): Promise<boolean> {
    return Promise.resolve(this.#epochs.get(sessionId) === epoch);
  }

  checkLease(lease: Lease | undefined): void {
    if (lease === undefined || this.#epochs.get(lease.sessionId) === lease.epoch) return;
    throw new LeaseLostError(lease.sessionId);
  }

  summaries(): Promise<readonly SessionSummary[]> {
    return Promise.resolve(listedSessions([...this.#rows.values()]));
  }

  async search(words: readonly string[]): Promise<readonly SessionSummary[]> {
    const found: SessionSummary[] = [];
    for (const summary of await this.summaries()) {
      if (hasAllWords(words, summary, await this.read(summary.id))) found.push(summary);
    }
    return found;
  }

  #holdsAnother(record: JournalRecord): boolean {
    const present = this.#records.get(record.sessionId)?.get(record.sequence);
    return present !== undefined && canonicalJson(present) !== canonicalJson(record);
  }
}
