import {
  openWork,
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

export const drivenElsewhere: Refusal = refusal(
  'busy',
  'Another window is working on this session. Go on there, or close it first.',
);

/** A message starts a run, unless it was sent before [I1] or a run is active. */
export function begunByMessage(standing: Standing, { turnId, text, replaces }: Message): Begun {
  const { view, events, runId, now } = standing;
  if (text.trim() === '') return refusal('empty', 'Write something to send.');
  if (hasTurn(events, turnId)) return { type: 'done-already' };
  const standsThere = view.entries.some(
    (entry) => entry.type === 'message' && entry.turnId === replaces && !entry.isReplaced,
  );
  if (replaces !== null && !standsThere) {
    return refusal('invalid', 'The message to be edited is not part of this conversation any more.');
  }
  if (view.status === 'awaiting_user') {
    return refusal('busy', 'Momentum is waiting for your answer. Answer it, or cancel the run first.');
  }
  return {
    type: 'begun',
    turnId,
    happenings: [
      ...closingDeadRun(view, events, now),
      { type: 'message-sent', turnId, text, replaces },
      { type: 'run-started', runId, turnId, continues: null, carried: [] },
    ],
  };
}

/** Goes on with the newest run where it stopped. */
export function begunByContinuing({ view, events, runId, now }: Standing): Begun {
  const work = openWork(events);
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
      ...closingDeadRun(view, events, now),
      { type: 'run-started', runId, turnId, continues: work.runId, carried },
    ],
  };
}

/** What ends a run that has nobody to drive it: what streamed is kept, and nothing is claimed that is not in the journal. */
export function closingDeadRun(
  view: SessionView,
  events: readonly SessionEvent[],
  now: Millis,
): readonly SessionHappening[] {
  const work = openWork(events);
  if (work === null || work.hasEnded) return [];
  const { runId, text, reasoning } = work;
  const withdrawn = view.openRequests.map((request): SessionHappening => ({
    type: 'request-settled',
    requestId: request.id,
    status: { type: 'withdrawn', at: now },
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
  return closingDeadRun(view, events, now).map((happening) =>
    happening.type === 'run-ended' && happening.outcome === 'interrupted'
      ? { ...happening, outcome: 'cancelled', failure: null }
      : happening,
  );
}

function hasTurn(events: readonly SessionEvent[], turnId: TurnId): boolean {
  return events.some((event) => event.type === 'message-sent' && event.turnId === turnId);
}
