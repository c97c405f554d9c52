import { X } from 'lucide-react';
import { useRef, type ComponentProps } from 'react';

import { classes } from './classes';
import { useFieldControl } from './field-context';

export interface DateFieldProps extends Omit<
  ComponentProps<'input'>,
  'value' | 'onChange' | 'size' | 'type' | 'ref'
> {
  /** `YYYY-MM-DD`, or `null` for no date. */
  readonly value: string | null;
  readonly onValueChange: (value: string | null) => void;
  /** Names the clear button: "Clear due date". */
  readonly clearLabel?: string;
}

/** A calendar day, with the picker the person's system knows. Outside a `Field` it needs an `aria-label`. */
export function DateField({
  value,
  onValueChange,
  clearLabel = 'Clear date',
  className,
  ...rest
}: DateFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={classes('relative flex min-w-0 items-center', className)}>
      <input
        {...useFieldControl()}
        {...rest}
        ref={input}
        type="date"
        value={value ?? ''}
        onChange={(event) => {
          onValueChange(event.target.value === '' ? null : event.target.value);
        }}
        className={classes(
          'control h-8 w-full min-w-0 px-2.5 tabular-nums pointer-coarse:h-11',
          value === null ? 'text-text-muted' : 'pr-8 pointer-coarse:pr-11',
        )}
      />
      {value !== null && rest.disabled !== true && (
        <button
          type="button"
          aria-label={clearLabel}
          onClick={() => {
            onValueChange(null);
            input.current?.focus();
          }}
          className="absolute right-1 flex size-6 items-center justify-center rounded-sm text-text-muted hover:bg-hover hover:text-text pointer-coarse:right-0 pointer-coarse:size-11"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      )}
    </div>
  );
}
