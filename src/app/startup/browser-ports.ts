import type { EngineSettings } from '@/agent';
import type { PreferencesStore } from '@/state/preferences';
import type { DeviceSettings, SettingsServices } from '@/state/settings';
import {
  browserStorageCare,
  localErasedDatabases,
  localStorageWitness,
  openWorkspaceDatabase,
  privateFileWitness,
} from '@/storage';
import { createTabChannel } from '@/sync/tabs';

import {
  chosenMailer,
  fileDocuments,
  localDrafts,
  pageFrames,
  randomDatabaseId,
  randomIds,
  systemClock,
  webSessionLocks,
} from '../adapters';
import { hashAddress, loadOfflineModel } from '../agent';
import { browserBackup } from '../backup';
import type { StartupPorts } from './startup';

/** Everything the app needs, from this browser. */
export function browserPorts(
  page: Window,
  { preferences, settings }: { readonly preferences: PreferencesStore; readonly settings: SettingsServices },
): StartupPorts {
  const clock = systemClock();
  const ids = randomIds();
  const erased = localErasedDatabases(localStorageOf(page));
  const witnesses = [
    localStorageWitness(localStorageOf(page)),
    privateFileWitness({ directory: () => page.navigator.storage.getDirectory() }),
  ];
  return {
    clock,
    ids,
    preferences,
    documents: fileDocuments(clock),
    care: browserStorageCare(page.navigator.storage),
    backup: browserBackup(page, { witnesses, erased }),
    agent: {
      frames: pageFrames(page),
      locks: webSessionLocks('locks' in page.navigator ? page.navigator.locks : null, 'momentum'),
      mailer: chosenMailer(page, settings),
      drafts: localDrafts(page),
      address: hashAddress(page),
      settings: () => engineSettings(settings.settings.getState()),
      modelLoop: loadOfflineModel,
      modelName: 'Built-in offline model',
    },
    openStorage: (onEvent) =>
      openWorkspaceDatabase({ newDatabaseId: randomDatabaseId, witnesses, erased, onEvent }),
    openFeed: () =>
      createTabChannel({
        channel: channelNamed('momentum.workspace'),
        window: page,
        document: page.document,
      }),
  };
}

function channelNamed(name: string): BroadcastChannel | null {
  return 'BroadcastChannel' in globalThis ? new BroadcastChannel(name) : null;
}

/** Reading the property throws where the browser forbids it. */
function localStorageOf(page: Window): Storage | null {
  try {
    return page.localStorage;
  } catch {
    return null;
  }
}

function engineSettings({ askMode, maxTurns, patienceMinutes }: DeviceSettings): EngineSettings {
  return {
    askMode,
    maxTurns,
    requestPatienceMs: patienceMinutes === null ? null : patienceMinutes * 60_000,
    timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}
