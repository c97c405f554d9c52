import { Fragment } from 'react';

import type { TextSegment } from '@/domain/workspace';

import { visibleProse } from './visible-prose';

/** Running text in which nothing is hidden [X5]. */
export function SafeText({ text }: { readonly text: string }) {
  const segments = visibleProse(text);
  return segments === null ? text : <Segments segments={segments} />;
}

export function Segments({ segments }: { readonly segments: readonly TextSegment[] }) {
  return segments.map(({ text, isSuspicious, label }, index) =>
    isSuspicious ? (
      <mark
        // Segments are made anew with their text; their place is all that tells them apart.
        key={index}
        title={label}
        className="rounded-sm bg-warning-soft px-0.5 font-mono text-[0.85em] text-warning-text"
      >
        {text}
      </mark>
    ) : (
      <Fragment key={index}>{text}</Fragment>
    ),
  );
}
