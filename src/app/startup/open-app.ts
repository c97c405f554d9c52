import type { ChangeFeed, Clock, DamagedRecord, Journal, StorageCare, WorkspaceStore } from '@/agent';
import { LiveWorkspace } from '@/agent/workspace';
import { planExample, type PlanContext } from '@/domain/planning';
import type { WorkspaceSnapshot } from '@/domain/workspace';
import type { PreferencesStore } from '@/state/preferences';
import type { SessionServices } from '@/state/sessions';
import {
  createWorkspaceCommands,
  createWorkspaceStore,
  type StorageHealthApi,
  type WorkspaceDocuments,
  type WorkspaceServices,
} from '@/state/workspace';
import type { RawRecord } from '@/storage';

import type { AppIds } from '../adapters';
import { openAgent, type AgentParts } from '../agent';
import { everyEntryAfter } from './read-history';
import { watchedJournal, watchedStore } from './watched-store';

/** What the app is built from, whatever the storage. */
export interface AppParts {
  readonly clock: Clock;
  readonly ids: AppIds;
  readonly agent: Omit<AgentParts, 'clock' | 'ids'>;
  readonly documents: WorkspaceDocuments;
  readonly care: StorageCare;
  readonly preferences: PreferencesStore;
}

/** A workspace that is open in this window. */
export interface OpenApp {
  readonly services: WorkspaceServices;
  readonly sessions: SessionServices;
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
  close(): void;
}

/** What the workspace starts with when it is empty. */
export type Beginning =
  | { readonly type: 'example' }
  | { readonly type: 'as-it-is' }
  | { readonly type: 'backup'; readonly snapshot: WorkspaceSnapshot };

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
  await begin(live, beginning, { parts, importSnapshot: (snapshot) => commands.importSnapshot(snapshot) });
  const agent = openAgent(
    { ...parts.agent, clock, ids },
    { live, journal: watchedJournal(storage.journal, storage.health) },
  );
  return {
    sessions: agent.services,
    services: {
      store: createWorkspaceStore(live),
      commands,
      clock,
      documents: parts.documents,
      care: parts.care,
      damaged: live.damaged,
      readLog: (range) => store.readLog(range),
    },
    health: storage.health,
    readDamaged: () => storage.readRaw(live.damaged),
    close() {
      agent.close();
      live.close();
      storage.feed.close();
      storage.close();
    },
  };
}

interface BeginningTools {
  readonly parts: AppParts;
  readonly importSnapshot: (snapshot: WorkspaceSnapshot) => Promise<unknown>;
}

async function begin(
  live: LiveWorkspace,
  beginning: Beginning,
  { parts, importSnapshot }: BeginningTools,
): Promise<void> {
  switch (beginning.type) {
    case 'as-it-is':
      return;
    case 'backup':
      await importSnapshot(beginning.snapshot);
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
