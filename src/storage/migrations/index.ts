import { migrateToVersion1 } from './version-1';
import { migrateToVersion2 } from './version-2';
import { migrateToVersion3 } from './version-3';

/** The database while it changes from one version to the next. */
export interface Upgrade {
  readonly database: IDBDatabase;
  readonly transaction: IDBTransaction;
  /** The id that a new database gets, for ever. */
  readonly newDatabaseId: string;
}

export interface Migration {
  readonly version: number;
  /** One line: why stored data had to change. */
  readonly reason: string;
  /** Starts its requests and returns; the upgrade's own transaction makes it whole or nothing. */
  readonly migrate: (upgrade: Upgrade) => void;
}

/** Every version of the stored data, oldest first. Entries are never edited; `fixtures/` holds a database of each version [S4]. */
export const migrations: readonly Migration[] = [
  {
    version: 1,
    reason:
      'The first: entities by kind, the log of commits, the journal of sessions, and where the log stands.',
    migrate: migrateToVersion1,
  },
  {
    version: 2,
    reason: 'A list of the sessions, so that showing it does not take reading their journals.',
    migrate: migrateToVersion2,
  },
  {
    version: 3,
    reason: 'Which window may write to a session, so that one that was frozen meanwhile cannot.',
    migrate: migrateToVersion3,
  },
];

/** The version that a list of migrations leads to. */
export function newestVersion(list: readonly Migration[]): number {
  return Math.max(...list.map((migration) => migration.version));
}

/** Takes a database from the version it has (0: it is new) to the newest of the list. */
export function migrate(list: readonly Migration[], upgrade: Upgrade, fromVersion: number): void {
  for (const migration of list) {
    if (migration.version > fromVersion) migration.migrate(upgrade);
  }
}
