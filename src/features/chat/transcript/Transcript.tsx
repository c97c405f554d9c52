import { ArrowDown } from 'lucide-react';
import { useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';

import type { SessionView, TranscriptEntry } from '@/domain/sessions';
import { Button } from '@/ui';

import { focusable } from '../markdown/focusable';
import { AnswerView } from './AnswerView';
import { FindingsNote } from './FindingsNote';
import { useFollowing } from './use-following';
import { useKeptRows } from './use-kept-rows';
import { useOwnMessages } from './use-own-messages';
import { UserMessageView } from './UserMessageView';

/** What was said, oldest first, of which only the part in view is drawn. It opens at its end and follows what comes. */
export function Transcript({ view }: { readonly view: SessionView }) {
  const { entries } = view;
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useRef<VirtualizerHandle>(null);
  const following = useFollowing(scroller, entries);
  useOwnMessages(view, following.resume);
  const replaced = useMemo(() => replacedTurns(entries), [entries]);
  const kept = useKeptRows(scroller, entries);
  const newest = entries.at(-1);

  // Once, before the first frame: the rows at the end are the first to be drawn.
  const start = useRef(entries.length - 1);
  useLayoutEffect(() => {
    virtualizer.current?.scrollToIndex(start.current, { align: 'end' });
  }, []);

  const draw = useCallback(
    (entry: TranscriptEntry, index: number) => (
      // The virtualiser makes its rows deaf to the pointer until scrolling has been over for a while: a press meanwhile, as when the end
      // of a run has just come into view, would be lost.
      <div
        key={keyOf(entry)}
        data-row={index}
        className="pointer-events-auto mx-auto w-full max-w-3xl px-4 py-3 @xl:px-6"
      >
        {entry.type === 'message' ? (
          <UserMessageView message={entry} />
        ) : (
          <AnswerView answer={entry} isNewest={entry === newest} isReplaced={replaced.has(entry.turnId)} />
        )}
      </div>
    ),
    [newest, replaced],
  );

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      {/* The headings of answers stand below it. */}
      <h2 className="sr-only">Conversation</h2>
      <FindingsNote findings={view.findings} />
      <div
        ref={scroller}
        role="log"
        aria-label="Conversation"
        aria-live="off"
        {...focusable}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain pt-2 pb-4 [overflow-anchor:none] focus-visible:-outline-offset-2"
      >
        <Virtualizer
          ref={virtualizer}
          scrollRef={scroller}
          startMargin={8}
          data={entries}
          keepMounted={kept}
          onResize={following.keepUp}
        >
          {draw}
        </Virtualizer>
      </div>
      {!following.follows && (
        <div className="pointer-events-none absolute inset-x-0 bottom-3 flex justify-center">
          <Button
            size="sm"
            icon={<ArrowDown aria-hidden />}
            className="pointer-events-auto rounded-full shadow-md"
            onClick={following.resume}
          >
            {following.hasNews ? 'New messages' : 'Newest message'}
          </Button>
        </div>
      )}
    </div>
  );
}

function keyOf(entry: TranscriptEntry): string {
  return entry.type === 'message' ? `message:${entry.turnId}` : entry.runId;
}

function replacedTurns(entries: readonly TranscriptEntry[]): ReadonlySet<string> {
  return new Set(
    entries.flatMap((entry) => (entry.type === 'message' && entry.isReplaced ? [entry.turnId] : [])),
  );
}
