import type { ChangeFeed, Clock, DamagedRecord, Journal, StorageCare, WorkspaceStore } from '@/agent';
import { LiveWorkspace } from '@/agent/workspace';
import { planExample, type PlanContext } from '@/domain/planning';
import type { BackupServices, DeviceUpkeep } from '@/state/backup';
import type { PreferencesStore } from '@/state/preferences';
import type { SessionServices } from '@/state/sessions';
import {
  createWorkspaceCommands,
  createWorkspaceStore,
  type DocumentContent,
  type StorageHealthApi,
  type WorkspaceDocuments,
  type WorkspaceServices,
} from '@/state/workspace';
import type { RawRecord } from '@/storage';

import type { AppIds } from '../adapters';
import { openAgent, type AgentParts } from '../agent';
import { importAtOpening, openBackup, openSessionImports, type BackupParts } from '../backup';
import { everyEntryAfter } from './read-history';
import { watchedJournal, watchedStore } from './watched-store';

/** What the app is built from, whatever the storage. */
export interface AppParts {
  readonly clock: Clock;
  readonly ids: AppIds;
  readonly agent: Omit<AgentParts, 'clock' | 'ids'>;
  readonly backup: BackupParts;
  readonly documents: WorkspaceDocuments;
  readonly care: StorageCare;
  readonly preferences: PreferencesStore;
}

/** A workspace that is open in this window. */
export interface OpenApp {
  readonly services: WorkspaceServices;
  readonly sessions: SessionServices;
  readonly backup: BackupServices;
  readonly health: StorageHealthApi;
  /** What is stored of the records that were set aside, as it is [S4]. */
  readonly readDamaged: () => Promise<readonly RawRecord[]>;
  close(): void;
}

/** Where the workspace of this window is, and who tells of changes to it. */
export interface OpenedStorage {
  readonly store: WorkspaceStore;
  readonly journal: Journal;
  readonly feed: ChangeFeed;
  readonly health: StorageHealthApi;
  readonly readRaw: (damaged: readonly DamagedRecord[]) => Promise<readonly RawRecord[]>;
  readonly spare: DeviceUpkeep['spare'];
  close(): void;
}

/** What the workspace starts with when it is empty. */
export type Beginning =
  | { readonly type: 'example' }
  | { readonly type: 'as-it-is' }
  | ({ readonly type: 'backup' } & DocumentContent);

export async function openApp(
  parts: AppParts,
  storage: OpenedStorage,
  beginning: Beginning,
): Promise<OpenApp> {
  const { clock, ids } = parts;
  const store = watchedStore(storage.store, {
    health: storage.health,
    onStored({ commit }) {
      if (commit.author.type === 'person' && commit.cause.type !== 'example') askOnceForPersistence(parts);
    },
  });
  const live = await LiveWorkspace.open({ store, clock, ids, feed: storage.feed });
  const commands = createWorkspaceCommands({
    live,
    clock,
    ids,
    readLog: (after) => everyEntryAfter(store, after),
  });
  const journal = watchedJournal(storage.journal, storage.health);
  await begin(live, beginning, {
    parts,
    async importBackup({ snapshot, sessions }) {
      await commands.importSnapshot(snapshot);
      await importAtOpening({ journal, clock }, sessions);
    },
  });
  const agent = openAgent({ ...parts.agent, clock, ids }, { live, journal });
  const workspace = createWorkspaceStore({ live, frames: parts.agent.frames });
  const sources = { clock, workspace, sessions: agent.services.store, journal, spare: storage.spare };
  const backup = openBackup(parts.backup, { ...sources, closeApp: close });
  // What this window remembers is not what is stored any more: a copy of it would bring back what was erased on purpose. And it can
  // store nothing of its sessions, which must not wait for it: another window goes on with them.
  const stopWatching = whenClosed(storage.health, () => {
    backup.backup.close();
    agent.close();
  });

  function close(): void {
    stopWatching();
    backup.backup.close();
    agent.close();
    live.close();
    storage.feed.close();
    storage.close();
  }

  return {
    sessions: agent.services,
    backup,
    services: {
      store: workspace,
      commands,
      clock,
      documents: parts.documents,
      sessionImports: openSessionImports({
        journal,
        clock,
        engine: agent.services.engine,
        onImported: (imported) => agent.noteImported(imported),
      }),
      care: parts.care,
      damaged: live.damaged,
      readLog: (range) => store.readLog(range),
    },
    health: storage.health,
    readDamaged: () => storage.readRaw(live.damaged),
    close,
  };
}

/** Calls back when this window has lost its storage for good, be it more than once. @returns the end of it. */
function whenClosed(health: StorageHealthApi, callback: () => void): () => void {
  const look = (): void => {
    if (health.getState().health.type === 'closed') callback();
  };
  look();
  return health.subscribe(look);
}

interface BeginningTools {
  readonly parts: AppParts;
  readonly importBackup: (content: DocumentContent) => Promise<void>;
}

async function begin(
  live: LiveWorkspace,
  beginning: Beginning,
  { parts, importBackup }: BeginningTools,
): Promise<void> {
  switch (beginning.type) {
    case 'as-it-is':
      return;
    case 'backup':
      await importBackup(beginning);
      return;
    case 'example':
      await addExample(live, parts);
  }
}

/** Adds the example as the first commit of a log, and as no other: a second window that is as quick finds the log moved. */
async function addExample(live: LiveWorkspace, { clock, ids }: AppParts): Promise<void> {
  if (live.state().head > 0) return;
  const context: PlanContext = { now: clock.now(), today: clock.today(), mint: (kind) => ids.entity(kind) };
  try {
    await live.change(
      (workspace, head) => (head === 0 ? planExample(workspace, context) : { type: 'moved' as const }),
      { cause: { type: 'example' } },
    );
  } catch {
    // The example is a courtesy. What keeps it from being stored is told when the person's own change is.
  }
}

/** Asked after the first own change: then there is something to keep, and the question makes sense to whoever is asked. */
function askOnceForPersistence({ preferences, care }: AppParts): void {
  if (preferences.getState().hasAskedForPersistence) return;
  preferences.set({ hasAskedForPersistence: true });
  // A refusal changes nothing for now; the storage page shows it and asks again on demand.
  void care.requestPersistence();
}
