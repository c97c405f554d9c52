import { projectStatusLabels, priorityLabels } from '@/domain/deltas';
import {
  addDays,
  daysBetween,
  isOverdue,
  progressOf,
  tasksInProject,
  type IsoDate,
  type Person,
  type Progress,
  type Project,
  type Task,
  type Workspace,
} from '@/domain/workspace';

/** How far ahead “soon” reaches: today and the six days after it. */
export const soonDays = 6;

/** How a project stands, counted from its tasks; subtasks count like tasks. */
export interface Figures {
  readonly progress: Progress;
  readonly inProgress: readonly Task[];
  /** Open and due before today, longest overdue first. */
  readonly overdue: readonly Task[];
  /** Open and due from today to `soonDays` later, soonest first. */
  readonly dueSoon: readonly Task[];
  readonly blocked: readonly Task[];
  /** Open and nobody's. */
  readonly unassigned: readonly Task[];
  readonly toDo: readonly Task[];
}

export function figuresOf(workspace: Workspace, project: Project, today: IsoDate): Figures {
  const tasks = tasksInProject(workspace, project.id);
  const open = tasks.filter((task) => task.status !== 'done');
  const soon = addDays(today, soonDays);
  return {
    progress: progressOf(workspace, project.id),
    inProgress: open.filter((task) => task.status === 'in_progress'),
    overdue: byDueDay(open.filter((task) => isOverdue(task, today))),
    dueSoon: byDueDay(
      open.filter((task) => task.dueDate !== null && task.dueDate >= today && task.dueDate <= soon),
    ),
    blocked: open.filter((task) => task.status === 'blocked'),
    unassigned: open.filter((task) => task.assigneeId === null),
    toDo: open.filter((task) => task.status === 'todo'),
  };
}

/** The people who get a project's updates, in the person's order. */
export function stakeholdersOf(workspace: Workspace, project: Project): readonly Person[] {
  return project.stakeholderIds
    .map((id) => workspace.tables.person.get(id))
    .filter((person) => person !== undefined);
}

/** "active, high priority, 2026-01-05 to 2026-02-27 (12 days left)" */
export function projectFacts(project: Project, today: IsoDate): string {
  return [
    projectStatusLabels[project.status].toLowerCase(),
    `${priorityLabels[project.priority].toLowerCase()} priority`,
    ...periodWords(project, today),
  ].join(', ');
}

function periodWords({ startDate, targetDate, status }: Project, today: IsoDate): readonly string[] {
  const start = startDate === null ? [] : [`start ${startDate}`];
  if (targetDate === null) return start;
  const isOver = status === 'completed';
  return [...start, `target ${targetDate}${isOver ? '' : ` (${distance(daysBetween(today, targetDate))})`}`];
}

function distance(days: number): string {
  if (days === 0) return 'today';
  const count = `${String(Math.abs(days))} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
  return days > 0 ? `${count} left` : `${count} ago`;
}

/** "2 of 8 tasks done (25%)" */
export function progressWords({ done, total, percent }: Progress): string {
  if (total === 0) return 'no tasks yet';
  return `${String(done)} of ${String(total)} ${total === 1 ? 'task' : 'tasks'} done (${String(percent)}%)`;
}

function byDueDay(tasks: readonly Task[]): readonly Task[] {
  return tasks.toSorted((left, right) => {
    if (left.dueDate === right.dueDate) return 0;
    return (left.dueDate ?? '') < (right.dueDate ?? '') ? -1 : 1;
  });
}
