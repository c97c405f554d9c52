import { X } from 'lucide-react';
import type { ReactNode } from 'react';

export interface ChipProps {
  /** What the chip says; also names its remove button. */
  readonly label: string;
  readonly icon?: ReactNode;
  readonly onRemove: () => void;
}

/** Something chosen that can be taken away again, such as a filter in force. */
export function Chip({ label, icon, onRemove }: ChipProps) {
  return (
    <span className="inline-flex h-7 max-w-full min-w-0 items-center rounded-md border border-border bg-surface-raised pl-2 text-sm pointer-coarse:h-11 [&_svg]:size-3.5 [&_svg]:shrink-0">
      {icon !== undefined && <span className="mr-1.5 text-text-muted">{icon}</span>}
      <span className="truncate">{label}</span>
      <button
        type="button"
        aria-label={`Remove ${label}`}
        onClick={onRemove}
        className="ml-0.5 inline-flex size-6.5 shrink-0 items-center justify-center rounded-md text-text-muted transition-colors hover:bg-hover hover:text-text focus-visible:-outline-offset-2 pointer-coarse:size-11"
      >
        <X aria-hidden />
      </button>
    </span>
  );
}
