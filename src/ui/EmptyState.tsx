import type { ReactNode } from 'react';

import { classes } from './classes';

export interface EmptyStateProps {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  /** What to do now: buttons. */
  readonly actions?: ReactNode;
  /** The heading's place in the page's outline. */
  readonly headingLevel?: 2 | 3 | 4;
  readonly className?: string;
}

export function EmptyState({ icon, title, children, actions, headingLevel = 2, className }: EmptyStateProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div className={classes('mx-auto flex max-w-sm flex-col items-center px-6 py-12 text-center', className)}>
      {icon !== undefined && (
        <div
          aria-hidden
          className="mb-4 flex size-11 items-center justify-center rounded-xl border border-border bg-surface-raised text-text-muted shadow-sm [&_svg]:size-5"
        >
          {icon}
        </div>
      )}
      <Heading className="text-lg font-semibold text-balance">{title}</Heading>
      {children !== undefined && <div className="mt-1 text-pretty text-text-muted">{children}</div>}
      {actions !== undefined && (
        <div className="mt-5 flex flex-wrap items-center justify-center gap-2">{actions}</div>
      )}
    </div>
  );
}
