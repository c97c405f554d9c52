import { commitId, sequence, type Commit, type Delta, type LogEntry } from '@/domain/deltas';
import type { Plan, PlanContext, PlanResult } from '@/domain/planning';
import {
  commentId,
  emailId,
  millis,
  parseIsoDate,
  parseTimeOfDay,
  personId,
  projectId,
  snapshotOf,
  taskId,
  workspaceFrom,
  type Comment,
  type Email,
  type EntityKind,
  type IdOf,
  type IsoDate,
  type Person,
  type Project,
  type Task,
  type TimeOfDay,
  type Workspace,
  type WorkspaceSnapshot,
} from '@/domain/workspace';

/** The moment at which everything in tests is made. */
export const noon = millis(1_767_268_800_000);

export function day(text: string): IsoDate {
  const date = parseIsoDate(text);
  if (date === null) throw new Error(`${text} is no day.`);
  return date;
}

export function timeOfDay(text: string): TimeOfDay {
  const time = parseTimeOfDay(text);
  if (time === null) throw new Error(`${text} is no time of day.`);
  return time;
}

/** An active project named by its id. */
export function projectWith(id: string, fields: Partial<Project> = {}): Project {
  return {
    id: projectId(id),
    name: id,
    status: 'active',
    priority: 'medium',
    description: '',
    startDate: null,
    targetDate: null,
    stakeholderIds: [],
    rank: 1,
    createdAt: noon,
    ...fields,
  };
}

/** A task to do, named by its id, on the top level of the project `launch`. */
export function taskWith(id: string, fields: Partial<Task> = {}): Task {
  return {
    id: taskId(id),
    projectId: projectId('launch'),
    parentId: null,
    title: id,
    status: 'todo',
    priority: 'medium',
    dueDate: null,
    dueTime: null,
    assigneeId: null,
    notes: '',
    rank: 1,
    createdAt: noon,
    completedAt: fields.status === 'done' ? noon : null,
    ...fields,
  };
}

export function personWith(id: string, fields: Partial<Person> = {}): Person {
  return { id: personId(id), name: id, email: null, team: null, ...fields };
}

/** A comment on the project `launch`. */
export function commentWith(id: string, fields: Partial<Comment> = {}): Comment {
  return {
    id: commentId(id),
    projectId: projectId('launch'),
    taskId: null,
    author: 'Ada',
    text: `About ${id}`,
    at: noon,
    ...fields,
  };
}

/** A draft about no project. */
export function emailWith(id: string, fields: Partial<Email> = {}): Email {
  return {
    id: emailId(id),
    projectId: null,
    to: [{ name: 'Ada', address: 'ada@example.com' }],
    cc: [],
    subject: id,
    body: '',
    status: 'draft',
    failure: null,
    createdAt: noon,
    sentAt: null,
    ...fields,
  };
}

export function workspaceOf(entities: Partial<WorkspaceSnapshot>): Workspace {
  return workspaceFrom({ person: [], project: [], task: [], comment: [], email: [], ...entities });
}

/** Everything in a workspace, indexes included, as plain data that can be compared. */
export function contentsOf(workspace: Workspace) {
  return {
    ...snapshotOf(workspace),
    projectOrder: workspace.projectOrder,
    outlines: Object.fromEntries(
      Array.from(workspace.outlines.entries(), ([id, { children, ...counts }]) => [
        id,
        { ...counts, children: Object.fromEntries(children.entries()) },
      ]),
    ),
    commentsOn: Object.fromEntries(workspace.commentsOn.entries()),
  };
}

/** A context on 1 January 2026 that counts its ids: `task-1`, `task-2`; with a prefix, `a-task-1`. */
export function planContext(prefix = ''): PlanContext {
  let count = 0;
  const makers: { readonly [K in EntityKind]: (id: string) => IdOf<K> } = {
    project: projectId,
    task: taskId,
    person: personId,
    comment: commentId,
    email: emailId,
  };
  return {
    now: noon,
    today: day('2026-01-01'),
    mint: (kind) => {
      count += 1;
      return makers[kind](`${prefix}${kind}-${String(count)}`);
    },
  };
}

/** The plan, where there must be one. */
export function planOf(result: PlanResult): Plan {
  if (result.type === 'invalid') {
    throw new Error(`Invalid: ${result.problems.map(({ message }) => message).join(' ')}`);
  }
  return result.plan;
}

/** A person's edit with these deltas. */
export function commitWith(id: string, deltas: readonly Delta[], fields: Partial<Commit> = {}): Commit {
  return {
    id: commitId(id),
    at: noon,
    author: { type: 'person' },
    cause: { type: 'edit' },
    summary: `Commit ${id}`,
    deltas,
    ...fields,
  };
}

export function entryAt(place: number, commit: Commit): LogEntry {
  return { sequence: sequence(place), commit };
}
