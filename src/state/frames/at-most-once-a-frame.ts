import type { Frames } from '@/agent';

/** What lands on the screen: at once, or with the next frame. Either way what comes last wins. */
interface Landing<Value> {
  /** Lands now; what was waiting is forgotten. */
  now(value: Value): void;
  /** Lands with the next frame, unless something newer comes before it. */
  withNextFrame(value: Value): void;
  /** What is waiting lands now. */
  flush(): void;
  /** What is waiting is forgotten. */
  drop(): void;
}

/**
 * Lets what an agent changes land at most once a frame: it works faster than anything can be drawn, and drawing every step in between
 * keeps the page from storing the next one. What a person does lands at once.
 */
export function atMostOnceAFrame<Value>(frames: Frames, land: (value: Value) => void): Landing<Value> {
  let waiting: { readonly value: Value } | null = null;
  let cancelFrame: (() => void) | null = null;

  function taken(): { readonly value: Value } | null {
    const due = waiting;
    waiting = null;
    cancelFrame?.();
    cancelFrame = null;
    return due;
  }

  function flush(): void {
    const due = taken();
    if (due !== null) land(due.value);
  }

  return {
    now(value) {
      taken();
      land(value);
    },
    withNextFrame(value) {
      waiting = { value };
      cancelFrame ??= frames.next(flush);
    },
    flush,
    drop: () => {
      taken();
    },
  };
}
