import type { StorageCare } from '@/agent';

/**
 * Asks the browser itself.
 *
 * @param manager - `navigator.storage`; `undefined` on insecure pages and in old browsers.
 */
export function browserStorageCare(
  manager: Pick<StorageManager, 'persist' | 'persisted' | 'estimate'> | undefined,
): StorageCare {
  return {
    async requestPersistence() {
      if (manager === undefined) return 'unsupported';
      try {
        const isPersisted = (await manager.persisted()) || (await manager.persist());
        return isPersisted ? 'granted' : 'refused';
      } catch {
        return 'refused';
      }
    },
    async estimate() {
      try {
        const { usage, quota } = (await manager?.estimate()) ?? {};
        return usage === undefined || quota === undefined ? null : { usageBytes: usage, quotaBytes: quota };
      } catch {
        return null;
      }
    },
  };
}
