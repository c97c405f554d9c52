import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Download, HardDrive, History, Keyboard, SquarePen, Upload, Users } from 'lucide-react';
import { useCallback, useState } from 'react';

import type { ChangePreview } from '@/domain/deltas';
import type { PersonRequest } from '@/domain/sessions';
import { snapshotOf } from '@/domain/workspace';
import { ActivityDialog } from '@/features/activity';
import { Conversation } from '@/features/chat';
import { ChangeList, downloadText, exportFileName, ImportDialog } from '@/features/documents';
import { PeopleDialog } from '@/features/people';
import { RequestCard, useOpenRequestKey } from '@/features/requests';
import { SessionsNav } from '@/features/sessions';
import {
  AppMenu,
  AppShell,
  ExampleNote,
  SaveStatus,
  ShortcutsDialog,
  StorageDialog,
  StorageNotices,
  UndoConflictDialog,
  useExample,
  useShortcutsKey,
} from '@/features/shell';
import { WorkspacePanel } from '@/features/workspace';
import { usePreferencesStore } from '@/state/preferences';
import { SessionServicesContext, useOpenSession, useSessionServices } from '@/state/sessions';
import { useWorkspaceServices, WorkspaceServicesContext } from '@/state/workspace';
import { CommandPalette, IconButton, ToastProvider, TooltipProvider } from '@/ui';

import { DamagedDialog } from './DamagedDialog';
import { shortcutGroups } from './shortcuts';
import type { OpenApp } from './startup';
import { useAnnouncements } from './use-announcements';
import { useGlobalKeys } from './use-global-keys';
import { usePageTitle } from './use-page-title';
import { usePaletteGroups } from './use-palette';

type OpenDialog = 'none' | 'activity' | 'people' | 'import' | 'storage' | 'damaged' | 'shortcuts' | 'palette';

/** The whole screen of an open workspace, put together from the features. */
export function Workbench({ app }: { readonly app: OpenApp }) {
  // Answers are cached for one workspace: another one asks anew.
  const [queries] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={queries}>
      <WorkspaceServicesContext value={app.services}>
        <SessionServicesContext value={app.sessions}>
          <TooltipProvider>
            <ToastProvider>
              <Bench app={app} />
            </ToastProvider>
          </TooltipProvider>
        </SessionServicesContext>
      </WorkspaceServicesContext>
    </QueryClientProvider>
  );
}

function Bench({ app }: { readonly app: OpenApp }) {
  const { health } = app;
  const { commands, store, documents, clock } = useWorkspaceServices();
  const { goTo } = useSessionServices();
  const preferences = usePreferencesStore();
  const announcements = useAnnouncements();
  const example = useExample();
  const [dialog, setDialog] = useState<OpenDialog>('none');

  const dialogProps = (name: OpenDialog) => ({
    open: dialog === name,
    onOpenChange: (open: boolean) => {
      setDialog(open ? name : 'none');
    },
  });
  const opener = (name: OpenDialog) => () => {
    setDialog(name);
  };
  const showShortcuts = useCallback(() => {
    setDialog('shortcuts');
  }, []);
  const showPalette = useCallback(() => {
    setDialog('palette');
  }, []);
  const startSession = useCallback(() => {
    goTo(null);
  }, [goTo]);
  useShortcutsKey(showShortcuts);
  useGlobalKeys({ onPalette: showPalette, onNewSession: startSession });
  usePageTitle();
  useOpenRequestKey();
  const palette = usePaletteGroups(
    dialog === 'palette',
    [
      {
        id: 'new-session',
        label: 'New session',
        icon: <SquarePen />,
        shortcut: 'Mod+Shift+O',
        onSelect: startSession,
      },
      { id: 'activity', label: 'Activity', icon: <History />, onSelect: opener('activity') },
      { id: 'people', label: 'People', icon: <Users />, onSelect: opener('people') },
      { id: 'export', label: 'Export', icon: <Download />, onSelect: exportWorkspace },
      { id: 'import', label: 'Import…', icon: <Upload />, onSelect: opener('import') },
      { id: 'storage', label: 'Storage', icon: <HardDrive />, onSelect: opener('storage') },
      {
        id: 'shortcuts',
        label: 'Keyboard shortcuts',
        icon: <Keyboard />,
        shortcut: 'Mod+/',
        onSelect: showShortcuts,
      },
    ],
    () => {
      preferences.set({ showsWorkspace: true });
    },
  );

  function exportWorkspace() {
    downloadText(exportFileName(clock.today()), documents.serialise(snapshotOf(store.getState().workspace)));
  }

  async function removeExample(): Promise<void> {
    if (example === null) return;
    try {
      announcements.ended(await commands.removeExample(example));
    } catch (cause) {
      announcements.failed(cause);
    }
  }

  return (
    <>
      <AppShell
        notices={
          <StorageNotices health={health} onExport={exportWorkspace} onShowDamaged={opener('damaged')} />
        }
        headerEnd={
          <>
            <SaveStatus health={health} />
            <AppMenu
              onActivity={opener('activity')}
              onPeople={opener('people')}
              onExport={exportWorkspace}
              onImport={opener('import')}
              onRemoveExample={() => void removeExample()}
              onStorage={opener('storage')}
              onShortcuts={opener('shortcuts')}
            />
          </>
        }
        Sessions={SessionsNav}
        conversation={
          <Conversation
            renderRequest={renderRequest}
            chips={null}
            emptyState={example !== null && <ExampleNote onRemove={() => void removeExample()} />}
          />
        }
        workspace={
          <WorkspacePanel
            headerActions={<PanelActions onActivity={opener('activity')} onPeople={opener('people')} />}
          />
        }
      />
      <ActivityDialog
        {...dialogProps('activity')}
        ChangeList={PastChanges}
        onEnded={announcements.ended}
        onFailed={announcements.failed}
      />
      <PeopleDialog
        {...dialogProps('people')}
        onEnded={announcements.ended}
        onFailed={announcements.failed}
      />
      <ImportDialog {...dialogProps('import')} onImported={announcements.ended} />
      <StorageDialog {...dialogProps('storage')} health={health} onExport={exportWorkspace} />
      <DamagedDialog {...dialogProps('damaged')} app={app} onFailed={announcements.failed} />
      <ShortcutsDialog {...dialogProps('shortcuts')} groups={shortcutGroups} />
      <CommandPalette {...dialogProps('palette')} label="Search and commands" groups={palette} />
      <UndoConflictDialog onEnded={announcements.ended} onFailed={announcements.failed} />
    </>
  );
}

interface PanelActionsProps {
  readonly onActivity: () => void;
  readonly onPeople: () => void;
}

/** What concerns the whole workspace, where there is room for it; the menu has it too. */
function PanelActions({ onActivity, onPeople }: PanelActionsProps) {
  return (
    <span className="hidden items-center gap-1 @xl:flex">
      <IconButton label="People" icon={<Users aria-hidden />} onClick={onPeople} />
      <IconButton label="Activity" icon={<History aria-hidden />} onClick={onActivity} />
    </span>
  );
}

function renderRequest(request: PersonRequest) {
  return <OpenSessionRequest request={request} />;
}

/** Requests are drawn inside the session that is open. */
function OpenSessionRequest({ request }: { readonly request: PersonRequest }) {
  const sessionId = useOpenSession(({ id }) => id, null);
  return sessionId === null ? null : <RequestCard sessionId={sessionId} request={request} />;
}

function PastChanges({ changes }: { readonly changes: readonly ChangePreview[] }) {
  return <ChangeList label="What changed" tense="past" changes={changes} />;
}
