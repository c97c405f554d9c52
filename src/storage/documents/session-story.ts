import type { SessionEvent } from '@/domain/sessions';

import { canonicalJson } from '../records/canonical-json';

/**
 * How the events of a file stand to those of a session on this device.
 *
 * - `same`: the device has all of them, and perhaps more.
 * - `longer`: the file has all of the device's, and more.
 * - `different`: each has something that the other has not.
 */
export type StoryStanding = 'same' | 'longer' | 'different';

export function storyStanding(here: readonly SessionEvent[], file: readonly SessionEvent[]): StoryStanding {
  const [ours, theirs] = [lasting(here), lasting(file)];
  const common = Math.min(ours.length, theirs.length);
  for (let index = 0; index < common; index += 1) {
    if (canonicalJson(ours[index]) !== canonicalJson(theirs[index])) return 'different';
  }
  return theirs.length > common ? 'longer' : 'same';
}

/** The events of a file behind those that the device has. Only for a story that is `longer`. */
export function eventsBeyond(
  here: readonly SessionEvent[],
  file: readonly SessionEvent[],
): readonly SessionEvent[] {
  return lasting(file).slice(lasting(here).length);
}

/**
 * Without what was kept of streams only in case that the page dies: what came of them is in the events behind. Of a run that has not
 * ended it is all there is, and stays.
 */
export function withoutSpentCheckpoints(events: readonly SessionEvent[]): readonly SessionEvent[] {
  const ended = new Set(events.flatMap((event) => (event.type === 'run-ended' ? [event.runId] : [])));
  return events.filter((event) => event.type !== 'text-checkpointed' || !ended.has(event.runId));
}

/** A device may have dropped its checkpoints, and files leave them out, so they say nothing about whose story it is. */
function lasting(events: readonly SessionEvent[]): readonly SessionEvent[] {
  return events.filter((event) => event.type !== 'text-checkpointed');
}
