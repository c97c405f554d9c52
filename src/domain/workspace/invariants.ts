import {
  emailStatuses,
  maxTaskDepth,
  priorities,
  projectStatuses,
  taskStatuses,
  type Comment,
  type Email,
  type Entity,
  type EntityKind,
  type EntityOf,
  type IdOf,
  type Person,
  type Project,
  type Recipient,
  type Task,
} from './entities';
import { commentId, emailId, personId, projectId, taskId, type PersonId, type ProjectId } from './ids';
import { topLevel } from './indexes';
import { depthOf } from './queries';
import {
  addressComplaint,
  dateComplaint,
  lineComplaint,
  numberComplaint,
  textComplaint,
  timeComplaint,
  wordComplaint,
  type Complaint,
} from './rules';
import { isBlank, textLimits } from './text';
import { findEntity, type Workspace } from './workspace';

/** A rule of the workspace that an entity breaks, in words for people. `field` names the entity's field. */
export interface Violation {
  readonly kind: EntityKind;
  readonly id: string;
  readonly field: string;
  readonly message: string;
}

/**
 * Every rule that a workspace breaks: ids, texts, dates, references, and trees without cycles no deeper than `maxTaskDepth`.
 * An empty list means the workspace is sound. Never throws.
 */
export function violationsIn(workspace: Workspace): readonly Violation[] {
  const { tables } = workspace;
  return [
    ...Array.from(tables.person.values(), (person) => personViolations(workspace, person)),
    ...Array.from(tables.project.values(), (project) => projectViolations(workspace, project)),
    ...Array.from(tables.task.values(), (task) => taskViolations(workspace, task)),
    ...Array.from(tables.comment.values(), (comment) => commentViolations(workspace, comment)),
    ...Array.from(tables.email.values(), (email) => emailViolations(workspace, email)),
  ].flat();
}

/** The rules that one entity breaks; none when there is no such entity. */
export function entityViolations<K extends EntityKind>(
  workspace: Workspace,
  kind: K,
  id: IdOf<K>,
): readonly Violation[] {
  const entity = findEntity(workspace, kind, id);
  return entity === undefined ? [] : rules[kind](workspace, entity);
}

const rules: {
  readonly [K in EntityKind]: (workspace: Workspace, entity: EntityOf<K>) => readonly Violation[];
} = {
  person: personViolations,
  project: projectViolations,
  task: taskViolations,
  comment: commentViolations,
  email: emailViolations,
};

function projectViolations(workspace: Workspace, project: Project): readonly Violation[] {
  return violationsOf('project', project, [
    ['id', idComplaint(workspace, project)],
    ['name', lineComplaint('A name', project.name, textLimits.name)],
    ['status', wordComplaint(project.status, projectStatuses)],
    ['priority', wordComplaint(project.priority, priorities)],
    ['description', textComplaint('A description', project.description, textLimits.notes)],
    ['startDate', dateComplaint(project.startDate)],
    ['targetDate', dateComplaint(project.targetDate)],
    ['targetDate', isBackwards(project) ? backwards : null],
    ['stakeholderIds', stakeholderComplaint(workspace, project.stakeholderIds)],
    ['rank', numberComplaint('The rank', project.rank)],
  ]);
}

function taskViolations(workspace: Workspace, task: Task): readonly Violation[] {
  return violationsOf('task', task, [
    ['id', idComplaint(workspace, task)],
    ['title', lineComplaint('A title', task.title, textLimits.title)],
    ['status', wordComplaint(task.status, taskStatuses)],
    ['priority', wordComplaint(task.priority, priorities)],
    ['notes', textComplaint('A note', task.notes, textLimits.notes)],
    ['dueDate', dateComplaint(task.dueDate)],
    ['dueTime', timeComplaint(task.dueTime)],
    ['dueTime', task.dueTime !== null && task.dueDate === null ? 'A due time needs a due date.' : null],
    ['completedAt', isCompletionClear(task) ? null : 'A task has a completion time exactly when it is done.'],
    ['assigneeId', personComplaint(workspace, 'The assignee', task.assigneeId)],
    ['projectId', projectComplaint(workspace, 'task', task.projectId)],
    ['rank', numberComplaint('The rank', task.rank)],
    ['parentId', parentComplaint(workspace, task)],
  ]);
}

function personViolations(workspace: Workspace, person: Person): readonly Violation[] {
  return violationsOf('person', person, [
    ['id', idComplaint(workspace, person)],
    ['name', lineComplaint('A name', person.name, textLimits.name)],
    ['email', person.email === null ? null : addressComplaint(person.email)],
    ['team', person.team === null ? null : lineComplaint('A team', person.team, textLimits.name)],
  ]);
}

function commentViolations(workspace: Workspace, comment: Comment): readonly Violation[] {
  return violationsOf('comment', comment, [
    ['id', idComplaint(workspace, comment)],
    ['author', lineComplaint('An author’s name', comment.author, textLimits.name)],
    ['text', isBlank(comment.text) ? 'A comment needs at least one visible character.' : null],
    ['text', textComplaint('A comment', comment.text, textLimits.comment)],
    ['projectId', projectComplaint(workspace, 'comment', comment.projectId)],
    ['taskId', isOnItsTask(workspace, comment) ? null : 'The comment’s task does not exist in its project.'],
  ]);
}

function emailViolations(workspace: Workspace, email: Email): readonly Violation[] {
  return violationsOf('email', email, [
    ['id', idComplaint(workspace, email)],
    ['status', wordComplaint(email.status, emailStatuses)],
    ['to', email.to.length === 0 ? 'An email needs at least one recipient.' : null],
    ['to', recipientComplaint(email.to)],
    ['cc', recipientComplaint(email.cc)],
    ['subject', lineComplaint('A subject', email.subject, textLimits.subject)],
    ['body', textComplaint('A body', email.body, textLimits.body)],
    ['projectId', email.projectId === null ? null : projectComplaint(workspace, 'email', email.projectId)],
  ]);
}

const backwards = 'The target date is before the start date. Choose a later target or an earlier start.';

function violationsOf<Value extends Entity>(
  kind: EntityKind,
  entity: Value,
  complaints: readonly (readonly [field: keyof Value & string, complaint: Complaint])[],
): readonly Violation[] {
  return complaints.flatMap(([field, message]) =>
    message === null ? [] : [{ kind, id: entity.id, field, message }],
  );
}

/** Whatever is looked up by an id alone, comments and names among it, relies on no two entities sharing one. */
function idComplaint(workspace: Workspace, { id }: Entity): Complaint {
  if (!/^[!-~]{1,128}$/.test(id) || id === topLevel) {
    return 'An id has 1 to 128 plain letters, digits and signs, without spaces.';
  }
  const owners = [
    workspace.tables.person.has(personId(id)),
    workspace.tables.project.has(projectId(id)),
    workspace.tables.task.has(taskId(id)),
    workspace.tables.comment.has(commentId(id)),
    workspace.tables.email.has(emailId(id)),
  ];
  return owners.filter(Boolean).length > 1 ? 'Something of another kind has this id already.' : null;
}

function isBackwards({ startDate, targetDate }: Project): boolean {
  return startDate !== null && targetDate !== null && targetDate < startDate;
}

function isCompletionClear(task: Task): boolean {
  return (task.status === 'done') === (task.completedAt !== null);
}

function isOnItsTask({ tables }: Workspace, comment: Comment): boolean {
  return comment.taskId === null || tables.task.get(comment.taskId)?.projectId === comment.projectId;
}

function personComplaint(workspace: Workspace, what: string, id: PersonId | null): Complaint {
  return id === null || workspace.tables.person.has(id)
    ? null
    : `${what} is not among the people. Add the person first.`;
}

function stakeholderComplaint(workspace: Workspace, ids: readonly PersonId[]): Complaint {
  if (new Set(ids).size !== ids.length) return 'A person is a stakeholder twice. Name each person once.';
  const missing = ids.find((id) => !workspace.tables.person.has(id));
  return personComplaint(workspace, 'A stakeholder', missing ?? null);
}

function projectComplaint(
  workspace: Workspace,
  what: 'task' | 'comment' | 'email',
  id: ProjectId,
): Complaint {
  return workspace.tables.project.has(id) ? null : `The project of this ${what} does not exist.`;
}

function recipientComplaint(recipients: readonly Recipient[]): Complaint {
  for (const { name, address } of recipients) {
    const complaint =
      addressComplaint(address) ??
      (name === '' ? null : lineComplaint('A recipient’s name', name, textLimits.name));
    if (complaint !== null) return complaint;
  }
  return null;
}

function parentComplaint(workspace: Workspace, task: Task): Complaint {
  if (task.parentId === null) return null;
  const parent = workspace.tables.task.get(task.parentId);
  if (parent === undefined) return 'The parent task does not exist.';
  if (parent.projectId !== task.projectId) return 'A subtask belongs to the same project as its parent.';
  if (isInCircle(workspace, task)) return 'A task cannot be below itself.';
  return depthOf(workspace, task) > maxTaskDepth
    ? `Tasks nest at most ${String(maxTaskDepth)} levels deep. Choose a place further up.`
    : null;
}

/** Whether the way up from a task never ends; `ancestorTasks` would not come back from it. */
function isInCircle(workspace: Workspace, task: Task): boolean {
  const seen = new Set<string>([task.id]);
  let { parentId } = task;
  while (parentId !== null) {
    if (seen.has(parentId)) return true;
    seen.add(parentId);
    parentId = workspace.tables.task.get(parentId)?.parentId ?? null;
  }
  return false;
}
