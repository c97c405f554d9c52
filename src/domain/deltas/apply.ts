import { MomentumError } from '../errors';
import {
  tablesWith,
  tablesWithout,
  workspaceWith,
  type EntityKind,
  type Tables,
  type Workspace,
} from '../workspace';
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
  const tables = deltas.reduce<Tables>(
    (state, delta) => tablesAfter<EntityKind>(state, delta),
    workspace.tables,
  );
  return workspaceWith(workspace, tables);
}

/**
 * The tables after one delta. For many, bring the indexes up to date once at the end (`workspaceWith`).
 *
 * @throws DeltaMismatchError as `applyDeltas` does.
 */
export function tablesAfter<K extends EntityKind>(tables: Tables, delta: DeltaOf<K> & Delta): Tables {
  const present = tables[delta.kind].get(targetOf(delta));
  switch (delta.type) {
    case 'create':
      if (present !== undefined) throw new DeltaMismatchError(delta, 'it exists already');
      return tablesWith(tables, delta.kind, delta.entity);
    case 'update':
      if (present === undefined) throw new DeltaMismatchError(delta, 'it does not exist');
      if (!hasFields(present, delta.before)) throw new DeltaMismatchError(delta, 'it holds other values');
      return tablesWith(tables, delta.kind, { ...present, ...delta.after });
    case 'delete':
      if (present === undefined) throw new DeltaMismatchError(delta, 'it does not exist');
      if (!sameValue(present, delta.entity)) throw new DeltaMismatchError(delta, 'it holds other values');
      return tablesWithout(tables, delta.kind, delta.entity.id);
  }
}

function hasFields(entity: object, fields: object): boolean {
  const values = new Map(Object.entries(entity));
  return Object.entries(fields).every(([field, value]) => sameValue(values.get(field), value));
}
