import type { EntityKind } from '../workspace';
import type { Delta, DeltaOf } from './delta';

/** The deltas that take a workspace back to where it was before these were applied [W2]. */
export function invertDeltas(deltas: readonly Delta[]): readonly Delta[] {
  return deltas.toReversed().map(inverseOf);
}

/** One case a kind, so that the compiler knows that before and after stay fields of the same kind. */
function inverseOf(delta: Delta): Delta {
  switch (delta.kind) {
    case 'project':
      return swapped(delta);
    case 'task':
      return swapped(delta);
    case 'person':
      return swapped(delta);
    case 'comment':
      return swapped(delta);
    case 'email':
      return swapped(delta);
  }
}

function swapped<K extends EntityKind>(delta: DeltaOf<K>): DeltaOf<K> {
  switch (delta.type) {
    case 'create':
      return { type: 'delete', kind: delta.kind, entity: delta.entity };
    case 'update':
      return { type: 'update', kind: delta.kind, id: delta.id, before: delta.after, after: delta.before };
    case 'delete':
      return { type: 'create', kind: delta.kind, entity: delta.entity };
  }
}
