import { useEffect, type RefObject } from 'react';

import { useOpenSession } from '@/state/sessions';

import { isRunActive } from './run-words';
import { useCancelRun } from './RunBar';

/**
 * Escape stops the run, when it is pressed in the conversation or nowhere in particular and means nothing else there: not in a menu, not
 * in a question or an approval, which it must not decide [Q5], and not in a field other than the composer.
 */
export function useEscape(
  root: RefObject<HTMLElement | null>,
  composer: RefObject<HTMLElement | null>,
): void {
  const status = useOpenSession((view) => view.status, 'idle');
  const sessionId = useOpenSession((view) => view.id, null);
  const cancel = useCancelRun();
  useEffect(() => {
    if (sessionId === null || !isRunActive(status)) return undefined;
    function press(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      if (!isOurs(event.target) || sessionId === null) return;
      event.preventDefault();
      void cancel(sessionId);
    }
    function isOurs(target: EventTarget | null): boolean {
      if (target === document.body || target === composer.current) return true;
      if (!(target instanceof HTMLElement) || root.current?.contains(target) !== true) return false;
      return target.closest(elsewhere) === null;
    }
    window.addEventListener('keydown', press);
    return () => {
      window.removeEventListener('keydown', press);
    };
  }, [root, composer, status, sessionId, cancel]);
}

const elsewhere = 'input, textarea, select, [role="dialog"], [role="group"], [role="menu"], [role="listbox"]';
