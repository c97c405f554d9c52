import { useEffect, useMemo, useState, type RefObject } from 'react';

import type { TranscriptEntry } from '@/domain/sessions';

/**
 * The rows that stay in the page although they are out of view: those between the ends of a selection, so that it can be copied; the one
 * with the focus; and those that wait for the person, who may have begun to answer.
 */
export function useKeptRows(
  scroller: RefObject<HTMLElement | null>,
  entries: readonly TranscriptEntry[],
): readonly number[] {
  const [held, setHeld] = useState<Held>(nothingHeld);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    function look(): void {
      if (element === null) return;
      const next = heldIn(element);
      setHeld((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
    }
    document.addEventListener('selectionchange', look);
    element.addEventListener('focusin', look);
    element.addEventListener('focusout', look);
    return () => {
      document.removeEventListener('selectionchange', look);
      element.removeEventListener('focusin', look);
      element.removeEventListener('focusout', look);
    };
  }, [scroller]);
  return useMemo(() => keptRows(held, entries), [held, entries]);
}

interface Held {
  /** The rows at the ends of the selection. */
  readonly selected: readonly number[];
  readonly focused: readonly number[];
}

const nothingHeld: Held = { selected: [], focused: [] };
/** More is copied from an export. */
const mostSelected = 200;

function keptRows({ selected, focused }: Held, entries: readonly TranscriptEntry[]): readonly number[] {
  const rows = new Set(focused);
  const first = Math.min(...selected);
  const last = Math.min(Math.max(...selected), first + mostSelected);
  for (let row = first; row <= last; row += 1) rows.add(row);
  const waiting = entries.findLastIndex(
    (entry) => entry.type === 'answer' && entry.status === 'awaiting_user',
  );
  if (waiting !== -1) rows.add(waiting);
  return [...rows].filter((row) => row < entries.length).toSorted((left, right) => left - right);
}

function heldIn(element: HTMLElement): Held {
  const selection = document.getSelection();
  const isSelecting = selection !== null && !selection.isCollapsed;
  const ends = isSelecting ? [selection.anchorNode, selection.focusNode] : [];
  return {
    selected: ends.flatMap((node) => rowOf(element, node)),
    focused: rowOf(element, document.activeElement),
  };
}

function rowOf(element: HTMLElement, node: Node | null): readonly number[] {
  const start = node instanceof Element ? node : (node?.parentElement ?? null);
  const row = start?.closest<HTMLElement>('[data-row]') ?? null;
  return row !== null && element.contains(row) ? [Number(row.dataset['row'])] : [];
}
