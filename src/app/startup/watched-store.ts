import type { CommitRequest, WorkspaceStore } from '@/agent';
import { MomentumError } from '@/domain';
import { healthAfterWrite, type StorageHealthApi } from '@/state/workspace';

export interface StoreWatch {
  readonly health: StorageHealthApi;
  /** Called after each commit that was stored. */
  readonly onStored: (request: CommitRequest) => void;
}

/** The same store, whose writes are seen: how many are on their way, and what the last one says of the storage. */
export function watchedStore(store: WorkspaceStore, { health, onStored }: StoreWatch): WorkspaceStore {
  const finished = (failure: Parameters<typeof healthAfterWrite>[1]): void => {
    health.setState((state) => ({
      savingCount: state.savingCount - 1,
      health: healthAfterWrite(state.health, failure),
    }));
  };
  return {
    load: () => store.load(),
    readLog: (range) => store.readLog(range),
    readJournal: (sessionId) => store.readJournal(sessionId),
    async commit(request) {
      health.setState((state) => ({ savingCount: state.savingCount + 1 }));
      try {
        const outcome = await store.commit(request);
        finished(null);
        if (outcome.type === 'committed') onStored(request);
        return outcome;
      } catch (error) {
        finished(failureOf(error));
        throw error;
      }
    },
  };
}

function failureOf(error: unknown): { readonly code: string; readonly message: string } {
  if (error instanceof MomentumError) return { code: error.code, message: error.message };
  return { code: 'unknown', message: 'A change could not be saved. Reload the page and try again.' };
}
