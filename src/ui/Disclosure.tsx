import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';

export interface DisclosureProps {
  /** What is folded away. */
  readonly summary: string;
  readonly children: ReactNode;
}

/** Something for those who want to know more. */
export function Disclosure({ summary, children }: DisclosureProps) {
  return (
    <details className="group/disclosure min-w-0">
      <summary className="-ml-1 inline-flex min-h-7 cursor-default items-center gap-1 rounded-md pr-1.5 text-sm text-text-muted transition-colors select-none hover:text-text pointer-coarse:min-h-11">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 transition-transform group-open/disclosure:rotate-90"
        />
        {summary}
      </summary>
      <div className="pt-1.5">{children}</div>
    </details>
  );
}
