import { ShieldQuestion } from 'lucide-react';
import { useId, useRef, useState } from 'react';

import type { ApprovalSpec, PersonRequest, SessionId } from '@/domain/sessions';
import { Badge, Button, classes, Spinner, TextField } from '@/ui';

import { ArgumentFields } from './ArgumentFields';
import { ChangePreviewList } from './ChangePreviewList';
import { Deadline } from './Deadline';
import { GrantBox, mayBeGranted, useGrant } from './GrantBox';
import { useKeptText } from './kept-text';
import { Problem } from './Problem';
import { cardClass, requestMark } from './request-mark';
import { useDraft, type EditedApproval } from './use-draft';
import { useRespond } from './use-respond';
import { VisibleText } from './VisibleText';

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
  const draft = useDraft(sessionId, request, original);
  const [isModifying, setIsModifying] = useState(draft.state !== 'unchanged');
  const { respond, pending, problem } = useRespond(sessionId, request, draft.spec.hash);
  const grant = useGrant(sessionId, original.tool);
  const card = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const { spec } = draft;
  const isChanged = draft.state !== 'unchanged';
  const canApprove = draft.state === 'unchanged' || draft.state === 'ready';

  function approve() {
    if (!canApprove) return;
    respond(
      isChanged
        ? { type: 'approved-with-changes', args: draft.args, hash: draft.spec.hash }
        : { type: 'approved' },
      grant.giveIfWanted,
    );
  }

  function stopModifying() {
    draft.discard();
    setIsModifying(false);
    // The button that was pressed is gone.
    card.current?.focus({ preventScroll: true });
  }

  return (
    <div
      {...requestMark(request)}
      ref={card}
      role="dialog"
      aria-modal={false}
      aria-labelledby={titleId}
      className={`${cardClass} [&_:is(button,input,textarea)]:scroll-mt-44`}
    >
      <Heading spec={spec} titleId={titleId} />
      {isModifying && (
        <ArgumentFields
          fields={original.fields}
          texts={draft.texts}
          problems={draft.problems}
          onEdit={draft.edit}
        />
      )}
      <Problem text={draft.problems.get('') ?? null} />
      <Preview draft={draft} />
      {mayBeGranted(spec) && <GrantBox grant={grant} />}
      <Problem text={problem} />
      <div className="flex flex-wrap items-center gap-2">
        <Button
          variant={spec.reasons.some(({ type }) => type === 'destructive') ? 'danger' : 'primary'}
          aria-disabled={!canApprove}
          loading={pending === 'approved' || pending === 'approved-with-changes'}
          onClick={approve}
        >
          {isChanged ? 'Approve changes' : 'Approve'}
        </Button>
        {original.fields.length > 0 && !isModifying && (
          <Button
            onClick={() => {
              setIsModifying(true);
              focusFirstField(card.current);
            }}
          >
            Modify
          </Button>
        )}
        {isModifying && (
          <Button onClick={stopModifying}>{isChanged ? 'Discard changes' : 'Stop modifying'}</Button>
        )}
        <Deadline sessionId={sessionId} request={request} />
      </div>
      <Refusal
        request={request}
        isPending={pending === 'refused'}
        onRefuse={(reason) => {
          respond({ type: 'refused', reason });
        }}
      />
    </div>
  );
}

/** The fields are there a moment later. */
function focusFirstField(card: HTMLElement | null): void {
  requestAnimationFrame(() => {
    card?.querySelector<HTMLElement>('[role="group"] :is(input, textarea, [role="combobox"])')?.focus();
  });
}

/**
 * The title stays in view while a long plan is read, above the padding of the conversation too; what is below fades out under it. Not
 * where it would take the room that the plan needs.
 */
const stickyClass =
  'z-10 -mx-4 -mt-4 rounded-t-xl bg-surface-raised px-4 pt-4 [@media(min-height:40rem)]:sticky [@media(min-height:40rem)]:-top-2 ' +
  'after:pointer-events-none after:absolute after:inset-x-0 after:top-full after:h-3 after:bg-linear-to-b after:from-surface-raised after:to-transparent';

/** In characters, which are five lines on the narrowest phone. */
const longestSticky = 120;

function Heading({ spec, titleId }: { readonly spec: ApprovalSpec; readonly titleId: string }) {
  return (
    <>
      <header className={classes('flex gap-2.5', spec.title.length <= longestSticky && stickyClass)}>
        <ShieldQuestion aria-hidden className="mt-0.5 size-5 shrink-0 text-warning-text" />
        <h3 id={titleId} className="min-w-0 flex-1 break-words">
          <span className="block text-sm font-medium text-warning-text">
            Approval needed<span className="sr-only">: </span>
          </span>
          <span className="text-lg font-semibold">
            <VisibleText text={spec.title} />
          </span>
        </h3>
      </header>
      <ul aria-label="Why it asks" className="-mt-1.5 ml-7.5 flex flex-wrap gap-1.5">
        {spec.reasons.map((each) => (
          <li key={each.text} className="max-w-full min-w-0">
            <Badge
              tone={each.type === 'destructive' ? 'danger' : 'warning'}
              className="h-auto! py-0.5 [&>span]:whitespace-normal"
            >
              {each.text}
            </Badge>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What is shown belongs to arguments that are not there any more while it is planned: it is told apart until it is right again. */
function Preview({ draft }: { readonly draft: EditedApproval }) {
  const { spec, state } = draft;
  const isStale = state === 'planning' || state === 'invalid';
  return (
    <>
      <p role="status" className="flex items-center gap-2 text-sm text-text-muted empty:hidden">
        {state === 'planning' && (
          <>
            <Spinner /> Finding out what this changes…
          </>
        )}
        {state === 'invalid' && 'Below is what it did before. Correct the fields to see what it will do.'}
      </p>
      <div
        aria-busy={state === 'planning'}
        className={
          isStale ? 'rounded-lg outline-2 outline-offset-2 outline-border-control outline-dashed' : ''
        }
      >
        <ChangePreviewList preview={spec.preview} effects={spec.effects} tense="future" />
      </div>
    </>
  );
}

interface RefusalProps {
  readonly request: PersonRequest;
  readonly isPending: boolean;
  readonly onRefuse: (reason: string) => void;
}

/** No, and why: the model is told the reason. */
function Refusal({ request, isPending, onRefuse }: RefusalProps) {
  const [reason, setReason] = useKeptText('reason', request.id);
  return (
    <div className="flex flex-wrap items-center gap-2 border-t border-border pt-3">
      <TextField
        aria-label="Reason (optional)"
        placeholder="Reason (optional)"
        dir="auto"
        autoComplete="off"
        value={reason}
        onValueChange={setReason}
        className="w-auto! min-w-40 flex-1"
      />
      <Button
        loading={isPending}
        onClick={() => {
          onRefuse(reason.trim());
        }}
      >
        Cancel action
      </Button>
    </div>
  );
}
