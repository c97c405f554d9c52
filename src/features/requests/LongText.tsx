import { useState } from 'react';

import { isLong } from './long-text';
import { VisibleText } from './VisibleText';

/** A text that is folded when it is long, and can always be read to its end: one approves all of it. */
export function LongText({ text }: { readonly text: string }) {
  const [showsAll, setShowsAll] = useState(false);
  if (!isLong(text)) {
    return (
      <span className="whitespace-pre-wrap">
        <VisibleText text={text} />
      </span>
    );
  }
  return (
    <>
      <span className={showsAll ? 'whitespace-pre-wrap' : 'line-clamp-4 whitespace-pre-wrap'}>
        <VisibleText text={text} />
      </span>
      <button
        type="button"
        aria-expanded={showsAll}
        onClick={() => {
          setShowsAll(!showsAll);
        }}
        className="block min-h-6 rounded-sm text-accent-text underline-offset-2 hover:underline pointer-coarse:min-h-11"
      >
        {showsAll ? 'Show less' : 'Show all of it'}
      </button>
    </>
  );
}
