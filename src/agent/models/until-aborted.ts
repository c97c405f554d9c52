/** Settles as the work does, or rejects as soon as the signal is aborted, whether the work listens or not. Leaves no listener behind. */
export async function untilAborted<T>(work: PromiseLike<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  return new Promise<T>((resolve, reject) => {
    const stop = (): void => {
      reject(new DOMException('The run was stopped.', 'AbortError'));
    };
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    // Settling a promise that is settled does nothing, so whichever comes second is simply not heard.
    work.then(resolve, reject);
    const forget = (): void => {
      signal.removeEventListener('abort', stop);
    };
    work.then(forget, forget);
  });
}
