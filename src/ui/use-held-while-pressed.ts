import { useEffect, useState } from 'react';

export interface HeldWhilePressed<T> {
  readonly value: T;
  readonly onPointerDown: () => void;
}

/**
 * Keeps a value as it is from the moment a pointer goes down on what it is drawn as until the click that comes of it. A button that
 * becomes another one or moves in between would lose the click.
 */
export function useHeldWhilePressed<T>(value: T): HeldWhilePressed<T> {
  const [held, setHeld] = useState<{ readonly value: T } | null>(null);
  const isHeld = held !== null;

  useEffect(() => {
    if (!isHeld) return undefined;
    const over = new AbortController();
    let frame = 0;
    /** The click follows the end of the press, by a finger a moment later. */
    const letGo = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(() => {
          setHeld(null);
        });
      });
    };
    for (const type of pressEnds) {
      window.addEventListener(type, letGo, { signal: over.signal });
    }
    return () => {
      over.abort();
      cancelAnimationFrame(frame);
    };
  }, [isHeld]);

  return {
    value: held === null ? value : held.value,
    onPointerDown() {
      setHeld({ value });
    },
  };
}

const pressEnds = ['pointerup', 'mouseup', 'dragend', 'pointercancel', 'blur'] as const;
