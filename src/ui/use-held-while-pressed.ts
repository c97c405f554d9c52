import { useEffect, useRef, useState, type PointerEvent } from 'react';

export interface HeldWhilePressed<T> {
  readonly value: T;
  readonly onPointerDown: (event: PointerEvent) => void;
}

/**
 * Keeps a value as it is from the moment a pointer goes down on what it is drawn as until the click that comes of it. A button that
 * becomes another one or moves in between would lose the click.
 */
export function useHeldWhilePressed<T>(value: T): HeldWhilePressed<T> {
  const [held, setHeld] = useState<{ readonly value: T } | null>(null);
  const isHeld = held !== null;
  const frame = useRef(0);

  useEffect(() => {
    if (!isHeld) return undefined;
    const over = new AbortController();
    /** The click follows the end of the press, by a finger a moment later. */
    const letGo = (): void => {
      cancelAnimationFrame(frame.current);
      frame.current = requestAnimationFrame(() => {
        frame.current = requestAnimationFrame(() => {
          setHeld(null);
        });
      });
    };
    for (const type of pressEnds) {
      window.addEventListener(type, letGo, { signal: over.signal });
    }
    return () => {
      over.abort();
      cancelAnimationFrame(frame.current);
    };
  }, [isHeld]);

  return {
    value: held === null ? value : held.value,
    onPointerDown({ button, target, currentTarget }) {
      // Neither a menu nor a scrollbar is a press of what is drawn, and of some of them nobody hears the end.
      if (button !== 0 || target === currentTarget) return;
      cancelAnimationFrame(frame.current);
      setHeld((before) => before ?? { value });
    },
  };
}

const pressEnds = ['pointerup', 'mouseup', 'dragend', 'pointercancel', 'contextmenu', 'blur'] as const;
