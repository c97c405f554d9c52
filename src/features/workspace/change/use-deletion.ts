import { descendantTasks, type ProjectId, type TaskId, type Workspace } from '@/domain/workspace';
import { useWorkspaceServices } from '@/state/workspace';

import { usePanel } from '../panel-context';
import { useChange } from './change-context';
import type { Command } from './changes';

export interface Deletion {
  readonly deleteTask: (id: TaskId) => void;
  readonly deleteProject: (id: ProjectId) => void;
}

/** Deletes at once what nothing hangs on, and asks about the rest [W5]. */
export function useDeletion(): Deletion {
  const { store } = useWorkspaceServices();
  const panel = usePanel();
  const unasked = useUnaskedDeletion();
  return {
    deleteTask: (id) => {
      if (isBare(belowTask(store.getState().workspace, id))) unasked.deleteTask(id);
      else panel.ask({ type: 'delete-task', id });
    },
    deleteProject: (id) => {
      if (isBare(inProject(store.getState().workspace, id))) unasked.deleteProject(id);
      else panel.ask({ type: 'delete-project', id });
    },
  };
}

/** Deletes without asking. Details of what is deleted close, and the focus goes on in the list. */
export function useUnaskedDeletion(): Deletion {
  const { change } = useChange();
  const panel = usePanel();

  async function remove(id: TaskId | ProjectId, command: Command): Promise<void> {
    const outcome = await change(command);
    if (outcome.type !== 'committed') return;
    panel.view.setState(({ details }) =>
      details.type !== 'none' && details.id === id ? { details: { type: 'none' } } : {},
    );
    panel.returnFocus();
  }

  return {
    deleteTask: (id) => void remove(id, (commands) => commands.deleteTasks([id])),
    deleteProject: (id) => void remove(id, (commands) => commands.deleteProjects([id])),
  };
}

/** What goes with something that is deleted. */
export interface Hanging {
  readonly tasks: number;
  readonly comments: number;
}

function isBare({ tasks, comments }: Hanging): boolean {
  return tasks + comments === 0;
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
