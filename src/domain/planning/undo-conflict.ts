import { targetOf, type Delta } from '../deltas';
import { entityName, type Entity, type EntityKind } from '../workspace';

/**
 * Something that an undo cannot simply put back, because it was touched since [W3].
 *
 * - `changed`: these fields hold newer values, or would not go with newer values of other fields.
 * - `gone`: it was deleted since.
 * - `back`: it exists again, with other values in these fields.
 * - `in-use`: newer things hang on it.
 * - `homeless`: what it refers to in these fields does not exist any more.
 */
export interface UndoConflict {
  readonly type: 'changed' | 'gone' | 'back' | 'in-use' | 'homeless';
  readonly kind: EntityKind;
  readonly id: string;
  /** The id when the thing is gone. */
  readonly name: string;
  readonly fields: readonly string[];
}

/**
 * What to do with conflicts: `ask` reports them, `keep-newer` undoes the rest, `overwrite` puts the old values back wherever
 * that is possible at all, and deletes newer things together with what they hang on.
 */
export type ConflictChoice = 'ask' | 'keep-newer' | 'overwrite';

export function conflictOf(
  type: UndoConflict['type'],
  delta: Delta,
  about: { readonly entity: Entity | undefined; readonly fields: readonly string[] },
): UndoConflict {
  const id = targetOf(delta);
  const name = about.entity === undefined ? id : entityName(about.entity);
  return { type, kind: delta.kind, id, name, fields: about.fields };
}

/** One conflict about an entity that has two. */
export function joinedConflict(first: UndoConflict, second: UndoConflict | undefined): UndoConflict {
  return second === undefined
    ? first
    : { ...first, fields: [...new Set([...first.fields, ...second.fields])] };
}

/** Fields that only make sense together: when one of them keeps a newer value, so do the others. */
const companions: readonly (readonly string[])[] = [
  ['status', 'completedAt', 'failure', 'sentAt'],
  ['dueDate', 'dueTime'],
  ['startDate', 'targetDate'],
  ['projectId', 'parentId', 'taskId', 'rank'],
];

/** Whether a field is one of the others, or only makes sense together with one. */
export function goesWith(field: string, others: Iterable<string>): boolean {
  const group = companions.find((each) => each.includes(field)) ?? [field];
  return [...others].some((other) => group.includes(other));
}
