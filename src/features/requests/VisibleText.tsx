import { Fragment } from 'react';

import { visibleAddress, visibleText } from '@/domain/workspace';

export interface VisibleTextProps {
  readonly text: string;
  /** In an address only plain letters are ordinary. */
  readonly as?: 'text' | 'address';
}

/** A name or an address in which nothing deceives: what cannot be seen, or looks like something else, is marked [X5]. */
export function VisibleText({ text, as = 'text' }: VisibleTextProps) {
  const segments = as === 'address' ? visibleAddress(text) : visibleText(text);
  return (
    <bdi>
      {segments.map((segment, index) =>
        segment.isSuspicious ? (
          <mark
            // Segments are made anew with their text; their place is all that tells them apart.
            key={index}
            title={segment.label}
            className="rounded-sm bg-warning-soft px-0.5 font-mono text-[0.9em] text-warning-text"
          >
            {segment.text}
            <span className="sr-only"> ({segment.label})</span>
          </mark>
        ) : (
          <Fragment key={index}>{segment.text}</Fragment>
        ),
      )}
    </bdi>
  );
}
