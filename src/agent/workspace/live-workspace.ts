import {
  applyDeltas,
  emptyHistory,
  historyAfter,
  historyDepth,
  sequence,
  type Author,
  type Cause,
  type Commit,
  type CommitId,
  type History,
  type LogEntry,
  type Sequence,
} from '@/domain/deltas';
import type { Plan, Problem } from '@/domain/planning';
import { workspaceFrom, type Workspace } from '@/domain/workspace';

import type { ChangeFeed, Clock, DamagedRecord, Ids, JournalRecord, Lease, WorkspaceStore } from '../ports';

/** The workspace as of `head`, and what undo and redo would do next. A new object at every change, a fold of the log. */
export interface WorkspaceState {
  readonly workspace: Workspace;
  readonly head: Sequence;
  readonly history: History;
  /** The newest entries that this page has seen arrive, oldest first; what a screen may mark as just changed. */
  readonly arrived: readonly LogEntry[];
}

/** How a change ended that could be planned. `unchanged`: everything was as wanted already. */
export type Settled =
  | { readonly type: 'committed'; readonly entry: LogEntry }
  | { readonly type: 'unchanged' };

/** How a change ended. `invalid`: the arguments break a rule, nothing was written. */
export type ChangeResult = Settled | { readonly type: 'invalid'; readonly problems: readonly Problem[] };

/** A plan, or whatever else the planner answers instead, which is handed back and changes nothing. */
export type Planned<Refusal> = { readonly type: 'planned'; readonly plan: Plan } | Refusal;

/** Why a change is made, by whom, and what is journaled with it. By hand when not given. */
export interface ChangeOptions {
  readonly author?: Author;
  /** Or how to tell it once the plan that is about to be stored is made. */
  readonly cause?: Cause | (() => Cause);
  /**
   * Records, or how to make them for the plan that is about to be stored. Made ones belong to a change: a plan without deltas is then
   * `unchanged` and stores nothing.
   */
  readonly journal?: readonly JournalRecord[] | ((plan: Plan, id: CommitId) => readonly JournalRecord[]);
  /** Of the session that makes it [S1a]. */
  readonly lease?: Lease;
}

export interface WorkspacePorts {
  readonly store: WorkspaceStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly feed: ChangeFeed;
}

/**
 * The one way to read and change the workspace on this page.
 *
 * A change is planned on the newest state, stored, and only then seen: what is on the screen is on the disk. When another tab has
 * moved the log meanwhile, its entries are applied and the change is planned again [W4]. Changes of this page run one at a time, in
 * the order they were asked for.
 */
export class LiveWorkspace {
  readonly damaged: readonly DamagedRecord[];
  readonly #ports: WorkspacePorts;
  readonly #listeners = new Set<(state: WorkspaceState) => void>();
  readonly #stopListening: () => void;
  #state: WorkspaceState;
  #lastChange: Promise<unknown> = Promise.resolve();

  private constructor(ports: WorkspacePorts, state: WorkspaceState, damaged: readonly DamagedRecord[]) {
    this.#ports = ports;
    this.#state = state;
    this.damaged = damaged;
    this.#stopListening = ports.feed.subscribe(() => {
      // A failed look is not lost: the next message, focus or change looks again.
      this.catchUp().catch(() => undefined);
    });
  }

  /** Loads the workspace and its newest history. Rejects with a `StorageErrorCode`. */
  static async open(ports: WorkspacePorts): Promise<LiveWorkspace> {
    const { state, damaged } = await loadState(ports.store);
    return new LiveWorkspace(ports, state, damaged);
  }

  state(): WorkspaceState {
    return this.#state;
  }

  /** Calls back after every change, with the new state; answers with the way to stop. */
  subscribe(listener: (state: WorkspaceState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Plans and commits a change.
   *
   * @param plan - called with the newest workspace, again after every time another writer was quicker. Must be pure.
   * @returns rejects with a `StorageError` when it could not be stored; then nothing changed.
   */
  change<Refusal extends { readonly type: 'invalid' | 'conflict' | 'moved' }>(
    plan: (workspace: Workspace, head: Sequence) => Planned<Refusal>,
    options: ChangeOptions = {},
  ): Promise<Settled | Refusal> {
    return this.#inOrder(() => this.#planAndCommit(plan, options));
  }

  /** Applies what other writers have committed since. Resolves when this page has seen the log as it was at the call. */
  catchUp(): Promise<void> {
    return this.#inOrder(() => this.#applyMissing());
  }

  /** Stops listening to other writers; changes asked for before still finish. */
  close(): void {
    this.#stopListening();
    this.#listeners.clear();
  }

  #inOrder<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#lastChange.then(work);
    this.#lastChange = result.catch(() => undefined);
    return result;
  }

  async #planAndCommit<Refusal extends { readonly type: string }>(
    plan: (workspace: Workspace, head: Sequence) => Planned<Refusal>,
    options: ChangeOptions,
  ): Promise<Settled | Refusal> {
    const id = this.#ports.ids.commit();
    for (;;) {
      const result = plan(this.#state.workspace, this.#state.head);
      if (!isPlanned(result)) return result;
      if (result.plan.deltas.length === 0 && !isWorthAnEntry(options)) return { type: 'unchanged' };
      const outcome = await this.#ports.store.commit({
        base: this.#state.head,
        commit: this.#commitOf(result.plan, { ...options, id }),
        journal: journalFor(options.journal, result.plan, id),
        ...(options.lease === undefined ? {} : { lease: options.lease }),
      });
      if (outcome.type === 'stale') {
        await this.#applyMissing();
        continue;
      }
      await this.#see(outcome.entry);
      this.#ports.feed.announce(outcome.entry.sequence);
      return outcome;
    }
  }

  #commitOf(plan: Plan, options: ChangeOptions & Pick<Commit, 'id'>): Commit {
    return {
      id: options.id,
      at: this.#ports.clock.now(),
      author: options.author ?? { type: 'person' },
      cause: typeof options.cause === 'function' ? options.cause() : (options.cause ?? { type: 'edit' }),
      summary: plan.summary,
      deltas: plan.deltas,
    };
  }

  /** Applies an own commit; one that was stored at an earlier asking is seen with everything since. */
  async #see(entry: LogEntry): Promise<void> {
    if (entry.sequence === this.#state.head + 1) this.#apply([entry]);
    else await this.#applyMissing();
  }

  async #applyMissing(): Promise<void> {
    for (;;) {
      const entries = await this.#ports.store.readLog({
        after: this.#state.head,
        order: 'oldest-first',
        limit: catchUpPage,
      });
      if (entries.length === 0) return;
      if (isUnbroken(this.#state.head, entries)) this.#apply(entries);
      else return this.#loadAgain();
    }
  }

  /** An entry that cannot be read is missing from the log; the tables have its effect. */
  async #loadAgain(): Promise<void> {
    const { state } = await loadState(this.#ports.store);
    this.#show(state);
  }

  #apply(entries: readonly LogEntry[]): void {
    this.#show(entries.reduce(stateAfter, this.#state));
  }

  #show(state: WorkspaceState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }
}

/**
 * An undo that leaves everything as it is still settles the commit it undoes; without an entry, undo would meet that commit for
 * ever. What is journaled with a change is worth its entry too.
 */
function isWorthAnEntry({ cause, journal }: ChangeOptions): boolean {
  if (Array.isArray(journal)) return true;
  return typeof cause === 'object' && (cause.type === 'undo' || cause.type === 'redo');
}

function journalFor(journal: ChangeOptions['journal'], plan: Plan, id: CommitId): readonly JournalRecord[] {
  return typeof journal === 'function' ? journal(plan, id) : (journal ?? []);
}

function isPlanned<Refusal extends { readonly type: string }>(
  result: Planned<Refusal>,
): result is Extract<Planned<Refusal>, { readonly plan: Plan }> {
  return result.type === 'planned';
}

const catchUpPage = 500;
const arrivedDepth = 20;

async function loadState(
  store: WorkspaceStore,
): Promise<{ readonly state: WorkspaceState; readonly damaged: readonly DamagedRecord[] }> {
  const { snapshot, head, damaged } = await store.load();
  const newest = await store.readLog({
    before: sequence(head + 1),
    order: 'newest-first',
    limit: historyDepth,
  });
  const history = newest.toReversed().reduce(historyAfter, emptyHistory);
  return { state: { workspace: workspaceFrom(snapshot), head, history, arrived: [] }, damaged };
}

function isUnbroken(head: Sequence, entries: readonly LogEntry[]): boolean {
  return entries.every((entry, index) => entry.sequence === head + index + 1);
}

function stateAfter(state: WorkspaceState, entry: LogEntry): WorkspaceState {
  return {
    workspace: applyDeltas(state.workspace, entry.commit.deltas),
    head: entry.sequence,
    history: historyAfter(state.history, entry),
    arrived: [...state.arrived, entry].slice(-arrivedDepth),
  };
}
