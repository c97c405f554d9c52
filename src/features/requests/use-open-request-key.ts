import { useEffect } from 'react';

/** Alt+A goes to the newest open request, wherever the focus is; to the card itself, so that no key decides anything [Q5]. */
export function useOpenRequestKey(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!isAltA(event)) return;
      const card = [...document.querySelectorAll<HTMLElement>('[data-open-request]')].at(-1);
      // Behind a dialog that is open nothing can be reached.
      if (card === undefined || card.closest('[inert], [aria-hidden="true"]') !== null) return;
      event.preventDefault();
      card.focus({ preventScroll: true });
      card.scrollIntoView({ block: 'nearest' });
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}

/** By its letter; on a Mac, where Alt makes another letter of it, by its key. */
function isAltA(event: KeyboardEvent): boolean {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return false;
  return /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() === 'a' : event.code === 'KeyA';
}
