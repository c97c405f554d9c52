import type { SessionHold, SessionLocks } from '@/agent';
import type { SessionId } from '@/domain/sessions';
import type { TabLocks } from '@/sync/tabs';

/** The part of the browser's locks that is used. */
export interface Locks {
  request(
    name: string,
    options: LockOptions,
    work: (lock: Pick<Lock, 'name'> | null) => Promise<void> | undefined,
  ): Promise<unknown>;
}

/**
 * One window drives a session [S1]: it holds the Web Lock of that name, which the browser takes back when the window is gone.
 *
 * @param locks - null in a browser without them: then this window is taken for the only one, and the leases in storage keep it from
 * writing into what another one does.
 */
export function webSessionLocks(locks: Locks | null, workspaceName: string): SessionLocks & TabLocks {
  if (locks === null) return ownLocks();
  const nameOf = (id: SessionId): string => `${workspaceName}.session.${id}`;
  return {
    tryHold: (id) => held(locks, nameOf(id), { ifAvailable: true }),
    wait: (id, signal) => held(locks, nameOf(id), { signal }),
    steal: (id) => held(locks, nameOf(id), { steal: true }),
  };
}

/** Null when it was not granted: somebody has it, or nobody wants it any more. */
function held(locks: Locks, name: string, options: LockOptions): Promise<SessionHold | null> {
  return new Promise((resolve, reject) => {
    const lost = new AbortController();
    let isGranted = false;
    const request = locks.request(name, options, (lock) => {
      if (lock === null) {
        resolve(null);
        return undefined;
      }
      isGranted = true;
      return new Promise<void>((release) => {
        resolve({ release, lost: lost.signal });
      });
    });
    request.catch((error: unknown) => {
      // After it was granted only one thing makes a request fail: another window has stolen the lock.
      if (isGranted) lost.abort();
      else if (options.signal?.aborted === true) resolve(null);
      else reject(error instanceof Error ? error : new Error('The browser gave no lock.', { cause: error }));
    });
  });
}

function ownLocks(): SessionLocks & TabLocks {
  const taken = new Set<SessionId>();
  const hold = (id: SessionId): SessionHold => {
    taken.add(id);
    return {
      release: () => {
        taken.delete(id);
      },
      lost: new AbortController().signal,
    };
  };
  return {
    tryHold: (id) => Promise.resolve(taken.has(id) ? null : hold(id)),
    // Whatever another window does cannot be seen here, so there is nothing to wait for.
    wait: () => Promise.resolve(null),
    steal: () => Promise.resolve(null),
  };
}
