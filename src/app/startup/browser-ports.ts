import { defaultMaxTurns } from '@/agent';
import { createMailtoMailer } from '@/outbound';
import type { PreferencesStore } from '@/state/preferences';
import {
  browserStorageCare,
  localStorageWitness,
  openWorkspaceDatabase,
  privateFileWitness,
} from '@/storage';
import { createTabChannel } from '@/sync/tabs';

import {
  fileDocuments,
  localDrafts,
  pageFrames,
  randomDatabaseId,
  randomIds,
  systemClock,
  webSessionLocks,
} from '../adapters';
import { hashAddress, loadOfflineModel } from '../agent';
import type { StartupPorts } from './startup';

/** Everything the app needs, from this browser. */
export function browserPorts(page: Window, preferences: PreferencesStore): StartupPorts {
  const clock = systemClock();
  const ids = randomIds();
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
    agent: {
      frames: pageFrames(page),
      locks: webSessionLocks('locks' in page.navigator ? page.navigator.locks : null, 'momentum'),
      mailer: createMailtoMailer({ open: (url) => openedBy(page, url) }),
      drafts: localDrafts(page),
      address: hashAddress(page),
      settings: () => ({
        askMode: 'when-it-matters',
        maxTurns: defaultMaxTurns,
        requestPatienceMs: null,
        timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
      }),
      modelLoop: loadOfflineModel,
      modelName: 'Built-in offline model',
    },
    openStorage: (onEvent) => openWorkspaceDatabase({ newDatabaseId: randomDatabaseId, witnesses, onEvent }),
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

/** As a click on a link would: the page stays, and the system's mail program comes up. */
function openedBy(page: Window, url: string): boolean {
  const link = page.document.createElement('a');
  link.href = url;
  link.click();
  return true;
}
