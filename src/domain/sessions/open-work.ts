import type { ResponseCall, SessionEvent, SettledCall } from './events';
import type { CallId, RunId, TurnId } from './ids';
import { rawArguments } from './items';
import type { PersonRequest } from './request';

/** A call that a response asked for and that has not ended. */
export interface OpenCall extends ResponseCall {
  /** As the model wrote them. */
  readonly rawArguments: string;
  /** The newest request put to the person for it, open or settled; null when there was none. */
  readonly request: PersonRequest | null;
  /** Set when something of it may have left the app already [C7]. */
  readonly effect: Extract<SessionEvent, { type: 'effect-started' }> | null;
}

/** Where a run stands: what is needed to go on with it from its journal alone [L3]. */
export interface OpenWork {
  readonly runId: RunId;
  readonly turnId: TurnId;
  /** Calls that have not ended, in their order. */
  readonly calls: readonly OpenCall[];
  /** Calls of the same response that have ended, in their order. */
  readonly settled: readonly SettledCall[];
  /** What has streamed without a response having arrived. */
  readonly text: string;
  readonly reasoning: string;
  readonly hasEnded: boolean;
  /** The newest response asked for no calls: the model has said its last word. */
  readonly isAnswered: boolean;
  readonly outcome: Extract<SessionEvent, { type: 'run-ended' }>['outcome'] | null;
}

/**
 * The state of a run; null where there is none.
 *
 * @param picked - null for the newest run.
 */
export function openWork(events: readonly SessionEvent[], picked: RunId | null = null): OpenWork | null {
  const start = events.findLast(
    (event) => event.type === 'run-started' && (picked === null || event.runId === picked),
  );
  if (start?.type !== 'run-started') return null;
  const own = events.filter((event) => 'runId' in event && event.runId === start.runId);
  const ending = own.findLast((event) => event.type === 'run-ended');
  const response = own.findLast((event) => event.type === 'response-received');
  const wanted = response?.calls ?? start.carried;
  const batch = response?.calls ?? batchOf(start.carried, events);
  const settled = events.filter((event) => event.type === 'call-settled');
  const isOpen = (callId: CallId): boolean => settled.every((call) => call.callId !== callId);
  return {
    runId: start.runId,
    turnId: start.turnId,
    calls: wanted.filter((call) => isOpen(call.callId)).map((call) => openCall(call, events)),
    settled: settled.filter((call) => batch.some((each) => each.callId === call.callId)),
    ...streamedIn(own),
    hasEnded: ending !== undefined,
    isAnswered: response !== undefined && response.calls.length === 0,
    outcome: ending?.outcome ?? null,
  };
}

/** All calls of the response that carried calls came from. */
function batchOf(carried: readonly ResponseCall[], events: readonly SessionEvent[]): readonly ResponseCall[] {
  const [first] = carried;
  const response = events.findLast(
    (event) =>
      event.type === 'response-received' && event.calls.some((call) => call.callId === first?.callId),
  );
  return response?.type === 'response-received' ? response.calls : [];
}

function openCall(call: ResponseCall, events: readonly SessionEvent[]): OpenCall {
  const response = events.findLast(
    (event) => event.type === 'response-received' && event.calls.some((each) => each.callId === call.callId),
  );
  const effect = events.findLast((event) => event.type === 'effect-started' && event.callId === call.callId);
  return {
    ...call,
    rawArguments: response?.type === 'response-received' ? rawArguments(response.items, call.callId) : '',
    request: newestRequest(call.callId, events),
    effect: effect?.type === 'effect-started' ? effect : null,
  };
}

function newestRequest(callId: CallId, events: readonly SessionEvent[]): PersonRequest | null {
  let request: PersonRequest | null = null;
  for (const event of events) {
    if (event.type === 'request-opened' && event.request.callId === callId) request = event.request;
    if (event.type === 'request-extended' && event.requestId === request?.id) {
      request = { ...request, deadline: event.deadline };
    }
    if (event.type === 'request-settled' && event.requestId === request?.id) {
      request = { ...request, status: event.status };
    }
  }
  return request;
}

function streamedIn(own: readonly SessionEvent[]): { readonly text: string; readonly reasoning: string } {
  let text = '';
  let reasoning = '';
  for (const event of own) {
    if (event.type === 'text-checkpointed') {
      text = (event.startsOver === true ? '' : text) + event.text;
      reasoning = (event.startsOver === true ? '' : reasoning) + event.reasoning;
    } else if (event.type === 'response-received' || event.type === 'response-cut') {
      text = '';
      reasoning = '';
    }
  }
  return { text, reasoning };
}
