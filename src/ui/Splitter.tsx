import type { ReactNode } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';

import { classes } from './classes';

/** The share of each pane by its id, in percent. */
export type SplitterLayout = Readonly<Record<string, number>>;

export interface SplitterProps {
  /** What `onLayoutChange` gave last time. */
  readonly layout?: SplitterLayout | undefined;
  /** Called when the person has finished moving a handle, for keeping. */
  readonly onLayoutChange: (layout: SplitterLayout) => void;
  readonly direction?: 'horizontal' | 'vertical';
  readonly className?: string;
  /** `SplitterPane`s with a `SplitterHandle` between each two. */
  readonly children: ReactNode;
}

/** Panes side by side whose borders can be moved, by pointer and with the arrow keys. */
export function Splitter({
  layout,
  onLayoutChange,
  direction = 'horizontal',
  className,
  children,
}: SplitterProps) {
  return (
    <Group
      orientation={direction}
      defaultLayout={layout}
      onLayoutChanged={(validated, { isUserInteraction, requestedLayout }) => {
        if (isUserInteraction) onLayoutChange(requestedLayout ?? validated);
      }}
      className={classes('min-h-0 min-w-0', className)}
    >
      {children}
    </Group>
  );
}

export interface SplitterPaneProps {
  readonly id: string;
  /** Numbers are pixels; text carries its unit, such as `30%` or `22rem`. */
  readonly defaultSize?: number | string;
  readonly minSize?: number | string;
  readonly maxSize?: number | string;
  /** Keeps its pixels when the window changes, while the others stretch. */
  readonly keepsPixels?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

export function SplitterPane({ keepsPixels = false, ...pane }: SplitterPaneProps) {
  return (
    <Panel {...pane} groupResizeBehavior={keepsPixels ? 'preserve-pixel-size' : 'preserve-relative-size'} />
  );
}

export function SplitterHandle({ label }: { readonly label: string }) {
  return (
    <Separator
      aria-label={label}
      className="relative shrink-0 bg-border transition-colors outline-none aria-[orientation=horizontal]:h-px aria-[orientation=vertical]:w-px after:absolute after:rounded-full after:bg-transparent after:transition-colors aria-[orientation=horizontal]:after:inset-x-0 aria-[orientation=horizontal]:after:-inset-y-px aria-[orientation=vertical]:after:-inset-x-px aria-[orientation=vertical]:after:inset-y-0 focus-visible:after:bg-focus data-[separator=active]:after:bg-accent data-[separator=focus]:after:bg-focus data-[separator=hover]:after:bg-accent forced-colors:bg-[CanvasText] forced-colors:focus-visible:after:bg-[Highlight]"
    />
  );
}
