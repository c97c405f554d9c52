import * as fc from 'fast-check';

import { commitId, type Commit, type Delta } from '@/domain/deltas';
import {
  commentId,
  descendantTasks,
  depthOf,
  emailId,
  maxTaskDepth,
  millis,
  multiLine,
  personId,
  projectId,
  singleLine,
  taskId,
  type Project,
  type Task,
  type Workspace,
} from '@/domain/workspace';

/** An edit that fits any workspace: `pick` chooses among what is there. */
export interface Edit {
  readonly type: keyof typeof planners;
  readonly pick: number;
  readonly text: string;
}

export const anEdit: fc.Arbitrary<Edit> = fc.record({
  type: fc.constantFrom<Edit['type'][]>(
    'add-person',
    'add-project',
    'add-project',
    'add-task',
    'add-task',
    'add-task',
    'add-comment',
    'add-email',
    'rename-task',
    'finish-task',
    'assign-task',
    'delete-task',
    'delete-project',
  ),
  pick: fc.nat(1_000),
  text: fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('<b>markup</b>', '"quoted"\\', 'שלום'),
  ),
});

/** A commit with the deltas given, and everything else made from its id. */
export function aCommit(id: string, deltas: readonly Delta[]): Commit {
  return {
    id: commitId(id),
    at: millis(1_700_000_000_000),
    author: { type: 'person' },
    cause: { type: 'edit' },
    summary: `Changed ${String(deltas.length)} things`,
    deltas,
  };
}

/**
 * What the edit does to this workspace; nothing when there is nothing to edit.
 *
 * @param id - ends the id of what the edit makes.
 */
export function deltasOf(workspace: Workspace, edit: Edit, id: string): readonly Delta[] {
  const tasks = byId(workspace.tables.task.values());
  return planners[edit.type]({
    workspace,
    edit,
    id,
    tasks,
    project: picked(byId(workspace.tables.project.values()), edit.pick),
    task: picked(tasks, edit.pick),
  });
}

interface Planning {
  readonly workspace: Workspace;
  readonly edit: { readonly pick: number; readonly text: string };
  readonly id: string;
  readonly tasks: readonly Task[];
  readonly project: Project | undefined;
  readonly task: Task | undefined;
}

type Planner = (planning: Planning) => readonly Delta[];

const planners = {
  'add-person': ({ id }) => [{ type: 'create', kind: 'person', entity: aPerson(`person-${id}`) }],
  'add-project': ({ id }) => [{ type: 'create', kind: 'project', entity: aProject(`project-${id}`) }],
  'add-task': (planning) => newTask(planning),
  'add-comment': ({ id, project, edit }) =>
    project === undefined
      ? []
      : [{ type: 'create', kind: 'comment', entity: aComment(`comment-${id}`, project, edit.text) }],
  'add-email': ({ id, project }) => [
    { type: 'create', kind: 'email', entity: anEmail(`email-${id}`, project ?? null) },
  ],
  'rename-task': ({ task }) =>
    task === undefined ? [] : updated(task, { title: task.title }, { title: `${task.title}!` }),
  'finish-task': ({ task }) => (task === undefined ? [] : finished(task)),
  'assign-task'({ workspace, task, edit }) {
    const person = picked(byId(workspace.tables.person.values()), edit.pick);
    if (task === undefined || person === undefined) return [];
    return updated(task, { assigneeId: task.assigneeId }, { assigneeId: person.id });
  },
  'delete-task': ({ workspace, task }) =>
    task === undefined ? [] : deletedTasks(workspace, [task, ...descendantTasks(workspace, task)]),
  'delete-project': ({ workspace, project, tasks }) =>
    project === undefined ? [] : deletedProject(workspace, project, tasks),
} as const satisfies Record<string, Planner>;

function picked<Item>(items: readonly Item[], pick: number): Item | undefined {
  return items.length === 0 ? undefined : items[pick % items.length];
}

function byId<Item extends { readonly id: string }>(items: Iterable<Item>): readonly Item[] {
  return [...items].toSorted((left, right) => (left.id < right.id ? -1 : 1));
}

export function aPerson(id: string) {
  return { id: personId(id), name: 'Ada Lovelace', email: 'ada@example.com', team: null };
}

export function aProject(id: string): Project {
  return {
    id: projectId(id),
    name: `Launch ${id}`,
    status: 'active',
    priority: 'medium',
    description: '',
    startDate: null,
    targetDate: null,
    stakeholderIds: [],
    rank: 1,
    createdAt: millis(1_700_000_000_000),
  };
}

export function aTask(id: string, project: string, parent: string | null = null): Task {
  return {
    id: taskId(id),
    projectId: projectId(project),
    parentId: parent === null ? null : taskId(parent),
    title: `Task ${id}`,
    status: 'todo',
    priority: 'medium',
    dueDate: null,
    dueTime: null,
    assigneeId: null,
    notes: '',
    rank: 1,
    createdAt: millis(1_700_000_000_000),
    completedAt: null,
  };
}

function newTask({ workspace, id, project, task, edit }: Planning): readonly Delta[] {
  if (project === undefined) return [];
  const isSubtask = task !== undefined && edit.pick % 2 === 0 && depthOf(workspace, task) < maxTaskDepth;
  const placed = isSubtask ? aTask(`task-${id}`, task.projectId, task.id) : aTask(`task-${id}`, project.id);
  const entity = { ...placed, title: singleLine(`${id} ${edit.text}`), rank: edit.pick };
  return [{ type: 'create', kind: 'task', entity }];
}

function aComment(id: string, project: Project, text: string) {
  return {
    id: commentId(id),
    projectId: project.id,
    taskId: null,
    author: 'Ada',
    text: multiLine(`About ${text}`),
    at: millis(1_700_000_000_000),
  };
}

function anEmail(id: string, project: Project | null) {
  return {
    id: emailId(id),
    projectId: project?.id ?? null,
    to: [{ name: 'Ada', address: 'ada@example.com' }],
    cc: [],
    subject: 'News',
    body: 'All is well.',
    status: 'draft' as const,
    failure: null,
    createdAt: millis(1_700_000_000_000),
    sentAt: null,
  };
}

function updated(task: Task, before: Partial<Task>, after: Partial<Task>): readonly Delta[] {
  return [{ type: 'update', kind: 'task', id: task.id, before, after }];
}

function finished(task: Task): readonly Delta[] {
  const before = { status: task.status, completedAt: task.completedAt };
  return task.status === 'done'
    ? updated(task, before, { status: 'todo', completedAt: null })
    : updated(task, before, { status: 'done', completedAt: millis(1_700_000_000_001) });
}

function deletedTasks(workspace: Workspace, tasks: readonly Task[]): readonly Delta[] {
  const ids = new Set<string>(tasks.map((task) => task.id));
  const comments = [...workspace.tables.comment.values()].filter(
    (comment) => comment.taskId !== null && ids.has(comment.taskId),
  );
  return [
    ...comments.map((entity): Delta => ({ type: 'delete', kind: 'comment', entity })),
    ...tasks.toReversed().map((entity): Delta => ({ type: 'delete', kind: 'task', entity })),
  ];
}

function deletedProject(workspace: Workspace, project: Project, tasks: readonly Task[]): readonly Delta[] {
  const emails = [...workspace.tables.email.values()].filter((email) => email.projectId === project.id);
  const comments = [...workspace.tables.comment.values()].filter(
    (comment) => comment.projectId === project.id,
  );
  return [
    ...emails.map((email): Delta => ({
      type: 'update',
      kind: 'email',
      id: email.id,
      before: { projectId: email.projectId },
      after: { projectId: null },
    })),
    ...comments.map((entity): Delta => ({ type: 'delete', kind: 'comment', entity })),
    ...tasks
      .filter((task) => task.projectId === project.id)
      .map((entity): Delta => ({ type: 'delete', kind: 'task', entity })),
    { type: 'delete', kind: 'project', entity: project },
  ];
}
