import type { MouseEvent, ReactNode } from 'react';

import { classes } from '@/ui';

export interface RowButtonProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly hasMenu?: boolean;
  readonly onClick: (event: MouseEvent<HTMLButtonElement>) => void;
  readonly className?: string;
}

/**
 * A button at the end of a row. It shows itself when the row is pointed at or has the focus, and always to fingers; the keyboard
 * reaches what it does by the keys of the row, so that a list of thousands is one stop of Tab.
 */
export function RowButton({ label, icon, hasMenu = false, onClick, className }: RowButtonProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={label}
      aria-haspopup={hasMenu ? 'menu' : undefined}
      onClick={onClick}
      className={classes(
        'inline-flex size-7 shrink-0 items-center justify-center rounded-md text-text-muted opacity-0 transition-opacity group-focus-within/row:opacity-100 group-hover/row:opacity-100 hover:bg-hover hover:text-text focus-visible:opacity-100 pointer-coarse:size-11 pointer-coarse:opacity-100 [&_svg]:size-4',
        className,
      )}
    >
      {icon}
    </button>
  );
}
