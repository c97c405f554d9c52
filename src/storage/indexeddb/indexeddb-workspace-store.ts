import type {
  CommitOutcome,
  CommitRequest,
  DamagedRecord,
  Journal,
  JournalRecord,
  LoadedWorkspace,
  LogRange,
  WorkspaceStore,
} from '@/agent';
import { sequence, type LogEntry } from '@/domain/deltas';

import { chainAfter } from '../records/chain';
import { rawRecords, type RawRecord } from '../records/raw-records';
import { soundWorkspace } from '../records/set-aside';
import type { LogMark, Witness } from '../witness';
import type { Connection } from './connection';
import { freeSpare, measureSpare, type Spare } from './free-space';
import { IndexedDbJournal } from './indexeddb-journal';
import { readJournal, readLogPage, readMark, readTables } from './read-tables';
import { entityKey, writeCommit, type WriteOutcome } from './write-commit';

export interface StoreOptions {
  /** Told of every commit; none while the person has not accepted what was found. */
  readonly witnesses: readonly Witness[];
  /** Told which entries an answer about the log had to leave out [S4]. */
  readonly onMissingEntries: (sequences: readonly number[]) => void;
}

/** The workspace in IndexedDB. Made by `openWorkspaceDatabase`. */
export class IndexedDbWorkspaceStore implements WorkspaceStore {
  /** The journals of sessions in the same database; what belongs to a commit is written by `commit`. */
  readonly journal: Journal;
  readonly #connection: Connection;
  readonly #options: StoreOptions;
  /** Where the log stood when this window last looked: saves a round trip before most commits. */
  #mark: LogMark;
  #setAside: ReadonlySet<string> = new Set();

  constructor(connection: Connection, mark: LogMark, options: StoreOptions) {
    this.#connection = connection;
    this.journal = new IndexedDbJournal(connection);
    this.#mark = mark;
    this.#options = options;
  }

  async load(): Promise<LoadedWorkspace> {
    const { tables, mark } = await this.#connection.run(readTables);
    const { snapshot, damaged } = soundWorkspace(tables);
    this.#setAside = new Set(damaged.map((record) => entityKey(record.table, record.key)));
    this.#note(mark);
    return { snapshot, head: sequence(mark.head), damaged };
  }

  async commit(request: CommitRequest): Promise<CommitOutcome> {
    let expected = this.#mark;
    if (expected.head !== request.base) expected = await this.#connection.run(readMark);
    for (;;) {
      const outcome = await this.#write(request, expected);
      this.#note(outcome.mark);
      if (outcome.type !== 'moved') return { type: 'committed', entry: outcome.entry };
      if (outcome.mark.head !== request.base) return { type: 'stale', head: sequence(outcome.mark.head) };
      // The plan is for the right place and only this window's idea of the place was old.
      expected = outcome.mark;
    }
  }

  async readLog(range: LogRange): Promise<readonly LogEntry[]> {
    const page = await this.#connection.run((database) => readLogPage(database, range));
    if (page.missing.length > 0) this.#options.onMissingEntries(page.missing);
    return page.entries;
  }

  readJournal(sessionId: string): Promise<readonly JournalRecord[]> {
    return this.#connection.run((database) => readJournal(database, sessionId));
  }

  /** What is stored of records that `load` has set aside, unchecked [S4]. */
  async readRaw(damaged: readonly DamagedRecord[]): Promise<readonly RawRecord[]> {
    const { tables } = await this.#connection.run(readTables);
    return rawRecords(tables, damaged);
  }

  /** What could be freed without losing anything that is shown or could be undone in the workspace. */
  measureSpare(): Promise<Spare> {
    return this.#connection.run(measureSpare);
  }

  /** Frees it. @returns what was freed; less than was measured when the browser has no space even for that. */
  freeSpare(): Promise<Spare> {
    return this.#connection.run(freeSpare);
  }

  close(): void {
    this.#connection.close('closed');
  }

  async #write(request: CommitRequest, expected: LogMark): Promise<WriteOutcome> {
    const entry: LogEntry = { sequence: sequence(expected.head + 1), commit: request.commit };
    // Hashing is asynchronous and would end a transaction, so the value is worked out before, for the place the entry should get.
    const chain = await chainAfter(expected.chain, entry);
    const prepared = { request, expected, chain, setAside: this.#setAside };
    return this.#connection.run((database) => writeCommit(database, prepared));
  }

  #note(mark: LogMark): void {
    if (mark.databaseId === this.#mark.databaseId && mark.head < this.#mark.head) return;
    this.#mark = mark;
    for (const witness of this.#options.witnesses) witness.note(mark);
  }
}
