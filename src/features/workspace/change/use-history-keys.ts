import type { RefObject } from 'react';

import { useKeys } from '../use-keys';
import { useChange } from './change-context';

/** Undo and redo by the keys everybody knows, while the focus is inside and nothing is being written. */
export function useHistoryKeys(element: RefObject<HTMLElement | null>): void {
  const { undo, redo } = useChange();
  useKeys(element, (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || isWriting(event.target)) return;
    const key = event.key.toLowerCase();
    const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
    if (!isRedo && key !== 'z') return;
    event.preventDefault();
    void (isRedo ? redo() : undo());
  });
}

/** In a field, undo belongs to what is being written. */
function isWriting(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'radio';
}
