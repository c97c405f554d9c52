import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useStore } from 'zustand';

import type { PersonRequest } from '@/domain/sessions';
import { BackupNotice } from '@/features/backup';
import { Conversation } from '@/features/chat';
import { HistorySummary, SessionModelChip, SessionUsage } from '@/features/models';
import { RequestCard, useOpenRequestKey } from '@/features/requests';
import { SessionsNav } from '@/features/sessions';
import { ModeChips, type SettingsSection } from '@/features/settings';
import {
  AppMenu,
  AppShell,
  ExampleNote,
  SaveStatus,
  StorageNotices,
  UndoConflictDialog,
  useExample,
  useShortcutsKey,
} from '@/features/shell';
import { WorkspacePanel } from '@/features/workspace';
import { BackupServicesContext } from '@/state/backup';
import { modelWords, useModelSettings } from '@/state/models';
import { SessionServicesContext, useOpenSession, useSessionServices } from '@/state/sessions';
import { useWorkspaceServices, WorkspaceServicesContext } from '@/state/workspace';
import { ToastProvider, TooltipProvider } from '@/ui';

import type { OpenApp } from '../startup';
import { BenchDialogs } from './BenchDialogs';
import { useOpenDialog } from './open-dialog';
import { PanelActions } from './PanelActions';
import { useAnnouncements } from './use-announcements';
import { useGlobalKeys } from './use-global-keys';
import { usePageTitle } from './use-page-title';
import { usePaletteGroups } from './use-palette';

/** The whole screen of an open workspace, put together from the features. */
export function Workbench({ app }: { readonly app: OpenApp }) {
  // Answers are cached for one workspace: another one asks anew.
  const [queries] = useState(() => new QueryClient());
  const choice = useStore(app.sessions.store, ({ open }) =>
    open.type === 'open' ? (open.view.modelChoice ?? null) : null,
  );
  const modelName = useModelSettings((settings) => modelWords(settings, choice));
  const sessions = useMemo(() => ({ ...app.sessions, modelName }), [app.sessions, modelName]);
  return (
    <QueryClientProvider client={queries}>
      <WorkspaceServicesContext value={app.services}>
        <SessionServicesContext value={sessions}>
          <BackupServicesContext value={app.backup}>
            <TooltipProvider>
              <ToastProvider>
                <Bench app={app} />
              </ToastProvider>
            </TooltipProvider>
          </BackupServicesContext>
        </SessionServicesContext>
      </WorkspaceServicesContext>
    </QueryClientProvider>
  );
}

function Bench({ app }: { readonly app: OpenApp }) {
  const { health } = app;
  const { commands } = useWorkspaceServices();
  const { goTo } = useSessionServices();
  const announcements = useAnnouncements();
  const example = useExample();
  const dialog = useOpenDialog();
  const [section, setSection] = useState<SettingsSection | null>(null);
  const { show } = dialog;

  const showSettings = useCallback(
    (wanted: SettingsSection | null) => {
      setSection(wanted);
      show('settings');
    },
    [show],
  );
  const [newSessions, setNewSessions] = useState(0);
  const startSession = useCallback(() => {
    goTo(null);
    setNewSessions((count) => count + 1);
  }, [goTo]);
  const actions = {
    onNewSession: startSession,
    onActivity: () => {
      show('activity');
    },
    onPeople: () => {
      show('people');
    },
    onOutbox: () => {
      show('outbox');
    },
    onSettings: () => {
      showSettings(null);
    },
    onExport: exportEverything,
    onImport: () => {
      show('import');
    },
    onBackup: () => {
      show('backup');
    },
    onStorage: () => {
      show('storage');
    },
    onShortcuts: useCallback(() => {
      show('shortcuts');
    }, [show]),
    onPalette: useCallback(() => {
      show('palette');
    }, [show]),
  };
  useShortcutsKey(actions.onShortcuts);
  useGlobalKeys(actions);
  usePageTitle();
  useOpenRequestKey();
  const palette = usePaletteGroups(dialog.name === 'palette', actions);

  function exportEverything() {
    app.backup.backup.exportEverything().catch(announcements.failed);
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
          <>
            <StorageNotices
              health={health}
              onExport={exportEverything}
              onShowStorage={actions.onStorage}
              onShowDamaged={() => {
                show('damaged');
              }}
            />
            <BackupNotice onShowBackup={actions.onBackup} />
          </>
        }
        headerEnd={
          <>
            <SaveStatus health={health} />
            <AppMenu {...actions} onRemoveExample={() => void removeExample()} />
          </>
        }
        renderSessions={(onChosen) => <SessionsNav onChosen={onChosen} onNewSession={startSession} />}
        conversation={
          <Conversation
            renderRequest={renderRequest}
            chips={
              <>
                <ModeChips onOpenSettings={showSettings}>
                  <SessionModelChip
                    onOpenSettings={() => {
                      showSettings('model');
                    }}
                  />
                </ModeChips>
                <SessionUsage />
                <HistorySummary />
              </>
            }
            newSessions={newSessions}
            emptyState={example !== null && <ExampleNote onRemove={() => void removeExample()} />}
          />
        }
        workspace={<WorkspacePanel headerActions={<PanelActions {...actions} />} />}
      />
      <BenchDialogs
        app={app}
        dialog={dialog}
        announcements={announcements}
        palette={palette}
        section={section}
        onExport={exportEverything}
      />
      <UndoConflictDialog onEnded={announcements.ended} onFailed={announcements.failed} />
    </>
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
