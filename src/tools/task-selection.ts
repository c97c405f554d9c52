import type { ToolContext, ToolPlan } from '@/agent';
import { counted } from '@/domain/deltas';
import {
  descendantTasks,
  isOverdue,
  parseIsoDate,
  priorities,
  taskMatcher,
  tasksInProject,
  projectsInOrder,
  taskStatuses,
  type PersonId,
  type Priority,
  type Project,
  type Task,
  type TaskStatus,
  type Workspace,
} from '@/domain/workspace';

import {
  choice,
  date,
  expecting,
  flag,
  isNone,
  line,
  list,
  name,
  none,
  optional,
  projectName,
} from './arguments';
import { allNamed, personNamed, projectIfNamed, taskNamed, type Found } from './find-named';
import { given } from './given';
import { z } from './zod';

/** Which tasks, by what is true of them. Every condition that is given must hold. */
export function filterArgument() {
  return z
    .strictObject(
      {
        status: optional(
          list(choice(taskStatuses), 'Only tasks with one of these statuses.', taskStatuses.length),
        ),
        done: optional(flag('true: only done tasks. false: only open ones.')),
        priority: optional(
          list(choice(priorities), 'Only tasks with one of these priorities.', priorities.length),
        ),
        assignee: optional(
          name(`Only tasks of this person: id, name or address; "${none}" for tasks of nobody.`),
        ),
        overdue: optional(flag('true: only open tasks that were due before today. false: only the others.')),
        due_from: optional(date('Only tasks due on this day or later.')),
        due_to: optional(date('Only tasks due on this day or earlier.')),
        text: optional(line('Only tasks with this in title or notes.', 300)),
      },
      expecting('This must be an object with named conditions.'),
    )
    .check(z.describe('Conditions; all that are given must hold.'));
}

interface FilterWords {
  readonly status?: readonly TaskStatus[];
  readonly done?: boolean;
  readonly priority?: readonly Priority[];
  readonly assignee?: string;
  readonly overdue?: boolean;
  readonly due_from?: string;
  readonly due_to?: string;
  readonly text?: string;
}

/** Arguments of tools that act on several tasks: named ones, all of a project, or all that a filter finds. */
export const selectionArguments = {
  tasks: optional(list(name(), 'The tasks, each by id or title.', 200)),
  project: optional(
    projectName(
      'A project: id or name. Alone it means everything in it; with tasks or filter it is where to look.',
    ),
  ),
  filter: optional(filterArgument()),
  except: optional(list(name(), 'Tasks to leave out, each by id or title.', 200)),
};

interface SelectionWords {
  readonly tasks?: readonly string[];
  readonly project?: string;
  readonly filter?: FilterWords;
  readonly except?: readonly string[];
  readonly with_subtasks?: boolean;
}

/** Whether a call says at all which tasks it means; without this a slip of the model would mean all of them. */
export function saysWhich({ tasks, project, filter }: SelectionWords): boolean {
  return tasks !== undefined || project !== undefined || Object.keys(filter ?? {}).length > 0;
}

export const whichTasks = 'Say which tasks: tasks (ids or titles), project (everything in it), or filter.';

export interface Selection {
  /** In the order of projects and outlines. */
  readonly tasks: readonly Task[];
  readonly project: Project | null;
}

/** The tasks a call means. That a filter finds none is an answer, not a failure. */
export function selectedTasks(
  workspace: Workspace,
  words: SelectionWords,
  context: ToolContext,
): Found<Selection> {
  const project = projectIfNamed(workspace, words.project, context);
  if (project.type === 'failed') return project;
  const within = project.value;
  const find = (task: string) => taskNamed(workspace, { task, within: within?.id }, context);
  const named = allNamed(words.tasks ?? [], find);
  if (named.type === 'failed') return named;
  const left = allNamed(words.except ?? [], find);
  if (left.type === 'failed') return left;
  const matches = matcherFrom(workspace, words.filter ?? {}, context);
  if (matches.type === 'failed') return matches;
  const roots = words.tasks === undefined ? tasksWithin(workspace, within) : named.value;
  const tasks = (words.with_subtasks === true ? withSubtasks(workspace, roots) : roots).filter(
    (task) => matches.value(task) && !left.value.includes(task),
  );
  return { type: 'found', value: { tasks, project: within } };
}

/** One task by name, looked for in the project that is named with it. */
export function aTaskNamed(
  workspace: Workspace,
  words: { readonly task: string; readonly project?: string },
  context: ToolContext,
): Found<Task> {
  const project = projectIfNamed(workspace, words.project, context);
  if (project.type === 'failed') return project;
  return taskNamed(workspace, { task: words.task, within: project.value?.id }, context);
}

/** “Docs”, 3 tasks in Launch, 5 tasks: how a title names the tasks it is about. */
export function tasksWords(workspace: Workspace, tasks: readonly Task[]): string {
  const [only, ...others] = tasks;
  if (only === undefined) return 'tasks';
  return others.length === 0
    ? `“${only.title}”`
    : counted(tasks.length, 'task') + inWhichProject(workspace, tasks);
}

export const noTaskMatches: ToolPlan = {
  type: 'answer',
  summary: 'No task matches',
  output: 'No task matches, so nothing changed.',
  data: { tasks: [] },
};

function inWhichProject(workspace: Workspace, tasks: readonly Task[]): string {
  const [only, ...others] = new Set(tasks.map((task) => task.projectId));
  const project = only === undefined || others.length > 0 ? undefined : workspace.tables.project.get(only);
  return project === undefined ? '' : ` in ${project.name}`;
}

function withSubtasks(workspace: Workspace, tasks: readonly Task[]): readonly Task[] {
  return [...new Set(tasks.flatMap((task) => [task, ...descendantTasks(workspace, task)]))];
}

function tasksWithin(workspace: Workspace, project: Project | null): readonly Task[] {
  const projects = project === null ? projectsInOrder(workspace) : [project];
  return projects.flatMap((one) => tasksInProject(workspace, one.id));
}

/** The test that a filter stands for. */
function matcherFrom(
  workspace: Workspace,
  words: FilterWords,
  context: ToolContext,
): Found<(task: Task) => boolean> {
  const assignee = assigneeIdsFrom(workspace, words.assignee, context);
  if (assignee.type === 'failed') return assignee;
  const { done, overdue } = words;
  const matches = taskMatcher(
    given({
      statuses: words.status,
      priorities: words.priority,
      assigneeIds: assignee.value,
      dueFrom: parseIsoDate(words.due_from ?? '') ?? undefined,
      dueTo: parseIsoDate(words.due_to ?? '') ?? undefined,
      text: words.text,
    }),
  );
  return {
    type: 'found',
    value: (task) =>
      (done === undefined || (task.status === 'done') === done) &&
      (overdue === undefined || isOverdue(task, context.today) === overdue) &&
      matches(task),
  };
}

type AssigneeIds = readonly (PersonId | null)[] | undefined;

function assigneeIdsFrom(
  workspace: Workspace,
  text: string | undefined,
  context: ToolContext,
): Found<AssigneeIds> {
  if (text === undefined) return { type: 'found', value: undefined };
  if (isNone(text)) return { type: 'found', value: [null] };
  const person = personNamed(workspace, text, context);
  return person.type === 'failed' ? person : { type: 'found', value: [person.value.id] };
}
