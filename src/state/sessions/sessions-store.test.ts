import { describe, expect, it } from 'vitest';

import type { EngineEvent } from '@/agent';
import { newView, runId, sessionId, summaryOf, type SessionId, type SessionView } from '@/domain/sessions';
import { millis } from '@/domain/workspace';
import { FakeFrames } from '@/testing/agent-ports';

import { createSessionsStore } from './sessions-store';

describe('the sessions on the screen', () => {
  it('are listed once the engine has read them', async () => {
    const engine = new StoredSessions([view('a', 'First')]);
    const store = createSessionsStore({ engine, frames: new FakeFrames(), inWords: words });
    expect(store.getState().list).toBeNull();

    await engine.settled();
    expect(store.getState().list?.map(({ title }) => title)).toEqual(['First']);
  });

  it('are listed anew when they have changed', async () => {
    const engine = new StoredSessions([view('a', 'First')]);
    const store = createSessionsStore({ engine, frames: new FakeFrames(), inWords: words });
    await engine.settled();

    engine.put(view('b', 'Second'));
    engine.tell({ type: 'sessions-changed' });
    await engine.settled();

    expect(store.getState().list?.map(({ title }) => title)).toEqual(['First', 'Second']);
  });

  it('keep the list they had when it cannot be read', async () => {
    const engine = new StoredSessions([view('a', 'First')]);
    const store = createSessionsStore({ engine, frames: new FakeFrames(), inWords: words });
    await engine.settled();

    engine.fails = true;
    engine.tell({ type: 'sessions-changed' });
    await engine.settled();

    expect(store.getState().list).toHaveLength(1);
  });

  it('follow the open one, and not the others', async () => {
    const engine = new StoredSessions([view('a', 'First'), view('b', 'Second')]);
    const store = createSessionsStore({ engine, frames: new FakeFrames(), inWords: words });
    store.show(sessionId('a'));
    expect(store.getState().open).toEqual({ type: 'loading', id: 'a' });
    await engine.settled();
    expect(store.getState().open).toMatchObject({ type: 'open', view: { title: 'First' } });

    engine.tell({ type: 'session-changed', view: view('b', 'Second, renamed') });
    expect(store.getState().open).toMatchObject({ view: { title: 'First' } });
    engine.tell({ type: 'session-changed', view: view('a', 'First, renamed') });
    expect(store.getState().open).toMatchObject({ view: { title: 'First, renamed' } });
  });

  it('[L5] follow the steps of a run at most once a frame, and what a person waits for at once', async () => {
    const engine = new StoredSessions([view('a', 'First')]);
    const frames = new FakeFrames();
    const store = createSessionsStore({ engine, frames, inWords: words });
    const shown: string[] = [];
    const before = view('a', 'First');
    store.show(sessionId('a'));
    await engine.settled();
    store.subscribe(({ open }) => {
      if (open.type === 'open') shown.push(`${String(open.view.updatedAt)} ${open.view.status}`);
    });
    const step = (at: number, changes: Partial<SessionView> = {}): void => {
      const changed = { ...before, status: 'running' as const, updatedAt: millis(at), ...changes };
      engine.tell({ type: 'session-changed', view: changed });
    };

    step(1);
    expect(shown).toEqual(['1 running']);
    for (const at of [2, 3, 4]) step(at);
    expect(shown).toEqual(['1 running']);
    frames.paint();
    expect(shown).toEqual(['1 running', '4 running']);

    step(5);
    engine.tell({ type: 'live-text', sessionId: sessionId('a'), live: live('words') });
    expect(shown.slice(2)).toEqual(['5 running', '5 running']);

    step(6);
    step(7, { status: 'awaiting_user' });
    expect(shown.slice(4)).toEqual(['7 awaiting_user']);
    expect(frames.waitingCount).toBe(0);

    step(8);
    step(9, { title: 'Renamed meanwhile' });
    expect(shown.slice(5)).toEqual(['8 running', '9 running']);
    step(10, { title: 'Renamed meanwhile', grants: ['add_task'] });
    expect(shown.at(-1)).toBe('10 running');
  });

  it('do not show a step of a session that was left before its frame', async () => {
    const engine = new StoredSessions([view('a', 'First'), view('b', 'Second')]);
    const frames = new FakeFrames();
    const store = createSessionsStore({ engine, frames, inWords: words });
    store.show(sessionId('a'));
    await engine.settled();
    const running = { ...view('a', 'First'), status: 'running' as const };
    for (const at of [1, 2]) {
      engine.tell({ type: 'session-changed', view: { ...running, updatedAt: millis(at) } });
    }
    expect(frames.waitingCount).toBe(1);
    store.show(sessionId('b'));
    await engine.settled();
    frames.paint();
    expect(store.getState().open).toMatchObject({ view: { title: 'Second' } });
  });

  it('show what streams into the open one alone, and forget it on the way to another', async () => {
    const engine = new StoredSessions([view('a', 'First'), view('b', 'Second')]);
    const store = createSessionsStore({ engine, frames: new FakeFrames(), inWords: words });
    store.show(sessionId('a'));
    await engine.settled();

    engine.tell({ type: 'live-text', sessionId: sessionId('b'), live: live('elsewhere') });
    expect(store.getState().live).toBeNull();
    engine.tell({ type: 'live-text', sessionId: sessionId('a'), live: live('here') });
    expect(store.getState().live?.text).toBe('here');

    store.show(sessionId('b'));
    expect(store.getState().live).toBeNull();
  });

  it('say which one is missing and which one cannot be read', async () => {
    const engine = new StoredSessions([]);
    const store = createSessionsStore({ engine, frames: new FakeFrames(), inWords: words });
    store.show(sessionId('gone'));
    await engine.settled();
    expect(store.getState().open).toEqual({ type: 'missing', id: 'gone' });

    engine.fails = true;
    store.show(sessionId('broken'));
    await engine.settled();
    expect(store.getState().open).toEqual({ type: 'failed', id: 'broken', message: 'It cannot be read.' });
  });

  it('[S6] show one that was missing as soon as it is there', async () => {
    const engine = new StoredSessions([]);
    const store = createSessionsStore({ engine, frames: new FakeFrames(), inWords: words });
    store.show(sessionId('a'));
    await engine.settled();
    expect(store.getState().open.type).toBe('missing');

    engine.put(view('a', 'Imported'));
    engine.tell({ type: 'sessions-changed' });
    await engine.settled();
    expect(store.getState().open).toMatchObject({ type: 'open', view: { title: 'Imported' } });
  });

  it('are not overwritten by an answer that comes after the person has gone elsewhere', async () => {
    const engine = new StoredSessions([view('a', 'First')]);
    const store = createSessionsStore({ engine, frames: new FakeFrames(), inWords: words });
    store.show(sessionId('a'));
    store.show(null);
    await engine.settled();

    expect(store.getState().open).toEqual({ type: 'new' });
  });

  it('hear nothing more once they are closed', async () => {
    const engine = new StoredSessions([view('a', 'First')]);
    const store = createSessionsStore({ engine, frames: new FakeFrames(), inWords: words });
    store.show(sessionId('a'));
    await engine.settled();

    store.close();
    engine.tell({ type: 'session-changed', view: view('a', 'Later') });
    expect(store.getState().open).toMatchObject({ view: { title: 'First' } });
  });
});

/** Sessions that a test holds, behind the part of the engine's door that the store uses. */
class StoredSessions {
  fails = false;
  readonly #views = new Map<SessionId, SessionView>();
  readonly #listeners = new Set<(event: EngineEvent) => void>();

  constructor(views: readonly SessionView[]) {
    for (const each of views) this.put(each);
  }

  put(each: SessionView): void {
    this.#views.set(each.id, each);
  }

  tell(event: EngineEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  sessions() {
    return this.#answer(() => [...this.#views.values()].map(summaryOf));
  }

  open(id: SessionId) {
    return this.#answer(() => this.#views.get(id) ?? null);
  }

  subscribe(listener: (event: EngineEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Until everything that was asked has been answered. */
  async settled(): Promise<void> {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  }

  #answer<Answer>(make: () => Answer): Promise<Answer> {
    return this.fails ? Promise.reject(new Error('broken')) : Promise.resolve(make());
  }
}

function view(id: string, title: string): SessionView {
  return { ...newView(sessionId(id), millis(1)), title };
}

function live(text: string) {
  return { runId: runId('r'), reasoning: '', text, calls: [] };
}

function words(): string {
  return 'It cannot be read.';
}
