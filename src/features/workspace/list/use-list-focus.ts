import { useEffect, useLayoutEffect, useMemo, useRef, type RefObject } from 'react';
import type { VirtualizerHandle } from 'virtua';

import { usePanel } from '../panel-context';
import { indexOfRow, type Row } from '../rows/row-model';

export interface ListFocus {
  /** Gives a row the focus, as soon as it is there. */
  readonly focusRow: (key: string) => void;
  /** Gives the focus to the row in use, unless something else on the page takes it. */
  readonly returnFocus: () => void;
}

interface ListParts {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly virtualizer: RefObject<VirtualizerHandle | null>;
  readonly rows: readonly Row[];
}

/** Long enough for a dialog to fade out and for a row to be stored, drawn and measured. */
const patienceMs = 1_500;

/**
 * Keeps the focus in the list from getting lost: a row that moves to another list, or goes away, takes the focus of the browser with
 * it, and a row that is far away is not drawn yet.
 */
export function useListFocus({ scroller, virtualizer, rows }: ListParts): ListFocus {
  const { list } = usePanel();
  const latestRows = useRef(rows);
  const isInUse = useRef(false);

  const focus = useMemo(() => {
    let pending = 0;

    /** Tries again each frame until it works, something else takes the focus, or it has taken too long. */
    function pursue(key: () => string | null, mayTake: (active: Element) => boolean): void {
      cancelAnimationFrame(pending);
      const until = performance.now() + patienceMs;
      const attempt = (): void => {
        const wanted = key();
        const element = wanted === null ? null : focusTarget(scroller.current, wanted);
        const active = document.activeElement ?? document.body;
        if (element !== null && element === active) return;
        if (element !== null && mayTake(active)) {
          element.focus();
          if (document.activeElement === element) return;
        }
        if (performance.now() < until) pending = requestAnimationFrame(attempt);
      };
      attempt();
    }

    function reveal(key: string): void {
      const index = indexOfRow(latestRows.current, key);
      if (index !== -1 && focusTarget(scroller.current, key) === null)
        virtualizer.current?.scrollToIndex(index, { align: 'nearest' });
    }

    return {
      focusRow: (key: string) => {
        list.setState({ activeKey: key });
        isInUse.current = true;
        reveal(key);
        const before = document.activeElement;
        pursue(
          () => key,
          (active) => active === before || active === document.body || isInside(scroller.current, active),
        );
      },
      returnFocus: () => {
        isInUse.current = true;
        pursue(
          () => list.getState().activeKey,
          (active) => active === document.body,
        );
      },
      stop: () => {
        cancelAnimationFrame(pending);
      },
    };
  }, [list, scroller, virtualizer]);

  useEffect(() => {
    const element = scroller.current;
    const note = (event: FocusEvent | PointerEvent): void => {
      if (event.target instanceof Node) isInUse.current = isInside(element, event.target);
    };
    document.addEventListener('focusin', note);
    document.addEventListener('pointerdown', note);
    return () => {
      document.removeEventListener('focusin', note);
      document.removeEventListener('pointerdown', note);
      focus.stop();
    };
  }, [scroller, focus]);

  useLayoutEffect(() => {
    latestRows.current = rows;
    if (isInUse.current && document.activeElement === document.body) focus.returnFocus();
  }, [rows, focus]);

  return focus;
}

function focusTarget(scroller: HTMLElement | null, key: string): HTMLElement | null {
  return scroller?.querySelector<HTMLElement>(`[data-row-key="${CSS.escape(key)}"] [data-row-focus]`) ?? null;
}

function isInside(scroller: HTMLElement | null, node: Node): boolean {
  return scroller?.contains(node) ?? false;
}
