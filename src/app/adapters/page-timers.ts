import type { TabTimers } from '@/sync/tabs';

/** The part of a worker that is used. */
export type TimerWorker = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>;

/** Timers of the page itself: late while it is hidden, and better than none. */
function ownTimers(page: Window): TabTimers {
  return {
    now: () => page.performance.now(),
    after(durationMs, callback) {
      const timer = page.setTimeout(callback, durationMs);
      return () => {
        page.clearTimeout(timer);
      };
    },
  };
}

/**
 * Timers that keep time while the page is hidden, and stand still while it is frozen or hangs: the worker counts, and the page must be
 * able to hear it.
 *
 * @param makeWorker - null where the browser gives none.
 */
export function pageTimers(page: Window, makeWorker: () => TimerWorker | null): TabTimers {
  const worker = makeWorker();
  if (worker === null) return ownTimers(page);
  const own = ownTimers(page);
  const waiting = new Map<number, () => void>();
  let count = 0;
  let isBroken = false;

  worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data !== 'number') return;
    const callback = waiting.get(data);
    waiting.delete(data);
    callback?.();
  });
  // Its file could not be loaded: what waits is called by the page.
  worker.addEventListener('error', () => {
    isBroken = true;
    const lost = [...waiting.values()];
    waiting.clear();
    for (const callback of lost) own.after(0, callback);
  });

  return {
    now: () => own.now(),
    after(durationMs, callback) {
      if (isBroken) return own.after(durationMs, callback);
      count += 1;
      const id = count;
      waiting.set(id, callback);
      worker.postMessage({ id, durationMs });
      return () => {
        if (waiting.delete(id)) worker.postMessage({ id, durationMs: null });
      };
    },
  };
}
