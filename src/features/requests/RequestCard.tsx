import { useEffect, useLayoutEffect, useRef, useState, type FocusEvent } from 'react';

import type { PersonRequest, SessionId } from '@/domain/sessions';
import { useSessionServices } from '@/state/sessions';

import { ApprovalDialog } from './ApprovalDialog';
import { forgetKept } from './kept-text';
import { isAnsweredElsewhere, outcomeOf } from './outcome-words';
import { SettledCard } from './SettledCard';
import { UserQuestionPrompt } from './UserQuestionPrompt';

export interface RequestCardProps {
  readonly sessionId: SessionId;
  readonly request: PersonRequest;
}

/** A question or an approval in its place in the conversation, open or settled. */
export function RequestCard({ sessionId, request }: RequestCardProps) {
  const { drafts, windowName } = useSessionServices();
  // What was settled before anybody looked here is no news, whoever did it.
  const [wasOpen] = useState(request.status.type === 'open');
  const outcome = outcomeOf(request);
  const isSettled = outcome !== null;
  const place = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);

  // Whoever decided by keyboard stands on a button that is gone; they go on from the card, and hear how it ended.
  useLayoutEffect(() => {
    if (isSettled && hadFocus.current && document.activeElement === document.body) place.current?.focus();
  }, [isSettled]);
  useEffect(() => {
    if (isSettled) forgetKept(drafts, request.id);
  }, [isSettled, drafts, request.id]);

  return (
    <div
      ref={place}
      tabIndex={-1}
      className="rounded-xl outline-offset-2"
      onFocus={() => {
        hadFocus.current = true;
      }}
      onBlur={(event: FocusEvent) => {
        hadFocus.current = event.currentTarget.contains(event.relatedTarget);
      }}
    >
      <Card
        sessionId={sessionId}
        request={request}
        isAnsweredElsewhere={wasOpen && isAnsweredElsewhere(request, windowName)}
      />
    </div>
  );
}

interface CardProps extends RequestCardProps {
  readonly isAnsweredElsewhere: boolean;
}

function Card({ sessionId, request, isAnsweredElsewhere: isElsewhere }: CardProps) {
  const outcome = outcomeOf(request);
  if (outcome !== null) {
    return (
      <SettledCard
        sessionId={sessionId}
        request={request}
        outcome={outcome}
        isAnsweredElsewhere={isElsewhere}
      />
    );
  }
  const { spec } = request;
  return spec.type === 'question' ? (
    <UserQuestionPrompt sessionId={sessionId} request={request} spec={spec} />
  ) : (
    <ApprovalDialog sessionId={sessionId} request={request} spec={spec} />
  );
}
