import type { DBSchema } from 'idb';

import type { JournalRecord, Lease } from '@/agent';
import type { EntityKind } from '@/domain/workspace';

import type { LogRecord } from '../records/log-record';
import type { SessionRow } from '../records/session-list';
import type { LogMark } from '../witness';

/** What an entity table holds as far as anybody may trust: something, under its id. Each record is checked when it is read [S4]. */
export interface StoredEntity {
  readonly id: string;
}

interface EntityTable {
  key: string;
  value: StoredEntity;
}

/** A record that could not be used and stood where a new one had to go. Kept for ever, never read by the app. */
export interface DisplacedRecord {
  readonly table: EntityKind;
  readonly record: unknown;
}

/** The database `momentum`, as the newest migration leaves it. */
export interface MomentumSchema extends DBSchema {
  person: EntityTable;
  project: EntityTable;
  task: EntityTable;
  comment: EntityTable;
  email: EntityTable;
  log: { key: number; value: LogRecord; indexes: { commitId: string } };
  journal: { key: [string, number]; value: JournalRecord };
  sessions: { key: string; value: SessionRow };
  leases: { key: string; value: Lease };
  displaced: { key: number; value: DisplacedRecord };
  meta: { key: string; value: LogMark };
}

/** The key in `meta` of where the log stands. */
export const markKey = 'workspace';
