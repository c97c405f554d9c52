import type { ComponentProps, ReactNode } from 'react';

import { buttonClass, type ButtonSize, type ButtonVariant } from './button-class';
import { classes } from './classes';
import { Tooltip } from './Tooltip';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'aria-label'> {
  /** The accessible name, and the tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  /** A key combination such as `Mod+K`, shown in the tooltip. */
  readonly shortcut?: string | undefined;
  /** For places where the tooltip would cover what the person is looking at. */
  readonly hideTooltip?: boolean;
}

export function IconButton({
  label,
  icon,
  variant = 'ghost',
  size = 'md',
  shortcut,
  hideTooltip = false,
  className,
  ...rest
}: IconButtonProps) {
  const button = (
    <button
      type="button"
      {...rest}
      aria-label={label}
      className={classes(buttonClass(variant), squareSize[size], className)}
    >
      {icon}
    </button>
  );
  if (hideTooltip) return button;
  return (
    <Tooltip content={label} shortcut={shortcut}>
      {button}
    </Tooltip>
  );
}

const squareSize: Record<ButtonSize, string> = {
  sm: 'size-7 pointer-coarse:size-11',
  md: 'size-8 pointer-coarse:size-11',
  lg: 'size-10 pointer-coarse:size-12',
};
