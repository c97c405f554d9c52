// Timers of a page are slowed down while it is hidden, to one a minute in the end; those of a worker are not (RELIABILITY R8).

interface Order {
  readonly id: number;
  /** Null calls it off. */
  readonly durationMs: number | null;
}

const running = new Map<number, ReturnType<typeof setTimeout>>();

function isOrder(data: unknown): data is Order {
  return typeof data === 'object' && data !== null && 'id' in data && 'durationMs' in data;
}

globalThis.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (!isOrder(data)) return;
  const { id, durationMs } = data;
  clearTimeout(running.get(id));
  running.delete(id);
  if (durationMs === null) return;
  running.set(
    id,
    setTimeout(() => {
      running.delete(id);
      globalThis.postMessage(id);
    }, durationMs),
  );
});
