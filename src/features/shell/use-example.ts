import { useQuery } from '@tanstack/react-query';

import type { LogEntry } from '@/domain/deltas';
import type { Workspace } from '@/domain/workspace';
import { exampleQuery, useWorkspaceServices, useWorkspaceState } from '@/state/workspace';

/** The commit that brought the example, while a project or task of it is still there. */
export function useExample(): LogEntry | null {
  const services = useWorkspaceServices();
  const { data } = useQuery(exampleQuery(services));
  const entry = data ?? null;
  const isThere = useWorkspaceState(({ workspace }) => entry !== null && holdsAnyOf(workspace, entry));
  return isThere ? entry : null;
}

function holdsAnyOf({ tables }: Workspace, { commit }: LogEntry): boolean {
  return commit.deltas.some((delta) => {
    if (delta.type !== 'create') return false;
    if (delta.kind === 'project') return tables.project.has(delta.entity.id);
    return delta.kind === 'task' && tables.task.has(delta.entity.id);
  });
}
