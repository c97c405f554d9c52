import { memo } from 'react';

import type { Answer, AnswerBlock } from '@/domain/sessions';
import { useSessions } from '@/state/sessions';
import { Badge } from '@/ui';

import { useChat } from '../chat-context';
import { Markdown } from '../markdown/Markdown';
import { isActive, liveOf, liveTextId, stepsWithLive } from '../thinking/step-words';
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
      <Body answer={answer} />
      {!active && <FailureNote answer={answer} isNewest={isNewest} />}
      {!active && <AnswerFooter answer={answer} />}
    </article>
  );
});

/**
 * The only place that is drawn again while text streams. It is the same before and after the end, so that what streamed goes on as what is
 * journaled.
 */
function Body({ answer }: { readonly answer: Answer }) {
  const live = useSessions((state) => liveOf(answer, state.live));
  const text = live?.text ?? '';
  const streamingId = text === '' ? null : liveTextId(answer);
  const blocks: readonly AnswerBlock[] =
    streamingId === null
      ? answer.blocks
      : [...answer.blocks, { type: 'text', id: streamingId, text, isComplete: false }];
  return (
    <>
      <ThinkingProcess answer={answer} steps={stepsWithLive(answer, live)} />
      <Blocks blocks={blocks} streamingId={streamingId} />
      {live?.retry !== undefined && <RetryNote retry={live.retry} />}
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
