import {
  openWork,
  type RequestStatus,
  type RunId,
  type SessionEvent,
  type SessionHappening,
  type SessionId,
  type SessionView,
  type TurnId,
} from '@/domain/sessions';
import type { Millis } from '@/domain/workspace';

import type { EngineReply } from '../engine';
import { interruptedFailure } from './run-failures';

export type Refusal = Extract<EngineReply, { type: 'refused' }>;

/** What follows from a command: nothing because it is refused or done already, or what is journaled and which run starts then. */
export type Begun =
  | Refusal
  | { readonly type: 'done-already' }
  | { readonly type: 'begun'; readonly happenings: readonly SessionHappening[]; readonly turnId: TurnId };

export interface Standing {
  readonly view: SessionView;
  readonly events: readonly SessionEvent[];
  /** The id that a new run gets. */
  readonly runId: RunId;
  readonly now: Millis;
}

export interface Message {
  readonly turnId: TurnId;
  readonly text: string;
  readonly replaces: TurnId | null;
}

export function refusal(code: Refusal['code'], message: string): Refusal {
  return { type: 'refused', code, message };
}

export function done(sessionId: SessionId): EngineReply {
  return { type: 'done', sessionId };
}

export const emptyMessage: Refusal = refusal('empty', 'Write something to send.');

export const drivenElsewhere: Refusal = refusal(
  'elsewhere',
  'Another window is working on this session. Go on there, or close it first.',
);

/** A message starts a run, unless it was sent before [I1]. A run that nobody drives makes way for it. */
export function begunByMessage(standing: Standing, { turnId, text, replaces }: Message): Begun {
  const { view, events, runId, now } = standing;
  if (text.trim() === '') return emptyMessage;
  if (hasTurn(events, turnId)) return { type: 'done-already' };
  const standsThere = view.entries.some(
    (entry) => entry.type === 'message' && entry.turnId === replaces && !entry.isReplaced,
  );
  if (replaces !== null && !standsThere) {
    return refusal('invalid', 'The message to be edited is not part of this conversation any more.');
  }
  return {
    type: 'begun',
    turnId,
    happenings: [
      ...closingDeadRun(view, events, supersededByMessage(now)),
      { type: 'message-sent', turnId, text, replaces },
      ...(view.queue.isHeld ? [{ type: 'queue-resumed' } as const] : []),
      { type: 'run-started', runId, turnId, continues: null, carried: [] },
    ],
  };
}

/** The first of the queue, or the one that the person picked, becomes a message with a run of its own [I3]. Others stay as they are. */
export function begunByQueue({ view, events, runId, now }: Standing, picked: TurnId | null): Begun {
  const { items } = view.queue;
  const next = picked === null ? items[0] : items.find((item) => item.turnId === picked);
  if (next === undefined) {
    return picked !== null && hasSent(events, picked) ? { type: 'done-already' } : notQueued;
  }
  const { turnId, text } = next;
  return {
    type: 'begun',
    turnId,
    happenings: [
      ...closingDeadRun(view, events, supersededByMessage(now)),
      { type: 'message-sent', turnId, text, replaces: null },
      { type: 'run-started', runId, turnId, continues: null, carried: [] },
    ],
  };
}

/** Goes on with a run where it stopped: with the newest one, or with one of those that are kept [I7]. */
export function begunByContinuing({ view, events, runId, now }: Standing, picked: RunId | null): Begun {
  if (picked !== null && view.interruptedRuns.every((run) => run.runId !== picked)) {
    return refusal(
      'invalid',
      'This run is not kept any more. Send a message that says what is still to be done.',
    );
  }
  const work = openWork(events, picked);
  if (work === null) return refusal('invalid', 'There is nothing to go on with yet. Send a message.');
  if (view.status === 'awaiting_user') {
    return refusal('busy', 'Momentum is waiting for your answer. Answer it, or cancel the run first.');
  }
  if (work.outcome === 'completed') {
    return refusal('invalid', 'The last answer is complete; there is nothing to go on with.');
  }
  const { turnId } = work;
  const carried = work.calls.map(({ callId, tool, title }) => ({ callId, tool, title }));
  return {
    type: 'begun',
    turnId,
    happenings: [
      ...closingDeadRun(view, events, { type: 'withdrawn', at: now }),
      { type: 'run-started', runId, turnId, continues: work.runId, carried },
    ],
  };
}

/**
 * What ends a run that has nobody to drive it: what streamed is kept, and nothing is claimed that is not in the journal.
 *
 * @param settled - what becomes of its open requests.
 */
export function closingDeadRun(
  view: SessionView,
  events: readonly SessionEvent[],
  settled: RequestStatus,
): readonly SessionHappening[] {
  const work = openWork(events);
  if (work === null || work.hasEnded) return [];
  const { runId, text, reasoning } = work;
  const withdrawn = view.openRequests.map((request): SessionHappening => ({
    type: 'request-settled',
    requestId: request.id,
    status: settled,
  }));
  const cut: readonly SessionHappening[] =
    text === '' && reasoning === '' ? [] : [{ type: 'response-cut', runId, text, reasoning }];
  const ending: SessionHappening = work.isAnswered
    ? { type: 'run-ended', runId, outcome: 'completed', failure: null }
    : { type: 'run-ended', runId, outcome: 'interrupted', failure: interruptedFailure };
  return [...cut, ...withdrawn, ending];
}

/** What a person's Cancel means for a run that nobody drives. */
export function cancellingDeadRun(standing: Omit<Standing, 'runId'>): readonly SessionHappening[] {
  const { view, events, now } = standing;
  const closing = closingDeadRun(view, events, { type: 'withdrawn', at: now }).map((happening) =>
    happening.type === 'run-ended' && happening.outcome === 'interrupted'
      ? { ...happening, outcome: 'cancelled' as const, failure: null }
      : happening,
  );
  return [...closing, ...holding(view)];
}

/** What keeps the queue from being sent [I3]; nothing where nothing waits, or it is held already. */
export function holding({ queue }: SessionView): readonly SessionHappening[] {
  return queue.items.length > 0 && !queue.isHeld ? [{ type: 'queue-held' }] : [];
}

/** What becomes of a request when the person sends something else instead of deciding. */
export function supersededByMessage(at: Millis): Extract<RequestStatus, { type: 'superseded' }> {
  return { type: 'superseded', reason: 'A newer message took its place.', at };
}

/** Whether a message was sent or queued before, even if it was removed since [I1]. */
export function hasTurn(events: readonly SessionEvent[], turnId: TurnId): boolean {
  return (
    hasSent(events, turnId) ||
    events.some((event) => event.type === 'message-queued' && event.turnId === turnId)
  );
}

function hasSent(events: readonly SessionEvent[], turnId: TurnId): boolean {
  return events.some((event) => event.type === 'message-sent' && event.turnId === turnId);
}

export const notQueued: Refusal = refusal(
  'not-queued',
  'This message is not waiting any more: it was sent or removed.',
);
