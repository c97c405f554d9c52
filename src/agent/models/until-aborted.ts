/** Settles as the work does, or rejects as soon as the signal is aborted, whether the work listens or not. Leaves no listener behind. */
export async function untilAborted<T>(work: PromiseLike<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  let stop: () => void = () => undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => {
      reject(new DOMException('The run was stopped.', 'AbortError'));
    };
  });
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
    // Whichever of the two lost may still reject, to nobody.
    Promise.resolve(work).catch(() => undefined);
    aborted.catch(() => undefined);
  }
}
