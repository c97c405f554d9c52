import type { RunId, SessionEvent } from '@/domain/sessions';

import { handOffTarget, type Speaker } from './specialists';

/**
 * Who has the conversation in a run, as its journal tells it: Momentum, until a call has handed it over. A run that goes on with another
 * one begins with whom that one had come to; a new message comes to Momentum.
 */
export function speakerOf(events: readonly SessionEvent[], runId: RunId): Speaker {
  const speakers = new Map<RunId, Speaker>();
  for (const event of events) {
    if (event.type === 'run-started') {
      const before = event.continues === null ? undefined : speakers.get(event.continues);
      speakers.set(event.runId, before ?? 'momentum');
    } else if (event.type === 'call-settled' && event.outcome === 'done') {
      const target = handOffTarget(event.tool);
      if (target !== null) speakers.set(event.runId, target.id);
    }
  }
  return speakers.get(runId) ?? 'momentum';
}

/** Who asked for a call: whoever had the conversation when the response came, whatever calls before it have done since. */
export function askerOf(events: readonly SessionEvent[], callId: string): Speaker {
  const place = events.findLastIndex(
    (event) => event.type === 'response-received' && event.calls.some((call) => call.callId === callId),
  );
  const response = events[place];
  return response?.type === 'response-received'
    ? speakerOf(events.slice(0, place), response.runId)
    : 'momentum';
}
