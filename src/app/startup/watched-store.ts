import type { CommitRequest, Journal, WorkspaceStore } from '@/agent';
import { MomentumError } from '@/domain';
import { healthAfterWrite, type StorageHealthApi } from '@/state/workspace';

export interface StoreWatch {
  readonly health: StorageHealthApi;
  /** Called after each commit that was stored. */
  readonly onStored: (request: CommitRequest) => void;
}

/** The same store, whose writes are seen: how many are on their way, and what the last one says of the storage. */
export function watchedStore(store: WorkspaceStore, { health, onStored }: StoreWatch): WorkspaceStore {
  return {
    load: () => store.load(),
    readLog: (range) => store.readLog(range),
    readJournal: (sessionId) => store.readJournal(sessionId),
    async commit(request) {
      const outcome = await seen(health, () => store.commit(request));
      if (outcome.type === 'committed') onStored(request);
      return outcome;
    },
  };
}

/** The same journal, whose lasting writes are seen. */
export function watchedJournal(journal: Journal, health: StorageHealthApi): Journal {
  return {
    read: (sessionId, after) => journal.read(sessionId, after),
    takeLease: (sessionId) => journal.takeLease(sessionId),
    holdsLease: (lease) => journal.holdsLease(lease),
    summaries: () => journal.summaries(),
    search: (words) => journal.search(words),
    append: (append) =>
      append.durability === 'relaxed' ? journal.append(append) : seen(health, () => journal.append(append)),
  };
}

async function seen<Outcome>(health: StorageHealthApi, write: () => Promise<Outcome>): Promise<Outcome> {
  const finished = (failure: Parameters<typeof healthAfterWrite>[1]): void => {
    health.setState((state) => ({
      savingCount: state.savingCount - 1,
      health: healthAfterWrite(state.health, failure),
    }));
  };
  health.setState((state) => ({ savingCount: state.savingCount + 1 }));
  try {
    const outcome = await write();
    finished(null);
    return outcome;
  } catch (error) {
    // Another window was quicker: the storage is well, and the caller decides anew.
    const isRace = error instanceof MomentumError && raceCodes.has(error.code);
    finished(isRace ? null : failureOf(error));
    throw error;
  }
}

const raceCodes: ReadonlySet<string> = new Set(['journal-conflict', 'lease-lost']);

function failureOf(error: unknown): { readonly code: string; readonly message: string } {
  if (error instanceof MomentumError) return { code: error.code, message: error.message };
  return { code: 'unknown', message: 'A change could not be saved. Reload the page and try again.' };
}
