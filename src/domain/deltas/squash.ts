import type { EntityKind, EntityOf } from '../workspace';
import { targetOf, type Delta, type DeltaOf } from './delta';
import { sameValue } from './same-value';

/**
 * The fewest deltas with the same effect: at most one per entity, none that change nothing. They keep the order in which their
 * entities first appear.
 */
export function squashDeltas(deltas: readonly Delta[]): readonly Delta[] {
  const byTarget = new Map<string, Delta | null>();
  for (const delta of deltas) {
    const key = `${delta.kind} ${targetOf(delta)}`;
    const earlier = byTarget.get(key) ?? null;
    byTarget.set(key, earlier === null ? settled(delta) : combined(earlier, delta));
  }
  return [...byTarget.values()].filter((delta) => delta !== null);
}

function settled(delta: Delta): Delta | null {
  return delta.type === 'update' ? combined(delta, delta) : delta;
}

/** One case a kind, so that the compiler knows that both deltas speak of the same kind. */
function combined(first: Delta, second: Delta): Delta | null {
  switch (first.kind) {
    case 'project':
      return second.kind === first.kind ? merged(first, second) : second;
    case 'task':
      return second.kind === first.kind ? merged(first, second) : second;
    case 'person':
      return second.kind === first.kind ? merged(first, second) : second;
    case 'comment':
      return second.kind === first.kind ? merged(first, second) : second;
    case 'email':
      return second.kind === first.kind ? merged(first, second) : second;
  }
}

function merged<K extends EntityKind>(first: DeltaOf<K>, second: DeltaOf<K>): DeltaOf<K> | null {
  if (first.type === 'create') {
    if (second.type === 'update') return { ...first, entity: { ...first.entity, ...second.after } };
    return second.type === 'delete' ? null : second;
  }
  if (first.type === 'update') {
    if (second.type === 'update') {
      return updateBetween(first, { ...second.before, ...first.before }, { ...first.after, ...second.after });
    }
    return second.type === 'delete' ? { ...second, entity: { ...second.entity, ...first.before } } : second;
  }
  if (second.type === 'create') return differenceBetween(first.kind, first.entity, second.entity);
  return first;
}

/** The update that turns one value of an entity into another; null when they are equal. */
export function differenceBetween<K extends EntityKind>(
  kind: K,
  before: EntityOf<K>,
  after: EntityOf<K>,
): DeltaOf<K> | null {
  return updateBetween({ kind, id: after.id }, before, after);
}

function updateBetween<K extends EntityKind>(
  target: { readonly kind: K; readonly id: EntityOf<K>['id'] },
  before: Partial<EntityOf<K>>,
  after: Partial<EntityOf<K>>,
): DeltaOf<K> | null {
  const changedBefore = { ...before };
  const changedAfter = { ...after };
  for (const field in after) {
    if (!sameValue(before[field], after[field])) continue;
    delete changedBefore[field];
    delete changedAfter[field];
  }
  if (Object.keys(changedAfter).length === 0) return null;
  return { type: 'update', kind: target.kind, id: target.id, before: changedBefore, after: changedAfter };
}
