import type { Upgrade } from './index';

/** No session was written before this version, so the list begins empty. */
export function migrateToVersion2({ database }: Upgrade): void {
  database.createObjectStore('sessions', { keyPath: 'id' });
}
