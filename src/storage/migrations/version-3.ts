import type { Upgrade } from './index';

/** Nobody had a lease before this version: the first that is taken has epoch 1. */
export function migrateToVersion3({ database }: Upgrade): void {
  database.createObjectStore('leases', { keyPath: 'sessionId' });
}
