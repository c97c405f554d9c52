import type { EntityKind, EntityOf, IdOf } from './entities';
import { emptyIndexes, indexesAfter, type Indexes } from './indexes';
import {
  changesBetween,
  emptyTables,
  snapshotOfTables,
  tablesFrom,
  tablesSize,
  tablesWith,
  type Tables,
  type WorkspaceSnapshot,
} from './tables';

/**
 * Everything the person keeps, as an immutable value: tables, and indexes that follow from them.
 *
 * The workspace on the screen changes only by applying a commit [W1]. Identity is meaning: a part that is `===` to before has not
 * changed.
 */
export interface Workspace extends Indexes {
  readonly tables: Tables;
}

export function emptyWorkspace(): Workspace {
  return { tables: emptyTables(), ...emptyIndexes() };
}

export function workspaceFrom(snapshot: WorkspaceSnapshot): Workspace {
  return workspaceWith(emptyWorkspace(), tablesFrom(snapshot));
}

export function snapshotOf(workspace: Workspace): WorkspaceSnapshot {
  return snapshotOfTables(workspace.tables);
}

/** The workspace with other tables. The indexes follow at the cost of what has changed, however many entities there are. */
export function workspaceWith(workspace: Workspace, tables: Tables): Workspace {
  return { tables, ...indexesAfter(workspace, tables, changesBetween(workspace.tables, tables)) };
}

/** How many entities there are, of all kinds together. */
export function entityCount(workspace: Workspace): number {
  return tablesSize(workspace.tables);
}

export function findEntity<K extends EntityKind>(
  workspace: Workspace,
  kind: K,
  id: IdOf<K>,
): EntityOf<K> | undefined {
  return workspace.tables[kind].get(id);
}

/** The workspace with this entity in it, in place of the one with the same id. */
export function putEntity<K extends EntityKind>(
  workspace: Workspace,
  kind: K,
  entity: EntityOf<K>,
): Workspace {
  return workspaceWith(workspace, tablesWith(workspace.tables, kind, entity));
}
