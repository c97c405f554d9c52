import type { Lease } from '@/agent';

import type { Database } from './open-database';
import { looked, written, type WriteTransaction } from './transactions';

/** Raises the epoch of a session [S1a]. The first has epoch 1. */
export function takeLease(database: Database, sessionId: string): Promise<Lease> {
  return written(database, ['leases'], async (transaction, requests) => {
    const leases = transaction.objectStore('leases');
    const last = await requests.read(leases.get(sessionId));
    const lease = { sessionId, epoch: (last?.epoch ?? 0) + 1 };
    requests.write(leases.put(lease));
    return lease;
  });
}

export async function holdsLease(database: Database, lease: Lease): Promise<boolean> {
  const newest = await looked(database, ['leases'], (transaction, requests) =>
    requests.read(transaction.objectStore('leases').get(lease.sessionId)),
  );
  return newest?.epoch === lease.epoch;
}

/** Whether somebody has taken the session since. Asked in the transaction that writes under the lease. */
export async function isLeaseOld(lease: Lease, transaction: WriteTransaction): Promise<boolean> {
  const newest = await transaction.objectStore('leases').get(lease.sessionId);
  return newest?.epoch !== lease.epoch;
}
