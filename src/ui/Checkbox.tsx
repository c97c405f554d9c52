import { Check, Minus } from 'lucide-react';
import { useCallback, useId, type ReactNode } from 'react';

import { classes } from './classes';

/** `mixed`: some of what it stands for is checked. `in-progress`: not checked yet, but begun. */
export type CheckboxState = 'unchecked' | 'in-progress' | 'mixed' | 'checked';

interface CheckboxBase {
  readonly state: CheckboxState;
  readonly onCheckedChange: (checked: boolean) => void;
  readonly shape?: 'square' | 'round';
  readonly disabled?: boolean;
  readonly className?: string;
}

export type CheckboxProps = CheckboxBase &
  /** Named by the text beside it, or by a label nobody sees. */
  (
    | { readonly children: ReactNode; readonly label?: never }
    | { readonly label: string; readonly children?: never }
  );

export function Checkbox({
  state,
  onCheckedChange,
  shape = 'square',
  disabled = false,
  label,
  className,
  children,
}: CheckboxProps) {
  const stateId = useId();
  // `indeterminate` has no attribute: it can only be set on the element.
  const markMixed = useCallback(
    (input: HTMLInputElement | null) => {
      if (input !== null) input.indeterminate = state === 'mixed';
    },
    [state],
  );
  return (
    <label
      className={classes(
        'group/checkbox inline-flex min-w-0 items-start gap-1.5',
        disabled && 'cursor-not-allowed opacity-55',
        className,
      )}
    >
      <span className="relative inline-flex size-6 shrink-0 items-center justify-center pointer-coarse:size-11">
        <input
          ref={markMixed}
          type="checkbox"
          aria-label={label}
          aria-describedby={state === 'in-progress' ? stateId : undefined}
          disabled={disabled}
          checked={state === 'checked'}
          onChange={(event) => {
            onCheckedChange(event.target.checked);
          }}
          className="peer absolute inset-0 appearance-none rounded-md outline-none"
        />
        <span
          aria-hidden
          className={classes(
            'pointer-events-none flex size-4.5 items-center justify-center border-[1.5px] transition-[background-color,border-color] duration-150 peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-focus',
            shape === 'round' ? 'rounded-full' : 'rounded-[0.3125rem]',
            boxes[state],
          )}
        >
          <Mark state={state} shape={shape} />
        </span>
      </span>
      {state === 'in-progress' && (
        <span id={stateId} hidden>
          In progress
        </span>
      )}
      {children !== undefined && (
        <span className="min-w-0 py-0.5 break-words pointer-coarse:py-3">{children}</span>
      )}
    </label>
  );
}

function Mark({ state, shape }: { readonly state: CheckboxState; readonly shape: 'square' | 'round' }) {
  if (state === 'in-progress') {
    return (
      <span
        className={classes(
          'size-3 bg-accent [clip-path:inset(0_50%_0_0)] forced-colors:bg-[CanvasText]',
          shape === 'round' ? 'rounded-full' : 'rounded-sm',
        )}
      />
    );
  }
  if (state === 'mixed') return <Minus className="size-3" strokeWidth={3.5} />;
  if (state === 'checked') return <Check className="size-3" strokeWidth={3.5} />;
  return (
    <Check
      className="size-3 text-text-muted opacity-0 transition-opacity group-hover/checkbox:opacity-60"
      strokeWidth={3}
    />
  );
}

const boxes: Record<CheckboxState, string> = {
  unchecked: 'border-border-control bg-surface-raised group-hover/checkbox:border-text-muted',
  'in-progress': 'border-accent bg-surface-raised',
  mixed: 'border-accent bg-accent text-accent-contrast',
  checked: 'border-accent bg-accent text-accent-contrast forced-colors:border-[Highlight]',
};
