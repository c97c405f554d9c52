import {
  Archive,
  Circle,
  CircleCheck,
  Download,
  Folder,
  HardDrive,
  History,
  Keyboard,
  Mail,
  MessageSquare,
  Settings,
  SquarePen,
  Upload,
  Users,
} from 'lucide-react';

import type { SessionSummary } from '@/domain/sessions';
import type { ProjectId, TaskId, Workspace } from '@/domain/workspace';
import { titleOf } from '@/features/sessions';
import { usePreferencesStore } from '@/state/preferences';
import { useSessions, useSessionServices } from '@/state/sessions';
import { useWorkspaceServices, workspaceViewOf, type OpenDetails } from '@/state/workspace';
import type { PaletteGroup, PaletteItem } from '@/ui';

/** What can be done from anywhere. */
export interface PaletteActions {
  readonly onNewSession: () => void;
  readonly onActivity: () => void;
  readonly onPeople: () => void;
  readonly onOutbox: () => void;
  readonly onSettings: () => void;
  readonly onExport: () => void;
  readonly onImport: () => void;
  readonly onBackup: () => void;
  readonly onStorage: () => void;
  readonly onShortcuts: () => void;
}

/** What the palette offers while it is open: what can be done, and every session, project and task. */
export function usePaletteGroups(isOpen: boolean, actions: PaletteActions): readonly PaletteGroup[] {
  const { goTo } = useSessionServices();
  const { store } = useWorkspaceServices();
  const preferences = usePreferencesStore();
  const sessions = useSessions(({ list }) => list);
  if (!isOpen) return noGroups;

  const view = workspaceViewOf(store);
  function show(details: OpenDetails): void {
    preferences.set({ showsWorkspace: true });
    view.setState({ details });
  }
  // Read once: a list that moves under the pointer is worse than one that is a moment old.
  const { workspace } = store.getState();
  return [
    { label: 'Do', items: actionItems(actions) },
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

function actionItems(actions: PaletteActions): readonly PaletteItem[] {
  return [
    {
      id: 'new-session',
      label: 'New session',
      icon: <SquarePen />,
      shortcut: 'Mod+Shift+O',
      onSelect: actions.onNewSession,
    },
    { id: 'settings', label: 'Settings', icon: <Settings />, onSelect: actions.onSettings },
    { id: 'outbox', label: 'Outbox', icon: <Mail />, onSelect: actions.onOutbox },
    { id: 'activity', label: 'Activity', icon: <History />, onSelect: actions.onActivity },
    { id: 'people', label: 'People', icon: <Users />, onSelect: actions.onPeople },
    { id: 'export', label: 'Export', icon: <Download />, onSelect: actions.onExport },
    { id: 'import', label: 'Import…', icon: <Upload />, onSelect: actions.onImport },
    { id: 'backup', label: 'Backup', icon: <Archive />, onSelect: actions.onBackup },
    { id: 'storage', label: 'Storage', icon: <HardDrive />, onSelect: actions.onStorage },
    {
      id: 'shortcuts',
      label: 'Keyboard shortcuts',
      icon: <Keyboard />,
      shortcut: 'Mod+/',
      onSelect: actions.onShortcuts,
    },
  ];
}

function sessionItem(session: SessionSummary, goTo: (id: SessionSummary['id']) => void): PaletteItem {
  return {
    id: session.id,
    label: titleOf(session.title),
    ...(session.isArchived && { hint: 'Archived' }),
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
