import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';

import { snapshotOf, type WorkspaceSnapshot } from '@/domain/workspace';
import { downloadText, exportFileName } from '@/features/documents';
import { createPreferences, PreferencesContext, usePreferences } from '@/state/preferences';
import { WorkspaceServicesContext } from '@/state/workspace';
import { ThemeProvider, ToastProvider, TooltipProvider } from '@/ui';

import { localPreferences } from './adapters';
import { ErrorBoundary } from './ErrorBoundary';
import { ClosedPage } from './pages/ClosedPage';
import { OpeningPage } from './pages/OpeningPage';
import { RecoveryPage } from './pages/RecoveryPage';
import { StuckPage } from './pages/StuckPage';
import { browserPorts, createStartup, type OpenApp, type StartupState } from './startup';
import { Workbench } from './Workbench';

import './app.css';

export function App() {
  const [{ preferences, ports, startup }] = useState(composed);
  const state = useStore(startup.store);
  useEffect(() => {
    startup.start();
    return () => {
      startup.stop();
    };
  }, [startup]);

  function exportSnapshot(snapshot: WorkspaceSnapshot) {
    downloadText(exportFileName(ports.clock.today()), ports.documents.serialise(snapshot));
  }

  function screenOf(shown: StartupState): ReactNode {
    switch (shown.type) {
      case 'opening':
        return <OpeningPage />;
      case 'open':
        return <OpenScreen app={shown.app} onExport={exportSnapshot} />;
      case 'suspicious':
        return (
          <RecoveryPage
            state={shown}
            documents={ports.documents}
            onExport={() => {
              exportSnapshot(shown.found.snapshot);
            }}
          />
        );
      case 'stuck':
        return (
          <StuckPage
            state={shown}
            onTryAgain={startup.start}
            onWithoutStorage={() => {
              startup.startWithoutStorage(shown.message);
            }}
            onExport={() => {
              if (shown.readable !== null) exportSnapshot(shown.readable);
            }}
          />
        );
    }
  }

  return (
    <PreferencesContext value={preferences}>
      <ThemedPage>
        <ErrorBoundary
          onExport={
            state.type === 'open'
              ? () => {
                  exportSnapshot(snapshotOf(state.app.services.store.getState().workspace));
                }
              : null
          }
        >
          {screenOf(state)}
        </ErrorBoundary>
      </ThemedPage>
    </PreferencesContext>
  );
}

/** Made once for the life of the page. Nothing is opened yet. */
function composed() {
  const preferences = createPreferences(localPreferences(window));
  const ports = browserPorts(window, preferences);
  return { preferences, ports, startup: createStartup(ports) };
}

function ThemedPage({ children }: { readonly children: ReactNode }) {
  const theme = usePreferences((preferences) => preferences.theme);
  return (
    <ThemeProvider choice={theme}>
      <TooltipProvider>
        <ToastProvider>{children}</ToastProvider>
      </TooltipProvider>
    </ThemeProvider>
  );
}

interface OpenScreenProps {
  readonly app: OpenApp;
  readonly onExport: (snapshot: WorkspaceSnapshot) => void;
}

function OpenScreen({ app, onExport }: OpenScreenProps) {
  const { services, health } = app;
  const state = useStore(health, (current) => current.health);
  // Answers are cached for one workspace: another one asks anew.
  const [queries] = useState(() => new QueryClient());
  if (state.type === 'closed') {
    return (
      <ClosedPage
        reason={state.reason}
        onExport={() => {
          onExport(snapshotOf(services.store.getState().workspace));
        }}
      />
    );
  }
  return (
    <QueryClientProvider client={queries}>
      <WorkspaceServicesContext value={services}>
        <Workbench app={app} />
      </WorkspaceServicesContext>
    </QueryClientProvider>
  );
}
