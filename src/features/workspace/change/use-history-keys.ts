import type { RefObject } from 'react';

import { useKeys } from '../use-keys';
import { useChange } from './change-context';
import type { HistoryOutcome } from './changes';
import { createdRow } from './created';

/**
 * Undo and redo by the keys everybody knows, while the focus is inside and nothing is being written.
 *
 * @param onBack - is called with the row of what a key has brought back, when it was pressed on a row.
 */
export function useHistoryKeys(
  element: RefObject<HTMLElement | null>,
  onBack?: (rowKey: string) => void,
): void {
  const { undo, redo } = useChange();
  useKeys(element, (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || isWriting(event.target)) return;
    const key = event.key.toLowerCase();
    const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
    if (!isRedo && key !== 'z') return;
    event.preventDefault();
    void step(isRedo ? redo : undo, isOnRow(event.target));
  });

  async function step(work: () => Promise<HistoryOutcome>, wasOnRow: boolean): Promise<void> {
    const outcome = await work();
    const key = outcome.type === 'committed' ? createdRow(outcome.entry.commit.deltas) : null;
    if (wasOnRow && key !== null) onBack?.(key);
  }
}

function isOnRow(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-row-key]') !== null;
}

/** In a field, keys belong to what is being written. */
export function isWriting(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'radio';
}
