import type { ComponentProps } from 'react';

import { classes } from './classes';
import { useFieldControl } from './field-context';

export interface TextFieldProps extends Omit<
  ComponentProps<'input'>,
  'value' | 'onChange' | 'size' | 'type'
> {
  readonly value: string;
  readonly onValueChange: (value: string) => void;
  readonly type?: 'text' | 'email' | 'url' | 'password' | 'number' | 'time';
}

/** One line of text. Outside a `Field` it needs an `aria-label`. */
export function TextField({ value, onValueChange, type = 'text', className, ...rest }: TextFieldProps) {
  return (
    <input
      {...useFieldControl()}
      {...rest}
      type={type}
      value={value}
      onChange={(event) => {
        onValueChange(event.target.value);
      }}
      className={classes('control h-8 w-full min-w-0 px-2.5 pointer-coarse:h-11', className)}
    />
  );
}
