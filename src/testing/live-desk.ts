import type { ChangeFeed, Clock, Ids, WorkspaceStore } from '@/agent';
import { LiveWorkspace } from '@/agent/workspace';
import { commitId, type LogEntry, type Sequence } from '@/domain/deltas';
import { createWorkspaceCommands, type WorkspaceCommands } from '@/state/workspace';
import { MemoryWorkspaceStore } from '@/storage';

import { planContext, day, noon } from './builders';

/** One window on a workspace: the live workspace and what a person can do with it. */
export interface LiveDesk {
  readonly live: LiveWorkspace;
  readonly commands: WorkspaceCommands;
  readonly readLog: (after: Sequence | undefined) => Promise<readonly LogEntry[]>;
}

/** Windows that are told of each other's commits only when `tell` is called, as tabs are told late. */
export class LiveDesks {
  readonly store: WorkspaceStore;
  readonly #listeners = new Set<() => void>();
  #opened = 0;
  #made = 0;

  constructor(store: WorkspaceStore = new MemoryWorkspaceStore()) {
    this.store = store;
  }

  async open(): Promise<LiveDesk> {
    const clock: Clock = { now: () => noon, today: () => day('2026-01-01') };
    this.#opened += 1;
    const window = `window-${String(this.#opened)}-`;
    const { mint } = planContext(window);
    const ids: Ids = { commit: () => commitId(this.#nextCommit(window)), entity: mint };
    const live = await LiveWorkspace.open({ store: this.store, clock, ids, feed: this.#feed() });
    const readLog = (after: Sequence | undefined) =>
      this.store.readLog({ ...(after !== undefined && { after }), order: 'oldest-first', limit: 1_000 });
    return { live, commands: createWorkspaceCommands({ live, clock, ids, readLog }), readLog };
  }

  /** Tells every window to look again. */
  tell(): void {
    for (const listener of this.#listeners) listener();
  }

  get listenerCount(): number {
    return this.#listeners.size;
  }

  #feed(): ChangeFeed {
    return {
      announce: () => undefined,
      subscribe: (listener) => {
        const look = () => {
          listener({ type: 'returned' });
        };
        this.#listeners.add(look);
        return () => this.#listeners.delete(look);
      },
      close: () => undefined,
    };
  }

  #nextCommit(window: string): string {
    this.#made += 1;
    return `${window}commit-${String(this.#made)}`;
  }
}
