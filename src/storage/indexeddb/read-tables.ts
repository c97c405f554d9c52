import type { LogRange } from '@/agent';
import type { LogEntry } from '@/domain/deltas';

import { StorageClosedError } from '../errors';
import { logBounds } from '../records/log-bounds';
import { isLogRecord } from '../records/log-record';
import type { RawTables } from '../records/set-aside';
import type { LogMark } from '../witness';
import type { Database } from './open-database';
import { markKey } from './schema';

/** Where the log stands. */
export async function readMark(database: Database): Promise<LogMark> {
  const mark = await database.get('meta', markKey);
  if (mark === undefined) throw new StorageClosedError('cleared');
  return mark;
}

/** Every entity, unchecked, and where the log stood, in one consistent picture. */
export async function readTables(
  database: Database,
): Promise<{ readonly tables: RawTables; readonly mark: LogMark }> {
  const transaction = database.transaction(['person', 'project', 'task', 'comment', 'email', 'meta']);
  const [person, project, task, comment, email, mark] = await Promise.all([
    transaction.objectStore('person').getAll(),
    transaction.objectStore('project').getAll(),
    transaction.objectStore('task').getAll(),
    transaction.objectStore('comment').getAll(),
    transaction.objectStore('email').getAll(),
    transaction.objectStore('meta').get(markKey),
    transaction.done,
  ]);
  if (mark === undefined) throw new StorageClosedError('cleared');
  return { tables: { person, project, task, comment, email }, mark };
}

export interface LogPage {
  readonly entries: readonly LogEntry[];
  /** Sequences of entries in the range that are there and cannot be read, or are not there. */
  readonly missing: readonly number[];
}

export async function readLogPage(database: Database, range: LogRange): Promise<LogPage> {
  const transaction = database.transaction(['log', 'meta']);
  const mark = await transaction.objectStore('meta').get(markKey);
  const bounds = logBounds(range, mark?.head ?? 0);
  if (bounds === null) return { entries: [], missing: [] };
  const records = await transaction.objectStore('log').getAll(IDBKeyRange.bound(bounds.first, bounds.last));
  const entries = records
    .filter((record) => isLogRecord(record))
    .map((record): LogEntry => ({ sequence: record.sequence, commit: record.commit }));
  const found = new Set<number>(entries.map((entry) => entry.sequence));
  const missing: number[] = [];
  for (let place = bounds.first; place <= bounds.last; place += 1) {
    if (!found.has(place)) missing.push(place);
  }
  return { entries: range.order === 'oldest-first' ? entries : entries.toReversed(), missing };
}
