import { Progress as Base } from '@base-ui/react/progress';

import { classes } from './classes';

export interface ProgressProps {
  /** The accessible name: what is progressing. */
  readonly label: string;
  /** 0 to 100; `null` while nobody can tell. */
  readonly value: number | null;
  /** The value in words, such as "3 of 8 done". */
  readonly valueText: string;
  readonly className?: string;
}

export function Progress({ label, value, valueText, className }: ProgressProps) {
  return (
    <Base.Root
      value={value}
      aria-label={label}
      getAriaValueText={() => valueText}
      className={classes('w-full', className)}
    >
      <Base.Track className="h-1.5 overflow-hidden rounded-full border border-transparent bg-pressed bg-clip-padding forced-colors:border-[CanvasText]">
        <Base.Indicator className="h-full rounded-full bg-accent transition-[width] duration-300 data-complete:bg-success data-indeterminate:w-1/3 data-indeterminate:animate-pulse forced-colors:bg-[Highlight] forced-colors:data-complete:bg-[Highlight]" />
      </Base.Track>
    </Base.Root>
  );
}
