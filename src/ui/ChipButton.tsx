import type { ComponentProps, ReactNode } from 'react';

import { classes } from './classes';

export interface ChipButtonProps extends ComponentProps<'button'> {
  /** What it is that is on; part of the name for those who listen. */
  readonly about: string;
  readonly icon: ReactNode;
  /** It deserves a second look. */
  readonly isNotable?: boolean;
  readonly children: string;
}

/** A small fact that leads to where it can be changed. */
export function ChipButton({
  about,
  icon,
  isNotable = false,
  className,
  children,
  ...rest
}: ChipButtonProps) {
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      {...rest}
      aria-label={`${about}: ${children}`}
      className={classes(
        'inline-flex h-6 max-w-full min-w-0 cursor-default items-center gap-1.5 rounded-md px-1.5 text-sm transition-colors hover:bg-hover active:bg-pressed pointer-coarse:h-11 pointer-coarse:px-2.5 [&_svg]:size-3.5 [&_svg]:shrink-0',
        isNotable ? 'bg-warning-soft text-warning-text' : 'text-text-muted hover:text-text',
        className,
      )}
    >
      {icon}
      <span className="truncate">{children}</span>
    </button>
  );
}
