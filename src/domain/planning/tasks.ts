import { quoted } from '../deltas';
import {
  ancestorTasks,
  childTasks,
  commentsOn,
  depthOf,
  descendantTasks,
  maxTaskDepth,
  multiLine,
  singleLine,
  type IsoDate,
  type Millis,
  type PersonId,
  type Priority,
  type ProjectId,
  type Task,
  type TaskId,
  type TaskStatus,
  type TimeOfDay,
  type Workspace,
} from '../workspace';
import { Draft } from './draft';
import { invalid, planned, type PlanContext, type PlanResult } from './plan';
import { placeAmong, type Position } from './position';

/** What a person may say about a task, apart from where it stands. */
export interface TaskFields {
  readonly title: string;
  readonly status: TaskStatus;
  readonly priority: Priority;
  readonly dueDate: IsoDate | null;
  readonly dueTime: TimeOfDay | null;
  readonly assigneeId: PersonId | null;
  readonly notes: string;
}

export type NewTask = Pick<TaskFields, 'title'> &
  Partial<TaskFields> & {
    readonly projectId: ProjectId;
    readonly parentId?: TaskId | null;
    /** Among its siblings to be; last when not given. */
    readonly position?: Position<TaskId>;
  };

/** Where a task shall stand. */
export interface TaskPlace {
  readonly projectId: ProjectId;
  readonly parentId: TaskId | null;
  readonly position: Position<TaskId>;
}

/** Creates a task: to do, of medium priority, last among its siblings, unless said otherwise. */
export function planCreateTask(workspace: Workspace, args: NewTask, context: PlanContext): PlanResult {
  const { projectId, parentId = null, position = { type: 'last' }, ...rest } = args;
  if (!workspace.tables.project.has(projectId)) {
    return invalid('projectId', 'This project does not exist any more.');
  }
  const place = placeAmong(childTasks(workspace, projectId, parentId), position);
  if (place === null) return lostNeighbour();
  const draft = new Draft(workspace);
  for (const other of place.renumbered) draft.update('task', other.id, { rank: other.rank });
  draft.create('task', {
    ...newTaskFields,
    completedAt: null,
    ...changesFor(rest, context.now),
    id: context.mint('task'),
    projectId,
    parentId,
    rank: place.rank,
    createdAt: context.now,
  });
  return planned(workspace, draft);
}

/** Changes what is said about tasks; fields that are not given stay. A task that loses its due date loses its time of day too. */
export function planUpdateTasks(
  workspace: Workspace,
  ids: readonly TaskId[],
  changes: Partial<TaskFields>,
  now: Millis,
): PlanResult {
  const draft = new Draft(workspace);
  const wanted = changesFor(changes, now);
  for (const id of ids) {
    const task = workspace.tables.task.get(id);
    if (task === undefined) return missingTask();
    const staysDone = task.status === 'done' && changes.status === 'done';
    draft.update('task', id, staysDone ? { ...wanted, completedAt: task.completedAt } : wanted);
  }
  return planned(workspace, draft);
}

/** Moves a task, with its subtasks and all comments, to another place: among its siblings, below another task, into another project. */
export function planMoveTask(workspace: Workspace, id: TaskId, target: TaskPlace): PlanResult {
  const task = workspace.tables.task.get(id);
  if (task === undefined) return missingTask();
  if (!workspace.tables.project.has(target.projectId)) {
    return invalid('projectId', 'The project to move to does not exist any more.');
  }
  if (target.parentId !== null && isWithin(workspace, target.parentId, task)) {
    return invalid('parentId', 'A task cannot be moved below itself.');
  }
  const others = childTasks(workspace, target.projectId, target.parentId).filter((other) => other.id !== id);
  const place = placeAmong(others, target.position, task.rank);
  if (place === null) return lostNeighbour();

  const draft = new Draft(workspace);
  for (const other of place.renumbered) draft.update('task', other.id, { rank: other.rank });
  draft.update('task', id, { projectId: target.projectId, parentId: target.parentId, rank: place.rank });
  const below = descendantTasks(workspace, task);
  for (const other of below) draft.update('task', other.id, { projectId: target.projectId });
  for (const comment of [task, ...below].flatMap((moved) => commentsOn(workspace, moved.id))) {
    draft.update('comment', comment.id, { projectId: target.projectId });
  }
  return isTooDeep(draft.workspace, below)
    ? invalid(
        'parentId',
        `Tasks nest at most ${String(maxTaskDepth)} levels deep. Choose a place further up.`,
      )
    : planned(workspace, draft, moveSummary(workspace, task, target));
}

/** Deletes tasks with their subtasks and the comments on them [W5]. */
export function planDeleteTasks(workspace: Workspace, ids: readonly TaskId[]): PlanResult {
  const tasks = ids.map((id) => workspace.tables.task.get(id)).filter((task) => task !== undefined);
  if (tasks.length < ids.length) return missingTask();
  const draft = new Draft(workspace);
  draft.deleteTasks(tasks);
  return planned(workspace, draft);
}

const newTaskFields: TaskFields = {
  title: '',
  status: 'todo',
  priority: 'medium',
  dueDate: null,
  dueTime: null,
  assigneeId: null,
  notes: '',
};

function missingTask(): PlanResult {
  return invalid('taskId', 'This task does not exist any more.');
}

function lostNeighbour(): PlanResult {
  return invalid('position', 'The task to place it next to is not there any more.');
}

/** The fields to store: texts cleaned, `completedAt` following `status`, `dueTime` following `dueDate`. */
function changesFor(changes: Partial<TaskFields>, now: Millis): Partial<Task> {
  return {
    ...changes,
    ...(changes.title === undefined ? {} : { title: singleLine(changes.title) }),
    ...(changes.notes === undefined ? {} : { notes: multiLine(changes.notes) }),
    ...(changes.status === undefined ? {} : { completedAt: changes.status === 'done' ? now : null }),
    ...(changes.dueDate === null && changes.dueTime === undefined ? { dueTime: null } : {}),
  };
}

function isWithin(workspace: Workspace, id: TaskId, task: Task): boolean {
  const target = workspace.tables.task.get(id);
  if (target === undefined) return false;
  return (
    target.id === task.id || ancestorTasks(workspace, target).some((ancestor) => ancestor.id === task.id)
  );
}

/** Subtasks keep their parent, so a tree that got too deep shows only at its leaves, which the deltas may not touch. */
function isTooDeep(after: Workspace, below: readonly Task[]): boolean {
  return below.some((task) => {
    const moved = after.tables.task.get(task.id);
    return moved !== undefined && depthOf(after, moved) > maxTaskDepth;
  });
}

function moveSummary(workspace: Workspace, task: Task, { projectId, parentId }: TaskPlace): string {
  const project = workspace.tables.project.get(projectId)?.name ?? '';
  const parent = parentId === null ? undefined : workspace.tables.task.get(parentId);
  const name = quoted(task.title);
  if (projectId === task.projectId && parentId === task.parentId) return `${name} reordered in ${project}`;
  if (parent !== undefined) return `${name} moved below ${quoted(parent.title)} in ${project}`;
  return projectId === task.projectId
    ? `${name} moved to the top level of ${project}`
    : `${name} moved to ${project}`;
}
