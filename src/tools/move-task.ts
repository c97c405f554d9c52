import type { ToolContext } from '@/agent';
import { applyDeltas } from '@/domain/deltas';
import { planMoveTask, type TaskPlace } from '@/domain/planning';
import { childTasks, type Task, type TaskId, type Workspace } from '@/domain/workspace';

import { choiceField, textField } from './approval-fields';
import { choice, isNone, name, none, optional, projectName } from './arguments';
import { defineTool } from './define-tool';
import { projectIfNamed, taskNamed, type Found } from './find-named';
import { failure, outcomeOf } from './outcomes';
import { reference, taskPlace } from './references';
import { aTaskNamed } from './task-selection';
import { z } from './zod';

const ends = ['first', 'last'] as const;

export const moveTask = defineTool({
  name: 'move_task',
  description:
    'Moves a task with its subtasks: into another project (to_project), below another task (parent), to the top level (parent "none"), or to another place in its list (position, before or after).',
  arguments: z
    .strictObject({
      task: name('The task: its id or title.'),
      project: optional(projectName('The project it is in now, when the title alone is not plain.')),
      to_project: optional(projectName('The project to move it into: id or name.')),
      parent: optional(name(`The task to move it below: id or title; "${none}" for the top level.`)),
      position: optional(choice(ends, 'first or last among its new siblings.')),
      before: optional(name('The sibling to put it before: id or title.')),
      after: optional(name('The sibling to put it after: id or title.')),
    })
    .check(
      z.refine(
        ({ task: _task, project: _project, ...target }) => Object.keys(target).length > 0,
        'Say where to: to_project, parent, position, before or after.',
      ),
      z.refine(
        ({ position, before, after }) =>
          [position, before, after].filter((place) => place !== undefined).length <= 1,
        { path: ['position'], error: 'Give one of position, before and after, not several.' },
      ),
    ),
  plan(workspace, args, context) {
    const task = aTaskNamed(workspace, args, context);
    if (task.type === 'failed') return task;
    const place = placeFrom(workspace, { task: task.value, words: args }, context);
    if (place.type === 'failed') return place;
    return outcomeOf(
      planMoveTask(workspace, task.value.id, place.value),
      (plan) =>
        `Moved task ${reference(task.value)}: ${newPlaceWords(applyDeltas(workspace, plan.deltas), task.value)}.`,
      `Task ${reference(task.value)} is there already; nothing changed.`,
    );
  },
  title(workspace, args, context) {
    const task = aTaskNamed(workspace, args, context);
    const what = `“${task.type === 'found' ? task.value.title : args.task}”`;
    if (args.parent !== undefined) {
      return isNone(args.parent) ? `Move ${what} to the top level` : `Move ${what} below “${args.parent}”`;
    }
    return args.to_project === undefined ? `Reorder ${what}` : `Move ${what} to ${args.to_project}`;
  },
  fields: (args) => [
    textField(['task', 'Task'], args.task, true),
    textField(['to_project', 'To project'], args.to_project),
    textField(['parent', 'Below task'], args.parent),
    choiceField(['position', 'Position'], { first: 'First', last: 'Last' }, args.position),
    textField(['before', 'Before task'], args.before),
    textField(['after', 'After task'], args.after),
  ],
});

/** Where a task stands after its move. */
function newPlaceWords(after: Workspace, { id }: Task): string {
  const task = after.tables.task.get(id);
  if (task === undefined) return 'gone';
  const siblings = childTasks(after, task.projectId, task.parentId);
  const place = siblings.findIndex((sibling) => sibling.id === id) + 1;
  return [...taskPlace(after, task), `place ${String(place)} of ${String(siblings.length)}`].join(', ');
}

interface PlaceWords {
  readonly to_project?: string;
  readonly parent?: string;
  readonly position?: (typeof ends)[number];
  readonly before?: string;
  readonly after?: string;
}

interface Move {
  readonly task: Task;
  readonly words: PlaceWords;
}

function placeFrom(workspace: Workspace, { task, words }: Move, context: ToolContext): Found<TaskPlace> {
  const home = homeFrom(workspace, { task, words }, context);
  if (home.type === 'failed') return home;
  const beside = words.before ?? words.after;
  if (beside === undefined) {
    return { type: 'found', value: { ...home.value, position: { type: words.position ?? 'last' } } };
  }
  const sibling = taskNamed(workspace, { task: beside, within: home.value.projectId }, context);
  if (sibling.type === 'failed') return sibling;
  const { id, projectId, parentId } = sibling.value;
  if (projectId !== home.value.projectId) {
    return failure(
      'The neighbour is in another project',
      `${reference(sibling.value)} is in another project. Give to_project too.`,
    );
  }
  const isPlaced = words.parent !== undefined && parentId !== home.value.parentId;
  if (isPlaced) {
    return failure(
      'The neighbour is below another task',
      `${reference(sibling.value)} is not below the parent given. Leave parent out, or name another neighbour.`,
    );
  }
  const type = words.before === undefined ? 'after' : 'before';
  return { type: 'found', value: { projectId, parentId, position: { type, id } } };
}

/** The project and the parent to be; a task that goes to another project without a parent goes to its top level. */
function homeFrom(
  workspace: Workspace,
  { task, words }: Move,
  context: ToolContext,
): Found<Pick<TaskPlace, 'projectId' | 'parentId'>> {
  const project = projectIfNamed(workspace, words.to_project, context);
  if (project.type === 'failed') return project;
  const projectId = project.value?.id ?? task.projectId;
  if (words.parent === undefined) {
    const parentId: TaskId | null = projectId === task.projectId ? task.parentId : null;
    return { type: 'found', value: { projectId, parentId } };
  }
  if (isNone(words.parent)) return { type: 'found', value: { projectId, parentId: null } };
  const parent = taskNamed(workspace, { task: words.parent, within: project.value?.id }, context);
  if (parent.type === 'failed') return parent;
  if (project.value !== null && parent.value.projectId !== projectId) {
    return failure(
      'The parent is in another project',
      `${reference(parent.value)} is not in the project given. Leave to_project out, or name a parent in it.`,
    );
  }
  return { type: 'found', value: { projectId: parent.value.projectId, parentId: parent.value.id } };
}
