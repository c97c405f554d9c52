import { Ban, Check, CircleDashed, X } from 'lucide-react';
import { memo, useId } from 'react';
import { useStore } from 'zustand';

import type { ThinkingStep } from '@/domain/sessions';
import { classes, Spinner, VisuallyHidden } from '@/ui';

import { UndoButton } from '../changes/UndoButton';
import { useChat } from '../chat-context';
import { SafeText } from '../markdown/SafeText';
import { useNow } from '../use-now';
import { stepFacts, stepStatusWords } from './step-words';

/** One step of the visible thinking, with its kind and how it stands, in a picture and in words. */
export const StepView = memo(function StepView({ step }: { readonly step: ThinkingStep }) {
  const { folds } = useChat();
  const isOpen = useStore(folds, (state) => state[step.id] ?? false);
  const detailsId = useId();
  const now = useNow(step.status === 'in_progress', 1_000);
  const isDropped = step.status === 'cancelled' && step.type !== 'planning' && step.type !== 'reasoning';
  /** The arguments of a call, and what the model was told of it. What was planned follows as calls. */
  const hasDetails = (step.type === 'tool_call' || step.type === 'result') && step.detail.trim() !== '';
  return (
    <li
      data-step-type={step.type}
      data-step-status={step.status}
      className={classes(
        'group/step flex gap-2.5 pb-1 last:pb-0',
        // Long runs have hundreds, a line each; what is thought may be long, and would move what is read when it comes near.
        step.type !== 'reasoning' && unseenStep,
      )}
    >
      <span className="flex w-4 shrink-0 flex-col items-center pt-[0.4375rem] pointer-coarse:pt-[0.9375rem]">
        <StatusIcon status={step.status} />
        <span aria-hidden className="mt-1 w-px flex-1 bg-border group-last/step:hidden" />
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex min-h-7 flex-wrap pointer-coarse:min-h-11 items-center gap-x-2 text-base">
          <span className={classes('min-w-0 break-words', isDropped && 'text-text-muted line-through')}>
            <SafeText text={step.title} />
          </span>
          <span className="text-sm text-text-muted tabular-nums">
            {stepFacts(step, now)}
            {step.status === 'completed' && <VisuallyHidden> {stepStatusWords.completed}</VisuallyHidden>}
          </span>
          {hasDetails && <DetailsButton stepId={step.id} contentId={detailsId} />}
          {step.commitId !== null && (
            <span className="ml-auto">
              <UndoButton commitIds={[step.commitId]} what="this step" />
            </span>
          )}
        </div>
        {step.type === 'reasoning' && (
          <p dir="auto" className="mt-0.5 text-base break-words whitespace-pre-wrap text-text-muted">
            <SafeText text={step.detail.trim()} />
          </p>
        )}
        {hasDetails && isOpen && (
          <pre
            id={detailsId}
            className="mt-1 overflow-x-auto rounded-md border border-border bg-surface-sunken px-2.5 py-2 font-mono text-xs whitespace-pre-wrap text-text-muted"
          >
            <SafeText text={step.detail.trim()} />
          </pre>
        )}
      </div>
    </li>
  );
});

/** Not laid out while it is out of view. */
const unseenStep =
  '[content-visibility:auto] [contain-intrinsic-height:auto_2rem] [overflow-clip-margin:0.5rem] pointer-coarse:[contain-intrinsic-height:auto_3rem]';

interface DetailsButtonProps {
  readonly stepId: string;
  readonly contentId: string;
}

function DetailsButton({ stepId, contentId }: DetailsButtonProps) {
  const { folds } = useChat();
  const isOpen = useStore(folds, (state) => state[stepId] ?? false);
  return (
    <button
      type="button"
      aria-expanded={isOpen}
      aria-controls={isOpen ? contentId : undefined}
      onClick={() => {
        folds.setState({ [stepId]: !isOpen });
      }}
      className="cursor-default rounded-sm text-sm text-text-muted underline decoration-dotted underline-offset-3 hover:text-text pointer-coarse:min-h-11 pointer-coarse:min-w-11"
    >
      Details
    </button>
  );
}

function StatusIcon({ status }: Pick<ThinkingStep, 'status'>) {
  switch (status) {
    case 'pending':
      return <CircleDashed aria-hidden className="size-3.5 text-text-muted" />;
    case 'in_progress':
      return <Spinner className="size-3.5 text-accent-text" />;
    case 'completed':
      return <Check aria-hidden className="size-3.5 text-success-text" />;
    case 'failed':
      return <X aria-hidden className="size-3.5 text-danger-text" />;
    case 'cancelled':
      return <Ban aria-hidden className="size-3.5 text-text-muted" />;
  }
}
