import { ContextMenu as BaseContext } from '@base-ui/react/context-menu';
import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement, ReactNode } from 'react';

import { popupLandmark } from './popup-landmark';

export interface MenuProps {
  /** The button that opens it: a `Button` or an `IconButton`. */
  readonly trigger: ReactElement;
  readonly align?: 'start' | 'center' | 'end';
  /** Items, groups, separators and submenus. */
  readonly children: ReactNode;
}

export function Menu({ trigger, align = 'end', children }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal {...popupLandmark}>
        <Base.Positioner align={align} sideOffset={4} collisionPadding={8} className={positionerClass}>
          <Base.Popup className={popupClass}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export interface ContextMenuProps {
  /** The same items a `Menu` takes. */
  readonly menu: ReactNode;
  /** The one element that is pressed with the right button, or long with a finger. */
  readonly children: ReactElement;
}

/** A shortcut to a menu, never the only way to it. */
export function ContextMenu({ menu, children }: ContextMenuProps) {
  return (
    <BaseContext.Root>
      <BaseContext.Trigger render={children} />
      <BaseContext.Portal {...popupLandmark}>
        <BaseContext.Positioner collisionPadding={8} className={positionerClass}>
          <BaseContext.Popup className={popupClass}>{menu}</BaseContext.Popup>
        </BaseContext.Positioner>
      </BaseContext.Portal>
    </BaseContext.Root>
  );
}

const positionerClass = 'z-50';

export const popupClass =
  'floating max-h-(--available-height) max-w-[min(20rem,calc(100vw-1rem))] min-w-48 overflow-y-auto overscroll-contain p-1';
