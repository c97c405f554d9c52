import type { IsoDate, TimeOfDay } from './dates';
import type { CommentId, EmailId, Millis, PersonId, ProjectId, TaskId } from './ids';
import { singleLine } from './text';

export const projectStatuses = ['planning', 'active', 'on_hold', 'completed'] as const;
export type ProjectStatus = (typeof projectStatuses)[number];

export const taskStatuses = ['todo', 'in_progress', 'blocked', 'done'] as const;
export type TaskStatus = (typeof taskStatuses)[number];

/** From least to most pressing. */
export const priorities = ['low', 'medium', 'high', 'urgent'] as const;
export type Priority = (typeof priorities)[number];

export const emailStatuses = ['draft', 'sending', 'sent', 'failed', 'in_doubt'] as const;
export type EmailStatus = (typeof emailStatuses)[number];

/** A subtask's subtask's subtask's subtask is the deepest: a task on the top level has depth 1. */
export const maxTaskDepth = 5;

/**
 * A body of work with tasks below it. How far it has come is derived from its tasks (`progressOf`), never stored.
 *
 * `rank` orders projects among each other and tasks among their siblings; ties are broken by id.
 */
export interface Project {
  readonly id: ProjectId;
  readonly name: string;
  readonly status: ProjectStatus;
  readonly priority: Priority;
  readonly description: string;
  readonly startDate: IsoDate | null;
  readonly targetDate: IsoDate | null;
  readonly stakeholderIds: readonly PersonId[];
  readonly rank: number;
  readonly createdAt: Millis;
}

/** A thing to do in a project. A subtask is a task whose `parentId` names another task of the same project. */
export interface Task {
  readonly id: TaskId;
  readonly projectId: ProjectId;
  readonly parentId: TaskId | null;
  readonly title: string;
  readonly status: TaskStatus;
  readonly priority: Priority;
  readonly dueDate: IsoDate | null;
  /** Only meaningful together with `dueDate`. */
  readonly dueTime: TimeOfDay | null;
  readonly assigneeId: PersonId | null;
  readonly notes: string;
  readonly rank: number;
  readonly createdAt: Millis;
  /** Set exactly while `status` is `done`. */
  readonly completedAt: Millis | null;
}

export interface Person {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string | null;
  readonly team: string | null;
}

/** A remark on a project (`taskId` is null) or on one of its tasks. `author` is a name as shown to people. */
export interface Comment {
  readonly id: CommentId;
  readonly projectId: ProjectId;
  readonly taskId: TaskId | null;
  readonly author: string;
  readonly text: string;
  readonly at: Millis;
}

export interface Recipient {
  readonly name: string;
  readonly address: string;
}

/** A message that leaves the app, or is about to. `failure` says in words why a `failed` one did not leave. */
export interface Email {
  readonly id: EmailId;
  readonly projectId: ProjectId | null;
  readonly to: readonly Recipient[];
  readonly cc: readonly Recipient[];
  readonly subject: string;
  readonly body: string;
  readonly status: EmailStatus;
  readonly failure: string | null;
  readonly createdAt: Millis;
  readonly sentAt: Millis | null;
}

/** Every kind of entity and its shape: the one list that deltas, storage and documents are built on. */
export interface EntityTypes {
  readonly project: Project;
  readonly task: Task;
  readonly person: Person;
  readonly comment: Comment;
  readonly email: Email;
}

export type EntityKind = keyof EntityTypes;
export type EntityOf<K extends EntityKind> = EntityTypes[K];
export type IdOf<K extends EntityKind> = EntityTypes[K]['id'];
export type Entity = EntityTypes[EntityKind];

/** In the order in which they may be created: nothing refers to a kind that comes later. */
export const entityKinds = [
  'person',
  'project',
  'task',
  'comment',
  'email',
] as const satisfies readonly EntityKind[];

/** The people-facing name of an entity: a project's name, a task's title, a comment's first words. */
export function entityName(entity: Entity): string {
  if ('title' in entity) return entity.title;
  if ('name' in entity) return entity.name;
  return 'subject' in entity ? entity.subject : shortened(entity.text);
}

const shortNameLength = 60;

/** Counted in code points, so that no emoji is cut in two. */
function shortened(text: string): string {
  const characters = Array.from(singleLine(text));
  return characters.length > shortNameLength
    ? `${characters.slice(0, shortNameLength - 1).join('')}…`
    : characters.join('');
}
