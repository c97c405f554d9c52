import type { ReactNode } from 'react';

export interface SectionProps {
  readonly title: string;
  /** What it does, before anybody presses anything. */
  readonly description: ReactNode;
  readonly children: ReactNode;
}

export function Section({ title, description, children }: SectionProps) {
  return (
    <section className="rounded-lg border border-border bg-surface px-4 py-3">
      <h3 className="font-medium">{title}</h3>
      <div className="mt-0.5 text-pretty text-text-muted">{description}</div>
      <div className="mt-3 flex flex-col gap-3">{children}</div>
    </section>
  );
}
