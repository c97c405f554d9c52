import { counted } from '@/domain/deltas';
import { priorities, type Task } from '@/domain/workspace';

import { choice, date, optional, projectName } from './arguments';
import { isWithin } from './days';
import { defineTool } from './define-tool';
import { projectNamed } from './find-named';
import { given } from './given';
import { pageOf, pagingArguments } from './paging';
import { taskLine } from './references';
import { filterArgument, selectedTasks } from './task-selection';
import { z } from './zod';

const orders = ['outline', 'due_date', 'priority'] as const;

export const listTasks = defineTool({
  name: 'list_tasks',
  description:
    'Lists tasks, a page at a time, with ids, status, priority, due date and assignee: those of a project, those a filter finds, or all. For what is overdue use {"filter": {"overdue": true}}; for figures use summarize_project.',
  arguments: z.strictObject({
    project: optional(projectName('Only tasks of this project: id or name.')),
    filter: optional(filterArgument()),
    order: optional(
      choice(
        orders,
        'outline (as on the screen) when not given; due_date, earliest first; priority, most pressing first.',
      ),
    ),
    done_from: optional(date('Only tasks done on this day or later.')),
    done_to: optional(date('Only tasks done on this day or earlier.')),
    ...pagingArguments,
  }),
  plan(workspace, args, context) {
    const selection = selectedTasks(workspace, args, context);
    if (selection.type === 'failed') return selection;
    const { done_from: from, done_to: to } = args;
    const tasks = selection.value.tasks.filter((task) => wasDoneWithin(task, given({ from, to })));
    const all = ordered(tasks, args.order ?? 'outline');
    const { items, note } = pageOf(all, args);
    const where = selection.value.project === null ? '' : ` in “${selection.value.project.name}”`;
    const lines = items.map((task) => taskLine(workspace, task, context.today));
    const head = all.length === 0 ? `No task${where} matches.` : `${counted(all.length, 'task')}${where}:`;
    return {
      type: 'answer',
      summary: all.length === 0 ? 'No task matches' : `Found ${counted(all.length, 'task')}`,
      output: [head, ...lines, ...(note === '' ? [] : [note])].join('\n'),
      data: { total: all.length, tasks: items.map((task) => ({ id: task.id, title: task.title })) },
    };
  },
  title(workspace, args, context) {
    const project = args.project === undefined ? null : projectNamed(workspace, args.project, context);
    const where = project?.type === 'found' ? ` in ${project.value.name}` : '';
    return args.filter === undefined ? `List the tasks${where}` : `Look for tasks${where}`;
  },
});

function wasDoneWithin(task: Task, days: { readonly from?: string; readonly to?: string }): boolean {
  if (days.from === undefined && days.to === undefined) return true;
  return task.completedAt !== null && isWithin(task.completedAt, days);
}

function ordered(tasks: readonly Task[], order: (typeof orders)[number]): readonly Task[] {
  switch (order) {
    case 'outline':
      return tasks;
    case 'due_date':
      return tasks.toSorted(dueOrder);
    case 'priority':
      return tasks.toSorted((left, right) => weight(right) - weight(left));
  }
}

/** Sorts behind every day there is. */
const afterAllDays = '~';

function dueOrder(left: Task, right: Task): number {
  const [one, other] = [left.dueDate ?? afterAllDays, right.dueDate ?? afterAllDays];
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function weight(task: Task): number {
  return priorities.indexOf(task.priority);
}
