import { Ban, Check, CircleDashed, X } from 'lucide-react';
import { memo, useId, type ReactNode } from 'react';
import { useStore } from 'zustand';

import type { ThinkingStep } from '@/domain/sessions';
import { classes, Spinner, VisuallyHidden } from '@/ui';

import { UndoButton } from '../changes/UndoButton';
import { useChat } from '../chat-context';
import { SafeText } from '../markdown/SafeText';
import { useNow } from '../use-now';
import { stepStatusWords, stepTime, stepTypeWords } from './step-words';

/** One step of the visible thinking, with its kind and how it stands, in a picture and in words. */
export const StepView = memo(function StepView({ step }: { readonly step: ThinkingStep }) {
  const isRunning = step.status === 'in_progress';
  const time = stepTime(step, useNow(isRunning, 1_000));
  const isDropped = step.status === 'cancelled' && step.type !== 'planning' && step.type !== 'reasoning';
  return (
    <li
      data-step-type={step.type}
      data-step-status={step.status}
      className="group/step relative flex gap-2.5 pb-2.5 last:pb-1"
    >
      <span className="flex w-4 shrink-0 flex-col items-center pt-1">
        <StatusIcon status={step.status} />
        <span aria-hidden className="mt-1 w-px flex-1 bg-border group-last/step:hidden" />
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-baseline gap-x-2 text-base">
          <span className={classes('min-w-0 break-words', isDropped && 'text-text-muted line-through')}>
            <SafeText text={step.title} />
          </span>
          <span className="text-sm text-text-muted">
            {stepTypeWords[step.type]}
            <StatusWord status={step.status} />
            {time !== null && <span className="tabular-nums"> · {time}</span>}
          </span>
          {step.commitId !== null && (
            <span className="-my-1 ml-auto">
              <UndoButton commitIds={[step.commitId]} what="this step" />
            </span>
          )}
        </div>
        <StepDetail step={step} />
      </div>
    </li>
  );
});

/** What went as it should is said by its picture to those who see it; everything else is said to everybody. */
function StatusWord({ status }: Pick<ThinkingStep, 'status'>) {
  const word = ` · ${stepStatusWords[status]}`;
  return status === 'completed' ? <VisuallyHidden>{word}</VisuallyHidden> : word;
}

function StepDetail({ step }: { readonly step: ThinkingStep }) {
  const detail = step.detail.trim();
  if (detail === '' || step.type === 'planning') return null;
  if (step.type === 'reasoning') {
    return (
      <p dir="auto" className="mt-0.5 text-base break-words whitespace-pre-wrap text-text-muted">
        <SafeText text={detail} />
      </p>
    );
  }
  return (
    <Folded id={step.id} label={step.type === 'tool_call' ? 'Arguments' : 'What the model was told'}>
      <pre className="overflow-x-auto rounded-md border border-border bg-surface-sunken px-2.5 py-2 font-mono text-xs whitespace-pre-wrap text-text-muted">
        <SafeText text={detail} />
      </pre>
    </Folded>
  );
}

interface FoldedProps {
  readonly id: string;
  readonly label: string;
  readonly children: ReactNode;
}

function Folded({ id, label, children }: FoldedProps) {
  const { folds } = useChat();
  const isOpen = useStore(folds, (state) => state[id] ?? false);
  const contentId = useId();
  return (
    <div>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? contentId : undefined}
        onClick={() => {
          folds.setState({ [id]: !isOpen });
        }}
        className="cursor-default rounded-sm text-sm text-text-muted underline decoration-dotted underline-offset-3 hover:text-text pointer-coarse:min-h-11"
      >
        {label}
      </button>
      {isOpen && (
        <div id={contentId} className="mt-1">
          {children}
        </div>
      )}
    </div>
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
