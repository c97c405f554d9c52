import type { Comment, Project, Task } from './entities';
import type { CommentId, ProjectId, TaskId } from './ids';
import { PersistentMap, type Change } from './persistent-map';
import { byId, type EntityChanges, type Tables } from './tables';

/** What follows from the tables and is kept at hand, because screens ask for it all the time. */
export interface Indexes {
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

/** No task may have this id. */
export const topLevel = 'top-level';

export function emptyIndexes(): Indexes {
  return { projectOrder: [], outlines: PersistentMap.empty(), commentsOn: PersistentMap.empty() };
}

/**
 * The indexes after changes. They are a function of the tables alone: the same tables give the same indexes, whatever led there.
 *
 * @param tables - as they are after the changes.
 */
export function indexesAfter(indexes: Indexes, tables: Tables, changes: EntityChanges): Indexes {
  return {
    projectOrder: projectOrderAfter(indexes.projectOrder, tables, changes.project),
    outlines: outlinesAfter(indexes.outlines, tables, changes.task),
    commentsOn: commentsAfter(indexes.commentsOn, tables, changes.comment),
  };
}

/** The order of projects, and of siblings: by rank, ties by id. */
function byRank(left: Ranked, right: Ranked): number {
  return left.rank - right.rank || byId(left, right);
}

interface Ranked {
  readonly rank: number;
  readonly id: string;
}

function byTime(left: Comment, right: Comment): number {
  return left.at - right.at || byId(left, right);
}

function projectOrderAfter(
  order: readonly ProjectId[],
  tables: Tables,
  changes: readonly Change<Project>[],
): readonly ProjectId[] {
  const edit = emptyEdit<Project>();
  for (const { before, after } of changes) {
    if (before !== undefined && before.rank === after?.rank) continue;
    if (before !== undefined) edit.leaving.add(before.id);
    if (after !== undefined) edit.coming.push(after);
  }
  return edited(order, edit, { find: (id) => tables.project.get(id), compare: byRank });
}

/** What happens to the outline of one project. */
interface OutlineEdit {
  taskCount: number;
  doneCount: number;
  readonly lists: Map<TaskId | typeof topLevel, ListEdit<Task>>;
}

function outlinesAfter(
  outlines: Indexes['outlines'],
  tables: Tables,
  changes: readonly Change<Task>[],
): Indexes['outlines'] {
  const edits = new Map<ProjectId, OutlineEdit>();
  for (const { before, after } of changes) {
    if (before !== undefined) count(editOf(edits, before), before, -1);
    if (after !== undefined) count(editOf(edits, after), after, 1);
    if (before !== undefined && after !== undefined && isSamePlace(before, after)) continue;
    if (before !== undefined) listOf(editOf(edits, before), before).leaving.add(before.id);
    if (after !== undefined) listOf(editOf(edits, after), after).coming.push(after);
  }
  let result = outlines;
  for (const [projectId, edit] of edits) {
    const outline = outlineAfter(outlines.get(projectId), edit, tables);
    result = outline.taskCount === 0 ? result.delete(projectId) : result.set(projectId, outline);
  }
  return result;
}

function isSamePlace(left: Task, right: Task): boolean {
  return left.projectId === right.projectId && left.parentId === right.parentId && left.rank === right.rank;
}

function editOf(edits: Map<ProjectId, OutlineEdit>, task: Task): OutlineEdit {
  return computed(edits, task.projectId, () => ({ taskCount: 0, doneCount: 0, lists: new Map() }));
}

function listOf(edit: OutlineEdit, task: Task): ListEdit<Task> {
  return computed(edit.lists, task.parentId ?? topLevel, emptyEdit<Task>);
}

function count(edit: OutlineEdit, task: Task, by: 1 | -1): void {
  edit.taskCount += by;
  if (task.status === 'done') edit.doneCount += by;
}

function outlineAfter(
  outline: ProjectOutline | undefined,
  edit: OutlineEdit,
  tables: Tables,
): ProjectOutline {
  let children = outline?.children ?? PersistentMap.empty<TaskId | typeof topLevel, readonly TaskId[]>();
  for (const [parent, list] of edit.lists) {
    const siblings = edited(children.get(parent) ?? [], list, {
      find: (id) => tables.task.get(id),
      compare: byRank,
    });
    children = siblings.length === 0 ? children.delete(parent) : children.set(parent, siblings);
  }
  return {
    children,
    taskCount: (outline?.taskCount ?? 0) + edit.taskCount,
    doneCount: (outline?.doneCount ?? 0) + edit.doneCount,
  };
}

function commentsAfter(
  commentsOn: Indexes['commentsOn'],
  tables: Tables,
  changes: readonly Change<Comment>[],
): Indexes['commentsOn'] {
  const edits = new Map<ProjectId | TaskId, ListEdit<Comment>>();
  for (const { before, after } of changes) {
    if (before !== undefined && after !== undefined && isSameTurn(before, after)) continue;
    if (before !== undefined) computed(edits, threadOf(before), emptyEdit<Comment>).leaving.add(before.id);
    if (after !== undefined) computed(edits, threadOf(after), emptyEdit<Comment>).coming.push(after);
  }
  let result = commentsOn;
  for (const [target, edit] of edits) {
    const thread = edited(commentsOn.get(target) ?? [], edit, {
      find: (id) => tables.comment.get(id),
      compare: byTime,
    });
    result = thread.length === 0 ? result.delete(target) : result.set(target, thread);
  }
  return result;
}

function threadOf(comment: Comment): ProjectId | TaskId {
  return comment.taskId ?? comment.projectId;
}

function isSameTurn(left: Comment, right: Comment): boolean {
  return threadOf(left) === threadOf(right) && left.at === right.at;
}

/** What happens to one ordered list; a member that moves within it leaves and comes. */
interface ListEdit<Item extends { readonly id: string }> {
  readonly leaving: Set<Item['id']>;
  readonly coming: Item[];
}

function emptyEdit<Item extends { readonly id: string }>(): ListEdit<Item> {
  return { leaving: new Set(), coming: [] };
}

interface Ordering<Item extends { readonly id: string }> {
  readonly find: (id: Item['id']) => Item | undefined;
  readonly compare: (left: Item, right: Item) => number;
}

/** The ordered list of ids after an edit; the same list when nothing happens to it. */
function edited<Item extends { readonly id: string }>(
  ids: readonly Item['id'][],
  { leaving, coming }: ListEdit<Item>,
  { find, compare }: Ordering<Item>,
): readonly Item['id'][] {
  if (leaving.size === 0 && coming.length === 0) return ids;
  const staying = without(ids, leaving);
  if (staying.length === 0) return coming.toSorted(compare).map((item) => item.id);
  const placeOf = (item: Item, start: number): number =>
    firstBehind(staying, start, (id) => {
      const other = find(id);
      return other !== undefined && compare(other, item) < 0;
    });
  const [only] = coming;
  if (coming.length === 1 && only !== undefined) return staying.toSpliced(placeOf(only, 0), 0, only.id);

  const result: Item['id'][] = [];
  let start = 0;
  for (const item of coming.toSorted(compare)) {
    const place = placeOf(item, start);
    for (const id of staying.slice(start, place)) result.push(id);
    result.push(item.id);
    start = place;
  }
  return result.concat(staying.slice(start));
}

/** One id, by far the most frequent case, is cut out of a long list many times as fast as by filtering. */
function without<Id>(ids: readonly Id[], leaving: ReadonlySet<Id>): readonly Id[] {
  if (leaving.size === 0) return ids;
  const [only] = leaving;
  if (leaving.size > 1 || only === undefined) return ids.filter((id) => !leaving.has(id));
  return ids.toSpliced(ids.indexOf(only), 1);
}

/** The index, from `start` on, of the first id that does not come before. They are sorted, so halving finds it. */
function firstBehind<Id>(ids: readonly Id[], start: number, isBefore: (id: Id) => boolean): number {
  let low = start;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const id = ids[middle];
    if (id !== undefined && isBefore(id)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function computed<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const present = map.get(key);
  if (present !== undefined) return present;
  const value = make();
  map.set(key, value);
  return value;
}
