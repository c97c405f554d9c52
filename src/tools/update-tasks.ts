import type { ToolContext } from '@/agent';
import { counted } from '@/domain/deltas';
import {
  Draft,
  planned,
  planUpdateTasks,
  type Plan,
  type PlanResult,
  type TaskFields,
} from '@/domain/planning';
import { addDays, type Task, type Workspace } from '@/domain/workspace';

import {
  dateField,
  listField,
  numberField,
  priorityField,
  taskStatusField,
  textField,
  timeField,
} from './approval-fields';
import { dateOrNone, flag, optional, priority, taskStatus, timeOrNone, whole } from './arguments';
import { changeTitle } from './change-title';
import { defineTool } from './define-tool';
import { inSteps, outcomeOf } from './outcomes';
import { changedFields, references } from './references';
import { assigneeArgument, taskFieldsFrom, type TaskWords } from './task-arguments';
import {
  noTaskMatches,
  saysWhich,
  selectedTasks,
  selectionArguments,
  tasksWords,
  whichTasks,
} from './task-selection';
import { z } from './zod';

export const updateTasks = defineTool({
  name: 'update_tasks',
  description:
    'Changes several tasks alike: status, priority, due date, assignee, or their due dates by a number of days. Say which: tasks (ids or titles), project (everything in it), or filter. To mark tasks as done use complete_tasks.',
  arguments: z
    .strictObject({
      ...selectionArguments,
      with_subtasks: optional(flag('true: also everything below these tasks. Not so when not given.')),
      status: optional(taskStatus('The new status.')),
      priority: optional(priority('The new priority.')),
      due_date: optional(dateOrNone('The new due day.')),
      due_time: optional(timeOrNone('The new due time.')),
      shift_days: optional(
        whole(
          'Moves each due date by this many days, earlier when negative. Tasks without one stay as they are.',
          [-3650, 3650],
        ),
      ),
      assignee: optional(assigneeArgument()),
    })
    .check(
      z.refine(saysWhich, whichTasks),
      z.refine(
        (args) => args.shift_days !== undefined || changesBesides(args),
        'Say what shall change: status, priority, due_date, due_time, shift_days or assignee.',
      ),
      z.refine((args) => args.due_date === undefined || args.shift_days === undefined, {
        path: ['shift_days'],
        error: 'Give either due_date or shift_days, not both.',
      }),
    ),
  plan(workspace, args, context) {
    const selection = selectedTasks(workspace, args, context);
    if (selection.type === 'failed') return selection;
    const { tasks } = selection.value;
    if (tasks.length === 0) return noTaskMatches;
    const fields = taskFieldsFrom(workspace, args, context);
    if (fields.type === 'failed') return fields;
    const { shift_days: days } = args;
    const result = inSteps(workspace, [
      (present) => updated(present, { tasks, fields: fields.value }, context),
      ...(days === undefined ? [] : [(present: Workspace) => shifted(present, tasks, days)]),
    ]);
    return outcomeOf(
      result,
      (plan) => changeReport(workspace, tasks, plan),
      `Nothing to change: ${references(tasks)} ${tasks.length === 1 ? 'is' : 'are'} like this already.`,
    );
  },
  title(workspace, args, context) {
    const selection = selectedTasks(workspace, args, context);
    const tasks = selection.type === 'found' ? selection.value.tasks : [];
    const { shift_days: days } = args;
    if (days === undefined) return changeTitle(tasksWords(workspace, tasks), args);
    const dated = tasks.filter((task) => task.dueDate !== null);
    const rest = changesBesides(args) ? ', and more' : '';
    return `Move the due dates of ${tasksWords(workspace, dated)} by ${String(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}${rest}`;
  },
  fields: (args) => [
    listField(['tasks', 'Tasks'], args.tasks),
    listField(['except', 'Leave out'], args.except),
    taskStatusField(args.status),
    priorityField(args.priority),
    dateField(['due_date', 'Due date'], args.due_date),
    timeField(['due_time', 'Due time'], args.due_time),
    numberField(['shift_days', 'Move due dates by days'], args.shift_days),
    textField(['assignee', 'Assignee'], args.assignee),
  ],
});

function changesBesides(args: TaskWords): boolean {
  const { status, priority: pressing, due_date: day, due_time: at, assignee } = args;
  return [status, pressing, day, at, assignee].some((change) => change !== undefined);
}

function changeReport(workspace: Workspace, tasks: readonly Task[], plan: Plan): string {
  const ids = new Set<string>(plan.deltas.flatMap((delta) => (delta.type === 'update' ? [delta.id] : [])));
  const changed = tasks.filter((task) => ids.has(task.id));
  const left = tasks.length - changed.length;
  const rest =
    left === 0 ? '' : ` ${counted(left, 'task')} stayed as ${left === 1 ? 'it was' : 'they were'}.`;
  const what =
    changed.length === 1
      ? `Changed task ${references(changed)}: ${changedFields(workspace, plan.deltas)}.`
      : `Changed ${counted(changed.length, 'task')}: ${references(changed)}.`;
  return what + rest;
}

interface Update {
  readonly tasks: readonly Task[];
  readonly fields: Partial<TaskFields>;
}

function updated(workspace: Workspace, { tasks, fields }: Update, context: ToolContext): PlanResult {
  return planUpdateTasks(
    workspace,
    tasks.map((task) => task.id),
    fields,
    context.now,
  );
}

function shifted(workspace: Workspace, tasks: readonly Task[], days: number): PlanResult {
  const draft = new Draft(workspace);
  for (const task of tasks) {
    if (task.dueDate !== null) draft.update('task', task.id, { dueDate: addDays(task.dueDate, days) });
  }
  return planned(workspace, draft);
}
