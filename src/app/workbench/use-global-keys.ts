import { useEffect } from 'react';

/** What the keys do that work wherever the focus is. */
export interface GlobalKeys {
  readonly onPalette: () => void;
  readonly onNewSession: () => void;
}

/** Mod+K and Mod+Shift+O. */
export function useGlobalKeys({ onPalette, onNewSession }: GlobalKeys): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      const act =
        key === 'k' && !event.shiftKey ? onPalette : key === 'o' && event.shiftKey ? onNewSession : null;
      if (act === null) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [onPalette, onNewSession]);
}
