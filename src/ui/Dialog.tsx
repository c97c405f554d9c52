import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';

import { classes } from './classes';
import { IconButton } from './IconButton';

export interface DialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly description?: ReactNode;
  /** `sheet`: a drawer at the side, on phones from below. */
  readonly variant?: 'center' | 'sheet';
  readonly size?: 'sm' | 'md' | 'lg';
  /** The row of buttons below, the most likely one last. */
  readonly footer?: ReactNode;
  /** What gets the focus first, when it is not the first thing that can. */
  readonly initialFocus?: RefObject<HTMLElement | null>;
  readonly children?: ReactNode;
}

/** A modal dialog: nothing behind it can be reached until it closes, and the focus goes back to where it came from. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  variant = 'center',
  size = 'md',
  footer,
  initialFocus,
  children,
}: DialogProps) {
  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => {
        onOpenChange(next);
      }}
    >
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Viewport className={viewports[variant]}>
          <Base.Popup
            initialFocus={initialFocus}
            data-sheet={variant === 'sheet' ? '' : undefined}
            className={classes(dialogSurface, popups[variant], widths[size])}
          >
            <header className="py-4 pr-14 pl-5 pointer-coarse:pr-16">
              <Base.Title className="text-lg font-semibold break-words">{title}</Base.Title>
              {description !== undefined && (
                <Base.Description className="mt-1 text-pretty text-text-muted" render={<div />}>
                  {description}
                </Base.Description>
              )}
            </header>
            <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 pt-1 pb-5">{children}</div>
            {footer !== undefined && <footer className={footerClass}>{footer}</footer>}
            {/* Last, so that the first thing with the focus is something to fill in, not the way out. */}
            <Base.Close
              render={<IconButton label="Close" icon={<X aria-hidden />} hideTooltip />}
              className="absolute! top-3 right-3 pointer-coarse:top-1.5 pointer-coarse:right-2"
            />
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

export const backdropClass =
  'fixed inset-0 z-40 bg-backdrop transition-opacity duration-200 data-ending-style:opacity-0 data-starting-style:opacity-0';

export const dialogSurface =
  'relative flex flex-col border border-border bg-surface-raised text-text shadow-lg outline-none';

export const footerClass =
  'flex flex-wrap items-center justify-end gap-2 border-t border-border px-5 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]';

const viewports = {
  center: 'fixed inset-0 z-40 flex items-center justify-center p-4',
  sheet: 'fixed inset-0 z-40 flex items-end sm:items-stretch sm:justify-end',
} as const;

const popups = {
  center:
    'max-h-full w-full rounded-xl transition-[opacity,scale] duration-200 data-ending-style:scale-97 data-ending-style:opacity-0 data-starting-style:scale-97 data-starting-style:opacity-0',
  sheet:
    'max-h-[92dvh] min-h-[50dvh] w-full max-w-none rounded-t-2xl transition-[translate] duration-300 data-ending-style:translate-y-full data-starting-style:translate-y-full sm:max-h-none sm:rounded-none sm:border-y-0 sm:border-r-0 sm:data-ending-style:translate-x-full sm:data-ending-style:translate-y-0 sm:data-starting-style:translate-x-full sm:data-starting-style:translate-y-0',
} as const;

const widths = { sm: 'sm:max-w-sm', md: 'sm:max-w-lg', lg: 'sm:max-w-2xl' } as const;
