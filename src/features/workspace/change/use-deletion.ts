import { descendantTasks, type ProjectId, type TaskId, type Workspace } from '@/domain/workspace';
import { useWorkspaceServices } from '@/state/workspace';

import { usePanel } from '../panel-context';
import { useChange } from './change-context';

export interface Deletion {
  readonly deleteTask: (id: TaskId) => void;
  readonly deleteProject: (id: ProjectId) => void;
}

/** Deletes at once what nothing hangs on, and asks about the rest [W5]. */
export function useDeletion(): Deletion {
  const { store } = useWorkspaceServices();
  const { change } = useChange();
  const panel = usePanel();
  return {
    deleteTask: (id) => {
      const { tasks, comments } = belowTask(store.getState().workspace, id);
      if (tasks + comments > 0) panel.ask({ type: 'delete-task', id });
      else void change((commands) => commands.deleteTasks([id])).then(panel.returnFocus);
    },
    deleteProject: (id) => {
      const { tasks, comments } = inProject(store.getState().workspace, id);
      if (tasks + comments > 0) panel.ask({ type: 'delete-project', id });
      else void change((commands) => commands.deleteProjects([id])).then(panel.returnFocus);
    },
  };
}

/** What goes with something that is deleted. */
export interface Hanging {
  readonly tasks: number;
  readonly comments: number;
}

export function belowTask(workspace: Workspace, id: TaskId): Hanging {
  const task = workspace.tables.task.get(id);
  const below = task === undefined ? [] : descendantTasks(workspace, task);
  const comments = [id, ...below.map((other) => other.id)].map(
    (on) => workspace.commentsOn.get(on)?.length ?? 0,
  );
  return { tasks: below.length, comments: comments.reduce((sum, count) => sum + count, 0) };
}

export function inProject(workspace: Workspace, id: ProjectId): Hanging {
  const tasks = workspace.outlines.get(id)?.taskCount ?? 0;
  let comments = 0;
  for (const comment of workspace.tables.comment.values()) if (comment.projectId === id) comments += 1;
  return { tasks, comments };
}
