import type { SessionEvent } from './events';
import type { RunId, TurnId } from './ids';

/** What is still part of the conversation: without replaced turns. */
export function keptEvents(events: readonly SessionEvent[]): readonly SessionEvent[] {
  const gone = replacedTurns(events);
  if (gone.size === 0) return events;
  const goneRuns = new Set<RunId>();
  for (const event of events) {
    if (event.type === 'run-started' && gone.has(event.turnId)) goneRuns.add(event.runId);
  }
  return events.filter((event) => {
    if (event.type === 'message-sent') return !gone.has(event.turnId);
    return !('runId' in event) || !goneRuns.has(event.runId);
  });
}

/** The turns that left the model's history because a newer one took the place of them or of one before them. */
function replacedTurns(events: readonly SessionEvent[]): ReadonlySet<TurnId> {
  const gone = new Set<TurnId>();
  let standing: readonly TurnId[] = [];
  for (const event of events) {
    if (event.type !== 'message-sent') continue;
    const place = event.replaces === null ? -1 : standing.indexOf(event.replaces);
    if (place !== -1) {
      for (const turn of standing.slice(place)) gone.add(turn);
      standing = standing.slice(0, place);
    }
    standing = [...standing, event.turnId];
  }
  return gone;
}
