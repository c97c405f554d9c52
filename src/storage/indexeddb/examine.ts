import { emptyChain } from '../records/chain';
import { isLogMark, suspicionIn, type LogMark, type Suspicion } from '../witness';
import type { Database } from './open-database';
import { markKey } from './schema';
import { looked, written } from './transactions';

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
  const { stored, mark, suspicion } = await looked(
    database,
    ['log', 'meta'],
    async (transaction, requests) => {
      const log = transaction.objectStore('log');
      const [present, count, newest] = await Promise.all([
        requests.read(transaction.objectStore('meta').get(markKey)),
        requests.read(log.count()),
        requests.read(log.openCursor(null, 'prev')),
      ]);
      const known = isLogMark(present) ? present : null;
      const found: LogMark = {
        databaseId: known?.databaseId ?? spareDatabaseId,
        head: newest?.value.sequence ?? 0,
        count,
        chain: newest?.value.chain ?? emptyChain,
      };
      const suspicions = await Promise.all(
        [...(known === null ? [] : [known]), ...remembered].map(async (expected) => {
          const entry = await requests.read(log.get(expected.head));
          return suspicionIn({ expected, found, chainAtExpected: entry?.chain ?? null });
        }),
      );
      return { stored: known, mark: found, suspicion: suspicions.find((each) => each !== null) ?? null };
    },
  );
  if (stored === null) await writeMark(database, mark);
  return { mark, suspicion };
}

/** Makes the database remember its log as it is. */
export async function writeMark(database: Database, mark: LogMark): Promise<void> {
  await written(database, ['meta'], (transaction, requests) => {
    requests.write(transaction.objectStore('meta').put(mark, markKey));
    return Promise.resolve();
  });
}
