import { counted, listed } from '@/domain/deltas';
import type { PersonId, Workspace } from '@/domain/workspace';

/** What a person is tied to, and loses with their deletion. */
export interface Ties {
  readonly taskCount: number;
  readonly projectCount: number;
}

export function tiesOf(workspace: Workspace, id: PersonId): Ties {
  let taskCount = 0;
  for (const task of workspace.tables.task.values()) if (task.assigneeId === id) taskCount += 1;
  let projectCount = 0;
  for (const project of workspace.tables.project.values()) {
    if (project.stakeholderIds.includes(id)) projectCount += 1;
  }
  return { taskCount, projectCount };
}

/** What deleting the person does, in one or two sentences. */
export function lossInWords({ taskCount, projectCount }: Ties): string {
  const parts = [
    taskCount === 0 ? null : `${counted(taskCount, 'task')} will have no assignee`,
    projectCount === 0 ? null : `${counted(projectCount, 'project')} will lose a stakeholder`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'No task or project is tied to them.' : `${listed(parts)}.`;
}
