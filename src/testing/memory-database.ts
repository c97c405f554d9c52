import type {
  CommitOutcome,
  CommitRequest,
  Journal,
  JournalAppend,
  JournalRecord,
  Lease,
  LoadedWorkspace,
  LogRange,
  WorkspaceStore,
} from '@/agent';
import { isSessionEvent } from '@/agent/loop';
import { MomentumError } from '@/domain';
import type { LogEntry } from '@/domain/deltas';
import type { SessionEvent, SessionId, SessionSummary } from '@/domain/sessions';
import { MemoryWorkspaceStore } from '@/storage';

export class TestStorageError extends MomentumError {
  readonly code: string;

  constructor(code: string) {
    super(`The test made storage fail: ${code}.`);
    this.name = 'TestStorageError';
    this.code = code;
  }
}

/** What a database of a test wrote, in order. */
export type Write =
  | { readonly type: 'commit'; readonly entry: LogEntry; readonly journal: readonly JournalRecord[] }
  | { readonly type: 'append'; readonly append: JournalAppend };

/** Workspace and journals in memory, which a test can look into, slow down and make fail. */
export class MemoryDatabase implements WorkspaceStore, Journal {
  readonly writes: Write[] = [];
  /** Called before each write; rejects to make it fail. */
  beforeWrite: (write: 'commit' | 'append') => Promise<void> = () => Promise.resolve();
  /** Called when a write is stored and before its writer hears of it. */
  afterWrite: () => Promise<void> = () => Promise.resolve();
  readonly #store = new MemoryWorkspaceStore();
  readonly #log: LogEntry[] = [];
  readonly #events = new Map<string, SessionEvent[]>();

  load(): Promise<LoadedWorkspace> {
    return this.#store.load();
  }

  async commit(request: CommitRequest): Promise<CommitOutcome> {
    await this.beforeWrite('commit');
    const outcome = await this.#store.commit(request);
    if (outcome.type === 'committed') {
      this.#log.push(outcome.entry);
      this.#note(request.journal);
      this.writes.push({ type: 'commit', entry: outcome.entry, journal: request.journal });
      await this.afterWrite();
    }
    return outcome;
  }

  readLog(range: LogRange): Promise<readonly LogEntry[]> {
    return this.#store.readLog(range);
  }

  readJournal(sessionId: string): Promise<readonly JournalRecord[]> {
    return this.#store.readJournal(sessionId);
  }

  async append(append: JournalAppend): Promise<void> {
    await this.beforeWrite('append');
    await this.#store.journal.append(append);
    this.#note(append.records);
    this.writes.push({ type: 'append', append });
    await this.afterWrite();
  }

  read(sessionId: SessionId, after = 0): Promise<readonly JournalRecord[]> {
    return this.#store.journal.read(sessionId, after);
  }

  takeLease(sessionId: SessionId): Promise<Lease> {
    return this.#store.journal.takeLease(sessionId);
  }

  holdsLease(lease: Lease): Promise<boolean> {
    return this.#store.journal.holdsLease(lease);
  }

  summaries(): Promise<readonly SessionSummary[]> {
    return this.#store.journal.summaries();
  }

  search(words: readonly string[]): Promise<readonly SessionSummary[]> {
    return this.#store.journal.search(words);
  }

  /** Gives a session a journal as a damaged disk would: an event is whatever it is, and undefined is none at all. */
  async damage({
    summary,
    events,
  }: {
    readonly summary: SessionSummary;
    readonly events: readonly unknown[];
  }): Promise<void> {
    const places = events.map((event, index) => ({ sessionId: summary.id, sequence: index + 1, event }));
    const records = places.filter(({ event }) => event !== undefined);
    await this.#store.journal.append({ records, summary, isDeleted: false, durability: 'strict' });
    this.#events.set(summary.id, events.filter(isSessionEvent));
  }

  /** What a session's journal holds. Events that the app could not read again are a defect of the test or of the app. */
  events(sessionId: string): readonly SessionEvent[] {
    return this.#events.get(sessionId) ?? [];
  }

  log(): readonly LogEntry[] {
    return this.#log;
  }

  #note(records: readonly JournalRecord[]): void {
    for (const { sessionId, event } of records) {
      if (!isSessionEvent(event))
        throw new Error(`This event cannot be read again: ${JSON.stringify(event)}`);
      const events = this.#events.get(sessionId);
      if (events === undefined) this.#events.set(sessionId, [event]);
      else events.push(event);
    }
  }
}
