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
import { createTabChannel, pageMoments } from '@/sync/tabs';

import {
  chosenMailer,
  fileDocuments,
  localDrafts,
  pageAttention,
  pageFrames,
  pageTimers,
  randomDatabaseId,
  randomIds,
  systemClock,
  webSessionLocks,
} from '../adapters';
import { hashAddress } from '../agent';
import { browserBackup } from '../backup';
import type { OpenModels } from '../models';
import { timerMaker } from '../network';
import type { StartupPorts } from './startup';

/** What the person has set, on this device. */
interface ChosenByPerson {
  readonly preferences: PreferencesStore;
  readonly settings: SettingsServices;
  readonly models: OpenModels;
}

/** Everything the app needs, from this browser. */
export function browserPorts(page: Window, { preferences, settings, models }: ChosenByPerson): StartupPorts {
  const clock = systemClock();
  const ids = randomIds();
  const timers = pageTimers(page, workerMaker(page));
  const locks = webSessionLocks(locksOf(page), 'momentum');
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
      frames: pageFrames(page, timers),
      locks,
      tabs: {
        name: ids.window(),
        openChannel: () => channelNamed('momentum.sessions'),
        locks,
        timers,
        moments: pageMoments({ window: page, document: page.document }),
      },
      mailer: chosenMailer(page, settings, models.network),
      notices: {
        notifier: settings.notifier,
        isWanted: () => settings.settings.getState().wantsNotifications,
        isAnybodyLooking: pageAttention({ document: page.document, locks: locksOf(page) }),
      },
      drafts: localDrafts(page),
      address: hashAddress(page),
      settings: () => engineSettings(settings.settings.getState()),
      modelLoop: models.modelLoop,
      modelName: models.modelName,
    },
    openStorage: (onEvent) =>
      openWorkspaceDatabase({
        newDatabaseId: randomDatabaseId,
        witnesses,
        erased,
        onEvent,
        page: page.document,
      }),
    openFeed: () =>
      createTabChannel({
        channel: channelNamed('momentum.workspace'),
        window: page,
        document: page.document,
      }),
  };
}

/** Makes nothing where the browser gives no workers. */
function workerMaker(page: Window): () => Worker | null {
  const make = timerMaker(page);
  return () => {
    try {
      return make();
    } catch {
      return null;
    }
  };
}

function locksOf({ navigator }: Window): LockManager | null {
  return 'locks' in navigator ? navigator.locks : null;
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
    // Slow to find out, and not needed for every call.
    get timeZone() {
      return new Intl.DateTimeFormat().resolvedOptions().timeZone;
    },
  };
}
