import { ChevronRight } from 'lucide-react';
import { useId } from 'react';
import { useStore } from 'zustand';

import type { Answer, ThinkingStep } from '@/domain/sessions';
import { classes, Spinner } from '@/ui';

import { useChat } from '../chat-context';
import { isActive, thinkingSummary } from './step-words';
import { StepView } from './StepView';

export interface ThinkingProcessProps {
  readonly answer: Answer;
  /** Those of the answer, and what is streaming. */
  readonly steps: readonly ThinkingStep[];
}

/** What the agent did and why, step by step [L4]. Open while it works; the person's own choice wins for good. */
export function ThinkingProcess({ answer, steps }: ThinkingProcessProps) {
  const { folds } = useChat();
  const id = useId();
  const choice = useStore(folds, (state) => state[answer.runId]);
  const active = isActive(answer);
  const isOpen = choice ?? active;
  return (
    <section className="min-w-0">
      <div className="relative flex min-h-8 flex-wrap items-center gap-x-2 text-base text-text-muted pointer-coarse:min-h-11">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={isOpen ? `${id}-steps` : undefined}
          aria-describedby={`${id}-summary`}
          onClick={() => {
            folds.setState({ [answer.runId]: !isOpen });
          }}
          className="flex cursor-default items-center gap-1.5 rounded-md font-medium transition-colors after:absolute after:inset-0 hover:text-text"
        >
          {active && answer.status === 'running' ? (
            <Spinner className="size-4 text-accent-text" />
          ) : (
            <ChevronRight
              aria-hidden
              className={classes('size-4 transition-transform', isOpen && 'rotate-90')}
            />
          )}
          Thinking process
        </button>
        <span id={`${id}-summary`} className="min-w-0 truncate text-sm">
          {thinkingSummary(answer, steps)}
        </span>
      </div>
      {isOpen && (
        <ol
          id={`${id}-steps`}
          aria-label="Thinking steps"
          className="mt-1 mb-2 flex flex-col rounded-xl border border-border bg-surface-raised px-3 py-2"
        >
          {steps.map((step) => (
            <StepView key={step.id} step={step} />
          ))}
        </ol>
      )}
    </section>
  );
}
