import type { ComponentProps } from 'react';

import { classes } from './classes';
import { useFieldControl } from './field-context';

export interface TextAreaProps extends Omit<ComponentProps<'textarea'>, 'value' | 'onChange'> {
  readonly value: string;
  readonly onValueChange: (value: string) => void;
}

/** Several lines of text; grows with them. Outside a `Field` it needs an `aria-label`. */
export function TextArea({ value, onValueChange, rows = 3, className, ...rest }: TextAreaProps) {
  return (
    <textarea
      {...useFieldControl()}
      {...rest}
      rows={rows}
      value={value}
      onChange={(event) => {
        onValueChange(event.target.value);
      }}
      className={classes(
        'control field-sizing-content max-h-96 min-h-16 w-full min-w-0 resize-y px-2.5 py-1.5',
        className,
      )}
    />
  );
}
