import { CircleCheck, CircleSlash, Clock, History, type LucideIcon } from 'lucide-react';

import type { PersonRequest, SessionId } from '@/domain/sessions';
import { Badge, Disclosure } from '@/ui';

import { AskAgain } from './AskAgain';
import { changedArguments, type ChangedArgument } from './changed-arguments';
import { ChangePreviewList } from './ChangePreviewList';
import { LongText } from './LongText';
import type { Outcome } from './outcome-words';
import { VisibleText } from './VisibleText';

export interface SettledCardProps {
  readonly sessionId: SessionId;
  readonly request: PersonRequest;
  readonly outcome: Outcome;
  /** It was open here when somebody answered it in another window. */
  readonly isAnsweredElsewhere: boolean;
}

/** A request that was decided: what was asked, and how it ended. What was shown can still be read. */
export function SettledCard({ sessionId, request, outcome, isAnsweredElsewhere }: SettledCardProps) {
  const { spec, status } = request;
  const isQuestion = spec.type === 'question';
  const changed = changesIn(request);
  const Icon = icons[outcome.type];
  return (
    <div
      role="group"
      aria-label={isQuestion ? 'Question from Momentum' : `Approval: ${spec.title}`}
      className="flex flex-col gap-2 rounded-xl border border-border bg-surface px-4 py-3"
    >
      <div className="flex items-start gap-3">
        <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-text-muted" />
        <div className="flex min-w-0 flex-1 flex-wrap items-start justify-between gap-x-3 gap-y-1">
          <p className="min-w-0 break-words">
            <VisibleText text={isQuestion ? spec.question : spec.title} />
          </p>
          <Badge
            tone={outcome.tone}
            className="h-auto! py-0.5 [&>span]:break-words [&>span]:whitespace-normal"
          >
            {outcome.words}
          </Badge>
        </div>
      </div>
      <div className="flex flex-col gap-2 pl-7 empty:hidden">
        {outcome.detail !== '' && (
          <p dir="auto" className="text-sm break-words whitespace-pre-wrap text-text-muted">
            {outcome.detail}
          </p>
        )}
        {isAnsweredElsewhere && (
          <p className="text-sm text-text-muted">Answered in another tab. The first answer counts.</p>
        )}
        {changed.length > 0 && <ChangedArguments changed={changed} />}
        {status.type === 'expired' && <AskAgain sessionId={sessionId} request={request} />}
        {spec.type === 'approval' && spec.preview.length + spec.effects.length > 0 && (
          <Disclosure summary={changed.length > 0 ? 'What was shown at first' : 'What was shown'}>
            <ChangePreviewList preview={spec.preview} effects={spec.effects} tense="past" />
          </Disclosure>
        )}
      </div>
    </div>
  );
}

const icons: Readonly<Record<Outcome['type'], LucideIcon>> = {
  done: CircleCheck,
  stopped: CircleSlash,
  expired: Clock,
  superseded: History,
};

function changesIn({ spec, status }: PersonRequest): readonly ChangedArgument[] {
  if (spec.type !== 'approval' || status.type !== 'responded') return [];
  const { response } = status;
  return response.type === 'approved-with-changes' ? changedArguments(spec, response.args) : [];
}

function ChangedArguments({ changed }: { readonly changed: readonly ChangedArgument[] }) {
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-sm">
      {changed.map(({ name, label, was, becomes }) => (
        <div key={name} className="contents">
          <dt className="text-text-muted">{label}</dt>
          <dd className="break-words">
            <del className="text-text-muted">
              <LongText text={was === '' ? 'nothing' : was} />
            </del>
            <span aria-hidden> → </span>
            <span className="sr-only"> becomes </span>
            <ins className="no-underline">
              <LongText text={becomes === '' ? 'nothing' : becomes} />
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
