import { memo, useMemo, useState } from 'react';

import { Button } from '@/ui';

import { chunksOf } from './code-chunks';
import { CopyButton } from './CopyButton';
import { focusable } from './focusable';
import { SafeText } from './SafeText';

export interface CodeBlockProps {
  readonly language: string;
  readonly text: string;
}

/** Code with a way to copy it. It is drawn in pieces, so that what is there stays while more arrives; the rest of a long one is asked for. */
export function CodeBlock({ language, text }: CodeBlockProps) {
  const [showsAll, setShowsAll] = useState(false);
  const chunks = useMemo(() => chunksOf(text), [text]);
  const isFolded = !showsAll && chunks.length > chunksShown;
  return (
    <figure className="overflow-hidden rounded-lg border border-border bg-surface-sunken">
      <figcaption className="flex min-h-9 items-center justify-between gap-2 border-b border-border pr-1 pl-3 text-sm text-text-muted">
        <span className="min-w-0 truncate">{language === '' ? 'Code' : language}</span>
        <CopyButton label="Copy code" text={() => text} />
      </figcaption>
      <pre
        {...focusable}
        className="overflow-x-auto px-3 py-2.5 font-mono text-sm focus-visible:-outline-offset-2"
      >
        <code>
          {chunks.slice(0, isFolded ? chunksShown : chunks.length).map((chunk, index) => (
            <CodeChunk key={index} text={chunk} />
          ))}
        </code>
      </pre>
      {isFolded && (
        <div className="border-t border-border p-1">
          <Button
            variant="ghost"
            size="sm"
            onClick={() => {
              setShowsAll(true);
            }}
          >
            Show all {text.split('\n').length.toLocaleString('en')} lines
          </Button>
        </div>
      )}
    </figure>
  );
}

const chunksShown = 8;

const CodeChunk = memo(function CodeChunk({ text }: { readonly text: string }) {
  return (
    <span className="block [contain-intrinsic-size:auto_60rem] [content-visibility:auto]">
      <SafeText text={text} />
    </span>
  );
});
