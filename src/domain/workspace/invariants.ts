import { parseIsoDate, parseTimeOfDay, type IsoDate } from './dates';
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
  type Person,
  type Project,
  type Task,
} from './entities';
import { depthOf } from './queries';
import { isBlank, multiLine, singleLine, textLimits } from './text';
import type { Workspace } from './workspace';

/** A rule of the workspace that an entity breaks, in words for people. `field` names the entity's field. */
export interface Violation {
  readonly kind: EntityKind;
  readonly id: string;
  readonly field: string;
  readonly message: string;
}

/**
 * Every rule that a workspace breaks: texts, dates, references, and trees without cycles no deeper than `maxTaskDepth`.
 * An empty list means the workspace is sound. Never throws.
 */
export function violationsIn(workspace: Workspace): readonly Violation[] {
  const { tables } = workspace;
  return [
    ...[...tables.person.values()].flatMap((person) => personViolations(person)),
    ...[...tables.project.values()].flatMap((project) => projectViolations(workspace, project)),
    ...[...tables.task.values()].flatMap((task) => taskViolations(workspace, task)),
    ...[...tables.comment.values()].flatMap((comment) => commentViolations(workspace, comment)),
    ...[...tables.email.values()].flatMap((email) => emailViolations(workspace, email)),
  ];
}

/** The rules one project breaks in this workspace. */
export function projectViolations(workspace: Workspace, project: Project): readonly Violation[] {
  const report = reporter('project', project);
  return [
    ...report.if(
      !isLine(project.name, textLimits.name),
      'name',
      lineRule('A name', textLimits.name, project.name),
    ),
    ...report.if(!projectStatuses.includes(project.status), 'status', oneOf(projectStatuses)),
    ...report.if(!priorities.includes(project.priority), 'priority', oneOf(priorities)),
    ...report.if(!isText(project.description, textLimits.notes), 'description', textRule(textLimits.notes)),
    ...report.if(!isDate(project.startDate), 'startDate', dateRule),
    ...report.if(!isDate(project.targetDate), 'targetDate', dateRule),
    ...report.if(
      project.startDate !== null && project.targetDate !== null && project.targetDate < project.startDate,
      'targetDate',
      'The target date is before the start date. Choose a later target or an earlier start.',
    ),
    ...report.if(
      project.stakeholderIds.some((id) => !workspace.tables.person.has(id)),
      'stakeholderIds',
      'A stakeholder is not among the people. Add the person first.',
    ),
    ...report.if(
      new Set(project.stakeholderIds).size !== project.stakeholderIds.length,
      'stakeholderIds',
      'A person is a stakeholder twice. Name each person once.',
    ),
    ...report.if(!Number.isFinite(project.rank), 'rank', 'The rank must be a number.'),
  ];
}

/** The rules one task breaks in this workspace. */
export function taskViolations(workspace: Workspace, task: Task): readonly Violation[] {
  const report = reporter('task', task);
  return [
    ...report.if(
      !isLine(task.title, textLimits.title),
      'title',
      lineRule('A title', textLimits.title, task.title),
    ),
    ...report.if(!taskStatuses.includes(task.status), 'status', oneOf(taskStatuses)),
    ...report.if(!priorities.includes(task.priority), 'priority', oneOf(priorities)),
    ...report.if(!isText(task.notes, textLimits.notes), 'notes', textRule(textLimits.notes)),
    ...report.if(!isDate(task.dueDate), 'dueDate', dateRule),
    ...report.if(
      task.dueTime !== null && parseTimeOfDay(task.dueTime) === null,
      'dueTime',
      'A time is written HH:MM, from 00:00 to 23:59.',
    ),
    ...report.if(task.dueTime !== null && task.dueDate === null, 'dueTime', 'A due time needs a due date.'),
    ...report.if(
      (task.status === 'done') !== (task.completedAt !== null),
      'completedAt',
      'A task has a completion time exactly when it is done.',
    ),
    ...report.if(
      task.assigneeId !== null && !workspace.tables.person.has(task.assigneeId),
      'assigneeId',
      'The assignee is not among the people. Add the person first.',
    ),
    ...report.if(
      !workspace.tables.project.has(task.projectId),
      'projectId',
      'The task’s project does not exist.',
    ),
    ...report.if(!Number.isFinite(task.rank), 'rank', 'The rank must be a number.'),
    ...treeViolations(workspace, task),
  ];
}

/** The rules one person breaks. */
export function personViolations(person: Person): readonly Violation[] {
  const report = reporter('person', person);
  return [
    ...report.if(
      !isLine(person.name, textLimits.name),
      'name',
      lineRule('A name', textLimits.name, person.name),
    ),
    ...report.if(person.email !== null && !isEmailAddress(person.email), 'email', emailRule),
    ...report.if(
      person.team !== null && !isLine(person.team, textLimits.name),
      'team',
      lineRule('A team', textLimits.name, person.team ?? ''),
    ),
  ];
}

/** The rules one comment breaks in this workspace. */
export function commentViolations(workspace: Workspace, comment: Comment): readonly Violation[] {
  const report = reporter('comment', comment);
  const task = comment.taskId === null ? null : workspace.tables.task.get(comment.taskId);
  return [
    ...report.if(
      isBlank(comment.text) || !isText(comment.text, textLimits.comment),
      'text',
      `A comment needs some text, at most ${String(textLimits.comment)} characters.`,
    ),
    ...report.if(
      !workspace.tables.project.has(comment.projectId),
      'projectId',
      'The comment’s project does not exist.',
    ),
    ...report.if(
      task === undefined || (task !== null && task.projectId !== comment.projectId),
      'taskId',
      'The comment’s task does not exist in its project.',
    ),
  ];
}

/** The rules one email breaks in this workspace. */
export function emailViolations(workspace: Workspace, email: Email): readonly Violation[] {
  const report = reporter('email', email);
  const recipients = [...email.to, ...email.cc];
  return [
    ...report.if(!emailStatuses.includes(email.status), 'status', oneOf(emailStatuses)),
    ...report.if(email.to.length === 0, 'to', 'An email needs at least one recipient.'),
    ...report.if(!recipients.every((recipient) => isEmailAddress(recipient.address)), 'to', emailRule),
    ...report.if(
      !isLine(email.subject, textLimits.subject),
      'subject',
      lineRule('A subject', textLimits.subject, email.subject),
    ),
    ...report.if(!isText(email.body, textLimits.body), 'body', textRule(textLimits.body)),
    ...report.if(
      email.projectId !== null && !workspace.tables.project.has(email.projectId),
      'projectId',
      'The email’s project does not exist.',
    ),
  ];
}

/**
 * Whether a text is one plain address: ASCII, one `@`, a dotted domain; no display name, comma, quotes or control characters, so
 * that it cannot smuggle a second recipient into anything that joins addresses.
 */
export function isEmailAddress(text: string): boolean {
  return (
    text.length <= 254 &&
    /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9-]{2,63}$/.test(
      text,
    )
  );
}

const dateRule = 'A date is a day that exists, written YYYY-MM-DD.';
const emailRule = 'An email address looks like name@example.com: plain letters, one @, no spaces or commas.';

function treeViolations(workspace: Workspace, task: Task): readonly Violation[] {
  if (task.parentId === null) return [];
  const report = reporter('task', task);
  const parent = workspace.tables.task.get(task.parentId);
  if (parent === undefined) return report.if(true, 'parentId', 'The parent task does not exist.');
  if (parent.projectId !== task.projectId) {
    return report.if(true, 'parentId', 'A subtask belongs to the same project as its parent.');
  }
  if (isBelowItself(workspace, task)) return report.if(true, 'parentId', 'A task cannot be below itself.');
  return report.if(
    depthOf(workspace, task) > maxTaskDepth,
    'parentId',
    `Tasks nest at most ${String(maxTaskDepth)} levels deep.`,
  );
}

/** Looks for a cycle without trusting that there is none; `ancestorTasks` would not end in one. */
function isBelowItself(workspace: Workspace, task: Task): boolean {
  const seen = new Set<string>([task.id]);
  let parentId = task.parentId;
  while (parentId !== null) {
    if (seen.has(parentId)) return true;
    seen.add(parentId);
    parentId = workspace.tables.task.get(parentId)?.parentId ?? null;
  }
  return false;
}

function isLine(text: string, limit: number): boolean {
  return !isBlank(text) && text.length <= limit && text === singleLine(text);
}

function isText(text: string, limit: number): boolean {
  return text.length <= limit && text === multiLine(text);
}

function isDate(date: IsoDate | null): boolean {
  return date === null || parseIsoDate(date) !== null;
}

function lineRule(what: string, limit: number, text: string): string {
  if (isBlank(text)) return `${what} needs at least one visible character.`;
  if (text.length <= limit) return `${what} stands on one line, without space at its ends.`;
  return `${what} has at most ${String(limit)} characters; this one has ${String(text.length)}.`;
}

function textRule(limit: number): string {
  return `A text has at most ${String(limit)} characters and no control characters.`;
}

function oneOf(allowed: readonly string[]): string {
  return `Must be one of ${allowed.join(', ')}.`;
}

interface Reporter {
  if(broken: boolean, field: string, message: string): readonly Violation[];
}

function reporter(kind: EntityKind, entity: Entity): Reporter {
  return {
    if: (broken, field, message) => (broken ? [{ kind, id: entity.id, field, message }] : []),
  };
}
