import { useEffect, useRef, type RefObject } from 'react';

/**
 * Listens to the keys pressed anywhere inside an element. Menus and dialogs that its parts open stand elsewhere in the page, and their
 * keys do not come by here, as they would with React's own events.
 */
export function useKeys(element: RefObject<HTMLElement | null>, onKey: (event: KeyboardEvent) => void): void {
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    const target = element.current;
    const listen = (event: KeyboardEvent): void => {
      latest.current(event);
    };
    target?.addEventListener('keydown', listen);
    return () => target?.removeEventListener('keydown', listen);
  }, [element]);
}
