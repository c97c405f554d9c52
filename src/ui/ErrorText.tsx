import { CircleAlert } from 'lucide-react';

export interface ErrorTextProps {
  /** What the control's `aria-describedby` names. */
  readonly id: string;
  readonly error: string | null;
}

/** Always in the page, even without an error: a live region only announces what changes inside it. */
export function ErrorText({ id, error }: ErrorTextProps) {
  return (
    <span
      id={id}
      aria-live="polite"
      className="block text-sm font-normal tracking-normal text-danger-text empty:hidden"
    >
      {error !== null && (
        <span className="flex items-start gap-1.5">
          <CircleAlert aria-hidden className="mt-[0.1875rem] size-3.5 shrink-0" />
          <span className="min-w-0 break-words">{error}</span>
        </span>
      )}
    </span>
  );
}
