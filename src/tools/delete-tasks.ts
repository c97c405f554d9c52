import { counted } from '@/domain/deltas';
import { planDeleteTasks } from '@/domain/planning';
import { descendantTasks, type Task, type Workspace } from '@/domain/workspace';

import { listField } from './approval-fields';
import { defineTool } from './define-tool';
import { outcomeOf } from './outcomes';
import { references } from './references';
import {
  noTaskMatches,
  saysWhich,
  selectedTasks,
  selectionArguments,
  tasksWords,
  whichTasks,
} from './task-selection';
import { z } from './zod';

export const deleteTasks = defineTool({
  name: 'delete_tasks',
  description:
    'Deletes tasks with their subtasks and comments: named ones (tasks), everything in a project (project alone), or what a filter finds, for instance {"filter": {"done": true}}. The person is always asked first.',
  arguments: z.strictObject(selectionArguments).check(z.refine(saysWhich, whichTasks)),
  plan(workspace, args, context) {
    const selection = selectedTasks(workspace, args, context);
    if (selection.type === 'failed') return selection;
    const { tasks } = selection.value;
    if (tasks.length === 0) return noTaskMatches;
    const result = planDeleteTasks(
      workspace,
      tasks.map((task) => task.id),
    );
    return outcomeOf(
      result,
      () => `Deleted ${counted(tasks.length, 'task')}: ${references(tasks)}.${alongside(workspace, tasks)}`,
    );
  },
  title(workspace, args, context) {
    const selection = selectedTasks(workspace, args, context);
    return `Delete ${tasksWords(workspace, selection.type === 'found' ? selection.value.tasks : [])}`;
  },
  fields: (args) => [
    listField(['tasks', 'Tasks'], args.tasks),
    listField(['except', 'Leave out'], args.except),
  ],
});

/** What was not chosen but goes too, because it hangs below what was [W5]. */
function alongside(workspace: Workspace, tasks: readonly Task[]): string {
  const chosen = new Set<string>(tasks.map((task) => task.id));
  const below = new Set(
    tasks.flatMap((task) => descendantTasks(workspace, task)).filter((task) => !chosen.has(task.id)),
  );
  if (below.size === 0) return '';
  const open = [...below].filter((task) => task.status !== 'done').length;
  const subtasks = below.size === 1 ? '1 subtask' : `${String(below.size)} subtasks`;
  return ` With ${tasks.length === 1 ? 'it' : 'them'} went ${subtasks} below, ${open === 0 ? 'all done' : `${String(open)} of them open`}.`;
}
