import { openDB, unwrap, type IDBPDatabase } from 'idb';

import { StorageClosedError, StorageUnavailableError } from '../errors';
import { migrate, newestVersion, type Migration } from '../migrations';
import type { MomentumSchema } from './schema';

export type Database = IDBPDatabase<MomentumSchema>;

/** Why a connection was lost: a newer version of the app wants the database, or the browser has removed it. */
export type LostReason = 'newer-version-open' | 'cleared';

export interface OpenRequest {
  readonly name: string;
  readonly migrations: readonly Migration[];
  /** `null` when the database must be there already: a new, empty one would hide that the old one is gone. */
  readonly newDatabaseId: string | null;
  /** An upgrade waits for a tab that still uses the older version. It goes on when that tab lets go. */
  readonly onBlocked: (openVersion: number) => void;
  /** Called when the connection is closed already. */
  readonly onLost: (reason: LostReason) => void;
}

/**
 * Opens the database and brings it to the current version.
 *
 * @throws StorageUnavailableError, StorageClosedError when it should be there and is not, or what the browser reports.
 */
export async function openDatabase(request: OpenRequest): Promise<Database> {
  if (!('indexedDB' in globalThis)) throw new StorageUnavailableError('missing');
  let isMissing = false;
  try {
    return await openDB<MomentumSchema>(request.name, newestVersion(request.migrations), {
      upgrade(database, fromVersion, ...[_toVersion, transaction]) {
        // The opening itself says when the upgrade fails.
        transaction.done.catch(() => undefined);
        if (request.newDatabaseId === null && fromVersion === 0) {
          isMissing = true;
          transaction.abort();
          return;
        }
        // The typed wrapper knows the newest schema only; migrations work on what is really there.
        migrate(
          request.migrations,
          {
            database: unwrap(database),
            transaction: unwrap(transaction),
            newDatabaseId: request.newDatabaseId ?? '',
          },
          fromVersion,
        );
      },
      blocked(openVersion) {
        request.onBlocked(openVersion);
      },
      blocking(_openVersion, wantedVersion, event) {
        // At once, before anything else runs: the other side waits for every connection to close.
        if (event.target instanceof IDBDatabase) event.target.close();
        request.onLost(wantedVersion === null ? 'cleared' : 'newer-version-open');
      },
      terminated() {
        request.onLost('cleared');
      },
    });
  } catch (error) {
    throw isMissing ? new StorageClosedError('cleared', { cause: error }) : error;
  }
}
