import { previewDeltas, priorityLabels, taskStatusLabels, type Delta } from '@/domain/deltas';
import {
  entityName,
  isOverdue,
  type Entity,
  type IsoDate,
  type Task,
  type Workspace,
} from '@/domain/workspace';

/** How a thing is named to the model wherever it may be named back: “Launch” (prj-1). */
export function reference(entity: Entity): string {
  return `“${entityName(entity)}” (${entity.id})`;
}

const referenceLimit = 20;

/** References with commas between; past the limit only how many more there are. */
export function references(entities: readonly Entity[], limit = referenceLimit): string {
  const hidden = entities.length - limit;
  const shown = entities.slice(0, limit).map(reference).join(', ');
  return hidden > 0 ? `${shown} and ${String(hidden)} more` : shown;
}

/** One line of a list of tasks: title, id, state, due day, who has it, where it is. */
export function taskLine(workspace: Workspace, task: Task, today: IsoDate): string {
  return `- ${reference(task)}: ${[...taskFacts(workspace, task, today), ...taskPlace(workspace, task)].join(', ')}`;
}

/** What is worth saying about a task in a few words each. */
export function taskFacts(workspace: Workspace, task: Task, today: IsoDate): readonly string[] {
  const assignee = task.assigneeId === null ? undefined : workspace.tables.person.get(task.assigneeId);
  return [
    taskStatusLabels[task.status].toLowerCase(),
    `${priorityLabels[task.priority].toLowerCase()} priority`,
    dueWords(task, today),
    assignee === undefined ? 'unassigned' : `assigned to ${assignee.name}`,
  ];
}

function dueWords(task: Task, today: IsoDate): string {
  if (task.dueDate === null) return 'no due date';
  const time = task.dueTime === null ? '' : ` ${task.dueTime}`;
  return `due ${task.dueDate}${time}${isOverdue(task, today) ? ' (overdue)' : ''}`;
}

/** The project of a task, and the task above it. */
export function taskPlace(workspace: Workspace, task: Task): readonly string[] {
  const project = workspace.tables.project.get(task.projectId);
  const parent = task.parentId === null ? undefined : workspace.tables.task.get(task.parentId);
  return [
    ...(project === undefined ? [] : [`in “${project.name}”`]),
    ...(parent === undefined ? [] : [`below “${parent.title}”`]),
  ];
}

/** Every field that deltas change, was → becomes; long texts are only named. */
export function changedFields(before: Workspace, deltas: readonly Delta[]): string {
  const changes = previewDeltas(before, deltas).flatMap((preview) => preview.fields);
  return changes
    .map(({ label, was, becomes }) =>
      Math.max(was.length, becomes.length) > shownLength
        ? `${label.toLowerCase()} rewritten`
        : `${label.toLowerCase()} ${was === '' ? 'none' : `“${was}”`} → ${becomes === '' ? 'none' : `“${becomes}”`}`,
    )
    .join(', ');
}

const shownLength = 80;

/** Tables have no order of their own; what is listed needs one. Ties are broken by id. */
export function newestFirst<Thing extends { readonly id: string }>(
  things: readonly Thing[],
  timeOf: (thing: Thing) => number,
): readonly Thing[] {
  return things.toSorted((left, right) => timeOf(right) - timeOf(left) || (left.id < right.id ? -1 : 1));
}
