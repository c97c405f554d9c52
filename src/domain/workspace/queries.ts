import type { IsoDate } from './dates';
import type { Comment, Person, Priority, Project, Task, TaskStatus } from './entities';
import type { PersonId, ProjectId, TaskId } from './ids';
import { topLevel } from './indexes';
import { folded } from './text';
import type { Workspace } from './workspace';

/** All projects, in the person's order. */
export function projectsInOrder(workspace: Workspace): readonly Project[] {
  return found(workspace.projectOrder, (id) => workspace.tables.project.get(id));
}

/** The tasks on the top level of a project, or directly below a task, in order. */
export function childTasks(
  workspace: Workspace,
  projectId: ProjectId,
  parentId: TaskId | null,
): readonly Task[] {
  const ids = workspace.outlines.get(projectId)?.children.get(parentId ?? topLevel) ?? [];
  return found(ids, (id) => workspace.tables.task.get(id));
}

/** Every task of a project, parents before their subtasks, siblings in order. */
export function tasksInProject(workspace: Workspace, projectId: ProjectId): readonly Task[] {
  return childTasks(workspace, projectId, null).flatMap((task) => [
    task,
    ...descendantTasks(workspace, task),
  ]);
}

/** Everything below a task, parents before their subtasks; the task itself is not among them. */
export function descendantTasks(workspace: Workspace, task: Task): readonly Task[] {
  return childTasks(workspace, task.projectId, task.id).flatMap((child) => [
    child,
    ...descendantTasks(workspace, child),
  ]);
}

/** The tasks above a task, nearest first. Does not end in a tree with a cycle, which no commit makes. */
export function ancestorTasks(workspace: Workspace, task: Task): readonly Task[] {
  const ancestors: Task[] = [];
  let parent = task.parentId === null ? undefined : workspace.tables.task.get(task.parentId);
  while (parent !== undefined) {
    ancestors.push(parent);
    parent = parent.parentId === null ? undefined : workspace.tables.task.get(parent.parentId);
  }
  return ancestors;
}

/** 1 for a task on the top level. */
export function depthOf(workspace: Workspace, task: Task): number {
  return ancestorTasks(workspace, task).length + 1;
}

/** How many levels a task and its subtasks take up; 1 for a task without subtasks. */
export function heightOf(workspace: Workspace, task: Task): number {
  const children = childTasks(workspace, task.projectId, task.id);
  return children.reduce((height, child) => Math.max(height, 1 + heightOf(workspace, child)), 1);
}

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Whole percent, 0 to 100; 0 without tasks, and never 100 before the last task is done. */
  readonly percent: number;
}

/** How far a project has come: the share of its tasks, subtasks included, that are done. */
export function progressOf(workspace: Workspace, projectId: ProjectId): Progress {
  const outline = workspace.outlines.get(projectId);
  const total = outline?.taskCount ?? 0;
  const done = outline?.doneCount ?? 0;
  return { done, total, percent: total === 0 ? 0 : Math.floor((done / total) * 100) };
}

/** Whether an open task was due before today. Done tasks are never overdue. */
export function isOverdue(task: Task, today: IsoDate): boolean {
  return task.status !== 'done' && task.dueDate !== null && task.dueDate < today;
}

/** Which tasks to find. Every given field must hold; an empty list of statuses, priorities or assignees means any. */
export interface TaskFilter {
  readonly projectId?: ProjectId;
  readonly statuses?: readonly TaskStatus[];
  readonly priorities?: readonly Priority[];
  /** `null` in the list finds tasks that nobody has. */
  readonly assigneeIds?: readonly (PersonId | null)[];
  /** First due day, inclusive. */
  readonly dueFrom?: IsoDate;
  /** Last due day, inclusive. */
  readonly dueTo?: IsoDate;
  /** Only open tasks due before this day. */
  readonly overdueOn?: IsoDate;
  /** Found anywhere in title or notes, ignoring case and accents. Blank means any. */
  readonly text?: string;
}

/** The tasks a filter finds, in the order of their projects and outlines. */
export function findTasks(workspace: Workspace, filter: TaskFilter): readonly Task[] {
  const matches = taskMatcher(filter);
  const projectIds = filter.projectId === undefined ? workspace.projectOrder : [filter.projectId];
  return projectIds.flatMap((projectId) => tasksInProject(workspace, projectId).filter(matches));
}

/** The test a filter stands for; make it once, use it for many tasks. */
export function taskMatcher(filter: TaskFilter): (task: Task) => boolean {
  const tests = matchersOf(filter);
  return (task) => tests.every((test) => test(task));
}

/** What was said on a project (not on its tasks) or on a task, oldest first. */
export function commentsOn(workspace: Workspace, target: ProjectId | TaskId): readonly Comment[] {
  const ids = workspace.commentsOn.get(target) ?? [];
  return found(ids, (id) => workspace.tables.comment.get(id));
}

/** Everyone, by name. */
export function peopleByName(workspace: Workspace): readonly Person[] {
  return [...workspace.tables.person.values()].toSorted(
    (left, right) => left.name.localeCompare(right.name, 'en') || (left.id < right.id ? -1 : 1),
  );
}

type TaskTest = (task: Task) => boolean;

function matchersOf(filter: TaskFilter): readonly TaskTest[] {
  const { projectId, dueFrom, dueTo, overdueOn } = filter;
  const needle = folded(filter.text ?? '').trim();
  const tests: (TaskTest | null)[] = [
    projectId === undefined ? null : (task) => task.projectId === projectId,
    anyOf(filter.statuses, (task) => task.status),
    anyOf(filter.priorities, (task) => task.priority),
    anyOf(filter.assigneeIds, (task) => task.assigneeId),
    dueFrom === undefined ? null : (task) => task.dueDate !== null && task.dueDate >= dueFrom,
    dueTo === undefined ? null : (task) => task.dueDate !== null && task.dueDate <= dueTo,
    overdueOn === undefined ? null : (task) => isOverdue(task, overdueOn),
    needle === '' ? null : (task) => folded(`${task.title}\n${task.notes}`).includes(needle),
  ];
  return tests.filter((test) => test !== null);
}

function anyOf<Value>(
  allowed: readonly Value[] | undefined,
  valueOf: (task: Task) => Value,
): TaskTest | null {
  if (allowed === undefined || allowed.length === 0) return null;
  const set = new Set(allowed);
  return (task) => set.has(valueOf(task));
}

function found<Id, Value>(ids: readonly Id[], find: (id: Id) => Value | undefined): readonly Value[] {
  return ids.map(find).filter((value) => value !== undefined);
}
