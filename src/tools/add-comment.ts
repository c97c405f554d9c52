import type { ToolContext } from '@/agent';
import { planAddComment, type NewComment } from '@/domain/planning';
import { isBlank, textLimits, type Project, type Task, type Workspace } from '@/domain/workspace';

import { longTextField, textField } from './approval-fields';
import { block, name, optional, projectName } from './arguments';
import { defineTool } from './define-tool';
import { projectNamed, type Found } from './find-named';
import { createdBy, failure, outcomeOf } from './outcomes';
import { reference } from './references';
import { aTaskNamed } from './task-selection';
import { z } from './zod';

export const addComment = defineTool({
  name: 'add_comment',
  description:
    'Writes a comment on a task, or on a project when no task is given. It carries the name of the agent as its author.',
  arguments: z
    .strictObject({
      text: block('What to write.', textLimits.comment).check(
        z.refine((text) => !isBlank(text), 'A comment needs some text.'),
      ),
      task: optional(name('The task: its id or title.')),
      project: optional(projectName('The project: where the task is, or what the comment is on.')),
    })
    .check(
      z.refine((args) => args.task !== undefined || args.project !== undefined, {
        path: ['task'],
        error: 'Say what the comment is on: task or project.',
      }),
    ),
  plan(workspace, args, context) {
    const target = targetFrom(workspace, args, context);
    if (target.type === 'failed') return target;
    const { on, ...place } = target.value;
    const result = planAddComment(
      workspace,
      { ...place, author: context.agentName, text: args.text },
      context,
    );
    return outcomeOf(result, (plan) => {
      const ids = createdBy(plan, 'comment').map((comment) => comment.id);
      return `Commented on ${reference(on)}; the comment is ${ids.join(', ')}.`;
    });
  },
  title(workspace, args, context) {
    const target = targetFrom(workspace, args, context);
    const on = target.type === 'found' ? target.value.on : null;
    const what = on === null ? (args.task ?? args.project ?? '') : 'title' in on ? on.title : on.name;
    return `Comment on “${what}”`;
  },
  fields: (args) => [
    longTextField(['text', 'Comment'], args.text, true),
    textField(['task', 'Task'], args.task),
    textField(['project', 'Project'], args.project),
  ],
});

type Target = Pick<NewComment, 'projectId' | 'taskId'> & { readonly on: Project | Task };

function targetFrom(
  workspace: Workspace,
  words: { readonly task?: string; readonly project?: string },
  context: ToolContext,
): Found<Target> {
  if (words.task !== undefined) {
    const task = aTaskNamed(workspace, { ...words, task: words.task }, context);
    if (task.type === 'failed') return task;
    return {
      type: 'found',
      value: { projectId: task.value.projectId, taskId: task.value.id, on: task.value },
    };
  }
  if (words.project === undefined) return failure('It is not said what the comment is on');
  const project = projectNamed(workspace, words.project, context);
  if (project.type === 'failed') return project;
  return { type: 'found', value: { projectId: project.value.id, taskId: null, on: project.value } };
}
