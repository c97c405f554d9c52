import { useEffect, useRef, type FocusEvent } from 'react';

import type { SessionId } from '@/domain/sessions';

export interface FocusKept {
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
}

/**
 * Keeps the focus in a list one of whose rows goes away with it: the row that comes into its place gets it, else the one above.
 *
 * @param ids - of the rows, in the order in which they stand.
 * @param linkOf - what of a row takes the focus; null where it is not drawn.
 */
export function useFocusKept(
  ids: readonly SessionId[],
  linkOf: (id: SessionId) => HTMLElement | null,
): FocusKept {
  /** The row that had the focus last, and all of them as they stood then. */
  const last = useRef<{ readonly id: string; readonly ids: readonly SessionId[] } | null>(null);

  useEffect(() => {
    const before = last.current;
    if (before === null || ids.some((id) => id === before.id)) return;
    last.current = null;
    // Elsewhere it stays: the person went on.
    const active = document.activeElement;
    if (active !== null && active !== document.body && active.closest('[role="menu"]') === null) return;
    const place = before.ids.findIndex((id) => id === before.id);
    const next = [...before.ids.slice(place), ...before.ids.slice(0, place).toReversed()];
    const heir = next.find((id) => ids.includes(id));
    if (heir !== undefined) linkOf(heir)?.focus();
  });

  return {
    onFocus({ target }) {
      const id = target.closest<HTMLElement>('[data-session-id]')?.dataset['sessionId'];
      // What is chosen from the menu of a row is done to that row, though the menu stands outside the list.
      if (id !== undefined) last.current = { id, ids };
    },
  };
}
