import { Menu as Base } from '@base-ui/react/menu';
import { useMemo, type ReactNode } from 'react';

import { popupClass } from './Menu';
import { popupLandmark } from './popup-landmark';

/** Where a menu opens: beside an element, or at a point of the window. */
export type MenuAnchor = Element | { readonly x: number; readonly y: number };

export interface AnchoredMenuProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly anchor: MenuAnchor | null;
  /** What the menu is about. */
  readonly label: string;
  /** What gets the focus when it closes. */
  readonly returnFocus: () => HTMLElement | null;
  /** The same items a `Menu` takes. */
  readonly children: ReactNode;
}

/** One menu for many things, such as the rows of a long list: whoever opens it says where it stands. */
export function AnchoredMenu({
  open,
  onOpenChange,
  anchor,
  label,
  returnFocus,
  children,
}: AnchoredMenuProps) {
  const place = useMemo(
    () => (anchor === null || anchor instanceof Element ? anchor : pointAnchor(anchor)),
    [anchor],
  );
  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => {
        onOpenChange(next);
      }}
    >
      <Base.Portal {...popupLandmark}>
        <Base.Positioner anchor={place} align="start" sideOffset={4} collisionPadding={8} className="z-50">
          <Base.Popup aria-label={label} finalFocus={() => returnFocus() ?? true} className={popupClass}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function pointAnchor({ x, y }: { readonly x: number; readonly y: number }) {
  return { getBoundingClientRect: () => new DOMRect(x, y, 0, 0) };
}
