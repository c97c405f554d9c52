import type {
  CommitOutcome,
  CommitRequest,
  JournalRecord,
  LoadedWorkspace,
  LogRange,
  WorkspaceStore,
} from '@/agent';
import { applyDeltas, sequence, type LogEntry } from '@/domain/deltas';
import { emptyWorkspace, snapshotOf, type Workspace } from '@/domain/workspace';

import { JournalConflictError } from '../errors';
import { logBounds } from '../records/log-bounds';
import { MemoryJournal } from './memory-journal';

/**
 * A workspace that lasts as long as the window: for browsers without storage, and for tests. Keeps the contract of the lasting ones,
 * durability aside.
 */
export class MemoryWorkspaceStore implements WorkspaceStore {
  /** The journals of sessions; what belongs to a commit is written by `commit`. */
  readonly journal = new MemoryJournal();
  #workspace: Workspace = emptyWorkspace();
  readonly #log: LogEntry[] = [];

  load(): Promise<LoadedWorkspace> {
    return Promise.resolve({ snapshot: snapshotOf(this.#workspace), head: this.#head(), damaged: [] });
  }

  async commit(request: CommitRequest): Promise<CommitOutcome> {
    // What a database could not store must not be stored here either, and nobody may change afterwards what was stored.
    const { base, commit, journal, lease } = structuredClone(request);
    const known = this.#log.find((entry) => entry.commit.id === commit.id);
    if (known !== undefined) return { type: 'committed', entry: known };
    this.journal.checkLease(lease);
    if (base !== this.#head()) return { type: 'stale', head: this.#head() };
    const taken = this.journal.taken(journal);
    if (taken !== undefined) throw new JournalConflictError(taken.sessionId, taken.sequence);

    this.#workspace = applyDeltas(this.#workspace, commit.deltas);
    const entry = { sequence: sequence(base + 1), commit };
    this.#log.push(entry);
    this.journal.add(journal);
    return { type: 'committed', entry };
  }

  readLog(range: LogRange): Promise<readonly LogEntry[]> {
    const bounds = logBounds(range, this.#log.length);
    const entries = bounds === null ? [] : this.#log.slice(bounds.first - 1, bounds.last);
    return Promise.resolve(range.order === 'oldest-first' ? entries : entries.toReversed());
  }

  readJournal(sessionId: string): Promise<readonly JournalRecord[]> {
    return this.journal.read(sessionId);
  }

  #head() {
    return sequence(this.#log.length);
  }
}
