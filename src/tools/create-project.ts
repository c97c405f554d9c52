import { planCreateProject } from '@/domain/planning';
import { parseIsoDate, textLimits } from '@/domain/workspace';

import {
  dateField,
  listField,
  longTextField,
  priorityField,
  projectStatusField,
  textField,
} from './approval-fields';
import { block, date, line, list, name, optional, priority, projectStatus } from './arguments';
import { defineTool } from './define-tool';
import { allNamed, personNamed } from './find-named';
import { given } from './given';
import { createdBy, outcomeOf } from './outcomes';
import { references } from './references';
import { z } from './zod';

export const createProject = defineTool({
  name: 'create_project',
  description:
    'Creates a project. Its tasks are added afterwards with add_task; calls of one response run in order, so they may name the new project. Answers with its id.',
  arguments: z.strictObject({
    name: line('What the project is called. No two projects have the same name.', textLimits.name),
    description: optional(block('What it is about.', textLimits.notes)),
    status: optional(projectStatus('How it stands; active when not given.')),
    priority: optional(priority('How pressing it is; medium when not given.')),
    start_date: optional(date('First day.')),
    target_date: optional(date('Day by which it shall be finished.')),
    stakeholders: optional(
      list(name(), 'People who get its status updates; they must be in the list of people.'),
    ),
  }),
  plan(workspace, args, context) {
    const stakeholders = allNamed(args.stakeholders ?? [], (one) => personNamed(workspace, one, context));
    if (stakeholders.type === 'failed') return stakeholders;
    const result = planCreateProject(
      workspace,
      {
        ...given({
          description: args.description,
          status: args.status,
          priority: args.priority,
        }),
        name: args.name,
        startDate: parseIsoDate(args.start_date ?? ''),
        targetDate: parseIsoDate(args.target_date ?? ''),
        stakeholderIds: stakeholders.value.map((person) => person.id),
      },
      context,
    );
    return outcomeOf(result, (plan) => `Created project ${references(createdBy(plan, 'project'))}.`);
  },
  title: (_workspace, args) => `Create project “${args.name}”`,
  fields: (args) => [
    textField(['name', 'Name'], args.name, true),
    longTextField(['description', 'Description'], args.description),
    projectStatusField(args.status),
    priorityField(args.priority),
    dateField(['start_date', 'Start date'], args.start_date),
    dateField(['target_date', 'Target date'], args.target_date),
    listField(['stakeholders', 'Stakeholders'], args.stakeholders),
  ],
});
