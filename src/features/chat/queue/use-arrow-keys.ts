import { useEffect, useRef, type RefObject } from 'react';

/** Calls back for the arrow keys that are pressed inside an element, but not in a field of it. */
export function useArrowKeys(
  element: RefObject<HTMLElement | null>,
  onArrow: (direction: 'up' | 'down') => void,
): void {
  const latest = useRef(onArrow);
  useEffect(() => {
    latest.current = onArrow;
  });
  useEffect(() => {
    const inside = element.current;
    if (inside === null) return undefined;
    function press(event: KeyboardEvent): void {
      const isArrow = event.key === 'ArrowUp' || event.key === 'ArrowDown';
      if (!isArrow || event.target instanceof HTMLTextAreaElement) return;
      event.preventDefault();
      latest.current(event.key === 'ArrowUp' ? 'up' : 'down');
    }
    inside.addEventListener('keydown', press);
    return () => {
      inside.removeEventListener('keydown', press);
    };
  }, [element]);
}
