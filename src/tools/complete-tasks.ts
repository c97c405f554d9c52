import { childTasks, type Task, type Workspace } from '@/domain/workspace';

import { statusTool } from './status-change';

export const completeTasks = statusTool({
  name: 'complete_tasks',
  description:
    'Marks tasks as done: named ones (tasks), everything in a project (project alone), or what a filter finds. Tasks that are done already are left alone. Subtasks are not marked with their parent unless with_subtasks is true.',
  status: 'done',
  concerns: (task) => task.status !== 'done',
  title: ['Mark', ' as done'],
  report: ['Marked', ' as done'],
  already: 'done already',
  aftermath: openBelow,
});

function openBelow(workspace: Workspace, affected: readonly Task[]): readonly string[] {
  const ids = new Set<string>(affected.map((task) => task.id));
  const open = affected
    .flatMap((task) => childTasks(workspace, task.projectId, task.id))
    .filter((child) => child.status !== 'done' && !ids.has(child.id));
  if (open.length === 0) return [];
  return [
    open.length === 1
      ? '1 subtask below is still open.'
      : `${String(open.length)} subtasks below are still open.`,
  ];
}
