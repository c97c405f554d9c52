import type { Commit, CommitId, LogEntry, Sequence } from '@/domain/deltas';
import type { RequestId, RunId, SessionId, SessionSummary } from '@/domain/sessions';
import type { EntityKind, IdOf, IsoDate, Millis, Recipient, WorkspaceSnapshot } from '@/domain/workspace';

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

/**
 * The right to write to a session, as storage knows it [S1a]. Taking it raises the session's epoch, so that whatever the holders before
 * still try to write is refused, however late it comes.
 */
export interface Lease {
  readonly sessionId: string;
  /** 1 for the first. */
  readonly epoch: number;
}

/** A commit that was planned on the workspace as it was at `base`, and the journal records that belong to it. */
export interface CommitRequest {
  readonly base: Sequence;
  readonly commit: Commit;
  readonly journal: readonly JournalRecord[];
  /** Under which it is made, where a session makes it: one that is old is refused with `lease-lost`. */
  readonly lease?: Lease;
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
 * What can go wrong with storage. Every code is the `code` of one `MomentumError` with a message for people.
 *
 * - `storage-full`: the browser gives no more space. Nothing was written; reading and exporting still work, and smaller changes may.
 * - `storage-closed`: this window's connection is gone (a newer version took over, or site data was cleared). Reload.
 * - `storage-unavailable`: this browser or window offers no storage.
 * - `storage-asleep`: another tab holds the database and does not react.
 * - `storage-blocked`: another tab with an older version must be closed first.
 * - `storage-newer`: the data was written by a newer version of the app.
 * - `storage-failed`: the browser reports a fault of its own that trying again did not cure.
 * - `journal-conflict`: a journal record of the commit has a place that is taken; another window wrote it. Nothing was written.
 * - `lease-lost`: another window has taken the session since. Nothing was written, and nothing that follows may be tried.
 */
export type StorageErrorCode =
  | 'storage-full'
  | 'storage-closed'
  | 'storage-unavailable'
  | 'storage-asleep'
  | 'storage-blocked'
  | 'storage-newer'
  | 'storage-failed'
  | 'journal-conflict'
  | 'lease-lost';

/**
 * The workspace on this device: entities, the log of commits, and what is journaled with them.
 *
 * A commit's entities, log entry and journal records are written in one transaction, durable when the promise resolves.
 * Rejects with a `MomentumError` whose code is a `StorageErrorCode`, or with a `DeltaMismatchError` when the deltas do not fit what
 * is stored (a defect of the plan); then nothing was written. Reading stays possible after a rejected commit.
 */
export interface WorkspaceStore {
  /** One consistent picture: the snapshot is the state at `head`. */
  load(): Promise<LoadedWorkspace>;
  commit(request: CommitRequest): Promise<CommitOutcome>;
  /** Entries that cannot be read are left out, so compare sequences when catching up: after a gap, `load` again. */
  readLog(range: LogRange): Promise<readonly LogEntry[]>;
  /** The journal of one session, oldest first. */
  readJournal(sessionId: string): Promise<readonly JournalRecord[]>;
}

/** Why to look at the log again: somebody said that it moved, or this window was away and may have missed it. */
export type ChangeNotice =
  | { readonly type: 'announced'; readonly head: Sequence }
  | { readonly type: 'returned' };

/**
 * Tells the windows of one workspace that its log may have moved. A notice says "look again", never what changed: it may come late,
 * twice, without need, or not at all while a window is frozen.
 */
export interface ChangeFeed {
  /** Tells the other windows, not this one. Call it after a commit. Never throws. */
  announce(head: Sequence): void;
  /** @returns the end of the subscription. */
  subscribe(listener: (notice: ChangeNotice) => void): () => void;
  close(): void;
}

/** How safe the data is from a browser that needs space. */
export interface StorageCare {
  /** Asks the browser to keep the data until the person deletes it. It may ask the person, or refuse without a word. */
  requestPersistence(): Promise<'granted' | 'refused' | 'unsupported'>;
  /** Used and allowed bytes, as far as the browser tells; it may allow less than it says. */
  estimate(): Promise<StorageSpace | null>;
}

export interface StorageSpace {
  readonly usageBytes: number;
  readonly quotaBytes: number;
}

/** A message as it shall leave the app: exactly what was approved. */
export interface OutgoingEmail {
  readonly to: readonly Recipient[];
  readonly cc: readonly Recipient[];
  readonly subject: string;
  readonly body: string;
}

/**
 * How an attempt to send ended. `handed-over`: it is in another program's hands, which does not tell whether it was sent. `failed`: it
 * certainly did not leave, and `message` says why and what to do. `unknown`: it may have left; it must not be repeated unasked.
 */
export type MailOutcome =
  | { readonly type: 'sent' }
  | { readonly type: 'handed-over' }
  | { readonly type: 'failed'; readonly message: string }
  | { readonly type: 'unknown'; readonly message: string };

/** Lets emails leave the app [C7]. Messages in outcomes are for people and never hold keys. */
export interface Mailer {
  /** Whether sending again with the same key reaches the recipients only once. */
  readonly isIdempotent: boolean;
  /** Where an email goes, in words: "Opens in your mail program", "Posts to https://mail.example". */
  describe(): string;
  /** Never rejects. A signal that aborts before anything left answers `failed`, after that `unknown`. */
  send(email: OutgoingEmail, options: MailOptions): Promise<MailOutcome>;
}

export interface MailOptions {
  /** `session:turn:call` [C7]. */
  readonly idempotencyKey: string;
  readonly signal: AbortSignal;
}

/** Makes ids for what happens in sessions. */
export interface SessionIds {
  session(): SessionId;
  run(): RunId;
  request(): RequestId;
}

/** Records to add behind the newest of a session, and what the list of sessions shows from then on. */
export interface JournalAppend {
  readonly records: readonly JournalRecord[];
  readonly summary: SessionSummary;
  /** A deleted session is listed no more; its journal stays until it is brought back or cleared away. */
  readonly isDeleted: boolean;
  /** `relaxed` may lose its last moments in a power cut; only for streamed text. */
  readonly durability: 'strict' | 'relaxed';
  /** Under which it is written: one that is old is refused with `lease-lost`. Not needed for a session that nobody knows yet. */
  readonly lease?: Lease;
}

/**
 * The journals of all sessions on this device.
 *
 * The records that belong to a commit are written by `WorkspaceStore.commit`, in the commit's transaction; all others here. Rejects
 * with a `MomentumError` whose code is a `StorageErrorCode`; then nothing was written. `journal-conflict`: a record's place is taken,
 * another window wrote it.
 */
export interface Journal {
  append(append: JournalAppend): Promise<void>;
  /** The journal of one session, oldest first. @param after - only what stands behind this place. */
  read(sessionId: SessionId, after?: number): Promise<readonly JournalRecord[]>;
  /** Takes the right to write to a session from whoever had it. Lasting when the promise resolves. */
  takeLease(sessionId: SessionId): Promise<Lease>;
  /** Whether nobody has taken it since. */
  holdsLease(lease: Lease): Promise<boolean>;
  /** Every session that is not deleted, last used first. Costs the same however long the sessions are. */
  summaries(): Promise<readonly SessionSummary[]>;
  /** The sessions that are not deleted and whose titles and texts hold every one of the words, last used first. */
  search(words: readonly string[]): Promise<readonly SessionSummary[]>;
}

/** Waits for the screen. Where nothing is painted, for about as long as a frame takes. */
export interface Frames {
  /** Calls back once, before the next frame. @returns the way to call it off. */
  next(callback: () => void): () => void;
}

/** The right to drive a session: at most one window of the workspace has it. */
export interface SessionLocks {
  /** @returns the way to let go, or null when another window holds it. A window that is gone holds nothing. */
  tryHold(sessionId: SessionId): Promise<(() => void) | null>;
}
