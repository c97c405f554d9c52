import {
  entityKinds,
  type Comment,
  type Entity,
  type EntityKind,
  type EntityOf,
  type IdOf,
  type Project,
  type Task,
} from './entities';
import type { CommentId, ProjectId, TaskId } from './ids';
import { PersistentMap } from './persistent-map';

/** The tables: every entity by kind and id. */
export type Tables = { readonly [K in EntityKind]: PersistentMap<IdOf<K>, EntityOf<K>> };

/**
 * Everything the person keeps, as an immutable value: tables, and indexes derived from them.
 *
 * Only `putEntity` and `removeEntity` make a new one, and only `domain/deltas` calls those [W1]. Identity is meaning: a part that
 * is `===` to before has not changed.
 */
export interface Workspace {
  readonly tables: Tables;
  /** Projects in the order people gave them. */
  readonly projectOrder: readonly ProjectId[];
  /** The tree and the counts of each project that has tasks; a new object whenever any of its tasks changes. */
  readonly outlines: PersistentMap<ProjectId, ProjectOutline>;
  /** Comments, oldest first, by what they hang on: the task, or the project itself. */
  readonly commentsOn: PersistentMap<ProjectId | TaskId, readonly CommentId[]>;
}

export interface ProjectOutline {
  /** Ordered task ids below each parent; `topLevel` is the key of tasks without one. Keeps its identity when no task moves. */
  readonly children: PersistentMap<TaskId | typeof topLevel, readonly TaskId[]>;
  readonly taskCount: number;
  readonly doneCount: number;
}

export const topLevel = 'top-level';

/** What a workspace is made of, as plain data, each list sorted by id. Two workspaces are equal exactly when these are. */
export type WorkspaceSnapshot = { readonly [K in EntityKind]: readonly EntityOf<K>[] };

export function emptyWorkspace(): Workspace {
  return {
    tables: {
      project: PersistentMap.empty(),
      task: PersistentMap.empty(),
      person: PersistentMap.empty(),
      comment: PersistentMap.empty(),
      email: PersistentMap.empty(),
    },
    projectOrder: [],
    outlines: PersistentMap.empty(),
    commentsOn: PersistentMap.empty(),
  };
}

/** Builds a workspace from its entities in one pass; much cheaper than putting them one by one. */
export function workspaceFrom(snapshot: WorkspaceSnapshot): Workspace {
  return {
    tables: {
      project: tableFrom(snapshot.project),
      task: tableFrom(snapshot.task),
      person: tableFrom(snapshot.person),
      comment: tableFrom(snapshot.comment),
      email: tableFrom(snapshot.email),
    },
    projectOrder: snapshot.project.toSorted(byRank).map((project) => project.id),
    outlines: outlinesFrom(snapshot.task),
    commentsOn: commentsFrom(snapshot.comment),
  };
}

export function snapshotOf(workspace: Workspace): WorkspaceSnapshot {
  const { tables } = workspace;
  return {
    project: [...tables.project.values()].toSorted(byId),
    task: [...tables.task.values()].toSorted(byId),
    person: [...tables.person.values()].toSorted(byId),
    comment: [...tables.comment.values()].toSorted(byId),
    email: [...tables.email.values()].toSorted(byId),
  };
}

/** How many entities there are, of all kinds together. */
export function entityCount(workspace: Workspace): number {
  return entityKinds.reduce((total, kind) => total + workspace.tables[kind].size, 0);
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
  const before = workspace.tables[kind].get(entity.id);
  const table = workspace.tables[kind].set(entity.id, entity);
  return reindexed(
    { ...workspace, tables: { ...workspace.tables, [kind]: table } },
    { kind, before, after: entity },
  );
}

/** The workspace without this entity; the same workspace when it is not there. */
export function removeEntity<K extends EntityKind>(workspace: Workspace, kind: K, id: IdOf<K>): Workspace {
  const before = workspace.tables[kind].get(id);
  if (before === undefined) return workspace;
  const table = workspace.tables[kind].delete(id);
  return reindexed(
    { ...workspace, tables: { ...workspace.tables, [kind]: table } },
    { kind, before, after: undefined },
  );
}

/** The order of projects, and of siblings: by rank, ties by id. */
export function byRank(left: { rank: number; id: string }, right: { rank: number; id: string }): number {
  return left.rank - right.rank || byId(left, right);
}

function byId(left: { id: string }, right: { id: string }): number {
  if (left.id === right.id) return 0;
  return left.id < right.id ? -1 : 1;
}

function byTime(left: Comment, right: Comment): number {
  return left.at - right.at || byId(left, right);
}

function tableFrom<Id extends string, Value extends { readonly id: Id }>(
  entities: readonly Value[],
): PersistentMap<Id, Value> {
  return PersistentMap.from(entities.map((entity) => [entity.id, entity] as const));
}

function outlinesFrom(tasks: readonly Task[]): PersistentMap<ProjectId, ProjectOutline> {
  const byProject = groupedBy(tasks, (task) => task.projectId);
  return PersistentMap.from([...byProject].map(([projectId, own]) => [projectId, outlineFrom(own)] as const));
}

function outlineFrom(tasks: readonly Task[]): ProjectOutline {
  const byParent = groupedBy(tasks, (task) => task.parentId ?? topLevel);
  return {
    children: PersistentMap.from(
      [...byParent].map(
        ([parent, siblings]) => [parent, siblings.toSorted(byRank).map((task) => task.id)] as const,
      ),
    ),
    taskCount: tasks.length,
    doneCount: tasks.filter((task) => task.status === 'done').length,
  };
}

function commentsFrom(comments: readonly Comment[]): Workspace['commentsOn'] {
  const byTarget = groupedBy(comments, (comment) => comment.taskId ?? comment.projectId);
  return PersistentMap.from(
    [...byTarget].map(
      ([target, own]) => [target, own.toSorted(byTime).map((comment) => comment.id)] as const,
    ),
  );
}

function groupedBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

interface Change {
  readonly kind: EntityKind;
  readonly before: Entity | undefined;
  readonly after: Entity | undefined;
}

function reindexed(workspace: Workspace, { kind, before, after }: Change): Workspace {
  switch (kind) {
    case 'project':
      return {
        ...workspace,
        projectOrder: reorderedProjects(workspace, asProject(before), asProject(after)),
      };
    case 'task':
      return { ...workspace, outlines: reoutlined(workspace, asTask(before), asTask(after)) };
    case 'comment':
      return { ...workspace, commentsOn: rethreaded(workspace, asComment(before), asComment(after)) };
    case 'person':
    case 'email':
      return workspace;
  }
}

function asProject(entity: Entity | undefined): Project | undefined {
  return entity !== undefined && 'stakeholderIds' in entity ? entity : undefined;
}

function asTask(entity: Entity | undefined): Task | undefined {
  return entity !== undefined && 'parentId' in entity ? entity : undefined;
}

function asComment(entity: Entity | undefined): Comment | undefined {
  return entity !== undefined && 'author' in entity ? entity : undefined;
}

function reorderedProjects(
  workspace: Workspace,
  before: Project | undefined,
  after: Project | undefined,
): readonly ProjectId[] {
  const order = workspace.projectOrder;
  if (before !== undefined && after !== undefined && before.rank === after.rank) return order;
  const rest = before === undefined ? order : order.filter((id) => id !== before.id);
  return after === undefined ? rest : insertedInOrder(rest, after, (id) => workspace.tables.project.get(id));
}

function reoutlined(
  workspace: Workspace,
  before: Task | undefined,
  after: Task | undefined,
): Workspace['outlines'] {
  let { outlines } = workspace;
  const moved =
    before === undefined ||
    after === undefined ||
    before.projectId !== after.projectId ||
    before.parentId !== after.parentId ||
    before.rank !== after.rank;
  if (before !== undefined) outlines = withoutTask(outlines, before, moved);
  if (after !== undefined) outlines = withTask(outlines, after, moved ? workspace : null);
  return outlines;
}

const emptyOutline: ProjectOutline = { children: PersistentMap.empty(), taskCount: 0, doneCount: 0 };

function withoutTask(outlines: Workspace['outlines'], task: Task, moved: boolean): Workspace['outlines'] {
  const outline = outlines.get(task.projectId) ?? emptyOutline;
  const parent = task.parentId ?? topLevel;
  let { children } = outline;
  if (moved) {
    const siblings = (children.get(parent) ?? []).filter((id) => id !== task.id);
    children = siblings.length === 0 ? children.delete(parent) : children.set(parent, siblings);
  }
  const taskCount = outline.taskCount - 1;
  const doneCount = outline.doneCount - (task.status === 'done' ? 1 : 0);
  if (taskCount === 0 && children.size === 0) return outlines.delete(task.projectId);
  return outlines.set(task.projectId, { children, taskCount, doneCount });
}

function withTask(
  outlines: Workspace['outlines'],
  task: Task,
  movedIn: Workspace | null,
): Workspace['outlines'] {
  const outline = outlines.get(task.projectId) ?? emptyOutline;
  const parent = task.parentId ?? topLevel;
  let { children } = outline;
  if (movedIn !== null) {
    const siblings = children.get(parent) ?? [];
    children = children.set(
      parent,
      insertedInOrder(siblings, task, (id) => movedIn.tables.task.get(id)),
    );
  }
  return outlines.set(task.projectId, {
    children,
    taskCount: outline.taskCount + 1,
    doneCount: outline.doneCount + (task.status === 'done' ? 1 : 0),
  });
}

/** The ordered ids with one more at its place. */
function insertedInOrder<Id extends string>(
  ids: readonly Id[],
  entity: { readonly id: Id; readonly rank: number },
  find: (id: Id) => { readonly id: Id; readonly rank: number } | undefined,
): readonly Id[] {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const id = ids[middle];
    const other = id === undefined ? undefined : find(id);
    if (other !== undefined && byRank(other, entity) < 0) low = middle + 1;
    else high = middle;
  }
  return ids.toSpliced(low, 0, entity.id);
}

function rethreaded(
  workspace: Workspace,
  before: Comment | undefined,
  after: Comment | undefined,
): Workspace['commentsOn'] {
  let { commentsOn } = workspace;
  if (before !== undefined) {
    const target = before.taskId ?? before.projectId;
    const rest = (commentsOn.get(target) ?? []).filter((id) => id !== before.id);
    commentsOn = rest.length === 0 ? commentsOn.delete(target) : commentsOn.set(target, rest);
  }
  if (after !== undefined) {
    const target = after.taskId ?? after.projectId;
    const thread = [...(commentsOn.get(target) ?? []), after.id]
      .map((id) => workspace.tables.comment.get(id))
      .filter((comment) => comment !== undefined)
      .toSorted(byTime)
      .map((comment) => comment.id);
    commentsOn = commentsOn.set(target, thread);
  }
  return commentsOn;
}
