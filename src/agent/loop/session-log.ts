import type { Author, Cause, CommitId } from '@/domain/deltas';
import type { Plan } from '@/domain/planning';
import {
  eventAt,
  newView,
  summaryOf,
  viewAfter,
  type SessionEvent,
  type SessionHappening,
  type SessionId,
  type SessionView,
} from '@/domain/sessions';
import type { Workspace } from '@/domain/workspace';

import type { Clock, Journal, JournalRecord, Lease } from '../ports';
import type { LiveWorkspace, Planned, Settled } from '../workspace';
import { isOvertaken } from './lease-lost';
import { readEvents } from './stored-events';

export interface LogPorts {
  readonly journal: Journal;
  readonly live: LiveWorkspace;
  readonly clock: Clock;
}

/** What a commit of a session stands for. */
export interface SessionCommit {
  readonly author: Author;
  /** Asked once the plan that is about to be stored is made. */
  readonly cause: () => Cause;
  /** What is journaled in the commit's transaction. */
  readonly happenings: (plan: Plan, id: CommitId) => readonly SessionHappening[];
}

/** What is told of a session. */
export interface LogHooks {
  readonly onChange: (view: SessionView) => void;
  /** Something was stored by this window; `head` is the place of the newest record. */
  readonly onWritten: (log: SessionLog, head: number) => void;
}

/**
 * One session: its journal and the fold of it. What it shows is stored.
 *
 * Whatever adds to the journal waits its turn, so that every record has its place before it is written, and is written under this
 * window's lease of the session [S1a]. A place that another window took rejects with `journal-conflict`, a lease that another window
 * took with `lease-lost`; the journal is read again then.
 */
export class SessionLog {
  readonly id: SessionId;
  readonly #ports: LogPorts;
  readonly #hooks: LogHooks;
  readonly #onAppended = new Set<() => void>();
  #events: readonly SessionEvent[] = [];
  /** The place of each event in the journal. */
  #places: readonly number[] = [];
  /** The place of the newest record, readable or not. */
  #head = 0;
  #view: SessionView;
  /** Null before this window has ever taken the session. It stays good until another window takes it. */
  #lease: Lease | null = null;
  /** What is shown is not what is stored. */
  #isUnstored = false;
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(ports: LogPorts, view: SessionView, hooks: LogHooks) {
    this.id = view.id;
    this.#ports = ports;
    this.#view = view;
    this.#hooks = hooks;
  }

  /** Null when there is no such session. */
  static async open(ports: LogPorts, id: SessionId, hooks: LogHooks): Promise<SessionLog | null> {
    const records = await ports.journal.read(id);
    const [first] = records;
    if (first === undefined) return null;
    const { events, places } = readEvents(records);
    // A damaged beginning is no reason to lose the rest: the audit reports it.
    const view = events.reduce(viewAfter, newView(id, events[0]?.at ?? ports.clock.now()));
    const log = new SessionLog(ports, view, hooks);
    log.#events = events;
    log.#places = places;
    log.#head = headOf(records);
    return log;
  }

  /** Begins the journal of a new session. */
  static async create(ports: LogPorts, id: SessionId, hooks: LogHooks): Promise<SessionLog> {
    const log = new SessionLog(ports, newView(id, ports.clock.now()), hooks);
    log.#lease = await ports.journal.takeLease(id);
    await log.append([{ type: 'session-created' }]);
    return log;
  }

  view(): SessionView {
    return this.#view;
  }

  /** Every event so far; the same list until something is added. */
  events(): readonly SessionEvent[] {
    return this.#events;
  }

  /** The place of each of the events in the journal, 1 for the first; there is a gap where a record cannot be read. */
  places(): readonly number[] {
    return this.#places;
  }

  /** Places that are taken, or were, and at which nothing can be read. */
  gaps(): readonly number[] {
    const read = new Set(this.#places);
    if (read.size === this.#head) return [];
    return Array.from({ length: this.#head }, (_place, index) => index + 1).filter(
      (place) => !read.has(place),
    );
  }

  /** Calls back whenever something was added and shown. @returns the end of it. */
  onAppended(callback: () => void): () => void {
    this.#onAppended.add(callback);
    return () => {
      this.#onAppended.delete(callback);
    };
  }

  isDeleted(): boolean {
    return isDeletedAfter(this.#events);
  }

  /** Takes the right to write, and sees what other windows have written. Whoever calls it holds the session's lock. */
  lead(): Promise<void> {
    return this.#inOrder(async () => {
      if (await this.#leads()) return;
      this.#lease = await this.#ports.journal.takeLease(this.id);
      await this.#readOn();
    });
  }

  /** Whether no other window has taken the session, asked of storage now. Goes before what cannot be taken back [S1a]. */
  leads(): Promise<boolean> {
    return this.#leads();
  }

  /** Sees what other windows have written. */
  refresh(): Promise<void> {
    return this.#inOrder(() => this.#readOn());
  }

  /** Adds what happened, in one transaction. */
  append(
    happenings: readonly SessionHappening[],
    durability: 'strict' | 'relaxed' = 'strict',
  ): Promise<void> {
    return this.decide(() => happenings, durability);
  }

  /**
   * Adds what follows from the newest state. `work` sees everything that was added before and adds nothing by answering with
   * nothing.
   */
  decide(
    work: (view: SessionView, events: readonly SessionEvent[]) => readonly SessionHappening[],
    durability: 'strict' | 'relaxed' = 'strict',
  ): Promise<void> {
    return this.#inOrder(async () => {
      const events = this.#dated(work(this.#view, this.#events));
      if (events.length === 0) return;
      const view = events.reduce(viewAfter, this.#view);
      await this.#ports.journal.append({
        records: this.#recordsOf(events),
        summary: summaryOf(view),
        isDeleted: isDeletedAfter([...this.#events, ...events]),
        durability,
        lease: this.#mine(),
      });
      this.#applyOwn(events, view);
    });
  }

  /** Changes the workspace and adds what is journaled with it, in one transaction: both happen, or neither. */
  commit<Refusal extends { readonly type: 'invalid' | 'conflict' | 'moved' }>(
    plan: (workspace: Workspace) => Planned<Refusal>,
    { author, cause, happenings }: SessionCommit,
  ): Promise<Settled | Refusal> {
    return this.#inOrder(async () => {
      let written: readonly SessionEvent[] = [];
      const result = await this.#ports.live.change<Refusal>((workspace) => plan(workspace), {
        author,
        cause,
        lease: this.#mine(),
        journal: (finalPlan, id) => {
          written = this.#dated(happenings(finalPlan, id));
          return this.#recordsOf(written);
        },
      });
      if (result.type === 'committed') this.#applyOwn(written, written.reduce(viewAfter, this.#view));
      return result;
    });
  }

  /** Shows what could not be stored, so that nobody waits for it. The journal does not know it: a reload tells what is stored. */
  showUnstored(happenings: readonly SessionHappening[]): void {
    this.#isUnstored = true;
    this.#view = this.#dated(happenings).reduce(viewAfter, this.#view);
    this.#hooks.onChange(this.#view);
  }

  #inOrder<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work).catch(async (error: unknown) => {
      if (isOvertaken(error)) await this.#readAgain();
      throw error;
    });
    this.#turn = result.catch(() => undefined);
    return result;
  }

  async #leads(): Promise<boolean> {
    return this.#lease !== null && this.#ports.journal.holdsLease(this.#lease);
  }

  #mine(): Lease {
    if (this.#lease === null) throw new Error(`Session ${this.id} was written to before it was taken.`);
    return this.#lease;
  }

  async #readOn(): Promise<void> {
    if (this.#isUnstored) return this.#readAgain();
    const records = await this.#ports.journal.read(this.id, this.#head);
    if (records.length === 0) return;
    const { events, places } = readEvents(records);
    this.#events = [...this.#events, ...events];
    this.#places = [...this.#places, ...places];
    this.#head = headOf(records);
    this.#show(events.reduce(viewAfter, this.#view));
  }

  async #readAgain(): Promise<void> {
    const records = await this.#ports.journal.read(this.id);
    const { events, places } = readEvents(records);
    if (records.length === 0) return;
    this.#events = events;
    this.#places = places;
    this.#head = headOf(records);
    this.#isUnstored = false;
    this.#show(events.reduce(viewAfter, newView(this.id, this.#view.createdAt)));
  }

  #dated(happenings: readonly SessionHappening[]): readonly SessionEvent[] {
    const now = this.#ports.clock.now();
    return happenings.map((happening) => eventAt(now, happening));
  }

  #recordsOf(events: readonly SessionEvent[]): readonly JournalRecord[] {
    return events.map((event, index) => ({
      sessionId: this.id,
      sequence: this.#head + index + 1,
      event,
    }));
  }

  #applyOwn(events: readonly SessionEvent[], view: SessionView): void {
    this.#events = [...this.#events, ...events];
    this.#places = [...this.#places, ...events.map((_event, index) => this.#head + index + 1)];
    this.#head += events.length;
    this.#show(view);
    this.#hooks.onWritten(this, this.#head);
  }

  #show(view: SessionView): void {
    if (view !== this.#view) {
      this.#view = view;
      this.#hooks.onChange(view);
    }
    this.#tellAppended();
  }

  #tellAppended(): void {
    for (const callback of this.#onAppended) callback();
  }
}

function headOf(records: readonly JournalRecord[]): number {
  return records.at(-1)?.sequence ?? 0;
}

function isDeletedAfter(events: readonly SessionEvent[]): boolean {
  const last = events.findLast(
    (event) => event.type === 'session-deleted' || event.type === 'session-restored',
  );
  return last?.type === 'session-deleted';
}
