import { MessageCircleQuestionMark } from 'lucide-react';
import { useId } from 'react';

import type { PersonRequest, QuestionSpec, SessionId } from '@/domain/sessions';
import { Button, TextArea } from '@/ui';

import { Deadline } from './Deadline';
import { keptList, useKeptText } from './kept-text';
import { OptionBoxes } from './OptionBoxes';
import { Problem } from './Problem';
import { cardClass, requestMark } from './request-mark';
import { useRespond } from './use-respond';

export interface UserQuestionPromptProps {
  readonly sessionId: SessionId;
  readonly request: PersonRequest;
  readonly spec: QuestionSpec;
}

/** A question of the agent with every way to answer it. What is half typed survives a reload. */
export function UserQuestionPrompt({ sessionId, request, spec }: UserQuestionPromptProps) {
  const [text, write] = useKeptText('answer', request.id);
  const [kept, keepChosen] = useKeptText('choices', request.id);
  const chosen = keptList(kept).filter((label) => spec.options.some((option) => option.label === label));
  const { respond, pending, problem } = useRespond(sessionId, request, request.id);
  const questionId = useId();
  const takesText = spec.answerWith === 'text' || spec.answerWith === 'one-or-text';
  const isSeveral = spec.answerWith === 'several';
  const canAnswer = isSeveral ? chosen.length > 0 : text.trim() !== '';

  function answer(choices: readonly string[], words: string) {
    respond({ type: 'answered', choices, text: words });
  }

  function answerTyped() {
    if (!canAnswer) return;
    if (isSeveral) answer(chosen, '');
    else answer([], text.trim());
  }

  return (
    <div
      {...requestMark(request)}
      role="group"
      aria-label="Question from Momentum"
      aria-describedby={questionId}
      className={cardClass}
    >
      <div id={questionId} className="flex gap-2.5">
        <MessageCircleQuestionMark aria-hidden className="mt-0.5 size-5 shrink-0 text-accent-text" />
        <div className="min-w-0">
          <p dir="auto" className="text-lg font-medium break-words">
            {spec.question}
          </p>
          {spec.why !== '' && (
            <p dir="auto" className="break-words text-text-muted">
              {spec.why}
            </p>
          )}
        </div>
      </div>

      {isSeveral ? (
        <OptionBoxes
          options={spec.options}
          chosen={chosen}
          onChange={(labels) => {
            keepChosen(labels.length === 0 ? '' : JSON.stringify(labels));
          }}
        />
      ) : (
        spec.options.length > 0 && (
          <div className="flex flex-wrap gap-2">
            {spec.options.map((option) => (
              <OptionButton
                key={option.label}
                option={option}
                isBusy={pending !== null}
                onChoose={() => {
                  answer([option.label], '');
                }}
              />
            ))}
          </div>
        )
      )}

      {takesText && (
        <TextArea
          aria-label="Your answer"
          placeholder={spec.options.length > 0 ? 'Or answer in your own words' : 'Your answer'}
          dir="auto"
          rows={1}
          value={text}
          onValueChange={write}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            // A touch keyboard has no other key for a new line.
            if (window.matchMedia('(pointer: coarse)').matches) return;
            event.preventDefault();
            answerTyped();
          }}
          className="min-h-10! pointer-coarse:min-h-11!"
        />
      )}
      <Problem text={problem} />
      <div className="flex flex-wrap items-center gap-2">
        {(takesText || isSeveral) && (
          <Button
            variant={canAnswer ? 'primary' : 'secondary'}
            aria-disabled={!canAnswer}
            loading={pending === 'answered'}
            onClick={answerTyped}
          >
            Answer
          </Button>
        )}
        <Button
          variant="ghost"
          loading={pending === 'skipped'}
          onClick={() => {
            respond({ type: 'skipped' });
          }}
        >
          Skip
        </Button>
        <Deadline sessionId={sessionId} request={request} />
      </div>
    </div>
  );
}

interface OptionButtonProps {
  readonly option: QuestionSpec['options'][number];
  readonly isBusy: boolean;
  readonly onChoose: () => void;
}

function OptionButton({ option, isBusy, onChoose }: OptionButtonProps) {
  const detailId = useId();
  return (
    <button
      type="button"
      aria-label={option.label}
      aria-describedby={option.detail === '' ? undefined : detailId}
      aria-disabled={isBusy}
      onClick={onChoose}
      className="flex min-h-9 max-w-full min-w-0 flex-col items-start justify-center rounded-lg border border-border bg-surface-control px-3 py-1.5 text-left shadow-sm transition-colors hover:border-border-control active:bg-surface-sunken pointer-coarse:min-h-11"
    >
      <span dir="auto" className="max-w-full font-medium break-words">
        {option.label}
      </span>
      {option.detail !== '' && (
        <span id={detailId} dir="auto" className="max-w-full text-sm break-words text-text-muted">
          {option.detail}
        </span>
      )}
    </button>
  );
}
