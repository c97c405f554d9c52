import type { ToolContext, ToolPlan } from '@/agent';
import { planCreateProject, planCreateTask, type Plan, type TaskFields } from '@/domain/planning';
import { textLimits, type Project, type Workspace } from '@/domain/workspace';

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
import { createdBy, failure, inSteps, outcomeOf } from './outcomes';
import { reference, references } from './references';
import { assigneeArgument, notesArgument, taskFieldsFrom } from './task-arguments';
import { inboxName, newPlace } from './task-place';
import { z } from './zod';

export const addTask = defineTool({
  name: 'add_task',
  description: `Adds one task to a project, or a subtask below another task. Without project and parent it goes into the only project there is, else into “${inboxName}”, which is created when missing. Answers with the new task's id. Later calls of the same response may name it by its title.`,
  arguments: z
    .strictObject({
      title: line('What is to be done, in a few words.', textLimits.title),
      project: optional(projectName()),
      parent: optional(name('The task to put it below: its id or title. Its project need not be given.')),
      due_date: optional(date('Due day.')),
      due_time: optional(time('Due time; needs a due date.')),
      priority: optional(priority('How pressing it is; medium when not given.')),
      status: optional(taskStatus('How it stands; todo when not given.')),
      assignee: optional(assigneeArgument()),
      notes: optional(notesArgument()),
    })
    .check(
      z.refine((args) => args.due_time === undefined || args.due_date !== undefined, {
        path: ['due_time'],
        error: 'A due time needs a due date. Give due_date too.',
      }),
    ),
  plan(workspace, args, context) {
    const found = newPlace(workspace, args, context);
    if (found.type === 'failed') return found;
    const fields = taskFieldsFrom(workspace, args, context);
    if (fields.type === 'failed') return fields;
    const task = { ...fields.value, title: args.title };
    const place = found.value;
    if (place.type === 'new-inbox') return inNewInbox(workspace, task, context);
    const { project, parent } = place;
    const result = planCreateTask(
      workspace,
      { ...task, projectId: project.id, parentId: parent?.id ?? null },
      context,
    );
    const where =
      parent === null
        ? `to project ${reference(project)}`
        : `below ${reference(parent)} in “${project.name}”`;
    return outcomeOf(result, (plan) => `Added task ${references(createdBy(plan, 'task'))} ${where}.`);
  },
  title(workspace, args, context) {
    const found = newPlace(workspace, args, context);
    const task = `Add task “${args.title}”`;
    if (found.type === 'failed') return task;
    const place = found.value;
    if (place.type === 'new-inbox') return `${task} to ${inboxName}`;
    return place.parent === null
      ? `${task} to ${place.project.name}`
      : `${task} below “${place.parent.title}”`;
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

function inNewInbox(
  workspace: Workspace,
  task: Partial<TaskFields> & { readonly title: string },
  context: ToolContext,
): ToolPlan {
  const opened = planCreateProject(workspace, { name: inboxName }, context);
  if (opened.type === 'invalid') return outcomeOf(opened, () => '');
  const [inbox] = createdProjects(opened.plan);
  if (inbox === undefined) return failure('Say in which project the task belongs');
  const result = inSteps(workspace, [
    () => opened,
    (present) => planCreateTask(present, { ...task, projectId: inbox.id }, context),
  ]);
  return outcomeOf(
    result,
    (plan) =>
      `Added task ${references(createdBy(plan, 'task'))} to project ${reference(inbox)}, which is new.`,
  );
}

function createdProjects(plan: Plan): readonly Project[] {
  return plan.deltas.flatMap((delta) =>
    delta.type === 'create' && delta.kind === 'project' ? [delta.entity] : [],
  );
}
