import type { JournalRecord } from '@/agent';

import { StorageFullError } from '../errors';
import { deletedSessions, listedSessions } from '../records/session-list';
import { z } from '../records/zod';
import type { Database } from './open-database';
import { readJournal } from './read-tables';
import { looked, written } from './transactions';

/** What takes space and is not needed: sessions that were deleted, and what was kept of streams whose runs have ended. */
export interface Spare {
  readonly deletedSessions: number;
  readonly streams: number;
  /** About how much it is; a browser may give it back only a while later. */
  readonly bytes: number;
}

const nothing: Spare = { deletedSessions: 0, streams: 0, bytes: 0 };

/** Reads every journal, one after the other. */
export async function measureSpare(database: Database): Promise<Spare> {
  const { deleted, kept } = await sessionIds(database);
  let spare = nothing;
  for (const id of deleted) spare = plus(spare, spareOfDeleted(await readJournal(database, id)));
  for (const id of kept) spare = plus(spare, spareOfStreams(spentStreams(await readJournal(database, id))));
  return spare;
}

/**
 * Removes deleted sessions for good, then empties what was kept of streams. A record is emptied, not removed, because a gap in a
 * journal stands for something lost. Removing needs no space; emptying needs a little, and stops without harm where there is none.
 */
export async function freeSpare(database: Database): Promise<Spare> {
  const { deleted, kept } = await sessionIds(database);
  let freed = nothing;
  for (const id of deleted) {
    const spare = spareOfDeleted(await readJournal(database, id));
    if (await removedSession(database, id)) freed = plus(freed, spare);
  }
  try {
    for (const id of kept) {
      const spent = spentStreams(await readJournal(database, id));
      if (spent.length > 0) await emptyStreams(database, spent);
      freed = plus(freed, spareOfStreams(spent));
    }
  } catch (error) {
    if (!(error instanceof StorageFullError)) throw error;
  }
  return freed;
}

async function sessionIds(
  database: Database,
): Promise<{ readonly deleted: readonly string[]; readonly kept: readonly string[] }> {
  const rows: readonly unknown[] = await looked(database, ['sessions'], (transaction, requests) =>
    requests.read(transaction.objectStore('sessions').getAll()),
  );
  return {
    deleted: deletedSessions(rows).map((row) => row.id),
    kept: listedSessions(rows).map((row) => row.id),
  };
}

/** @returns whether it was removed: somebody may have brought it back meanwhile. */
function removedSession(database: Database, id: string): Promise<boolean> {
  return written(database, ['sessions', 'journal'], async (transaction, requests) => {
    const sessions = transaction.objectStore('sessions');
    const row: unknown = await requests.read(sessions.get(id));
    if (deletedSessions([row]).length === 0) return false;
    requests.write(sessions.delete(id));
    requests.write(transaction.objectStore('journal').delete(IDBKeyRange.bound([id], [id, []])));
    return true;
  });
}

async function emptyStreams(database: Database, spent: readonly SpentStream[]): Promise<void> {
  await written(database, ['journal'], (transaction, requests) => {
    const journal = transaction.objectStore('journal');
    for (const { record, event } of spent) {
      requests.write(journal.put({ ...record, event: { ...event, text: '', reasoning: '' } }));
    }
    return Promise.resolve();
  });
}

/** The little that this needs to know of events, so that it works whatever else a version writes. */
const checkpoint = z.looseObject({
  type: z.literal('text-checkpointed'),
  runId: z.string(),
  text: z.string(),
  reasoning: z.string(),
});
const ending = z.looseObject({ type: z.literal('run-ended'), runId: z.string() });

interface SpentStream {
  readonly record: JournalRecord;
  readonly event: z.infer<typeof checkpoint>;
}

/** What was kept of streams in case that the page dies, of runs that have ended since. */
function spentStreams(records: readonly JournalRecord[]): readonly SpentStream[] {
  const ended = new Set(
    records.flatMap(({ event }) => {
      const parsed = ending.safeParse(event);
      return parsed.success ? [parsed.data.runId] : [];
    }),
  );
  return records.flatMap((record) => {
    const { data: event } = checkpoint.safeParse(record.event);
    const isSpent = event !== undefined && ended.has(event.runId) && event.text + event.reasoning !== '';
    return isSpent ? [{ record, event }] : [];
  });
}

function spareOfDeleted(records: readonly JournalRecord[]): Spare {
  return { deletedSessions: 1, streams: 0, bytes: sizeOf(records) };
}

function spareOfStreams(spent: readonly SpentStream[]): Spare {
  const bytes = spent.reduce((total, { event }) => total + event.text.length + event.reasoning.length, 0);
  return { deletedSessions: 0, streams: spent.length, bytes };
}

function plus(left: Spare, right: Spare): Spare {
  return {
    deletedSessions: left.deletedSessions + right.deletedSessions,
    streams: left.streams + right.streams,
    bytes: left.bytes + right.bytes,
  };
}

/** About what a record takes: its text. */
function sizeOf(records: readonly JournalRecord[]): number {
  return records.reduce((total, { event }) => total + (JSON.stringify(event) ?? '').length, 0);
}
