import { createStore, type StoreApi } from 'zustand/vanilla';

import type { Engine, EngineEvent, Frames } from '@/agent';
import type { LiveText, SessionId, SessionSummary, SessionView } from '@/domain/sessions';

import { atMostOnceAFrame } from '../frames';

/** What of the open session is known. */
export type OpenSession =
  /** A conversation that has not begun: its session is made with the first message. */
  | { readonly type: 'new' }
  | { readonly type: 'loading'; readonly id: SessionId }
  | { readonly type: 'open'; readonly view: SessionView }
  /** Deleted, or never there. */
  | { readonly type: 'missing'; readonly id: SessionId }
  /** It is there and could not be read; `message` is for people. */
  | { readonly type: 'failed'; readonly id: SessionId; readonly message: string };

/** What screens show of the sessions: a disposable fold of what the engine tells. */
export interface SessionsState {
  /** Last used first; null until the list has been read. */
  readonly list: readonly SessionSummary[] | null;
  readonly open: OpenSession;
  /** What the model is streaming into the open session right now [L5]. */
  readonly live: LiveText | null;
}

export interface SessionsStore extends Pick<
  StoreApi<SessionsState>,
  'getState' | 'getInitialState' | 'subscribe'
> {
  /** Shows another session, or with null a new one. */
  show(id: SessionId | null): void;
  close(): void;
}

const nothing: SessionsState = { list: null, open: { type: 'new' }, live: null };

export interface SessionsStorePorts {
  readonly engine: Pick<Engine, 'sessions' | 'open' | 'subscribe'>;
  readonly frames: Frames;
  readonly inWords: (error: unknown) => string;
}

/** Mirrors the engine for screens: the steps of a run at most once a frame, all else at once. Nothing else writes to it. */
export function createSessionsStore({ engine, frames, inWords }: SessionsStorePorts): SessionsStore {
  const store = createStore<SessionsState>(() => nothing);
  const steps = atMostOnceAFrame<SessionView>(frames, (view) => {
    set({ open: { type: 'open', view } });
  });
  const set = (changes: Partial<SessionsState>): void => {
    store.setState(changes);
  };
  /** Which reading of the list is the newest: an older one that ends later says nothing any more. */
  let reading = 0;

  async function readList(): Promise<void> {
    reading += 1;
    const mine = reading;
    // The list stays as it was when it cannot be read; the storage's own notice says why.
    const list = await engine.sessions().catch(() => null);
    if (list === null || mine !== reading) return;
    set({ list });
    const { open } = store.getState();
    if (open.type !== 'missing' || !list.some(({ id }) => id === open.id)) return;
    // It has come since, from a file or out of another window's bin.
    set({ open: { type: 'loading', id: open.id } });
    void read(open.id);
  }

  async function read(id: SessionId): Promise<void> {
    const found = await engine.open(id).then(
      (view): OpenSession => (view === null ? { type: 'missing', id } : { type: 'open', view }),
      (error: unknown): OpenSession => ({ type: 'failed', id, message: inWords(error) }),
    );
    const { open } = store.getState();
    if (open.type === 'loading' && open.id === id) set({ open: found });
  }

  function see(view: SessionView): void {
    const { open } = store.getState();
    if (open.type === 'open' && isStep(open.view, view)) steps.withNextFrame(view);
    else steps.now(view);
  }

  function hear(event: EngineEvent): void {
    const openId = openIdOf(store.getState().open);
    switch (event.type) {
      case 'sessions-changed':
        void readList();
        return;
      case 'session-changed':
        if (event.view.id === openId) see(event.view);
        return;
      case 'live-text':
        if (event.sessionId !== openId) return;
        // What streams belongs to the newest steps: neither is seen without the other.
        steps.flush();
        set({ live: event.live });
        return;
    }
  }

  const unsubscribe = engine.subscribe(hear);
  void readList();
  return {
    ...store,
    show(id) {
      if (id === openIdOf(store.getState().open)) return;
      steps.drop();
      set({ open: id === null ? { type: 'new' } : { type: 'loading', id }, live: null });
      if (id !== null) void read(id);
    },
    close() {
      unsubscribe();
      steps.drop();
    },
  };
}

/** Whether a run that goes on is all that has changed: nothing that a person does. */
function isStep(before: SessionView, after: SessionView): boolean {
  return (
    before.status === 'running' &&
    after.status === 'running' &&
    before.title === after.title &&
    before.queue === after.queue &&
    before.grants === after.grants &&
    before.modelChoice === after.modelChoice
  );
}

export function openIdOf(open: OpenSession): SessionId | null {
  switch (open.type) {
    case 'new':
      return null;
    case 'open':
      return open.view.id;
    case 'loading':
    case 'missing':
    case 'failed':
      return open.id;
  }
}
