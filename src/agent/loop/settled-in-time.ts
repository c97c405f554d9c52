import type { Clock, Frames } from '../ports';

/** A tool that has not answered its signal after this long holds nobody up any more. */
const patienceMs = 1_000;

/**
 * Waits for work to end: as long as it takes, or, once its signal is aborted, at most a second. Leaves no frame behind.
 *
 * @returns what the work came to, or `late` when it had not ended in time.
 */
export async function settledInTime<T>(
  work: Promise<T>,
  { signal, clock, frames }: { readonly signal: AbortSignal; readonly clock: Clock; readonly frames: Frames },
): Promise<T | 'late'> {
  const waiting: { stop: () => void } = { stop: () => undefined };
  const late = new Promise<'late'>((resolve) => {
    const begin = (): void => {
      const since = clock.now();
      const look = (): void => {
        if (clock.now() - since >= patienceMs) resolve('late');
        else waiting.stop = frames.next(look);
      };
      waiting.stop = frames.next(look);
    };
    if (signal.aborted) begin();
    else {
      signal.addEventListener('abort', begin, { once: true });
      waiting.stop = () => {
        signal.removeEventListener('abort', begin);
      };
    }
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    waiting.stop();
  }
}
