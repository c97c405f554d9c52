import { Check } from 'lucide-react';
import { useId, type ReactNode } from 'react';

import { classes } from './classes';

export interface CheckboxProps {
  readonly label: string;
  /** More about it; read out after the label. */
  readonly detail?: ReactNode;
  readonly checked: boolean;
  readonly onCheckedChange: (checked: boolean) => void;
  readonly className?: string;
}

/** A yes or no with its words beside it; the words can be pressed too. */
export function Checkbox({ label, detail, checked, onCheckedChange, className }: CheckboxProps) {
  const id = useId();
  return (
    <label className={classes('flex min-h-7 items-start gap-2.5 py-1 pointer-coarse:min-h-11', className)}>
      <span className="relative mt-0.5 inline-flex size-4 shrink-0 pointer-coarse:mt-2.5">
        <input
          type="checkbox"
          checked={checked}
          aria-labelledby={`${id}-label`}
          aria-describedby={detail === undefined ? undefined : `${id}-detail`}
          onChange={(event) => {
            onCheckedChange(event.target.checked);
          }}
          className="peer size-4 cursor-default appearance-none rounded-sm border-[1.5px] border-border-control bg-surface-raised transition-colors checked:border-accent checked:bg-accent forced-colors:checked:border-[Highlight]"
        />
        <Check
          aria-hidden
          strokeWidth={3.5}
          className="pointer-events-none absolute inset-0.5 size-3 text-accent-contrast opacity-0 peer-checked:opacity-100 forced-colors:text-[Highlight]"
        />
      </span>
      <span className="min-w-0 flex-1 pointer-coarse:pt-2">
        <span id={`${id}-label`} dir="auto" className="block break-words">
          {label}
        </span>
        {detail !== undefined && (
          <span
            id={`${id}-detail`}
            dir="auto"
            className="block text-sm text-pretty break-words text-text-muted"
          >
            {detail}
          </span>
        )}
      </span>
    </label>
  );
}
