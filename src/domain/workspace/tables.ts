import { entityKinds, type EntityKind, type EntityOf, type IdOf } from './entities';
import { PersistentMap, type Change } from './persistent-map';

/** Every entity by kind and id. */
export type Tables = { readonly [K in EntityKind]: PersistentMap<IdOf<K>, EntityOf<K>> };

/** What a workspace is made of, as plain data, each list sorted by id. Two workspaces are equal exactly when these are. */
export type WorkspaceSnapshot = { readonly [K in EntityKind]: readonly EntityOf<K>[] };

/** What turns one set of tables into another: at most one change for each entity. */
export type EntityChanges = { readonly [K in EntityKind]: readonly Change<EntityOf<K>>[] };

export function emptyTables(): Tables {
  return {
    project: PersistentMap.empty(),
    task: PersistentMap.empty(),
    person: PersistentMap.empty(),
    comment: PersistentMap.empty(),
    email: PersistentMap.empty(),
  };
}

/** Much cheaper than putting the entities one by one. */
export function tablesFrom(snapshot: WorkspaceSnapshot): Tables {
  return {
    project: tableFrom(snapshot.project),
    task: tableFrom(snapshot.task),
    person: tableFrom(snapshot.person),
    comment: tableFrom(snapshot.comment),
    email: tableFrom(snapshot.email),
  };
}

export function snapshotOfTables(tables: Tables): WorkspaceSnapshot {
  return {
    project: [...tables.project.values()].toSorted(byId),
    task: [...tables.task.values()].toSorted(byId),
    person: [...tables.person.values()].toSorted(byId),
    comment: [...tables.comment.values()].toSorted(byId),
    email: [...tables.email.values()].toSorted(byId),
  };
}

/** Costs what has changed, not what there is. */
export function changesBetween(before: Tables, after: Tables): EntityChanges {
  return {
    project: after.project.changesSince(before.project),
    task: after.task.changesSince(before.task),
    person: after.person.changesSince(before.person),
    comment: after.comment.changesSince(before.comment),
    email: after.email.changesSince(before.email),
  };
}

/** The tables with this entity in them, in place of the one with the same id. */
export function tablesWith<K extends EntityKind>(tables: Tables, kind: K, entity: EntityOf<K>): Tables {
  return { ...tables, [kind]: tables[kind].set(entity.id, entity) };
}

/** The tables without this entity; they may not have had it. */
export function tablesWithout<K extends EntityKind>(tables: Tables, kind: K, id: IdOf<K>): Tables {
  return { ...tables, [kind]: tables[kind].delete(id) };
}

/** How many entities there are, of all kinds together. */
export function tablesSize(tables: Tables): number {
  return entityKinds.reduce((total, kind) => total + tables[kind].size, 0);
}

export function byId(left: { readonly id: string }, right: { readonly id: string }): number {
  if (left.id === right.id) return 0;
  return left.id < right.id ? -1 : 1;
}

function tableFrom<Id extends string, Value extends { readonly id: Id }>(
  entities: readonly Value[],
): PersistentMap<Id, Value> {
  return PersistentMap.from(entities.map((entity) => [entity.id, entity] as const));
}
