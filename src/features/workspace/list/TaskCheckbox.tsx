import { Ban, Check } from 'lucide-react';

import type { TaskStatus } from '@/domain/workspace';
import { classes } from '@/ui';

export interface TaskCheckboxProps {
  readonly status: TaskStatus;
  readonly onCheckedChange: (isDone: boolean) => void;
  /** The task's title. */
  readonly label: string;
  readonly describedBy?: string;
  readonly tabIndex?: number;
  /** Marks what gets the focus in a row of the list. */
  readonly isRowFocus?: boolean;
}

/** Done or not, and which kind of not: a ring, half a disc, a bar, a tick; the words are in the description. */
export function TaskCheckbox({
  status,
  onCheckedChange,
  label,
  describedBy,
  tabIndex,
  isRowFocus = false,
}: TaskCheckboxProps) {
  return (
    <span className="group/checkbox relative inline-flex size-6 shrink-0 items-center justify-center pointer-coarse:size-11">
      <input
        type="checkbox"
        aria-label={label}
        aria-describedby={describedBy}
        tabIndex={tabIndex}
        data-row-focus={isRowFocus ? '' : undefined}
        checked={status === 'done'}
        onChange={(event) => {
          onCheckedChange(event.target.checked);
        }}
        className="peer absolute inset-0 cursor-default appearance-none rounded-md outline-none"
      />
      <span
        aria-hidden
        className={classes(
          'pointer-events-none flex size-4.5 items-center justify-center rounded-full border-[1.5px] transition-[background-color,border-color] duration-150 peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-focus',
          looks[status],
        )}
      >
        <StatusMark status={status} />
      </span>
    </span>
  );
}

function StatusMark({ status }: { readonly status: TaskStatus }) {
  switch (status) {
    case 'todo':
      return (
        <Check
          className="size-3 text-text-muted opacity-0 transition-opacity group-hover/checkbox:opacity-60"
          strokeWidth={3}
        />
      );
    case 'in_progress':
      return (
        <span className="size-full rounded-full border-2 border-surface-raised bg-[linear-gradient(90deg,var(--color-accent)_50%,transparent_50%)] forced-colors:bg-[linear-gradient(90deg,CanvasText_50%,Canvas_50%)]" />
      );
    case 'blocked':
      return <Ban className="size-3.5 text-danger-text" strokeWidth={2.5} />;
    case 'done':
      return <Check className="size-3" strokeWidth={3.5} />;
  }
}

const looks: Readonly<Record<TaskStatus, string>> = {
  todo: 'border-border-control bg-surface-raised group-hover/checkbox:border-text-muted',
  in_progress: 'border-accent bg-surface-raised',
  blocked: 'border-transparent',
  done: 'border-accent bg-accent text-accent-contrast forced-colors:border-[Highlight]',
};
