import { emptyChain } from '../records/chain';
import { isLogMark, suspicionIn, type LogMark, type Suspicion } from '../witness';
import type { Database } from './open-database';
import { markKey } from './schema';
import { written } from './transactions';

/** What a first look into the database tells. */
export interface Findings {
  /** Where the log really stands. */
  readonly mark: LogMark;
  readonly suspicion: Suspicion | null;
}

/**
 * Compares the log with what the database itself and its witnesses remember of it. Reads a handful of records, however long it is.
 *
 * @param spareDatabaseId - for a database that has lost its mark, which is then written anew from the log.
 */
export async function examine(
  database: Database,
  remembered: readonly LogMark[],
  spareDatabaseId: string,
): Promise<Findings> {
  const transaction = database.transaction(['log', 'meta']);
  const log = transaction.objectStore('log');
  const [stored, count, newest] = await Promise.all([
    transaction.objectStore('meta').get(markKey),
    log.count(),
    log.openCursor(null, 'prev'),
  ]);
  const hasMark = isLogMark(stored);
  const mark: LogMark = {
    databaseId: hasMark ? stored.databaseId : spareDatabaseId,
    head: newest?.value.sequence ?? 0,
    count,
    chain: newest?.value.chain ?? emptyChain,
  };
  const expectations = hasMark ? [stored, ...remembered] : remembered;
  const suspicions = await Promise.all(
    expectations.map(async (expected) => {
      const entry = await log.get(expected.head);
      return suspicionIn({ expected, found: mark, chainAtExpected: entry?.chain ?? null });
    }),
  );
  await transaction.done;
  if (!hasMark) await writeMark(database, mark);
  return { mark, suspicion: suspicions.find((each) => each !== null) ?? null };
}

/** Makes the database remember its log as it is. */
export async function writeMark(database: Database, mark: LogMark): Promise<void> {
  await written(database, ['meta'], (transaction, pending) => {
    pending.push(transaction.objectStore('meta').put(mark, markKey));
    return Promise.resolve();
  });
}
