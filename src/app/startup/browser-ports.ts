import type { PreferencesStore } from '@/state/preferences';
import {
  browserStorageCare,
  localStorageWitness,
  openWorkspaceDatabase,
  privateFileWitness,
} from '@/storage';
import { createTabChannel } from '@/sync/tabs';

import { fileDocuments, randomDatabaseId, randomIds, systemClock } from '../adapters';
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
