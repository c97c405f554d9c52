import { Circle, CircleCheck, Folder, MessageSquare } from 'lucide-react';

import type { SessionSummary } from '@/domain/sessions';
import type { ProjectId, TaskId, Workspace } from '@/domain/workspace';
import { titleOf } from '@/features/sessions';
import { useSessions, useSessionServices } from '@/state/sessions';
import { useWorkspaceServices, workspaceViewOf } from '@/state/workspace';
import type { PaletteGroup, PaletteItem } from '@/ui';

/** What the palette offers while it is open: what can be done, and every session, project and task. */
export function usePaletteGroups(isOpen: boolean, actions: readonly PaletteItem[], onShow: () => void) {
  const { goTo } = useSessionServices();
  const { store } = useWorkspaceServices();
  const sessions = useSessions(({ list }) => list);
  if (!isOpen) return noGroups;

  const view = workspaceViewOf(store);
  function show(details: { type: 'task'; id: TaskId } | { type: 'project'; id: ProjectId }): void {
    onShow();
    view.setState({ details });
  }
  // Read once: a list that moves under the pointer is worse than one that is a moment old.
  const { workspace } = store.getState();
  return [
    { label: 'Do', items: actions },
    { label: 'Sessions', items: (sessions ?? []).map((session) => sessionItem(session, goTo)) },
    {
      label: 'Projects',
      items: projectItems(workspace, (id) => {
        show({ type: 'project', id });
      }),
    },
    {
      label: 'Tasks',
      items: taskItems(workspace, (id) => {
        show({ type: 'task', id });
      }),
    },
  ].filter((group) => group.items.length > 0);
}

const noGroups: readonly PaletteGroup[] = [];

function sessionItem(session: SessionSummary, goTo: (id: SessionSummary['id']) => void): PaletteItem {
  return {
    id: session.id,
    label: titleOf(session.title),
    icon: <MessageSquare />,
    onSelect: () => {
      goTo(session.id);
    },
  };
}

function projectItems(workspace: Workspace, show: (id: ProjectId) => void): readonly PaletteItem[] {
  return [...workspace.tables.project.values()].map(({ id, name }) => ({
    id,
    label: name,
    icon: <Folder />,
    onSelect: () => {
      show(id);
    },
  }));
}

function taskItems(workspace: Workspace, show: (id: TaskId) => void): readonly PaletteItem[] {
  return [...workspace.tables.task.values()].map(({ id, title, projectId, status }) => ({
    id,
    label: title,
    hint: workspace.tables.project.get(projectId)?.name ?? '',
    icon: status === 'done' ? <CircleCheck /> : <Circle />,
    onSelect: () => {
      show(id);
    },
  }));
}
