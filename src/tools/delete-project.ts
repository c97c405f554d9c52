import { counted } from '@/domain/deltas';
import { planDeleteProjects } from '@/domain/planning';
import { progressOf } from '@/domain/workspace';

import { textField } from './approval-fields';
import { projectName } from './arguments';
import { defineTool } from './define-tool';
import { projectNamed } from './find-named';
import { outcomeOf } from './outcomes';
import { reference } from './references';
import { z } from './zod';

export const deleteProject = defineTool({
  name: 'delete_project',
  description:
    'Deletes a project with all its tasks and comments; emails about it stay. The person is always asked first.',
  arguments: z.strictObject({ project: projectName() }),
  plan(workspace, args, context) {
    const found = projectNamed(workspace, args.project, context);
    if (found.type === 'failed') return found;
    const { total } = progressOf(workspace, found.value.id);
    return outcomeOf(
      planDeleteProjects(workspace, [found.value.id]),
      () => `Deleted project ${reference(found.value)} with ${counted(total, 'task')}.`,
    );
  },
  title(workspace, args, context) {
    const found = projectNamed(workspace, args.project, context);
    if (found.type === 'failed') return `Delete project “${args.project}”`;
    const { total } = progressOf(workspace, found.value.id);
    return `Delete project “${found.value.name}”${total === 0 ? '' : ` with ${counted(total, 'task')}`}`;
  },
  fields: (args) => [textField(['project', 'Project'], args.project, true)],
});
