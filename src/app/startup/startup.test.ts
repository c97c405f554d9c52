import { describe, expect, it } from 'vitest';

import type { ChangeFeed, WorkspaceStore } from '@/agent';
import { sequence } from '@/domain/deltas';
import { eventAt, sessionId, turnId } from '@/domain/sessions';
import { millis, parseIsoDate, snapshotOf } from '@/domain/workspace';
import type { FolderStanding } from '@/state/backup';
import { createPreferences, type PreferencesStore } from '@/state/preferences';
import {
  MemoryWorkspaceStore,
  StorageAsleepError,
  StorageFailedError,
  StorageUnavailableError,
  type StorageEvent,
} from '@/storage';
import { FakeFrames, FakeLocks, FakeMailer } from '@/testing/agent-ports';
import { FakeNotifier } from '@/testing/fake-notifier';
import { FakeBrowser } from '@/testing/tab-windows';

import { fileDocuments, randomIds, systemClock } from '../adapters';
import { loadOfflineModel } from '../agent';
import {
  createStartup,
  type OwnedStore,
  type Startup,
  type StartupPorts,
  type StartupState,
} from './startup';

describe('starting', () => {
  it('shows the example to somebody new, as one commit with its cause', async () => {
    const store = new MemoryWorkspaceStore();
    const state = await settled(createStartup(portsWith({ openStorage: opening(store) })));

    expect(state.type).toBe('open');
    const log = await store.readLog({ order: 'oldest-first', limit: 10 });
    expect(log.map(({ commit }) => [commit.cause, commit.summary])).toEqual([
      [{ type: 'example' }, 'Example projects added'],
    ]);
  });

  it('[W4] adds the example once when two windows start at the same time', async () => {
    const store = new MemoryWorkspaceStore();
    const states = await Promise.all(
      [1, 2, 3].map(() => settled(createStartup(portsWith({ openStorage: opening(store) })))),
    );

    const log = await store.readLog({ order: 'oldest-first', limit: 10 });
    expect(log).toHaveLength(1);
    const shown = states.map((state) =>
      state.type === 'open' ? snapshotOf(state.app.services.store.getState().workspace) : state.type,
    );
    expect(shown).toEqual([shown[0], shown[0], shown[0]]);
  });

  it('does not add the example to a workspace that was emptied by its person', async () => {
    const store = new MemoryWorkspaceStore();
    const first = await settled(createStartup(portsWith({ openStorage: opening(store) })));
    if (first.type !== 'open') throw new Error(`It is ${first.type}.`);
    const [example] = await store.readLog({ order: 'oldest-first', limit: 1 });
    if (example === undefined) throw new Error('There is no example.');
    await first.app.services.commands.removeExample(example);

    await settled(createStartup(portsWith({ openStorage: opening(store) })));

    expect(await store.readLog({ order: 'oldest-first', limit: 10 })).toHaveLength(2);
  });

  it('[S3] works without storage where there is none, and says that nothing is kept', async () => {
    const state = await settled(createStartup(portsWith({ openStorage: refused })));

    expect(state.type === 'open' && state.app.health.getState().health).toEqual({
      type: 'forgetful',
      message: new StorageUnavailableError('refused').message,
    });
  });

  it('[S3] explains what keeps it from opening, and opens when it is tried again', async () => {
    const store = new MemoryWorkspaceStore();
    let isAsleep = true;
    const openStorage: StartupPorts['openStorage'] = () =>
      isAsleep ? Promise.reject(new StorageAsleepError()) : opening(store)(() => undefined);
    const startup = createStartup(portsWith({ openStorage }));

    expect(await settled(startup)).toEqual({
      type: 'stuck',
      problem: 'asleep',
      message: new StorageAsleepError().message,
      readable: null,
    });
    isAsleep = false;
    expect((await settled(startup)).type).toBe('open');
  });

  it('[S3] writes no copy of what another window has erased', async () => {
    const written: string[] = [];
    const hidden: (() => void)[] = [];
    const storage: { tell: (event: StorageEvent) => void } = { tell: () => undefined };
    const ports = portsWith({
      openStorage: (onEvent) => {
        storage.tell = onEvent;
        return opening(new MemoryWorkspaceStore())(onEvent);
      },
    });
    const backup = { ...ports.backup, folder: folderNoting(written), onHidden: heardBy(hidden) };
    const hide = async (): Promise<void> => {
      for (const listener of hidden) listener();
      await turnOfEvents();
    };

    expect((await settled(createStartup({ ...ports, backup }))).type).toBe('open');
    await turnOfEvents();
    await hide();
    expect(written).toHaveLength(1);

    storage.tell({ type: 'cleared' });
    await hide();
    expect(written).toHaveLength(1);
  });

  it('[S2] lets go of its sessions when it has lost its storage, so that another window can go on', async () => {
    const storage: { tell: (event: StorageEvent) => void } = { tell: () => undefined };
    const locks = new FakeLocks();
    const ports = portsWith({
      openStorage: (onEvent) => {
        storage.tell = onEvent;
        return opening(new MemoryWorkspaceStore())(onEvent);
      },
    });
    const state = await settled(
      createStartup({ ...ports, agent: { ...ports.agent, locks, modelLoop: neverLoaded } }),
    );
    if (state.type !== 'open') throw new Error(`It is ${state.type}.`);
    const { engine } = state.app.sessions;
    const made = await engine.command({ type: 'create-session' });
    if (made.type !== 'done') throw new Error(made.message);
    const { sessionId: id } = made;
    await engine.command({ type: 'send', sessionId: id, turnId: turnId('turn_1'), text: 'Go' });
    expect([...locks.held]).toEqual([id]);

    storage.tell({ type: 'newer-version-open' });
    await expect.poll(() => locks.held.size).toBe(0);
  });

  it('[S3] opens by itself when the tab that was in the way has let go, and says nothing new until then', async () => {
    const browser = new FakeBrowser();
    const store = new MemoryWorkspaceStore();
    let looks = 0;
    const ports = portsWith({
      openStorage: () => {
        looks += 1;
        return looks < 3 ? Promise.reject(new StorageAsleepError()) : opening(store)(() => undefined);
      },
    });
    const agent = { ...ports.agent, tabs: aTab(browser) };
    const startup = createStartup({ ...ports, agent });
    const states: string[] = [];
    startup.store.subscribe((state) => states.push(state.type));

    await settled(startup);
    await browser.time.pass(2_000);
    await browser.time.pass(4_000);
    await turnOfEvents();
    expect(states).toEqual(['opening', 'stuck', 'open']);

    await browser.time.pass(60_000);
    expect(looks).toBe(3);
  });

  it('[S3] does not look again once it was told to stop', async () => {
    const browser = new FakeBrowser();
    let looks = 0;
    const ports = portsWith({
      openStorage: () => {
        looks += 1;
        return Promise.reject(new StorageAsleepError());
      },
    });
    const startup = createStartup({ ...ports, agent: { ...ports.agent, tabs: aTab(browser) } });
    await settled(startup);
    startup.stop();
    await browser.time.pass(60_000);
    expect(looks).toBe(1);
  });

  it('[S3] explains a storage that opens and then cannot be read', async () => {
    const store = new MemoryWorkspaceStore();
    const broken: TestedStore = {
      journal: store.journal,
      load: () => Promise.reject(new StorageFailedError()),
      commit: (request) => store.commit(request),
      readLog: (range) => store.readLog(range),
      readJournal: (id) => store.readJournal(id),
    };
    const state = await settled(createStartup(portsWith({ openStorage: opening(broken) })));

    expect(state).toMatchObject({ type: 'stuck', problem: 'failed' });
  });

  it('[S3] writes nothing to a suspicious storage before the person has decided, and no example after', async () => {
    const store = new MemoryWorkspaceStore();
    const preferences = forgetfulPreferences();
    const startup = createStartup(portsWith({ preferences, openStorage: suspicious(store) }));

    const state = await settled(startup);
    expect(state.type).toBe('suspicious');
    expect(await store.readLog({ order: 'oldest-first', limit: 10 })).toEqual([]);

    if (state.type !== 'suspicious') return;
    await state.accept(null);
    expect((await settledState(startup)).type).toBe('open');
    expect(await store.readLog({ order: 'oldest-first', limit: 10 })).toEqual([]);
    expect(preferences.getState().isReturning).toBe(true);
  });

  it('[S3] brings a backup in as one commit when a suspicious storage is accepted with it', async () => {
    const source = await settled(
      createStartup(portsWith({ openStorage: opening(new MemoryWorkspaceStore()) })),
    );
    if (source.type !== 'open') throw new Error(`It is ${source.type}.`);
    const created = eventAt(millis(5), { type: 'session-created' });
    const backup = {
      snapshot: snapshotOf(source.app.services.store.getState().workspace),
      sessions: [{ id: sessionId('ses_1'), title: '', events: [created] }],
    };

    const store = new MemoryWorkspaceStore();
    const startup = createStartup(portsWith({ openStorage: suspicious(store) }));
    const state = await settled(startup);
    if (state.type !== 'suspicious') throw new Error(`It is ${state.type}.`);
    await state.accept(backup);
    await settledState(startup);

    const log = await store.readLog({ order: 'oldest-first', limit: 10 });
    expect(await store.journal.read(sessionId('ses_1'))).toMatchObject([{ sequence: 1, event: created }]);
    expect(log.map(({ commit }) => commit.cause)).toEqual([{ type: 'import' }]);
    expect((await store.load()).snapshot).toEqual(backup.snapshot);
  });

  it('closes a storage that opens after the window has given up on it', async () => {
    let isClosed = false;
    const store = new MemoryWorkspaceStore();
    const startup = createStartup(
      portsWith({
        openStorage: opening(store, () => {
          isClosed = true;
        }),
      }),
    );
    startup.start();
    startup.stop();
    await expect.poll(() => isClosed).toBe(true);
    expect(startup.store.getState()).toEqual({ type: 'opening' });
  });

  it('asks for persistent storage once, after the first change by the person', async () => {
    let askedTimes = 0;
    const preferences = forgetfulPreferences();
    const care: StartupPorts['care'] = {
      requestPersistence: () => {
        askedTimes += 1;
        return Promise.resolve('granted');
      },
      estimate: () => Promise.resolve(null),
    };
    const openStorage = opening(new MemoryWorkspaceStore());
    const state = await settled(createStartup(portsWith({ openStorage, care, preferences })));
    if (state.type !== 'open') throw new Error(`It is ${state.type}.`);
    expect(askedTimes).toBe(0);

    await state.app.services.commands.createProject({ name: 'First' });
    await state.app.services.commands.createProject({ name: 'Second' });
    expect(askedTimes).toBe(1);
  });

  it('[S4] refuses to restore past entries that cannot be read', async () => {
    const store = new MemoryWorkspaceStore();
    const gappy: TestedStore = {
      journal: store.journal,
      load: () => store.load(),
      commit: (request) => store.commit(request),
      readLog: async (range) =>
        (await store.readLog(range)).filter((entry) => entry.sequence !== sequence(2)),
      readJournal: (id) => store.readJournal(id),
    };
    const state = await settled(createStartup(portsWith({ openStorage: opening(gappy) })));
    if (state.type !== 'open') throw new Error(`It is ${state.type}.`);
    const { commands } = state.app.services;
    await commands.createProject({ name: 'First' });
    await commands.createProject({ name: 'Second' });
    const before = snapshotOf(state.app.services.store.getState().workspace);

    await expect(commands.restore(sequence(1))).rejects.toMatchObject({ code: 'incomplete-history' });
    expect(snapshotOf(state.app.services.store.getState().workspace)).toEqual(before);
  });
});

describe('the clock of this machine', () => {
  it('names a day that exists', () => {
    expect(parseIsoDate(systemClock().today())).toBe(systemClock().today());
  });
});

/** A store and the journals beside it. */
type TestedStore = WorkspaceStore & Pick<OwnedStore, 'journal'>;

function owned(store: TestedStore, close: () => void = () => undefined): OwnedStore {
  return {
    journal: store.journal,
    load: () => store.load(),
    commit: (request) => store.commit(request),
    readLog: (range) => store.readLog(range),
    readJournal: (id) => store.readJournal(id),
    readRaw: () => Promise.resolve([]),
    measureSpare: () => Promise.resolve(noSpare),
    freeSpare: () => Promise.resolve(noSpare),
    close,
  };
}

const noSpare = { deletedSessions: 0, streams: 0, bytes: 0 };

function opening(store: TestedStore, close?: () => void): StartupPorts['openStorage'] {
  return () => Promise.resolve({ type: 'ready', store: owned(store, close) });
}

function refused(): Promise<never> {
  return Promise.reject(new StorageUnavailableError('refused'));
}

function suspicious(store: TestedStore): StartupPorts['openStorage'] {
  const expected = { databaseId: 'dbs_1', head: 3, count: 3, chain: 'abc' };
  const found = { databaseId: 'dbs_2', head: 0, count: 0, chain: '' };
  return () =>
    Promise.resolve({
      type: 'suspicious',
      suspicion: { type: 'emptied', expected, found },
      reader: store,
      acceptCurrent: () => Promise.resolve(owned(store)),
    });
}

function neverLoaded(): Promise<never> {
  return new Promise(() => undefined);
}

/** A folder that may be written into, and the names of what is. */
function folderNoting(written: string[]): StartupPorts['backup']['folder'] {
  const ready: FolderStanding = { type: 'ready', name: 'Copies' };
  return {
    look: () => Promise.resolve(ready),
    choose: () => Promise.resolve(ready),
    allow: () => Promise.resolve(ready),
    forget: () => Promise.resolve(),
    files: () => Promise.resolve([]),
    write: (name) => {
      written.push(name);
      return Promise.resolve();
    },
    remove: () => Promise.resolve(),
  };
}

function heardBy(listeners: (() => void)[]): StartupPorts['backup']['onHidden'] {
  return (listener) => {
    listeners.push(listener);
    return () => {
      listeners.splice(listeners.indexOf(listener), 1);
    };
  };
}

/** Everything that waits for nothing but its turn has had it. */
function turnOfEvents(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

async function settled(startup: Startup): Promise<StartupState> {
  startup.start();
  return settledState(startup);
}

function settledState(startup: Startup): Promise<StartupState> {
  const present = startup.store.getState();
  if (present.type !== 'opening') return Promise.resolve(present);
  return new Promise((resolve) => {
    const stop = startup.store.subscribe((state) => {
      if (state.type === 'opening') return;
      stop();
      resolve(state);
    });
  });
}

function portsWith(parts: Pick<StartupPorts, 'openStorage'> & Partial<StartupPorts>): StartupPorts {
  const clock = systemClock();
  return {
    clock,
    ids: randomIds(),
    documents: fileDocuments(clock),
    care: {
      requestPersistence: () => Promise.resolve('granted'),
      estimate: () => Promise.resolve(null),
    },
    preferences: forgetfulPreferences(),
    backup: {
      place: { read: () => null, write: () => undefined },
      folder: null,
      download: () => undefined,
      onHidden: () => () => undefined,
      schedule: () => () => undefined,
      alone: (work) => work(),
      mintTag: () => 'test',
      eraseDevice: () => Promise.resolve(),
    },
    agent: {
      frames: new FakeFrames(),
      locks: new FakeLocks(),
      tabs: aTab(),
      mailer: new FakeMailer(),
      notices: {
        notifier: new FakeNotifier(),
        isWanted: () => false,
        isAnybodyLooking: () => Promise.resolve(true),
      },
      drafts: { read: () => '', write: () => undefined },
      address: { read: () => null, goTo: () => undefined, subscribe: () => () => undefined },
      settings: () => ({
        askMode: 'when-it-matters',
        maxTurns: 25,
        requestPatienceMs: null,
        timeZone: 'UTC',
      }),
      modelLoop: loadOfflineModel,
      modelName: () => 'Built-in offline model',
    },
    openFeed: () => deafFeed,
    ...parts,
  };
}

const deafFeed: ChangeFeed = {
  announce: () => undefined,
  subscribe: () => () => undefined,
  close: () => undefined,
};

function forgetfulPreferences(): PreferencesStore {
  return createPreferences({ read: () => null, write: () => undefined, subscribe: () => () => undefined });
}

/** A window that is alone. */
function aTab(browser = new FakeBrowser()): StartupPorts['agent']['tabs'] {
  const window = browser.open('alone');
  return {
    name: 'alone',
    openChannel: () => window.openChannel(),
    locks: window.locks,
    timers: window.timers,
    moments: { isVisible: () => true, subscribe: () => () => undefined },
  };
}
