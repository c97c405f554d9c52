import type { CommitRequest, JournalRecord, Lease } from '@/agent';
import { applyDeltas, sequence, targetOf, type Delta, type LogEntry } from '@/domain/deltas';
import {
  emptyWorkspace,
  findEntity,
  putEntity,
  type Entity,
  type EntityKind,
  type IdOf,
} from '@/domain/workspace';

import { JournalConflictError, LeaseLostError, StorageClosedError } from '../errors';
import { isEntity } from '../records/entity-records';
import type { LogMark } from '../witness';
import { isLeaseOld } from './leases';
import type { Database } from './open-database';
import { markKey, type StoredEntity } from './schema';
import { written, type Requests, type Table, type WriteTransaction } from './transactions';

/** A commit, the place in the log it was made for, and the chain value there, worked out before the transaction begins. */
export interface PreparedCommit {
  readonly request: CommitRequest;
  readonly expected: LogMark;
  readonly chain: string;
  /** Entities (`entityKey`) that could not be used when the workspace was loaded; creating one anew moves the old record away. */
  readonly setAside: ReadonlySet<string>;
}

/** `known`: a commit with this id is in the log already. `moved`: the log does not stand where it was expected. */
export type WriteOutcome =
  | { readonly type: 'committed'; readonly entry: LogEntry; readonly mark: LogMark }
  | { readonly type: 'known'; readonly entry: LogEntry; readonly mark: LogMark }
  | { readonly type: 'moved'; readonly mark: LogMark };

export function entityKey(kind: string, id: string): string {
  return `${kind} ${id}`;
}

/**
 * Writes the commit, its log entry and its journal records in one strict transaction, unless the log has moved [W4].
 *
 * New entities are added without looking first, which halves the cost of an import. Only when one of them is there already is the
 * commit tried again with a look at each.
 *
 * @throws DeltaMismatchError, JournalConflictError, LeaseLostError, StorageError; then nothing was written.
 */
export async function writeCommit(database: Database, prepared: PreparedCommit): Promise<WriteOutcome> {
  try {
    return await attempt(database, prepared, false);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ConstraintError') throw error;
    return attempt(database, prepared, true);
  }
}

function attempt(database: Database, prepared: PreparedCommit, looksFirst: boolean): Promise<WriteOutcome> {
  const { request, expected, chain } = prepared;
  const touched = touchedEntities(request.commit.deltas);
  return written(database, tablesFor(request, touched), async (transaction, requests) => {
    const log = transaction.objectStore('log');
    const meta = transaction.objectStore('meta');
    // One round trip for everything there is to read; a commit's latency is made of them.
    const [mark, known, changes, taken, oldLease] = await Promise.all([
      requests.read(meta.get(markKey)),
      requests.read(log.index('commitId').get(request.commit.id)),
      requests.read(Promise.all(touched.map((each) => changeTo(each, transaction, looksFirst)))),
      requests.read(takenPlace(request, transaction)),
      requests.read(oldLeaseOf(request, transaction)),
    ]);
    if (mark === undefined) throw new StorageClosedError('cleared');
    if (known !== undefined) {
      return { type: 'known', entry: { sequence: known.sequence, commit: known.commit }, mark };
    }
    if (oldLease !== null) throw new LeaseLostError(oldLease.sessionId);
    if (mark.head !== request.base || mark.chain !== expected.chain) return { type: 'moved', mark };
    if (taken !== undefined) throw new JournalConflictError(taken.sessionId, taken.sequence);

    for (const change of changes) writeChange(change, prepared, { transaction, requests });
    for (const record of request.journal) {
      requests.write(transaction.objectStore('journal').add(record));
    }
    const entry = { sequence: sequence(mark.head + 1), commit: request.commit };
    const next = { ...mark, head: entry.sequence, count: mark.count + 1, chain };
    requests.write(log.add({ ...entry, chain }));
    requests.write(meta.put(next, markKey));
    return { type: 'committed', entry, mark: next };
  });
}

/** One entity of a commit, and all that the commit does to it. */
interface TouchedEntity {
  readonly kind: EntityKind;
  readonly id: IdOf<EntityKind>;
  readonly deltas: readonly Delta[];
}

function touchedEntities(deltas: readonly Delta[]): readonly TouchedEntity[] {
  const byKey = new Map<string, TouchedEntity & { readonly deltas: Delta[] }>();
  for (const delta of deltas) {
    const id = targetOf(delta);
    const key = entityKey(delta.kind, id);
    const touched = byKey.get(key);
    if (touched === undefined) byKey.set(key, { kind: delta.kind, id, deltas: [delta] });
    else touched.deltas.push(delta);
  }
  return [...byKey.values()];
}

function tablesFor(request: CommitRequest, touched: readonly TouchedEntity[]): Table[] {
  const kinds = new Set(touched.map((each) => each.kind));
  return [
    'log',
    'meta',
    'displaced',
    ...kinds,
    ...(request.journal.length > 0 ? ['journal' as const] : []),
    ...(request.lease === undefined ? [] : ['leases' as const]),
  ];
}

/** A touched entity with the record under its id, as far as anybody looked. */
interface Change extends TouchedEntity {
  readonly present: StoredEntity | undefined;
  readonly isSeen: boolean;
}

async function changeTo(
  touched: TouchedEntity,
  transaction: WriteTransaction,
  looksFirst: boolean,
): Promise<Change> {
  const isNew = touched.deltas.length === 1 && touched.deltas[0]?.type === 'create';
  if (isNew && !looksFirst) {
    return { ...touched, present: undefined, isSeen: false };
  }
  const present = await transaction.objectStore(touched.kind).get(touched.id);
  return { ...touched, present, isSeen: true };
}

async function oldLeaseOf({ lease }: CommitRequest, transaction: WriteTransaction): Promise<Lease | null> {
  return lease !== undefined && (await isLeaseOld(lease, transaction)) ? lease : null;
}

/** The first journal record whose place holds another one already. */
async function takenPlace(
  { journal }: CommitRequest,
  transaction: WriteTransaction,
): Promise<JournalRecord | undefined> {
  const keys = await Promise.all(
    journal.map(async (record) =>
      transaction.objectStore('journal').getKey([record.sessionId, record.sequence]),
    ),
  );
  return journal.find((_record, index) => keys[index] !== undefined);
}

function writeChange(
  change: Change,
  { setAside }: PreparedCommit,
  { transaction, requests }: { readonly transaction: WriteTransaction; readonly requests: Requests },
): void {
  const { kind, id, present } = change;
  const table = transaction.objectStore(kind);
  const isUsable = isEntity(kind, present) && !setAside.has(entityKey(kind, id));
  const after = entityAfter(change, isUsable ? present : undefined);
  if (present !== undefined && !isUsable) {
    requests.write(transaction.objectStore('displaced').add({ table: kind, record: present }));
  }
  if (after === undefined) requests.write(table.delete(id));
  else requests.write(change.isSeen ? table.put(after) : table.add(after));
}

/** The domain decides what deltas do; here it does so for one entity at a time. */
function entityAfter({ kind, id, deltas }: TouchedEntity, present: Entity | undefined): Entity | undefined {
  const before = present === undefined ? emptyWorkspace() : putEntity(emptyWorkspace(), kind, present);
  return findEntity<EntityKind>(applyDeltas(before, deltas), kind, id);
}
