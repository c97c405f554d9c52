import { memo, useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';

import type { Answer, AnswerBlock, LiveText } from '@/domain/sessions';
import { useSessions } from '@/state/sessions';
import { Badge } from '@/ui';

import { useChat } from '../chat-context';
import { Markdown } from '../markdown/Markdown';
import {
  isActive,
  liveOf,
  liveTextId,
  liveThinking,
  stepsWithLive,
  type LiveThinking,
} from '../thinking/step-words';
import { ThinkingProcess } from '../thinking/ThinkingProcess';
import { AnswerFooter } from './AnswerFooter';
import { FailureNote } from './FailureNote';
import { RetryNote } from './RetryNote';

export interface AnswerViewProps {
  readonly answer: Answer;
  /** Nothing was said after it. */
  readonly isNewest: boolean;
  /** The message it answers was edited and sent again. */
  readonly isReplaced: boolean;
}

/** What one run did and said. */
export const AnswerView = memo(function AnswerView({ answer, isNewest, isReplaced }: AnswerViewProps) {
  const active = isActive(answer);
  return (
    <article
      aria-label="Momentum"
      className={isReplaced ? 'flex flex-col gap-2 text-text-muted' : 'flex flex-col gap-2'}
    >
      {isReplaced && (
        <div>
          <Badge>Replaced by an edited message</Badge>
        </div>
      )}
      <Thinking answer={answer} />
      <Body answer={answer} />
      {!active && <FailureNote answer={answer} isNewest={isNewest} />}
      {!active && <AnswerFooter answer={answer} />}
    </article>
  );
});

/** The steps, drawn again when there is something new to think of, and not with every word of the answer. */
function Thinking({ answer }: { readonly answer: Answer }) {
  const live = useSessions(useShallow((state) => thinkingOf(answer, state.live)));
  const steps = useMemo(() => stepsWithLive(answer, live), [answer, live]);
  return <ThinkingProcess answer={answer} steps={steps} />;
}

function thinkingOf(answer: Answer, live: LiveText | null): LiveThinking | null {
  const own = liveOf(answer, live);
  return own === null ? null : liveThinking(own);
}

/**
 * The only place that is drawn again with every word that streams. It is the same before and after the end, so that what streamed goes on
 * as what is journaled.
 */
function Body({ answer }: { readonly answer: Answer }) {
  const text = useSessions((state) => liveOf(answer, state.live)?.text ?? '');
  const retry = useSessions((state) => liveOf(answer, state.live)?.retry ?? null);
  const streamingId = text === '' ? null : liveTextId(answer);
  const blocks: readonly AnswerBlock[] =
    streamingId === null
      ? answer.blocks
      : [...answer.blocks, { type: 'text', id: streamingId, text, isComplete: false }];
  return (
    <>
      <Blocks blocks={blocks} streamingId={streamingId} />
      {retry !== null && <RetryNote retry={retry} />}
    </>
  );
}

interface BlocksProps {
  readonly blocks: readonly AnswerBlock[];
  readonly streamingId: string | null;
}

function Blocks({ blocks, streamingId }: BlocksProps) {
  const { renderRequest } = useChat();
  return blocks.map((block) => {
    if (block.type === 'request') return <div key={block.request.id}>{renderRequest(block.request)}</div>;
    const isStreaming = block.id === streamingId;
    return (
      <div key={block.id} className="min-w-0">
        <Markdown text={block.text} isStreaming={isStreaming} />
        {!block.isComplete && !isStreaming && (
          <p className="mt-1 text-sm text-text-muted">The answer stops here; it was not finished.</p>
        )}
      </div>
    );
  });
}
