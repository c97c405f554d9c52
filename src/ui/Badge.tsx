import type { ReactNode } from 'react';

import { classes } from './classes';
import { softTone, type Tone } from './tone';

export interface BadgeProps {
  readonly tone?: Tone;
  /** A picture beside the words; the words carry the meaning. */
  readonly icon?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A short fact about the thing beside it. */
export function Badge({ tone = 'neutral', icon, className, children }: BadgeProps) {
  return (
    <span
      className={classes(
        'inline-flex h-5 max-w-full min-w-0 items-center gap-1 rounded-sm border border-transparent px-1.5 text-xs font-medium whitespace-nowrap [&_svg]:size-3 [&_svg]:shrink-0',
        softTone[tone],
        className,
      )}
    >
      {icon}
      <span className="truncate">{children}</span>
    </span>
  );
}
