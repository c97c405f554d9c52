import { ShieldQuestion } from 'lucide-react';
import { useId, useState } from 'react';

import type { ApprovalSpec, PersonRequest, SessionId } from '@/domain/sessions';
import { Badge, Button, Spinner, TextField } from '@/ui';

import { ArgumentFields } from './ArgumentFields';
import { ChangePreviewList } from './ChangePreviewList';
import { Deadline } from './Deadline';
import { GrantBox, mayBeGranted, useGrant } from './GrantBox';
import { Problem } from './Problem';
import { cardClass, requestMark } from './request-mark';
import { useDraft } from './use-draft';
import { useRespond } from './use-respond';

export interface ApprovalDialogProps {
  readonly sessionId: SessionId;
  readonly request: PersonRequest;
  readonly spec: ApprovalSpec;
}

/**
 * Shows exactly what a call will do before it does it [C4], and takes the decision. It stands in the conversation, takes no focus and
 * no key that was not meant for it [Q5].
 */
export function ApprovalDialog({ sessionId, request, spec: original }: ApprovalDialogProps) {
  const [isModifying, setIsModifying] = useState(false);
  const [reason, setReason] = useState('');
  const draft = useDraft(sessionId, request, original);
  const { respond, isBusy, problem } = useRespond(sessionId, request, draft.spec.hash);
  const grant = useGrant(sessionId, original.tool);
  const titleId = useId();
  const { spec } = draft;
  const isChanged = draft.state !== 'unchanged';
  const canApprove = draft.state === 'unchanged' || draft.state === 'ready';

  function approve() {
    if (!canApprove) return;
    grant.giveIfWanted();
    respond(isChanged ? { type: 'approved-with-changes', args: draft.args } : { type: 'approved' });
  }

  return (
    <div
      {...requestMark(request)}
      role="dialog"
      aria-modal={false}
      aria-labelledby={titleId}
      className={cardClass}
    >
      <header className="flex gap-2.5">
        <ShieldQuestion aria-hidden className="mt-0.5 size-5 shrink-0 text-warning-text" />
        <div className="min-w-0 flex-1">
          <h3 id={titleId} className="break-words">
            <span className="block text-sm font-medium text-warning-text">
              Approval needed<span className="sr-only">: </span>
            </span>
            <bdi className="text-lg font-semibold">{spec.title}</bdi>
          </h3>
          <ul aria-label="Why it asks" className="mt-1.5 flex flex-wrap gap-1.5">
            {spec.reasons.map((each) => (
              <li key={each.text} className="max-w-full">
                <Badge tone={each.type === 'destructive' ? 'danger' : 'warning'}>{each.text}</Badge>
              </li>
            ))}
          </ul>
        </div>
      </header>

      {isModifying && (
        <ArgumentFields
          fields={original.fields}
          texts={draft.texts}
          problems={draft.problems}
          onEdit={draft.edit}
        />
      )}
      <Problem text={draft.problems.get('') ?? null} />
      {/* What is shown belongs to arguments that are not there any more: it is told apart until it is right again. */}
      <div className={canApprove ? '' : 'opacity-50'} aria-busy={draft.state === 'planning'}>
        <ChangePreviewList preview={spec.preview} effects={spec.effects} tense="future" />
      </div>

      {mayBeGranted(spec) && <GrantBox grant={grant} />}
      <Problem text={problem} />
      <div className="flex flex-wrap items-center gap-2">
        <Button variant="primary" aria-disabled={!canApprove} loading={isBusy} onClick={approve}>
          {isChanged ? 'Approve changes' : 'Approve'}
        </Button>
        {original.fields.length > 0 && !isModifying && (
          <Button
            onClick={() => {
              setIsModifying(true);
            }}
          >
            Modify
          </Button>
        )}
        {draft.state === 'planning' && <Spinner />}
        <Deadline at={request.deadline} />
      </div>
      <div className="flex flex-wrap items-center gap-2 border-t border-border pt-3">
        <TextField
          aria-label="Reason (optional)"
          placeholder="Reason (optional)"
          dir="auto"
          value={reason}
          onValueChange={setReason}
          className="w-auto! min-w-40 flex-1"
        />
        <Button
          onClick={() => {
            respond({ type: 'refused', reason: reason.trim() });
          }}
        >
          Cancel action
        </Button>
      </div>
    </div>
  );
}
