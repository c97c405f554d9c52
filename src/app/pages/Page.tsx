import { useEffect, type ReactNode } from 'react';

import { Mark } from '@/features/shell';

export interface PageProps {
  readonly title: string;
  readonly children: ReactNode;
  /** What to do now: buttons, the most likely one first. */
  readonly actions: ReactNode;
}

/** A page that stands in for the app when it cannot be shown: what happened, and the ways on. */
export function Page({ title, children, actions }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Momentum`;
    return () => {
      document.title = 'Momentum';
    };
  }, [title]);
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center bg-surface-sunken p-4">
      <div className="flex w-full max-w-lg flex-col gap-5 rounded-2xl border border-border bg-surface-raised p-6 shadow-md sm:p-8">
        <Mark className="size-9" />
        <h1 className="text-2xl font-semibold text-balance">{title}</h1>
        <div className="flex flex-col gap-3 text-lg text-pretty break-words text-text-muted">{children}</div>
        <div className="flex flex-wrap gap-2">{actions}</div>
      </div>
    </main>
  );
}
