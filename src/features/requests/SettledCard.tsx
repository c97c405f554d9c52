import { CircleCheck, CircleSlash, History } from 'lucide-react';
import type { ReactNode } from 'react';

import type { PersonRequest } from '@/domain/sessions';
import { Badge } from '@/ui';

import { ChangePreviewList } from './ChangePreviewList';
import type { Outcome } from './outcome-words';

export interface SettledCardProps {
  readonly request: PersonRequest;
  readonly outcome: Outcome;
}

/** A request that was decided: what was asked, and how it ended. What was shown can still be read. */
export function SettledCard({ request, outcome }: SettledCardProps) {
  const { spec } = request;
  const isQuestion = spec.type === 'question';
  return (
    <div
      role="group"
      aria-label={isQuestion ? 'Question from Momentum' : `Approval: ${spec.title}`}
      className="flex flex-col gap-2 rounded-xl border border-border bg-surface px-4 py-3"
    >
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <OutcomeIcon outcome={outcome} />
        <p dir="auto" className="min-w-0 flex-1 break-words">
          {isQuestion ? spec.question : spec.title}
        </p>
        <Badge tone={outcome.tone} className="h-auto! py-0.5 whitespace-normal!">
          {outcome.words}
        </Badge>
      </div>
      {outcome.detail !== '' && (
        <p dir="auto" className="pl-7 text-sm break-words text-text-muted">
          {outcome.detail}
        </p>
      )}
      {spec.type === 'approval' && spec.preview.length + spec.effects.length > 0 && (
        <Folded summary="What was shown">
          <ChangePreviewList preview={spec.preview} effects={spec.effects} tense="past" />
        </Folded>
      )}
    </div>
  );
}

function OutcomeIcon({ outcome }: { readonly outcome: Outcome }) {
  const Icon =
    outcome.tone === 'success' || outcome.tone === 'accent'
      ? CircleCheck
      : outcome.words === 'Superseded'
        ? History
        : CircleSlash;
  return <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-text-muted" />;
}

function Folded({ summary, children }: { readonly summary: string; readonly children: ReactNode }) {
  return (
    <details className="pl-7">
      <summary className="cursor-default text-sm text-text-muted hover:text-text pointer-coarse:min-h-11 pointer-coarse:content-center">
        {summary}
      </summary>
      <div className="pt-2">{children}</div>
    </details>
  );
}
