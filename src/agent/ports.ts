import type { Commit, CommitId, LogEntry, Sequence } from '@/domain/deltas';
import type { EntityKind, IdOf, IsoDate, Millis, WorkspaceSnapshot } from '@/domain/workspace';

/** Tells the time. `today` is the calendar day where the person is. */
export interface Clock {
  now(): Millis;
  today(): IsoDate;
}

/** Makes ids that nobody has used before. */
export interface Ids {
  commit(): CommitId;
  entity<K extends EntityKind>(kind: K): IdOf<K>;
}

/** One event of a session journal. `event` is plain structured-clonable data; its place is `(sessionId, sequence)`, 1 for the first. */
export interface JournalRecord {
  readonly sessionId: string;
  readonly sequence: number;
  readonly event: unknown;
}

/** A commit that was planned on the workspace as it was at `base`, and the journal records that belong to it. */
export interface CommitRequest {
  readonly base: Sequence;
  readonly commit: Commit;
  readonly journal: readonly JournalRecord[];
}

/**
 * How a commit ended. `stale`: the log has moved past `base`, nothing was written; read the log from `base` on and plan
 * again [W4]. A commit whose id is in the log already is answered with the entry that is there: asking twice is harmless.
 */
export type CommitOutcome =
  | { readonly type: 'committed'; readonly entry: LogEntry }
  | { readonly type: 'stale'; readonly head: Sequence };

/** A stored record that could not be read. It stays where it is, apart from the others, and is reported [S4]. */
export interface DamagedRecord {
  readonly table: string;
  readonly key: string;
  readonly reason: string;
}

export interface LoadedWorkspace {
  readonly snapshot: WorkspaceSnapshot;
  readonly head: Sequence;
  readonly damaged: readonly DamagedRecord[];
}

/** Which entries of the workspace log to read; both ends are exclusive. */
export interface LogRange {
  readonly after?: Sequence;
  readonly before?: Sequence;
  readonly order: 'oldest-first' | 'newest-first';
  readonly limit: number;
}

/**
 * The workspace on this device: entities, the log of commits, and what is journaled with them.
 *
 * A commit's entities, log entry and journal records are written in one transaction, durable when the promise resolves.
 * Rejects with a `StorageError` (`storage-full`, `storage-closed`, `storage-unavailable`); then nothing was written.
 */
export interface WorkspaceStore {
  load(): Promise<LoadedWorkspace>;
  commit(request: CommitRequest): Promise<CommitOutcome>;
  readLog(range: LogRange): Promise<readonly LogEntry[]>;
}
