import type {
  EmailStatus,
  PersonId,
  Priority,
  ProjectStatus,
  TaskId,
  TaskStatus,
  Workspace,
} from '../workspace';
import type { Delta, UpdateDelta } from './delta';
import { priorityLabels, quoted } from './wording';

/** An update, by the kind it is about. */
export type Update = Delta & { readonly type: 'update' };

/**
 * What happened to an entity, as the end of "“Copy” …" and of "3 tasks …". Changes with the same verb are told together.
 *
 * @param after - where people and parents are looked up by id.
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

function taskVerb(update: UpdateDelta<'task'>, workspace: Workspace): string {
  const { before, after } = update;
  const fields = Object.keys(after).filter((field) => !(field === 'completedAt' && 'status' in after));
  const isOnly = (...others: readonly string[]): boolean => fields.every((field) => others.includes(field));
  if (isOnly('dueDate', 'dueTime')) return dueVerb(update);
  if (isOnly('parentId', 'rank') && after.parentId !== undefined)
    return nestingVerb(after.parentId, workspace);
  if (isOnly('assigneeId') && after.assigneeId !== undefined)
    return assigneeVerb(after.assigneeId, workspace);
  if (isOnly('status') && after.status !== undefined) return taskStatusVerb(after.status, before.status);
  if (isOnly('priority') && after.priority !== undefined) return priorityVerb(after.priority);
  return commonVerb(fields);
}

function dueVerb({ before, after }: UpdateDelta<'task'>): string {
  if (after.dueDate === null) return 'left without a due date';
  return before.dueDate === null ? 'scheduled' : 'rescheduled';
}

function nestingVerb(parentId: TaskId | null, workspace: Workspace): string {
  const parent = parentId === null ? undefined : workspace.tables.task.get(parentId);
  return parent === undefined ? 'moved to the top level' : `moved below ${quoted(parent.title)}`;
}

function assigneeVerb(assigneeId: PersonId | null, workspace: Workspace): string {
  if (assigneeId === null) return 'unassigned';
  return `assigned to ${workspace.tables.person.get(assigneeId)?.name ?? 'somebody else'}`;
}

function priorityVerb(priority: Priority): string {
  return `set to ${priorityLabels[priority].toLowerCase()} priority`;
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
  if (fields.length === 1 && after.priority !== undefined) return priorityVerb(after.priority);
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
  const [only] = verbs;
  return verbs.size === 1 && only !== undefined ? only : 'changed';
}

const fieldVerbs: ReadonlyMap<string, string> = new Map([
  ['title', 'renamed'],
  ['name', 'renamed'],
  ['startDate', 'rescheduled'],
  ['targetDate', 'rescheduled'],
  ['rank', 'reordered'],
  ['notes', 'given other notes'],
  ['description', 'given another description'],
  ['stakeholderIds', 'given other stakeholders'],
]);
