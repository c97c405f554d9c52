import type { ComponentProps, MouseEvent, ReactNode } from 'react';

import { buttonClass, type ButtonSize, type ButtonVariant } from './button-class';
import { classes } from './classes';
import { Spinner } from './Spinner';

export interface ButtonProps extends ComponentProps<'button'> {
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  /** Shown before the text, sized by the button. */
  readonly icon?: ReactNode;
  /** Work is going on: the button keeps its place and its focus, and does nothing when pressed. */
  readonly loading?: boolean;
}

export function Button({
  variant = 'secondary',
  size = 'md',
  icon,
  loading = false,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  function press(event: MouseEvent<HTMLButtonElement>) {
    if (loading) event.preventDefault();
    else onClick?.(event);
  }
  return (
    <button
      type="button"
      {...rest}
      {...(loading && { 'aria-busy': true, 'aria-disabled': true })}
      onClick={press}
      className={classes(buttonClass(variant), textSize[size], className)}
    >
      {loading ? <Spinner /> : icon}
      {children}
    </button>
  );
}

const textSize: Record<ButtonSize, string> = {
  sm: 'h-7 gap-1.5 px-2 text-sm pointer-coarse:h-11 pointer-coarse:px-3',
  md: 'h-8 gap-1.5 px-3 pointer-coarse:h-11 pointer-coarse:px-4',
  lg: 'h-10 gap-2 px-4 pointer-coarse:h-12',
};
