import type { EmailStatus, ProjectStatus, TaskStatus, Workspace } from '../workspace';
import type { Delta, UpdateDelta } from './delta';
import { priorityLabels } from './wording';

/** An update, by the kind it is about. */
export type Update = Delta & { readonly type: 'update' };

/**
 * What happened to an entity, as the end of "“Copy” …" and of "3 tasks …". Changes with the same verb are told together.
 *
 * @param after - where people are looked up by id.
 */
export function verbOf(update: Update, after: Workspace): string {
  switch (update.kind) {
    case 'task':
      return taskVerb(update, after);
    case 'project':
      return projectVerb(update);
    case 'email':
      return emailVerb(update);
    case 'person':
      return commonVerb(Object.keys(update.after));
    case 'comment':
      return 'text' in update.after ? 'edited' : 'changed';
  }
}

function taskVerb({ before, after }: UpdateDelta<'task'>, workspace: Workspace): string {
  const fields = Object.keys(after).filter((field) => !(field === 'completedAt' && 'status' in after));
  if (fields.every((field) => field === 'dueDate' || field === 'dueTime')) {
    if (after.dueDate === null) return 'left without a due date';
    return before.dueDate === null ? 'scheduled' : 'rescheduled';
  }
  if (fields.length > 1) return commonVerb(fields);
  if (after.status !== undefined) return taskStatusVerb(after.status, before.status);
  if (after.priority !== undefined) return `set to ${priorityLabels[after.priority].toLowerCase()} priority`;
  if (after.assigneeId === null) return 'unassigned';
  if (after.assigneeId !== undefined) {
    return `assigned to ${workspace.tables.person.get(after.assigneeId)?.name ?? 'somebody else'}`;
  }
  return commonVerb(fields);
}

function taskStatusVerb(status: TaskStatus, before: TaskStatus | undefined): string {
  switch (status) {
    case 'done':
      return 'completed';
    case 'in_progress':
      return 'started';
    case 'blocked':
      return 'marked as blocked';
    case 'todo':
      return before === 'done' ? 'reopened' : 'set back to to do';
  }
}

function projectVerb({ after }: UpdateDelta<'project'>): string {
  const fields = Object.keys(after);
  if (fields.length === 1 && after.status !== undefined) return projectStatusVerbs[after.status];
  if (fields.length === 1 && after.priority !== undefined) {
    return `set to ${priorityLabels[after.priority].toLowerCase()} priority`;
  }
  return commonVerb(fields);
}

const projectStatusVerbs: Readonly<Record<ProjectStatus, string>> = {
  planning: 'put back into planning',
  active: 'made active',
  on_hold: 'put on hold',
  completed: 'completed',
};

function emailVerb({ after }: UpdateDelta<'email'>): string {
  if (after.status !== undefined) return emailStatusVerbs[after.status];
  return after.projectId === null ? 'kept without a project' : commonVerb(Object.keys(after));
}

const emailStatusVerbs: Readonly<Record<EmailStatus, string>> = {
  draft: 'set back to draft',
  sending: 'on the way',
  sent: 'sent',
  failed: 'not sent',
  in_doubt: 'perhaps sent',
};

/** The word for fields that belong together; "changed" when they do not. */
function commonVerb(fields: readonly string[]): string {
  const verbs = new Set(fields.map((field) => fieldVerbs.get(field) ?? 'changed'));
  if (verbs.has('moved')) verbs.delete('reordered');
  const [only] = verbs;
  return verbs.size === 1 && only !== undefined ? only : 'changed';
}

const fieldVerbs: ReadonlyMap<string, string> = new Map([
  ['title', 'renamed'],
  ['name', 'renamed'],
  ['startDate', 'rescheduled'],
  ['targetDate', 'rescheduled'],
  ['projectId', 'moved'],
  ['parentId', 'moved'],
  ['rank', 'reordered'],
  ['notes', 'given other notes'],
  ['description', 'given another description'],
  ['stakeholderIds', 'given other stakeholders'],
]);
