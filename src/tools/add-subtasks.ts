import type { ToolContext } from '@/agent';
import { planCreateTask } from '@/domain/planning';
import { textLimits, type Workspace } from '@/domain/workspace';

import { listField, textField } from './approval-fields';
import { line, list, name, optional, projectName } from './arguments';
import { defineTool } from './define-tool';
import { projectIfNamed } from './find-named';
import { createdBy, inSteps, outcomeOf } from './outcomes';
import { reference, references } from './references';
import { placeBelow } from './task-place';
import { z } from './zod';

export const addSubtasks = defineTool({
  name: 'add_subtasks',
  description:
    'Adds one or more subtasks below a task, in the order given. The parent may have been added earlier in the same response; name it by its title. For subtasks with dates or assignees use add_task with parent.',
  arguments: z.strictObject({
    parent: name('The task to put them below: its id or title.'),
    titles: list(line(undefined, textLimits.title), 'The titles of the subtasks, one each.', 50),
    project: optional(projectName('The project of the parent, when its title alone is not plain.')),
  }),
  plan(workspace, args, context) {
    const place = placeFrom(workspace, args, context);
    if (place.type === 'failed') return place;
    const { project, parent } = place.value;
    const parentId = parent?.id ?? null;
    const steps = args.titles.map(
      (title) => (present: Workspace) =>
        planCreateTask(present, { title, projectId: project.id, parentId }, context),
    );
    return outcomeOf(inSteps(workspace, steps), (plan) => {
      const made = createdBy(plan, 'task');
      const below = reference(parent ?? project);
      return `Added ${made.length === 1 ? 'subtask' : `${String(made.length)} subtasks`} ${references(made)} below ${below}.`;
    });
  },
  title(workspace, args, context) {
    const place = placeFrom(workspace, args, context);
    const parent = place.type === 'found' ? (place.value.parent?.title ?? args.parent) : args.parent;
    const [only, ...others] = args.titles;
    return others.length === 0
      ? `Add subtask “${only ?? ''}” to “${parent}”`
      : `Add ${String(args.titles.length)} subtasks to “${parent}”`;
  },
  fields: (args) => [
    textField(['parent', 'Below task'], args.parent, true),
    listField(['titles', 'Titles'], args.titles, true),
    textField(['project', 'Project'], args.project),
  ],
});

function placeFrom(
  workspace: Workspace,
  words: { readonly parent: string; readonly project?: string },
  context: ToolContext,
): ReturnType<typeof placeBelow> {
  const project = projectIfNamed(workspace, words.project, context);
  if (project.type === 'failed') return project;
  return placeBelow(workspace, { parent: words.parent, project: project.value }, context);
}
