import { planUpdateProject } from '@/domain/planning';
import { parseIsoDate, textLimits } from '@/domain/workspace';

import { dateField, longTextField, priorityField, projectStatusField, textField } from './approval-fields';
import {
  block,
  dateOrNone,
  isNone,
  line,
  none,
  optional,
  priority,
  projectName,
  projectStatus,
} from './arguments';
import { defineTool } from './define-tool';
import { projectNamed } from './find-named';
import { given } from './given';
import { outcomeOf } from './outcomes';
import { changedFields, reference } from './references';
import { z } from './zod';

export const updateProject = defineTool({
  name: 'update_project',
  description:
    'Changes a project: name, description, status, priority, start and target date. Only what is given changes. For its stakeholders use set_stakeholders.',
  arguments: z
    .strictObject({
      project: projectName(),
      name: optional(line('The new name.', textLimits.name)),
      description: optional(block(`What it is about; "${none}" to remove it.`, textLimits.notes)),
      status: optional(projectStatus('The new status.')),
      priority: optional(priority('The new priority.')),
      start_date: optional(dateOrNone('First day.')),
      target_date: optional(dateOrNone('Day by which it shall be finished.')),
    })
    .check(
      z.refine(
        ({ project: _project, ...changes }) => Object.keys(changes).length > 0,
        'Say what shall change: name, description, status, priority, start_date or target_date.',
      ),
    ),
  plan(workspace, args, context) {
    const found = projectNamed(workspace, args.project, context);
    if (found.type === 'failed') return found;
    const { description } = args;
    const changes = given({
      name: args.name,
      description: description !== undefined && isNone(description) ? '' : description,
      status: args.status,
      priority: args.priority,
      startDate: args.start_date === undefined ? undefined : parseIsoDate(args.start_date),
      targetDate: args.target_date === undefined ? undefined : parseIsoDate(args.target_date),
    });
    return outcomeOf(
      planUpdateProject(workspace, found.value.id, changes),
      (plan) => `Changed project ${reference(found.value)}: ${changedFields(workspace, plan.deltas)}.`,
      `Project ${reference(found.value)} was like this already; nothing changed.`,
    );
  },
  title(workspace, args, context) {
    const found = projectNamed(workspace, args.project, context);
    const name = found.type === 'found' ? found.value.name : args.project;
    return args.name === undefined
      ? `Change project “${name}”`
      : `Rename project “${name}” to “${args.name}”`;
  },
  fields: (args) => [
    textField(['project', 'Project'], args.project, true),
    textField(['name', 'New name'], args.name),
    longTextField(['description', 'Description'], args.description),
    projectStatusField(args.status),
    priorityField(args.priority),
    dateField(['start_date', 'Start date'], args.start_date),
    dateField(['target_date', 'Target date'], args.target_date),
  ],
});
