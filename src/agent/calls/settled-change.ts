import { targetOf, type Cause, type Delta } from '@/domain/deltas';
import type { CallCounts } from '@/domain/sessions';

import { existingItems } from '../policy/policy';
import type { ChangePlan } from './shown-plan';

/** Undoing undos brings back what they took; everything else is an edit. */
export function causeOf({ takesBack }: ChangePlan): Cause {
  if (takesBack === undefined || takesBack.length === 0) return { type: 'edit' };
  const commitIds = takesBack.map((entry) => entry.commit.id);
  const isRedo = takesBack.every((entry) => entry.commit.cause.type === 'undo');
  return { type: isRedo ? 'redo' : 'undo', commitIds };
}

export const noCounts: CallCounts = { created: 0, changed: 0, deleted: 0, sent: 0 };

/** What deltas amount to on a receipt. The records of emails that leave the app count as sent, once they are. */
export function countsOf(deltas: readonly Delta[]): CallCounts {
  const count = (type: Delta['type']): number => deltas.filter((delta) => delta.type === type).length;
  return { created: count('create'), changed: count('update'), deleted: count('delete'), sent: 0 };
}

export interface Footprint {
  readonly touched: readonly string[];
  readonly createdIds: readonly string[];
}

/**
 * What a change adds to what the calls of one message did.
 *
 * @param wasAsked - whether the person decided on it; what they saw is not counted again.
 */
export function footprintOf(
  deltas: readonly Delta[],
  created: ReadonlySet<string>,
  wasAsked: boolean,
): Footprint {
  return {
    touched: wasAsked ? [] : existingItems(deltas, created),
    createdIds: deltas.filter((delta) => delta.type === 'create').map(targetOf),
  };
}
