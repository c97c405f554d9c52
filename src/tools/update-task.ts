import { planUpdateTasks } from '@/domain/planning';
import { textLimits } from '@/domain/workspace';

import {
  dateField,
  longTextField,
  priorityField,
  taskStatusField,
  textField,
  timeField,
} from './approval-fields';
import { dateOrNone, line, name, optional, priority, projectName, taskStatus, timeOrNone } from './arguments';
import { changeTitle } from './change-title';
import { defineTool } from './define-tool';
import { outcomeOf } from './outcomes';
import { changedFields, reference } from './references';
import { assigneeArgument, notesArgument, taskFieldsFrom } from './task-arguments';
import { aTaskNamed } from './task-selection';
import { z } from './zod';

export const updateTask = defineTool({
  name: 'update_task',
  description:
    'Changes one task: title, status, priority, due date or time, assignee, notes. Only what is given changes. To change several tasks alike use update_tasks; to move one use move_task.',
  arguments: z
    .strictObject({
      task: name('The task: its id or title.'),
      project: optional(projectName('Its project, when the title alone is not plain.')),
      title: optional(line('The new title.', textLimits.title)),
      status: optional(taskStatus('The new status.')),
      priority: optional(priority('The new priority.')),
      due_date: optional(dateOrNone('The new due day.')),
      due_time: optional(timeOrNone('The new due time; needs a due date.')),
      assignee: optional(assigneeArgument()),
      notes: optional(notesArgument()),
    })
    .check(
      z.refine(
        ({ task: _task, project: _project, ...changes }) => Object.keys(changes).length > 0,
        'Say what shall change: title, status, priority, due_date, due_time, assignee or notes.',
      ),
    ),
  plan(workspace, args, context) {
    const task = aTaskNamed(workspace, args, context);
    if (task.type === 'failed') return task;
    const fields = taskFieldsFrom(workspace, args, context);
    if (fields.type === 'failed') return fields;
    const result = planUpdateTasks(workspace, [task.value.id], fields.value, context.now);
    return outcomeOf(
      result,
      (plan) => `Changed task ${reference(task.value)}: ${changedFields(workspace, plan.deltas)}.`,
      `Task ${reference(task.value)} was like this already; nothing changed.`,
    );
  },
  title(workspace, args, context) {
    const task = aTaskNamed(workspace, args, context);
    return changeTitle(`“${task.type === 'found' ? task.value.title : args.task}”`, args);
  },
  fields: (args) => [
    textField(['task', 'Task'], args.task, true),
    textField(['project', 'Project'], args.project),
    textField(['title', 'New title'], args.title),
    taskStatusField(args.status),
    priorityField(args.priority),
    dateField(['due_date', 'Due date'], args.due_date),
    timeField(['due_time', 'Due time'], args.due_time),
    textField(['assignee', 'Assignee'], args.assignee),
    longTextField(['notes', 'Notes'], args.notes),
  ],
});
