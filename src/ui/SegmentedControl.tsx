import { useId, type ReactNode } from 'react';

import { classes } from './classes';

export interface SegmentedControlProps<Value extends string> {
  /** The accessible name of the group. */
  readonly label: string;
  readonly options: readonly {
    readonly value: Value;
    readonly label: string;
    readonly icon?: ReactNode;
  }[];
  readonly value: Value;
  readonly onValueChange: (value: Value) => void;
  /** Shows the icons alone; the labels are still read out. */
  readonly iconsOnly?: boolean;
  readonly className?: string;
}

/** One of a few, all in view: a group of native radio buttons, so the arrow keys do what they always do. */
export function SegmentedControl<Value extends string>({
  label,
  options,
  value,
  onValueChange,
  iconsOnly = false,
  className,
}: SegmentedControlProps<Value>) {
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={classes(
        'inline-flex max-w-full rounded-lg border border-border bg-surface-sunken p-0.5',
        className,
      )}
    >
      {options.map((option) => (
        <label
          key={option.value}
          title={iconsOnly ? option.label : undefined}
          className="relative flex h-6.5 min-w-0 flex-auto cursor-default items-center justify-center gap-1.5 rounded-md border border-transparent px-2.5 text-sm font-medium text-text-muted transition-colors select-none hover:text-text has-checked:border-border has-checked:bg-surface-control has-checked:text-text has-checked:shadow-sm has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-focus pointer-coarse:h-11 pointer-coarse:min-w-11 forced-colors:has-checked:border-[Highlight] [&_svg]:size-4 [&_svg]:shrink-0"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => {
              onValueChange(option.value);
            }}
            className="absolute -inset-px appearance-none rounded-md outline-none"
          />
          {option.icon !== undefined && <span aria-hidden>{option.icon}</span>}
          <span className={iconsOnly ? 'sr-only' : 'truncate'}>{option.label}</span>
        </label>
      ))}
    </div>
  );
}
