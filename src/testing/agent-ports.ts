import type {
  ChangeFeed,
  Clock,
  Frames,
  Ids,
  MailOutcome,
  Mailer,
  OutgoingEmail,
  SessionHold,
  SessionIds,
  SessionLocks,
} from '@/agent';
import { commitId } from '@/domain/deltas';
import { requestId, runId, sessionId, type SessionId } from '@/domain/sessions';
import {
  commentId,
  emailId,
  millis,
  parseIsoDate,
  personId,
  projectId,
  taskId,
  type EntityKind,
  type IdOf,
  type IsoDate,
  type Millis,
} from '@/domain/workspace';

/** A clock that a test sets. It moves on by a millisecond whenever it is read, as real ones do sooner or later. */
export class FakeClock implements Clock {
  #now: number;
  #today: IsoDate;

  constructor(now = Date.UTC(2026, 0, 15, 9), today = '2026-01-15') {
    this.#now = now;
    this.#today = isoDate(today);
  }

  now(): Millis {
    this.#now += 1;
    return millis(this.#now);
  }

  today(): IsoDate {
    return this.#today;
  }

  advance(durationMs: number): void {
    this.#now += durationMs;
  }

  setToday(today: string): void {
    this.#today = isoDate(today);
  }
}

function isoDate(text: string): IsoDate {
  const date = parseIsoDate(text);
  if (date === null) throw new Error(`${text} is no date.`);
  return date;
}

/** Ids by counting: the same steps give the same ids. */
export class CountingIds implements Ids, SessionIds {
  #count = 0;

  commit() {
    return commitId(this.#next('commit'));
  }

  entity<K extends EntityKind>(kind: K): IdOf<K> {
    const makers = {
      project: projectId,
      task: taskId,
      person: personId,
      comment: commentId,
      email: emailId,
    } satisfies { [Kind in EntityKind]: (value: string) => IdOf<Kind> };
    return makers[kind](this.#next(kind));
  }

  session() {
    return sessionId(this.#next('session'));
  }

  run() {
    return runId(this.#next('run'));
  }

  request() {
    return requestId(this.#next('request'));
  }

  #next(kind: string): string {
    this.#count += 1;
    return `${kind}-${String(this.#count)}`;
  }
}

/** Frames that come when the test says so. */
export class FakeFrames implements Frames {
  readonly #waiting = new Set<() => void>();

  next(callback: () => void): () => void {
    this.#waiting.add(callback);
    return () => this.#waiting.delete(callback);
  }

  paint(): void {
    const due = [...this.#waiting];
    this.#waiting.clear();
    for (const callback of due) callback();
  }

  get waitingCount(): number {
    return this.#waiting.size;
  }
}

/** The locks that all windows of a test share. */
export class FakeLocks implements SessionLocks {
  readonly held = new Set<SessionId>();

  tryHold(id: SessionId): Promise<SessionHold | null> {
    if (this.held.has(id)) return Promise.resolve(null);
    this.held.add(id);
    const release = (): void => {
      this.held.delete(id);
    };
    return Promise.resolve({ release, lost: new AbortController().signal });
  }
}

export interface SentEmail {
  readonly email: OutgoingEmail;
  readonly key: string;
  readonly signal: AbortSignal;
}

/** A mailer that answers as the test wants and remembers what it was asked to send. */
export class FakeMailer implements Mailer {
  readonly attempts: SentEmail[] = [];
  isIdempotent = false;
  answer: (attempt: SentEmail) => Promise<MailOutcome> | MailOutcome = () => ({ type: 'sent' });

  describe(): string {
    return 'Opens in your mail program';
  }

  async send(
    email: OutgoingEmail,
    { idempotencyKey, signal }: Parameters<Mailer['send']>[1],
  ): Promise<MailOutcome> {
    const attempt = { email, key: idempotencyKey, signal };
    this.attempts.push(attempt);
    return this.answer(attempt);
  }
}

/** A change feed for a window that is alone. */
export const lonelyFeed: ChangeFeed = {
  announce: () => undefined,
  subscribe: () => () => undefined,
  close: () => undefined,
};
