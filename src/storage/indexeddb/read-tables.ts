import type { JournalRecord, LogRange } from '@/agent';
import type { LogEntry } from '@/domain/deltas';
import { entityKinds, type EntityKind } from '@/domain/workspace';

import { StorageClosedError } from '../errors';
import { logBounds, type LogBounds } from '../records/log-bounds';
import { isLogRecord } from '../records/log-record';
import type { RawTables } from '../records/set-aside';
import type { LogMark } from '../witness';
import type { Database } from './open-database';
import { markKey } from './schema';
import { looked } from './transactions';

/** Where the log stands. */
export function readMark(database: Database): Promise<LogMark> {
  return looked(database, ['meta'], async (transaction, requests) => {
    const mark = await requests.read(transaction.objectStore('meta').get(markKey));
    if (mark === undefined) throw new StorageClosedError('cleared');
    return mark;
  });
}

/** The journal of one session behind a place, oldest first. */
export function readJournal(
  database: Database,
  sessionId: string,
  after = 0,
): Promise<readonly JournalRecord[]> {
  // An array sorts after every number, so this is every later sequence of the session and of no other.
  const everySequence = IDBKeyRange.bound([sessionId, after], [sessionId, []], true);
  return looked(database, ['journal'], (transaction, requests) =>
    requests.read(transaction.objectStore('journal').getAll(everySequence)),
  );
}

/** Every entity, unchecked, and where the log stood, in one consistent picture. */
export function readTables(
  database: Database,
): Promise<{ readonly tables: RawTables; readonly mark: LogMark }> {
  return looked(database, [...entityKinds, 'meta'], async (transaction, requests) => {
    const all = (kind: EntityKind) => requests.read(transaction.objectStore(kind).getAll());
    const [person, project, task, comment, email, mark] = await Promise.all([
      all('person'),
      all('project'),
      all('task'),
      all('comment'),
      all('email'),
      requests.read(transaction.objectStore('meta').get(markKey)),
    ]);
    if (mark === undefined) throw new StorageClosedError('cleared');
    return { tables: { person, project, task, comment, email }, mark };
  });
}

export interface LogPage {
  readonly entries: readonly LogEntry[];
  /** Sequences in the range whose entries are not there or cannot be read. */
  readonly missing: readonly number[];
}

export function readLogPage(database: Database, range: LogRange): Promise<LogPage> {
  return looked(database, ['log', 'meta'], async (transaction, requests) => {
    const mark = await requests.read(transaction.objectStore('meta').get(markKey));
    const bounds = logBounds(range, mark?.head ?? 0);
    if (bounds === null) return { entries: [], missing: [] };
    const between = IDBKeyRange.bound(bounds.first, bounds.last);
    const records = await requests.read(transaction.objectStore('log').getAll(between));
    return pageOf(records, bounds, range.order);
  });
}

function pageOf(records: readonly unknown[], bounds: LogBounds, order: LogRange['order']): LogPage {
  const entries = records
    .filter((record) => isLogRecord(record))
    .map((record): LogEntry => ({ sequence: record.sequence, commit: record.commit }));
  const found = new Set<number>(entries.map((entry) => entry.sequence));
  const missing: number[] = [];
  for (let place = bounds.first; place <= bounds.last; place += 1) {
    if (!found.has(place)) missing.push(place);
  }
  return { entries: order === 'oldest-first' ? entries : entries.toReversed(), missing };
}
