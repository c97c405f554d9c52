import { useMemo, useState } from 'react';

import { Button } from '@/ui';

import { BlockView } from './BlockView';
import { cutForReading, readingStep } from './cut-for-reading';
import { StreamReader } from './stream-reader';

export interface MarkdownProps {
  readonly text: string;
  /** More of the text is about to come. */
  readonly isStreaming: boolean;
}

/**
 * Markdown from a stranger's hand [X1]: everything in it is text, and nothing of it is loaded or followed by itself. While it streams,
 * only its last block is parsed and drawn again.
 */
export function Markdown({ text, isStreaming }: MarkdownProps) {
  const [limit, setLimit] = useState(readingStep);
  const { shown, isCut } = useMemo(() => cutForReading(text, limit), [text, limit]);
  const [reader] = useState(() => new StreamReader());
  const document = useMemo(
    () => reader.read(shown, isStreaming && !isCut),
    [reader, shown, isStreaming, isCut],
  );
  return (
    <div className="flex min-w-0 flex-col gap-3 text-lg break-words">
      {document.blocks.map(({ node }, index) => (
        // A block keeps its place for ever: texts only grow at their end.
        <BlockView key={index} node={node} />
      ))}
      {isCut && (
        <Button
          className="self-start"
          onClick={() => {
            setLimit(limit + readingStep);
          }}
        >
          Show more ({Math.ceil((text.length - shown.length) / 1000).toLocaleString('en')} KB left)
        </Button>
      )}
    </div>
  );
}
