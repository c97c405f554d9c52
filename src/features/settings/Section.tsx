import { useId, type ReactNode, type Ref } from 'react';

export interface SectionProps {
  readonly title: string;
  /** It can be gone to, so that a way into the settings can lead here. */
  readonly ref?: Ref<HTMLElement>;
  readonly children: ReactNode;
}

export function Section({ title, ref, children }: SectionProps) {
  const titleId = useId();
  return (
    <section
      ref={ref}
      tabIndex={-1}
      aria-labelledby={titleId}
      className="flex scroll-mt-2 flex-col gap-4 rounded-lg outline-offset-4"
    >
      <h3 id={titleId} className="text-lg font-semibold">
        {title}
      </h3>
      {children}
    </section>
  );
}
