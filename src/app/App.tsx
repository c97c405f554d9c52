import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';

import { snapshotOf, type WorkspaceSnapshot } from '@/domain/workspace';
import { downloadText, exportFileName } from '@/features/documents';
import { ModelServicesContext } from '@/state/models';
import { createPreferences, PreferencesContext, usePreferences } from '@/state/preferences';
import { createDeviceSettings, createMailDraft, createMailKey, SettingsContext } from '@/state/settings';
import { ThemeProvider } from '@/ui';

import { localPreferences, pageNotifier } from './adapters';
import { ErrorBoundary } from './ErrorBoundary';
import { openModels } from './models';
import { relayMaker } from './network';
import { OpeningPage } from './pages/OpeningPage';
import { browserPorts, createStartup, type OpenApp, type StartupState } from './startup';

import './app.css';

export function App() {
  const [{ preferences, settings, models, ports, startup }] = useState(composed);
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
      <SettingsContext value={settings}>
        <ModelServicesContext value={models.services}>
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
        </ModelServicesContext>
      </SettingsContext>
    </PreferencesContext>
  );
}

// The first script holds what opens the workspace; what shows it is fetched meanwhile, and the rest when it is needed.
const loadWorkbench = () => import('./workbench/Workbench');
const Workbench = lazy(async () => ({ default: (await loadWorkbench()).Workbench }));
const ClosedPage = lazy(async () => ({ default: (await import('./pages/ClosedPage')).ClosedPage }));
const RecoveryPage = lazy(async () => ({ default: (await import('./pages/RecoveryPage')).RecoveryPage }));
const StuckPage = lazy(async () => ({ default: (await import('./pages/StuckPage')).StuckPage }));

/** Made once for the life of the page. Nothing is opened yet. */
function composed() {
  // A failure is met again, and told, when the screen is shown.
  loadWorkbench().catch(() => undefined);
  const preferences = createPreferences(localPreferences(window));
  const settings = {
    settings: createDeviceSettings(localPreferences(window, 'momentum.settings')),
    // The key of the mail service, apart from everything that is exported or looked at [X3].
    mailKey: createMailKey(localPreferences(window, 'momentum.mail-key')),
    mailDraft: createMailDraft(),
    notifier: pageNotifier(window),
  };
  const models = openModels({
    settingsPlace: localPreferences(window, 'momentum.models'),
    keysPlace: localPreferences(window, 'momentum.model-keys'),
    makeRelay: relayMaker(window),
    isOnline: () => window.navigator.onLine,
  });
  const ports = browserPorts(window, { preferences, settings, models });
  return { preferences, settings, models, ports, startup: createStartup(ports) };
}

function ThemedPage({ children }: { readonly children: ReactNode }) {
  const theme = usePreferences((preferences) => preferences.theme);
  return (
    <ThemeProvider choice={theme}>
      <Suspense fallback={<OpeningPage />}>{children}</Suspense>
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
  return <Workbench app={app} />;
}
