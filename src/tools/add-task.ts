import { planCreateTask } from '@/domain/planning';
import { entityName, textLimits } from '@/domain/workspace';

import {
  dateField,
  longTextField,
  priorityField,
  taskStatusField,
  textField,
  timeField,
} from './approval-fields';
import { date, line, name, optional, priority, projectName, taskStatus, time } from './arguments';
import { defineTool } from './define-tool';
import { createdBy, inSteps, outcomeOf } from './outcomes';
import { reference, references } from './references';
import { assigneeArgument, notesArgument, taskFieldsFrom } from './task-arguments';
import { inboxName, newPlace } from './task-place';
import { z } from './zod';

export const addTask = defineTool({
  name: 'add_task',
  description: `Adds one task to a project, or a subtask below another task. Without project and parent it goes into the only project there is, else into “${inboxName}”, which is created when missing. Answers with the new task's id. Later calls of the same response may name it by its title.`,
  arguments: z.strictObject({
    title: line('What is to be done, in a few words.', textLimits.title),
    project: optional(projectName()),
    parent: optional(name('The task to put it below: its id or title. Its project need not be given.')),
    due_date: optional(date('Due day.')),
    due_time: optional(time('Due time; needs a due date.')),
    priority: optional(priority('How pressing it is; medium when not given.')),
    status: optional(taskStatus('How it stands; todo when not given.')),
    assignee: optional(assigneeArgument()),
    notes: optional(notesArgument()),
  }),
  plan(workspace, args, context) {
    const place = newPlace(workspace, args, context);
    if (place.type === 'failed') return place;
    const fields = taskFieldsFrom(workspace, args, context);
    if (fields.type === 'failed') return fields;
    const { project, parent, opening } = place.value;
    const result = inSteps(workspace, [
      () => ({ type: 'planned', plan: opening ?? nothing }),
      (opened) =>
        planCreateTask(
          opened,
          { ...fields.value, title: args.title, projectId: project.id, parentId: parent?.id ?? null },
          context,
        ),
    ]);
    return outcomeOf(result, (plan) => {
      const where =
        parent === null
          ? `to project ${reference(project)}`
          : `below ${reference(parent)} in “${project.name}”`;
      const isNew = opening === null ? '' : ', which is new';
      return `Added task ${references(createdBy(plan, 'task'))} ${where}${isNew}.`;
    });
  },
  title(workspace, args, context) {
    const place = newPlace(workspace, args, context);
    if (place.type === 'failed') return `Add task “${args.title}”`;
    const { project, parent } = place.value;
    return parent === null
      ? `Add task “${args.title}” to ${project.name}`
      : `Add task “${args.title}” below “${entityName(parent)}”`;
  },
  fields: (args) => [
    textField(['title', 'Title'], args.title, true),
    textField(['project', 'Project'], args.project),
    textField(['parent', 'Below task'], args.parent),
    dateField(['due_date', 'Due date'], args.due_date),
    timeField(['due_time', 'Due time'], args.due_time),
    priorityField(args.priority),
    taskStatusField(args.status),
    textField(['assignee', 'Assignee'], args.assignee),
    longTextField(['notes', 'Notes'], args.notes),
  ],
});

const nothing = { deltas: [], summary: '' };
