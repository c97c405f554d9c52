import type { PersonId, Workspace } from '../workspace';

/** Everybody who has a task or a stake in a project. */
export function usedPeople(workspace: Workspace): ReadonlySet<PersonId> {
  const used = new Set<PersonId>();
  for (const { assigneeId } of workspace.tables.task.values()) if (assigneeId !== null) used.add(assigneeId);
  for (const { stakeholderIds } of workspace.tables.project.values()) {
    for (const id of stakeholderIds) used.add(id);
  }
  return used;
}
