import {
  answerOf,
  newView,
  viewAfter,
  type LiveText,
  type SessionId,
  type SessionView,
} from '@/domain/sessions';

import type { SessionUpdate } from '../engine';
import type { SessionLog } from './session-log';

type Listener = (update: SessionUpdate) => void;

/** Who follows which session, and what streams there right now. */
export class StatusStream {
  readonly #live = new Map<SessionId, LiveText>();
  readonly #listeners = new Map<SessionId, Set<Listener>>();

  /** Notes what streams in a session, and tells those who follow it. */
  show(sessionId: SessionId, live: LiveText | null): void {
    if (live === null) this.#live.delete(sessionId);
    else this.#live.set(sessionId, live);
    for (const listener of this.#listeners.get(sessionId) ?? []) listener({ type: 'streaming', live });
  }

  /** What streams in a session right now. */
  liveIn(sessionId: SessionId): LiveText | null {
    return this.#live.get(sessionId) ?? null;
  }

  /**
   * Tells what is in the journal behind a place, and then everything that comes. Nothing can come between: both are the same list,
   * read on from where the last reading ended.
   *
   * @returns the end of it.
   */
  follow(log: SessionLog, afterSequence: number, listener: Listener): () => void {
    const follower = new Follower(log, afterSequence, listener);
    const stopReading = log.onAppended(() => {
      follower.catchUp();
    });
    const listeners = this.#listeners.get(log.id) ?? new Set();
    this.#listeners.set(log.id, listeners.add(listener));
    const stop = (): void => {
      stopReading();
      follower.stop();
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(log.id);
    };
    follower.catchUp();
    const live = this.liveIn(log.id);
    if (live !== null) listener({ type: 'streaming', live });
    return stop;
  }

  clear(): void {
    this.#listeners.clear();
    this.#live.clear();
  }
}

class Follower {
  readonly #log: SessionLog;
  readonly #after: number;
  readonly #listener: Listener;
  #view: SessionView | null = null;
  #readCount = 0;
  #isReading = false;
  #isOver = false;

  constructor(log: SessionLog, after: number, listener: Listener) {
    this.#log = log;
    this.#after = after;
    this.#listener = listener;
  }

  stop(): void {
    this.#isOver = true;
  }

  /** Reads on to the end of the list, which may grow while a listener is told. */
  catchUp(): void {
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      while (!this.#isOver && this.#readCount < this.#log.events().length) this.#readNext();
    } finally {
      this.#isReading = false;
    }
  }

  #readNext(): void {
    const event = this.#log.events()[this.#readCount];
    const sequence = this.#log.places()[this.#readCount];
    this.#readCount += 1;
    if (event === undefined || sequence === undefined) return;
    this.#view = viewAfter(this.#view ?? newView(this.#log.id, event.at), event);
    if (sequence <= this.#after) return;
    const { status } = this.#view;
    this.#listener({ type: 'happened', sequence, event, status, answer: answerOf(this.#view, event) });
  }
}
