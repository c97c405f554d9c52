import { useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { VirtualizerHandle } from 'virtua';

import { usePanel } from '../panel-context';
import { indexOfRow, type Row } from '../rows/row-model';
import { createFocusPursuit } from './focus-pursuit';

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

/**
 * Keeps the focus in the list from getting lost: a row that moves to another list, or goes away, takes the focus of the browser with
 * it, and a row that is far away is not drawn yet.
 */
export function useListFocus({ scroller, virtualizer, rows }: ListParts): ListFocus {
  const { list } = usePanel();
  const latestRows = useRef(rows);
  const isInUse = useRef(false);
  const [pursuit] = useState(createFocusPursuit);

  const focus = useMemo((): ListFocus => {
    function reveal(key: string): void {
      const index = indexOfRow(latestRows.current, key);
      if (index !== -1 && focusTarget(scroller.current, key) === null)
        virtualizer.current?.scrollToIndex(index, { align: 'nearest' });
    }

    return {
      focusRow: (key) => {
        list.setState({ activeKey: key });
        isInUse.current = true;
        reveal(key);
        const before = document.activeElement;
        pursuit.start(
          () => focusTarget(scroller.current, key),
          (active) => active === before || active === document.body || isInside(scroller.current, active),
        );
      },
      returnFocus: () => {
        isInUse.current = true;
        pursuit.start(
          () => focusTarget(scroller.current, list.getState().activeKey),
          (active) => active === document.body,
        );
      },
    };
  }, [list, scroller, virtualizer, pursuit]);

  useEffect(() => {
    const element = scroller.current;
    const note = (event: FocusEvent): void => {
      if (event.target instanceof Node) isInUse.current = isInside(element, event.target);
    };
    // Who presses beside everything lets go of it, such as to put away the keyboard of a phone.
    const letGo = (event: PointerEvent): void => {
      const pressed = event.target instanceof Element ? event.target.closest(focusable) : null;
      isInUse.current = pressed !== null && isInside(element, pressed);
    };
    document.addEventListener('focusin', note);
    document.addEventListener('pointerdown', letGo);
    return () => {
      document.removeEventListener('focusin', note);
      document.removeEventListener('pointerdown', letGo);
      pursuit.stop();
    };
  }, [scroller, pursuit]);

  useLayoutEffect(() => {
    latestRows.current = rows;
    // The row that is waited for may have come just now: it has the focus before the next key is pressed.
    pursuit.tryAgain();
    if (isInUse.current && document.activeElement === document.body) focus.returnFocus();
  }, [rows, focus, pursuit]);

  return focus;
}

const focusable = 'button, input, textarea, [tabindex]';

function focusTarget(scroller: HTMLElement | null, key: string | null): HTMLElement | null {
  if (key === null) return null;
  return scroller?.querySelector<HTMLElement>(`[data-row-key="${CSS.escape(key)}"] [data-row-focus]`) ?? null;
}

function isInside(scroller: HTMLElement | null, node: Node): boolean {
  return scroller?.contains(node) ?? false;
}
