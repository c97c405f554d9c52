import type { WorkspaceStore } from '@/agent';

import {
  StorageAsleepError,
  StorageBlockedError,
  StorageClosedError,
  StorageUnavailableError,
} from '../errors';
import { migrations as allMigrations, newestVersion, type Migration } from '../migrations';
import type { ErasedDatabases, LogMark, Suspicion, Witness } from '../witness';
import { Connection } from './connection';
import { examine, writeMark } from './examine';
import { IndexedDbWorkspaceStore } from './indexeddb-workspace-store';
import { openDatabase, type Database, type LostReason } from './open-database';
import { newerError } from './read-newer';
import { readMark } from './read-tables';

/** What the app tells the person while the workspace is open. After the first two, the store refuses everything until a reload. */
export type StorageEvent =
  | { readonly type: LostReason }
  | { readonly type: 'entries-missing'; readonly sequences: readonly number[] };

export interface OpenOptions {
  /** Makes the id of a new database. */
  readonly newDatabaseId: () => string;
  readonly witnesses: readonly Witness[];
  readonly onEvent: (event: StorageEvent) => void;
  /** Databases that the person has erased: what a witness still remembers of them is no loss. */
  readonly erased?: Pick<ErasedDatabases, 'has' | 'strikeOff'>;
  /** Where the browser says that it freezes this page: its document. */
  readonly page?: EventTarget;
  readonly name?: string;
  /** How long to wait for tabs that do not let go, ms. */
  readonly timeLimitMs?: number;
  /** What leads to the shape of the data that the app uses; another list only to try an upgrade. */
  readonly migrations?: readonly Migration[];
}

/**
 * How opening ended. `suspicious`: a witness remembers more than the database holds, so the app shows what can be done before it
 * shows an empty workspace (RELIABILITY R10). Until the person accepts what is there it can only be read, and the witnesses keep what
 * they remember.
 */
export type OpenedWorkspace =
  | { readonly type: 'ready'; readonly store: IndexedDbWorkspaceStore }
  | {
      readonly type: 'suspicious';
      readonly suspicion: Suspicion;
      readonly reader: WorkspaceReader;
      readonly acceptCurrent: () => Promise<IndexedDbWorkspaceStore>;
    };

/** A workspace that can be looked at and exported, not changed. */
export type WorkspaceReader = Pick<WorkspaceStore, 'load' | 'readLog' | 'readJournal'>;

/** Opening waits this long for other tabs unless told otherwise (RELIABILITY R12). */
const patienceMs = 3_000;

/**
 * Opens the workspace of this device, or makes a new one.
 *
 * An upgrade waits for every other connection, and a look waits for every open transaction. Tabs let go when asked; one that is
 * frozen does not, and then no event ever comes. Hence the time limit; a connection that arrives later is closed at once.
 *
 * @throws StorageError: `storage-unavailable`, `storage-asleep`, `storage-blocked`, `storage-newer`, `storage-full` or
 * `storage-failed`.
 */
export async function openWorkspaceDatabase(options: OpenOptions): Promise<OpenedWorkspace> {
  const { witnesses, onEvent, name = 'momentum', timeLimitMs = patienceMs } = options;
  const { migrations = allMigrations, page = new EventTarget() } = options;
  let knownId: string | null = null;
  let blocked: StorageBlockedError | null = null;

  const connection = new Connection(async () => {
    const database = await openDatabase({
      name,
      migrations,
      newDatabaseId: knownId === null ? options.newDatabaseId() : null,
      onBlocked(openVersion) {
        blocked = new StorageBlockedError(openVersion, newestVersion(migrations));
      },
      onLost(reason) {
        connection.close(reason);
        onEvent({ type: reason });
      },
    });
    if (knownId !== null) await refuseAnother(database, knownId);
    return database;
  }, page);

  const opening = recalledBy(witnesses).then((recalled) => {
    const remembered = recalled.filter((mark) => options.erased?.has(mark.databaseId) !== true);
    return connection.run((database) => examine(database, remembered, options.newDatabaseId()));
  });
  const { mark, suspicion } = await withinLimit(opening, timeLimitMs, () => {
    connection.close('closed');
    return blocked ?? new StorageAsleepError();
  }).catch(async (error: unknown) => {
    connection.close('closed');
    throw await openingFault(error, name);
  });
  knownId = mark.databaseId;
  options.erased?.strikeOff(mark.databaseId);

  const storeWith = (told: readonly Witness[]): IndexedDbWorkspaceStore =>
    new IndexedDbWorkspaceStore(connection, mark, {
      witnesses: told,
      onMissingEntries(sequences) {
        onEvent({ type: 'entries-missing', sequences });
      },
    });
  if (suspicion === null) {
    for (const witness of witnesses) witness.note(mark);
    return { type: 'ready', store: storeWith(witnesses) };
  }
  return {
    type: 'suspicious',
    suspicion,
    reader: storeWith([]),
    async acceptCurrent() {
      await connection.run((database) => writeMark(database, mark));
      for (const witness of witnesses) witness.replace(mark);
      // Not before they have: a reload right after would find the old memory, and ask the person again.
      await Promise.all(witnesses.map((witness) => witness.settled()));
      return storeWith(witnesses);
    },
  };
}

/** How long a witness may take to remember, ms; a place that does not answer must not keep the person out. */
const recallLimitMs = 1_000;

async function recalledBy(witnesses: readonly Witness[]): Promise<readonly LogMark[]> {
  const recollections = witnesses.map((witness) =>
    withinLimit(witness.recall(), recallLimitMs, () => new Error('The witness did not answer.')).catch(
      () => null,
    ),
  );
  return (await Promise.all(recollections)).filter((mark) => mark !== null);
}

/** A database with another id has taken the place of ours: what this window shows is not in it. */
async function refuseAnother(database: Database, knownId: string): Promise<void> {
  const mark = await readMark(database);
  if (mark.databaseId === knownId) return;
  database.close();
  throw new StorageClosedError('cleared');
}

async function openingFault(error: unknown, name: string): Promise<unknown> {
  if (error instanceof Error && error.name === 'VersionError') return newerError(name, error);
  // Older private windows let one ask for a database and refuse to open it.
  if (error instanceof StorageClosedError && error.reason === 'closed') {
    return new StorageUnavailableError('refused', { cause: error });
  }
  return error;
}

/** The value, or the error that `errorAtLimit` makes when it takes too long. */
async function withinLimit<Value>(
  work: Promise<Value>,
  timeLimitMs: number,
  errorAtLimit: () => Error,
): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(errorAtLimit());
    }, timeLimitMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
