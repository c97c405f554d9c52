import { CircleAlert } from 'lucide-react';

export interface FieldErrorProps {
  /** What the field's `aria-describedby` names. */
  readonly id: string;
  readonly problem: string | null;
}

/** What is wrong, right below the field. It is always there: a live region only announces what changes inside it. */
export function FieldError({ id, problem }: FieldErrorProps) {
  return (
    <span id={id} aria-live="polite" className="block text-sm font-normal text-danger-text empty:hidden">
      {problem !== null && (
        <span className="flex items-start gap-1.5 py-0.5">
          <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          <span className="min-w-0 break-words">{problem}</span>
        </span>
      )}
    </span>
  );
}
