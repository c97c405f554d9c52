import type { EntityKind, Priority, ProjectStatus, TaskStatus } from '../workspace';

/** How statuses and priorities are called on the screen and in summaries. */
export const projectStatusLabels: Readonly<Record<ProjectStatus, string>> = {
  planning: 'Planning',
  active: 'Active',
  on_hold: 'On hold',
  completed: 'Completed',
};

export const taskStatusLabels: Readonly<Record<TaskStatus, string>> = {
  todo: 'To do',
  in_progress: 'In progress',
  blocked: 'Blocked',
  done: 'Done',
};

export const priorityLabels: Readonly<Record<Priority, string>> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  urgent: 'Urgent',
};

const nouns: Readonly<Record<EntityKind, readonly [one: string, many: string]>> = {
  project: ['project', 'projects'],
  task: ['task', 'tasks'],
  person: ['person', 'people'],
  comment: ['comment', 'comments'],
  email: ['email', 'emails'],
};

/** "1 task", "3 people". */
export function counted(count: number, kind: EntityKind): string {
  return `${String(count)} ${nouns[kind][count === 1 ? 0 : 1]}`;
}

/** "a", "a and b", "a, b and c". */
export function listed(parts: readonly string[]): string {
  if (parts.length <= 1) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

/** A name in quotation marks; marks that the name brings along become single ones. */
export function quoted(name: string): string {
  return `“${name.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}
