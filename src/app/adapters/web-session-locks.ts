import type { SessionLocks } from '@/agent';
import type { SessionId } from '@/domain/sessions';

/** What of the browser's `LockManager` is needed. */
export interface Locks {
  request(name: string, options: { ifAvailable: true }, work: (lock: unknown) => unknown): Promise<unknown>;
}

/**
 * One window drives a session [S1]: it holds the Web Lock of that name, which the browser takes back when the window is gone.
 *
 * @param locks - null in a browser without them: then this window is taken for the only one.
 */
export function webSessionLocks(locks: Locks | null, workspaceName: string): SessionLocks {
  return locks === null ? ownLocks() : { tryHold: (id) => tryHold(locks, `${workspaceName}.session.${id}`) };
}

function tryHold(locks: Locks, name: string): Promise<(() => void) | null> {
  return new Promise((resolve, reject) => {
    locks
      .request(name, { ifAvailable: true }, (lock) => {
        if (lock === null) {
          resolve(null);
          return undefined;
        }
        return new Promise<void>((release) => {
          resolve(release);
        });
      })
      .catch(reject);
  });
}

function ownLocks(): SessionLocks {
  const held = new Set<SessionId>();
  return {
    tryHold(id) {
      if (held.has(id)) return Promise.resolve(null);
      held.add(id);
      return Promise.resolve(() => held.delete(id));
    },
  };
}
