import type {
  CommitOutcome,
  CommitRequest,
  Journal,
  JournalAppend,
  JournalRecord,
  LoadedWorkspace,
  LogRange,
  WorkspaceStore,
} from '@/agent';
import { MomentumError } from '@/domain';
import { applyDeltas, sequence, type LogEntry } from '@/domain/deltas';
import { searchableText, type SessionEvent, type SessionId, type SessionSummary } from '@/domain/sessions';
import { emptyWorkspace, snapshotOf, type Workspace } from '@/domain/workspace';

export class TestStorageError extends MomentumError {
  readonly code: string;

  constructor(code: string) {
    super(`The test made storage fail: ${code}.`);
    this.name = 'TestStorageError';
    this.code = code;
  }
}

/** What a database of a test was asked to write, in order. */
export type Write =
  | { readonly type: 'commit'; readonly entry: LogEntry; readonly journal: readonly JournalRecord[] }
  | { readonly type: 'append'; readonly append: JournalAppend };

/** Workspace and journals in memory, as one database: a commit and its journal records land together or not at all. */
export class MemoryDatabase implements WorkspaceStore, Journal {
  readonly writes: Write[] = [];
  /** Called before each write; throw to make it fail. */
  beforeWrite: (write: 'commit' | 'append') => Promise<void> | void = () => undefined;
  #workspace: Workspace = emptyWorkspace();
  readonly #log: LogEntry[] = [];
  readonly #records = new Map<string, JournalRecord[]>();
  readonly #summaries = new Map<string, SessionSummary & { readonly isDeleted: boolean }>();

  load(): Promise<LoadedWorkspace> {
    return Promise.resolve({ snapshot: snapshotOf(this.#workspace), head: this.#head(), damaged: [] });
  }

  async commit(request: CommitRequest): Promise<CommitOutcome> {
    await this.beforeWrite('commit');
    const { base, commit, journal } = structuredClone(request);
    const known = this.#log.find((entry) => entry.commit.id === commit.id);
    if (known !== undefined) return { type: 'committed', entry: known };
    if (base !== this.#head()) return { type: 'stale', head: this.#head() };
    this.#checkPlaces(journal);
    this.#workspace = applyDeltas(this.#workspace, commit.deltas);
    const entry = { sequence: sequence(base + 1), commit };
    this.#log.push(entry);
    this.#add(journal);
    this.writes.push({ type: 'commit', entry, journal });
    return { type: 'committed', entry };
  }

  readLog(range: LogRange): Promise<readonly LogEntry[]> {
    const { after = sequence(0), before = sequence(this.#log.length + 1), order, limit } = range;
    const entries = this.#log.filter((entry) => entry.sequence > after && entry.sequence < before);
    const ordered = order === 'oldest-first' ? entries : entries.toReversed();
    return Promise.resolve(ordered.slice(0, limit));
  }

  readJournal(sessionId: string): Promise<readonly JournalRecord[]> {
    return Promise.resolve([...(this.#records.get(sessionId) ?? [])]);
  }

  async append(append: JournalAppend): Promise<void> {
    await this.beforeWrite('append');
    const stored = structuredClone(append);
    this.#checkPlaces(stored.records);
    this.#add(stored.records);
    this.#summaries.set(stored.summary.id, { ...stored.summary, isDeleted: stored.isDeleted });
    this.writes.push({ type: 'append', append: stored });
  }

  read(sessionId: SessionId): Promise<readonly JournalRecord[]> {
    return this.readJournal(sessionId);
  }

  summaries(): Promise<readonly SessionSummary[]> {
    const listed = [...this.#summaries.values()].filter((summary) => !summary.isDeleted);
    return Promise.resolve(listed.toSorted((left, right) => right.updatedAt - left.updatedAt));
  }

  async search(words: readonly string[]): Promise<readonly SessionSummary[]> {
    const listed = await this.summaries();
    return listed.filter((summary) => {
      const texts = this.events(summary.id).map(searchableText);
      const text = [summary.title, ...texts].join('\n').toLowerCase();
      return words.every((word) => text.includes(word));
    });
  }

  /** What a session's journal holds, as the app wrote it. */
  events(sessionId: string): readonly SessionEvent[] {
    return (this.#records.get(sessionId) ?? []).map((record) => record.event as SessionEvent);
  }

  log(): readonly LogEntry[] {
    return this.#log;
  }

  #head() {
    return sequence(this.#log.length);
  }

  #checkPlaces(records: readonly JournalRecord[]): void {
    for (const record of records) {
      const present = this.#records.get(record.sessionId) ?? [];
      if (present.some((each) => each.sequence === record.sequence)) {
        throw new TestStorageError('journal-conflict');
      }
    }
  }

  #add(records: readonly JournalRecord[]): void {
    for (const record of records) {
      const present = this.#records.get(record.sessionId);
      if (present === undefined) this.#records.set(record.sessionId, [record]);
      else present.push(record);
    }
  }
}
