import {
  eventAt,
  openWork,
  viewAfter,
  type OpenCall,
  type RunFailure,
  type RunId,
  type SessionEvent,
  type SessionHappening,
  type SessionView,
} from '@/domain/sessions';
import type { Millis } from '@/domain/workspace';

/**
 * What is added behind imported events, so that nothing in a file can make this device act [X2]: runs end, open requests are
 * withdrawn, waiting messages are held, rights are taken back, nobody is asked whom this
 * device's settings do not name, and calls that a person had approved, or that had begun to leave the
 * app, count as not done. What the person wants, they say again, and are asked again.
 */
export function settlingEvents(
  view: SessionView,
  events: readonly SessionEvent[],
  now: Millis,
): readonly SessionEvent[] {
  const happenings = [
    ...runIdsOf(events).flatMap((runId) => settledCalls(runId, events, now)),
    ...withdrawnRequests(view, now),
    ...endedRun(events),
    ...(view.queue.items.length > 0 && !view.queue.isHeld ? [{ type: 'queue-held' } as const] : []),
    ...(view.modelChoice === undefined ? [] : [{ type: 'model-chosen', choice: null } as const]),
    ...view.grants.map((tool) => ({ type: 'grant-revoked', tool }) as const),
  ];
  return happenings.map((happening: SessionHappening) => eventAt(now, happening));
}

/** The view after more events; the same one after none. */
export function viewWith(view: SessionView, events: readonly SessionEvent[]): SessionView {
  return events.reduce(viewAfter, view);
}

function runIdsOf(events: readonly SessionEvent[]): readonly RunId[] {
  return [...new Set(events.flatMap((event) => (event.type === 'run-started' ? [event.runId] : [])))];
}

/** Any run may be gone on with, so each gives up the calls that could then run without asking. */
function settledCalls(
  runId: RunId,
  events: readonly SessionEvent[],
  now: Millis,
): readonly SessionHappening[] {
  const calls = openWork(events, runId)?.calls ?? [];
  return calls.filter(couldRunUnasked).map((call) => ({
    type: 'call-settled',
    runId,
    callId: call.callId,
    tool: call.tool,
    title: call.title,
    outcome: 'superseded',
    args: null,
    summary: 'Not done here: this session was imported.',
    output:
      'This call was under way when the session was exported. It was not run here. Ask the person again before you repeat it.',
    data: null,
    commitId: null,
    counts: { created: 0, changed: 0, deleted: 0, sent: 0 },
    touched: [],
    createdIds: [],
    startedAt: now,
  }));
}

function couldRunUnasked({ effect, request }: OpenCall): boolean {
  return effect !== null || request?.status.type === 'responded';
}

function withdrawnRequests({ openRequests }: SessionView, now: Millis): readonly SessionHappening[] {
  return openRequests.map(({ id }) => ({
    type: 'request-settled',
    requestId: id,
    status: { type: 'withdrawn', at: now },
  }));
}

function endedRun(events: readonly SessionEvent[]): readonly SessionHappening[] {
  const work = openWork(events);
  if (work === null || work.hasEnded) return [];
  const { runId, text, reasoning } = work;
  const cut: readonly SessionHappening[] =
    text === '' && reasoning === '' ? [] : [{ type: 'response-cut', runId, text, reasoning }];
  return [...cut, { type: 'run-ended', runId, outcome: 'interrupted', failure: importedFailure }];
}

/** Neither the person nor a newer message stopped it. */
const importedFailure: RunFailure = {
  code: 'imported',
  message:
    'This was still under way when the session was exported. What was done is kept; Continue goes on from there.',
  canRetry: false,
  canContinue: true,
};
