import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement, ReactNode } from 'react';

import { Kbd } from './Kbd';

export interface TooltipProps {
  /** Never the only place that says it: tooltips do not exist for fingers and many screen readers. */
  readonly content: ReactNode;
  /** A key combination such as `Mod+K`. */
  readonly shortcut?: string | undefined;
  readonly side?: 'top' | 'bottom' | 'left' | 'right';
  /** The one element it belongs to; it must take a ref and the usual handlers. */
  readonly children: ReactElement;
}

export function Tooltip({ content, shortcut, side = 'top', children }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner aria-hidden side={side} sideOffset={6} collisionPadding={8} className="z-60">
          <Base.Popup className="flex max-w-72 origin-(--transform-origin) items-center gap-2 rounded-md border border-transparent bg-inverse px-2 py-1 text-sm text-inverse-text shadow-md transition-[opacity,scale] data-ending-style:opacity-0 data-instant:transition-none data-starting-style:scale-95 data-starting-style:opacity-0">
            <span className="min-w-0 break-words">{content}</span>
            {shortcut !== undefined && <Kbd keys={shortcut} tone="inverse" />}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** Once around the page: after the first tooltip, its neighbours open without a wait. */
export function TooltipProvider({ children }: { readonly children: ReactNode }) {
  return (
    <Base.Provider delay={500} timeout={300}>
      {children}
    </Base.Provider>
  );
}
