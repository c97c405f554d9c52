import { Fragment } from 'react';

import { visibleAddress, visibleText, type TextSegment } from '@/domain/workspace';

export interface VisibleTextProps {
  readonly text: string;
  /** In an address only plain letters are ordinary. */
  readonly as?: 'text' | 'address';
}

/**
 * A text in which nothing deceives: what cannot be seen, or looks like something else, is marked [X5]. Its lines stay lines where the
 * place around it keeps them.
 */
export function VisibleText({ text, as = 'text' }: VisibleTextProps) {
  if (as === 'address') return <Line segments={visibleAddress(text)} />;
  return text.split(/\r\n?|\n/).map((line, index) => (
    // A text is shown anew as a whole; the place of a line is all there is to tell it by.
    <Fragment key={index}>
      {index > 0 && '\n'}
      <Line segments={visibleText(line.replaceAll('\t', '    '))} />
    </Fragment>
  ));
}

function Line({ segments }: { readonly segments: readonly TextSegment[] }) {
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
