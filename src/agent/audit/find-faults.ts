import {
  callIdOf,
  shortened,
  type AuditFinding,
  type RunId,
  type SessionEvent,
  type SessionHappening,
} from '@/domain/sessions';
import type { Millis } from '@/domain/workspace';

import { interruptedFailure, unreadableFailure } from '../loop/run-failures';

/** What there is to compare: the journal, and which run is really at work. */
export interface AuditedSession {
  readonly events: readonly SessionEvent[];
  /** Places in the journal at which nothing can be read, in order. */
  readonly gaps: readonly number[];
  /** The run that this window drives; null for none. */
  readonly drivenRun: RunId | null;
  /** Makes the id of a run that has to be made up. */
  readonly newRun: () => RunId;
  readonly now: Millis;
}

/** Something that does not fit, and what makes it fit again; nothing where it can only be set aside. */
export interface Fault {
  readonly finding: AuditFinding;
  readonly repairs: readonly SessionHappening[];
}

/** Looks for everything that should not be. It costs one reading of the journal; a healthy session has no faults. */
export function findFaults(session: AuditedSession): readonly Fault[] {
  const facts = factsOf(session.events);
  return [
    ...gapFaults(session.gaps),
    ...overtakenRuns(session, facts),
    ...silentMessages(session, facts),
    ...strayRequests(session, facts),
    ...lostQueueItems(facts),
    ...strayEvents(facts),
  ];
}

interface Facts {
  readonly events: readonly SessionEvent[];
  readonly started: ReadonlyMap<RunId, Of<'run-started'>>;
  readonly ended: ReadonlySet<RunId>;
  /** Calls that stand in a response, by id. */
  readonly asked: ReadonlySet<string>;
  readonly settledRequests: ReadonlySet<string>;
  /** Turns that are in the queue, were in it, or were sent. */
  readonly turns: ReadonlySet<string>;
}

type Of<Type extends SessionEvent['type']> = Extract<SessionEvent, { type: Type }>;

function of<Type extends SessionEvent['type']>(
  events: readonly SessionEvent[],
  type: Type,
): readonly Of<Type>[] {
  return events.filter((event): event is Of<Type> => event.type === type);
}

function factsOf(events: readonly SessionEvent[]): Facts {
  return {
    events,
    started: new Map(of(events, 'run-started').map((event) => [event.runId, event])),
    ended: new Set(of(events, 'run-ended').map((event) => event.runId)),
    asked: new Set(
      of(events, 'response-received').flatMap((event) =>
        event.items.filter((item) => item.type === 'function_call').map((item) => callIdOf(item)),
      ),
    ),
    settledRequests: new Set(of(events, 'request-settled').map((event) => event.requestId)),
    turns: new Set(
      [...of(events, 'message-sent'), ...of(events, 'message-queued')].map((event) => event.turnId),
    ),
  };
}

/** The run that an event belongs to, if it belongs to one. */
function runOf(event: SessionEvent): RunId | null {
  if (event.type === 'request-opened') return event.request.runId;
  return 'runId' in event ? event.runId : null;
}

function gapFaults(gaps: readonly number[]): readonly Fault[] {
  const ranges: (readonly [number, number])[] = [];
  for (const place of gaps) {
    const last = ranges.at(-1);
    if (last?.[1] === place - 1) ranges[ranges.length - 1] = [last[0], place];
    else ranges.push([place, place]);
  }
  return ranges.map(([from, to]) => {
    const count = to - from + 1;
    const what = count === 1 ? 'One record' : `${String(count)} records`;
    return setAside(
      'record-unreadable',
      from === to ? String(from) : `${String(from)}–${String(to)}`,
      `${what} of this session cannot be read. What is left of the conversation is shown; nothing was deleted.`,
    );
  });
}

/** Only the newest run can be at work. */
function overtakenRuns({ drivenRun }: AuditedSession, { started, ended }: Facts): readonly Fault[] {
  const newest = [...started.keys()].at(-1);
  return [...started.keys()]
    .filter((runId) => runId !== newest && runId !== drivenRun && !ended.has(runId))
    .map((runId) =>
      repaired(
        ['run-overtaken', runId],
        'The end of an earlier run was not recorded. It counts as interrupted now; what it did is kept.',
        [{ type: 'run-ended', runId, outcome: 'interrupted', failure: interruptedFailure }],
      ),
    );
}

/** A message is sent together with the beginning of its run. Where that cannot be read, the person can still go on from it. */
function silentMessages({ newRun }: AuditedSession, { events, started }: Facts): readonly Fault[] {
  const place = events.findLastIndex((event) => event.type === 'message-sent');
  const message = events[place];
  if (message?.type !== 'message-sent') return [];
  const hasRun = [...started.values()].some((run) => run.turnId === message.turnId);
  if (hasRun) return [];
  const orphan = events
    .slice(place + 1)
    .map(runOf)
    .find((run) => run !== null && !started.has(run));
  const runId = orphan ?? newRun();
  const { turnId } = message;
  return [
    repaired(
      ['message-without-run', turnId],
      `The beginning of the answer to “${shortened(message.text)}” cannot be read. Continue goes on with it.`,
      [
        { type: 'run-started', runId, turnId, continues: null, carried: [] },
        { type: 'run-ended', runId, outcome: 'interrupted', failure: unreadableFailure },
      ],
    ),
  ];
}

/** A request that nobody waits for any more must not look as if it could be answered. */
function strayRequests(
  { now, drivenRun }: AuditedSession,
  { events, started, ended, settledRequests }: Facts,
): readonly Fault[] {
  const settledCalls = new Set(of(events, 'call-settled').map((event) => event.callId));
  return of(events, 'request-opened')
    .map((event) => event.request)
    .filter(({ id, runId, callId }) => {
      if (settledRequests.has(id) || !started.has(runId) || runId === drivenRun) return false;
      return ended.has(runId) || settledCalls.has(callId);
    })
    .map(({ id, spec }) =>
      repaired(
        ['request-without-run', id],
        `${spec.type === 'approval' ? 'An approval' : 'A question'} was open although nothing waited for it any more. It was withdrawn.`,
        [{ type: 'request-settled', requestId: id, status: { type: 'withdrawn', at: now } }],
      ),
    );
}

/** What a person wrote comes back, even when only its last edit can be read. */
function lostQueueItems({ events, turns }: Facts): readonly Fault[] {
  const removed = new Set(of(events, 'queued-removed').map((event) => event.turnId));
  const lost = new Map(
    of(events, 'queued-edited')
      .filter(({ turnId }) => !turns.has(turnId) && !removed.has(turnId))
      .map(({ turnId, text }) => [turnId, text]),
  );
  return [...lost].map(([turnId, text]) =>
    repaired(
      ['queued-without-origin', turnId],
      `The message “${shortened(text)}” had lost its place in the queue. It is at the end now.`,
      [{ type: 'message-queued', turnId, text }],
    ),
  );
}

/** Events of runs and calls that are not there, and calls that ended twice. Folds pass over them. */
function strayEvents({ events, started, asked }: Facts): readonly Fault[] {
  const settled = new Set<string>();
  const strayRuns = new Set<string>();
  const faults: Fault[] = [];
  for (const event of events) {
    const run = runOf(event);
    if (run !== null && !started.has(run) && !strayRuns.has(run)) {
      strayRuns.add(run);
      faults.push(
        setAside('event-without-origin', run, 'The beginning of a run cannot be read, so it is not shown.'),
      );
    }
    if (event.type !== 'call-settled') continue;
    if (settled.has(event.callId)) {
      faults.push(
        setAside(
          'call-ended-twice',
          event.callId,
          `“${event.title}” was recorded twice; the first record counts.`,
        ),
      );
    } else if (!asked.has(event.callId)) {
      faults.push(
        setAside(
          'event-without-origin',
          event.callId,
          `Where “${event.title}” was asked for cannot be read, so the model does not hear of it.`,
        ),
      );
    }
    settled.add(event.callId);
  }
  return faults;
}

function setAside(code: AuditFinding['code'], subject: string, message: string): Fault {
  return { finding: { code, outcome: 'set-aside', subject, message }, repairs: [] };
}

function repaired(
  [code, subject]: readonly [AuditFinding['code'], string],
  message: string,
  repairs: readonly SessionHappening[],
): Fault {
  return { finding: { code, outcome: 'repaired', subject, message }, repairs };
}
