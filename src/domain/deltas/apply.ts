import { MomentumError } from '../errors';
import { findEntity, putEntity, removeEntity, type EntityKind, type Workspace } from '../workspace';
import { targetOf, type Delta, type DeltaOf } from './delta';
import { sameValue } from './same-value';

/** A delta that does not fit the workspace it was applied to. Plans are made on the head they are applied to, so this is a defect. */
export class DeltaMismatchError extends MomentumError {
  readonly code = 'delta-mismatch';
  readonly delta: Delta;

  constructor(delta: Delta, reason: string) {
    super(
      `A change to ${delta.kind} ${targetOf(delta)} does not fit the workspace: ${reason}. Plan it again on the newest state.`,
    );
    this.name = 'DeltaMismatchError';
    this.delta = delta;
  }
}

/**
 * The workspace after the deltas, in their order.
 *
 * @throws DeltaMismatchError when a delta creates what exists, changes or deletes what is not there, or expects other values. The
 * given workspace is a value and stays as it was.
 */
export function applyDeltas(workspace: Workspace, deltas: readonly Delta[]): Workspace {
  return deltas.reduce<Workspace>((state, delta) => applyDelta<EntityKind>(state, delta), workspace);
}

function applyDelta<K extends EntityKind>(workspace: Workspace, delta: DeltaOf<K> & Delta): Workspace {
  switch (delta.type) {
    case 'create':
      if (findEntity(workspace, delta.kind, delta.entity.id) !== undefined) {
        throw new DeltaMismatchError(delta, 'it exists already');
      }
      return putEntity(workspace, delta.kind, delta.entity);
    case 'update': {
      const present = findEntity(workspace, delta.kind, delta.id);
      if (present === undefined) throw new DeltaMismatchError(delta, 'it does not exist');
      if (!hasFields(present, delta.before)) throw new DeltaMismatchError(delta, 'it holds other values');
      return putEntity(workspace, delta.kind, { ...present, ...delta.after });
    }
    case 'delete': {
      const present = findEntity(workspace, delta.kind, delta.entity.id);
      if (present === undefined) throw new DeltaMismatchError(delta, 'it does not exist');
      if (!sameValue(present, delta.entity)) throw new DeltaMismatchError(delta, 'it holds other values');
      return removeEntity(workspace, delta.kind, delta.entity.id);
    }
  }
}

function hasFields(entity: object, fields: object): boolean {
  const values = new Map(Object.entries(entity));
  return Object.entries(fields).every(([field, value]) => sameValue(values.get(field), value));
}
