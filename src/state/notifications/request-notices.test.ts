import { describe, expect, it } from 'vitest';

import type { EngineEvent } from '@/agent';
import {
  callId,
  newView,
  requestId,
  runId,
  sessionId,
  type PersonRequest,
  type SessionId,
  type SessionView,
} from '@/domain/sessions';
import { millis } from '@/domain/workspace';
import { FakeNotifier } from '@/testing/fake-notifier';

import { createRequestNotices } from './request-notices';

const launch = sessionId('launch');
const party = sessionId('party');

describe('what is told of a request that nobody sees', () => {
  it('is told once, with no more than the title and the kind, by the window that drives', async () => {
    const trial = new Trial();
    trial.driven.add(launch);
    await trial.shows(launch, [approval('r1')]);
    await trial.shows(launch, [approval('r1')]);
    await trial.shows(party, [question('r2')]);
    expect(trial.notifier.told).toEqual(['Plan launch: Momentum needs your approval.']);

    trial.driven.add(party);
    await trial.shows(party, [question('r3')]);
    expect(trial.notifier.told.slice(1)).toEqual(['Plan party: Momentum has a question.']);
  });

  it('is taken back once it is settled, and the next request of the session takes its place', async () => {
    const trial = new Trial();
    trial.driven.add(launch);
    await trial.shows(launch, [approval('r1')]);
    expect([...trial.notifier.shown.keys()]).toEqual(['momentum.session.launch']);
    await trial.shows(launch, []);
    expect(trial.notifier.shown.size).toBe(0);
    await trial.shows(launch, [question('r2')]);
    trial.driven.delete(launch);
    // Another window has taken over, and somebody answered there.
    await trial.shows(launch, []);
    expect(trial.notifier.shown.size).toBe(0);
    expect(trial.notifier.told).toHaveLength(2);
  });

  it('is told by the window that takes a session over, where it was open already', async () => {
    const trial = new Trial();
    await trial.shows(launch, [approval('r1')]);
    expect(trial.notifier.told).toEqual([]);

    await trial.takesOver(launch);
    await trial.takesOver(launch);
    await trial.takesOver(party);
    expect(trial.notifier.told).toEqual(['Plan launch: Momentum needs your approval.']);
    await trial.shows(launch, []);
    expect(trial.notifier.shown.size).toBe(0);
  });

  it('leads to its session when it is pressed, and is gone then', async () => {
    const trial = new Trial();
    trial.driven.add(launch);
    await trial.shows(launch, [approval('r1')]);
    trial.notifier.shown.get('momentum.session.launch')?.onPressed();
    expect(trial.wentTo).toEqual([launch]);
    expect(trial.notifier.shown.size).toBe(0);
  });

  it('is nothing while somebody looks, while it is turned off, and when it was settled before it could be told', async () => {
    const trial = new Trial();
    trial.driven.add(launch);
    trial.isLooking = true;
    await trial.shows(launch, [approval('r1')]);
    trial.isLooking = false;
    // It was in view when it opened.
    await trial.shows(launch, [approval('r1')]);
    trial.isWanted = false;
    await trial.shows(launch, [approval('r2')]);
    trial.isWanted = true;
    void trial.shows(launch, [approval('r3')]);
    await trial.shows(launch, []);
    expect(trial.notifier.told).toEqual([]);
  });

  it('ends with its window', async () => {
    const trial = new Trial();
    trial.driven.add(launch);
    await trial.shows(launch, [approval('r1')]);
    void trial.shows(launch, [approval('r1'), approval('r2')]);
    trial.notices.close();
    expect(trial.notifier.shown.size).toBe(0);
    await trial.shows(launch, [approval('r3')]);
    expect(trial.notifier.shown.size).toBe(0);
    expect(trial.notifier.told).toHaveLength(1);
  });
});

/** A window with an engine that a test speaks for. */
class Trial {
  readonly notifier = new FakeNotifier();
  readonly driven = new Set<SessionId>();
  readonly wentTo: SessionId[] = [];
  readonly #listeners = new Set<(event: EngineEvent) => void>();
  readonly #drivings = new Set<(id: SessionId, isDriving: boolean) => void>();
  readonly #views = new Map<SessionId, SessionView>();
  isLooking = false;
  isWanted = true;
  readonly notices = createRequestNotices({
    notifier: this.notifier,
    isWanted: () => this.isWanted,
    isAnybodyLooking: () => Promise.resolve(this.isLooking),
    goTo: (id) => {
      this.wentTo.push(id);
    },
  });

  constructor() {
    this.notices.follow({
      subscribe: (listener) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
      drives: (id) => this.driven.has(id),
      onDriving: (listener) => {
        this.#drivings.add(listener);
        return () => this.#drivings.delete(listener);
      },
      open: (id) => Promise.resolve(this.#views.get(id) ?? null),
    });
  }

  async shows(id: SessionId, openRequests: readonly PersonRequest[]): Promise<void> {
    const view: SessionView = { ...newView(id, millis(1)), title: `Plan ${id}`, openRequests };
    this.#views.set(id, view);
    for (const listener of this.#listeners) listener({ type: 'session-changed', view });
    await settled();
  }

  async takesOver(id: SessionId): Promise<void> {
    this.driven.add(id);
    for (const listener of this.#drivings) listener(id, true);
    await settled();
  }
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
}

function question(id: string): PersonRequest {
  const spec = { type: 'question', question: 'Which?', why: '', answerWith: 'text', options: [] } as const;
  return {
    id: requestId(id),
    runId: runId('run'),
    callId: callId(id),
    spec,
    openedAt: millis(1),
    deadline: null,
    status: { type: 'open' },
  };
}

function approval(id: string): PersonRequest {
  const spec = {
    type: 'approval',
    tool: 'delete_tasks',
    title: 'Delete a secret task',
    reasons: [],
    preview: [],
    effects: [],
    fields: [],
    args: {},
    hash: 'h',
  } as const;
  return { ...question(id), spec };
}
