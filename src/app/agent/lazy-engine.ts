import type { Engine, EngineEvent } from '@/agent';

/** What of the engine this window's screens use. */
export type ScreenEngine = Pick<
  Engine,
  'command' | 'sessions' | 'search' | 'open' | 'draft' | 'noteImported' | 'subscribe' | 'close'
>;

/** An engine whose code is fetched when it is first asked for something. A fetch that failed is tried again by the next request. */
export function lazyEngine(load: () => Promise<Engine>): ScreenEngine {
  const listeners = new Set<(event: EngineEvent) => void>();
  let loading: Promise<Engine> | null = null;
  let isClosed = false;

  async function loaded(): Promise<Engine> {
    const opened = await load();
    opened.subscribe((event) => {
      for (const listener of listeners) listener(event);
    });
    return opened;
  }

  function engine(): Promise<Engine> {
    if (isClosed) return Promise.reject(new Error('The engine of this window is closed.'));
    if (loading === null) {
      const mine = loaded();
      mine.catch(() => {
        if (loading === mine) loading = null;
      });
      loading = mine;
    }
    return loading;
  }

  return {
    command: async (command) => (await engine()).command(command),
    sessions: async () => (await engine()).sessions(),
    search: async (text) => (await engine()).search(text),
    open: async (id) => (await engine()).open(id),
    draft: async (id, request, args) => (await engine()).draft(id, request, args),
    noteImported: async (ids) => (await engine()).noteImported(ids),
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    async close() {
      isClosed = true;
      listeners.clear();
      const opened = await loading?.catch(() => null);
      await opened?.close();
    },
  };
}
