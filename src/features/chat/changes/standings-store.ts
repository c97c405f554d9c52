import { createStore, type StoreApi } from 'zustand/vanilla';

import type { CommitId, LogEntry, Sequence } from '@/domain/deltas';
import type { SessionId } from '@/domain/sessions';
import type { WorkspaceServices } from '@/state/workspace';

import { Standings } from './standings';

export interface StandingsState {
  /** Grows with every entry that was taken, because the fold itself is changed in place. */
  readonly version: number;
  readonly standings: Standings;
}

export interface StandingsStore extends Pick<
  StoreApi<StandingsState>,
  'getState' | 'getInitialState' | 'subscribe'
> {
  /** Follows the log from here on. @returns the end of it. */
  follow(): () => void;
}

type Source = Pick<WorkspaceServices, 'store' | 'readLog'>;

/**
 * How the commits of a session stand, followed along the log. It reads back only to the oldest of the commits that are there when it
 * begins.
 */
export function createStandingsStore(
  source: Source,
  sessionId: SessionId,
  commitIds: readonly CommitId[],
): StandingsStore {
  const standings = new Standings(
    ({ commit: { author } }) => author.type === 'agent' && author.sessionId === sessionId,
  );
  const store = createStore<StandingsState>(() => ({ version: 0, standings }));
  let takenTo: Sequence | null = null;
  const following = { isOn: false };
  let isReading = false;

  function take(entries: readonly LogEntry[]): void {
    const next = entries.filter(({ sequence }) => takenTo === null || sequence > takenTo);
    for (const entry of next) standings.add(entry);
    takenTo = next.at(-1)?.sequence ?? takenTo;
    if (next.length > 0) store.setState({ version: takenTo ?? 0 });
  }

  async function catchUp(): Promise<void> {
    if (isReading) return;
    isReading = true;
    try {
      // The log may be ahead of what is on the screen; what was taken is not taken again.
      while (following.isOn && (takenTo === null || takenTo < source.store.getState().head)) {
        const { head, arrived } = source.store.getState();
        const from = takenTo;
        if (from === null) take(await entriesSince(source, commitIds));
        else if (arrived[0] !== undefined && arrived[0].sequence <= from + 1) take(arrived);
        else take(await source.readLog({ after: from, order: 'oldest-first', limit: pageSize }));
        // Entries that cannot be read, and a log without any: nothing more comes up to here.
        if (takenTo === from) takenTo = head;
      }
    } catch {
      // Without the log nothing is offered; the next change tries again. The storage's own notice says what is wrong.
    } finally {
      isReading = false;
    }
  }

  return {
    ...store,
    follow() {
      following.isOn = true;
      const unsubscribe = source.store.subscribe((state, before) => {
        if (state.head !== before.head) void catchUp();
      });
      void catchUp();
      return () => {
        following.isOn = false;
        unsubscribe();
      };
    },
  };
}

const pageSize = 200;

/** The entries from the oldest of some commits on, oldest first; at least the newest. */
async function entriesSince(source: Source, commitIds: readonly CommitId[]): Promise<readonly LogEntry[]> {
  const missing = new Set(commitIds);
  let entries: readonly LogEntry[] = [];
  for (;;) {
    const oldest = entries[0]?.sequence;
    const page = await source.readLog({
      ...(oldest === undefined ? {} : { before: oldest }),
      order: 'newest-first',
      limit: pageSize,
    });
    for (const { commit } of page) missing.delete(commit.id);
    entries = [...page.toReversed(), ...entries];
    if (missing.size === 0 || page.length < pageSize) return entries;
  }
}
