import { createStore, type StoreApi } from 'zustand/vanilla';

import type { ChangeFeed, DamagedRecord, Journal, LoadedWorkspace, WorkspaceStore } from '@/agent';
import { MomentumError } from '@/domain';
import type { WorkspaceSnapshot } from '@/domain/workspace';
import type { Spare } from '@/state/backup';
import { createStorageHealth, type DocumentContent, type StorageHealthApi } from '@/state/workspace';
import {
  MemoryWorkspaceStore,
  StorageNewerError,
  type RawRecord,
  type StorageEvent,
  type Suspicion,
} from '@/storage';

import { openApp, type AppParts, type Beginning, type OpenApp, type OpenedStorage } from './open-app';
import { afterRefusal, type OpeningProblem } from './opening-refusal';

export type StartupState =
  | { readonly type: 'opening' }
  | { readonly type: 'open'; readonly app: OpenApp }
  | SuspiciousState
  | StuckState;

/** A witness remembers more than the storage holds: the person decides before anything is shown (RELIABILITY R10). */
export interface SuspiciousState {
  readonly type: 'suspicious';
  readonly suspicion: Suspicion;
  readonly found: LoadedWorkspace;
  /** Goes on with what is there, and with a backup in it when one is given. */
  readonly accept: (backup: DocumentContent | null) => Promise<void>;
}

export interface StuckState {
  readonly type: 'stuck';
  readonly problem: OpeningProblem;
  /** In words for people. */
  readonly message: string;
  /** What could be read all the same. */
  readonly readable: WorkspaceSnapshot | null;
}

/** A store that this window has opened and must close. */
export interface OwnedStore extends WorkspaceStore {
  readonly journal: Journal;
  readRaw(damaged: readonly DamagedRecord[]): Promise<readonly RawRecord[]>;
  measureSpare(): Promise<Spare>;
  freeSpare(): Promise<Spare>;
  close(): void;
}

/** How opening the storage ended, when it did not reject; see `openWorkspaceDatabase`. */
export type StorageOpening =
  | { readonly type: 'ready'; readonly store: OwnedStore }
  | {
      readonly type: 'suspicious';
      readonly suspicion: Suspicion;
      readonly reader: Pick<WorkspaceStore, 'load'>;
      readonly acceptCurrent: () => Promise<OwnedStore>;
    };

export interface StartupPorts extends AppParts {
  readonly openStorage: (onEvent: (event: StorageEvent) => void) => Promise<StorageOpening>;
  readonly openFeed: () => ChangeFeed;
}

/** Opens the workspace, whatever state its storage is in. What has come of it so far is in `store`. */
export interface Startup {
  readonly store: Pick<StoreApi<StartupState>, 'getState' | 'getInitialState' | 'subscribe'>;
  /** Starts, or tries again. */
  readonly start: () => void;
  /** Goes on with a workspace that lasts as long as the window; `message` says why. */
  readonly startWithoutStorage: (message: string) => void;
  /** Closes what is open, and what is still opening as soon as it is open. */
  readonly stop: () => void;
}

export function createStartup(ports: StartupPorts): Startup {
  const store = createStore<StartupState>(() => ({ type: 'opening' }));
  /** Which attempt is the present one: what an older one still brings is closed. */
  let attempt = 0;
  let callOffLook: (() => void) | null = null;

  function begin(work: () => Promise<StartupState>): void {
    stop();
    look({ mine: attempt, work, waitMs: firstLookMs });
  }

  function look(looking: Looking): void {
    // It cannot fail: whatever goes wrong is a state of its own.
    void looking
      .work()
      .catch(stuckState)
      .then((state) => settle(state, looking));
  }

  function settle(state: StartupState, { mine, work, waitMs }: Looking): null {
    if (mine !== attempt) {
      if (state.type === 'open') state.app.close();
      return null;
    }
    // The same again: whoever reads it, or is about to press something, is left in peace.
    if (problemInTheWay(state) === null || problemInTheWay(state) !== problemInTheWay(store.getState())) {
      store.setState(state, true);
    }
    if (problemInTheWay(state) !== null) {
      callOffLook = ports.agent.tabs.timers.after(waitMs, () => {
        look({ mine, work, waitMs: Math.min(2 * waitMs, longestLookMs) });
      });
    }
    return null;
  }

  function stop(): void {
    attempt += 1;
    callOffLook?.();
    const state = store.getState();
    if (state.type === 'open') state.app.close();
    store.setState({ type: 'opening' }, true);
  }

  return {
    store,
    stop,
    start: () => {
      begin(() => openStored(ports, begin));
    },
    startWithoutStorage: (message) => {
      begin(() => openWithoutStorage(ports, message));
    },
  };
}

/** One look at the storage, of the attempt `mine`; when another tab is in the way, the next comes after `waitMs`. */
interface Looking {
  readonly mine: number;
  readonly work: () => Promise<StartupState>;
  readonly waitMs: number;
}

/** Each look leaves the browser something to do once the way is free, so they become rarer. */
const firstLookMs = 2_000;
const longestLookMs = 30_000;

/** Another tab keeps the storage from opening: it wakes up, is closed, or was only slow, and nobody need tell this one. */
function problemInTheWay(state: StartupState): OpeningProblem | null {
  const isInTheWay = state.type === 'stuck' && (state.problem === 'asleep' || state.problem === 'blocked');
  return isInTheWay ? state.problem : null;
}

async function openStored(
  ports: StartupPorts,
  begin: (work: () => Promise<StartupState>) => void,
): Promise<StartupState> {
  const health = createStorageHealth({ type: 'sound' });
  let opened: StorageOpening;
  try {
    opened = await ports.openStorage((event) => {
      noteEvent(health, event);
    });
  } catch (error) {
    return afterRefusal(codeOf(error)).type === 'work-without-storage'
      ? openWithoutStorage(ports, messageOf(error))
      : stuckState(error);
  }
  if (opened.type === 'ready') {
    const { isReturning } = ports.preferences.getState();
    return open(ports, stored(ports, opened.store, health), { type: isReturning ? 'as-it-is' : 'example' });
  }
  const { suspicion, reader, acceptCurrent } = opened;
  return {
    type: 'suspicious',
    suspicion,
    found: await reader.load(),
    async accept(backup) {
      const accepted = await acceptCurrent();
      // Somebody who has lost something is no newcomer, even when nothing is left.
      ports.preferences.set({ isReturning: true });
      const beginning: Beginning = backup === null ? { type: 'as-it-is' } : { ...backup, type: 'backup' };
      begin(() => open(ports, stored(ports, accepted, health), beginning));
    },
  };
}

function openWithoutStorage(ports: StartupPorts, message: string): Promise<StartupState> {
  const store = new MemoryWorkspaceStore();
  const storage: OpenedStorage = {
    store,
    journal: store.journal,
    feed: silentFeed,
    health: createStorageHealth({ type: 'forgetful', message }),
    readRaw: () => Promise.resolve([]),
    spare: null,
    close: () => undefined,
  };
  return open(ports, storage, { type: 'example' });
}

async function open(ports: AppParts, storage: OpenedStorage, beginning: Beginning): Promise<StartupState> {
  try {
    return { type: 'open', app: await openApp(ports, storage, beginning) };
  } catch (error) {
    storage.feed.close();
    storage.close();
    throw error;
  }
}

function stored(ports: StartupPorts, store: OwnedStore, health: StorageHealthApi): OpenedStorage {
  return {
    store,
    journal: store.journal,
    feed: ports.openFeed(),
    health,
    readRaw: (damaged) => store.readRaw(damaged),
    spare: { measure: () => store.measureSpare(), free: () => store.freeSpare() },
    close: () => {
      store.close();
    },
  };
}

/** Nobody else sees a workspace that is in this window's memory. */
const silentFeed: ChangeFeed = {
  announce: () => undefined,
  subscribe: () => () => undefined,
  close: () => undefined,
};

function noteEvent(health: StorageHealthApi, event: StorageEvent): void {
  switch (event.type) {
    case 'newer-version-open':
    case 'cleared':
      health.setState({ health: { type: 'closed', reason: event.type } });
      return;
    case 'entries-missing':
      health.setState(({ missingEntries }) => ({
        missingEntries: [...new Set([...missingEntries, ...event.sequences])].toSorted((a, b) => a - b),
      }));
  }
}

function stuckState(error: unknown): StuckState {
  const refusal = afterRefusal(codeOf(error));
  return {
    type: 'stuck',
    problem: refusal.type === 'explain' ? refusal.problem : 'failed',
    message: messageOf(error),
    readable: error instanceof StorageNewerError ? (error.readable?.snapshot ?? null) : null,
  };
}

function codeOf(error: unknown): string | null {
  return error instanceof MomentumError ? error.code : null;
}

function messageOf(error: unknown): string {
  return error instanceof MomentumError
    ? error.message
    : 'Your workspace could not be opened, and nobody knows why. Reload the page; nothing was changed.';
}
