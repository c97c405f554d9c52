import { useEffect } from 'react';

/** Alt+A goes to the newest open request, wherever the focus is; to the card itself, so that no key decides anything [Q5]. */
export function useOpenRequestKey(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.code !== 'KeyA' || !event.altKey || event.ctrlKey || event.metaKey) return;
      const cards = document.querySelectorAll<HTMLElement>('[data-open-request]');
      const card = [...cards].at(-1);
      if (card === undefined) return;
      event.preventDefault();
      card.focus();
      card.scrollIntoView({ block: 'nearest' });
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}
