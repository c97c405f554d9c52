import type { PersonRequest, SessionId } from '@/domain/sessions';

import { ApprovalDialog } from './ApprovalDialog';
import { outcomeOf } from './outcome-words';
import { SettledCard } from './SettledCard';
import { UserQuestionPrompt } from './UserQuestionPrompt';

export interface RequestCardProps {
  readonly sessionId: SessionId;
  readonly request: PersonRequest;
}

/** A question or an approval in its place in the conversation, open or settled. */
export function RequestCard({ sessionId, request }: RequestCardProps) {
  const outcome = outcomeOf(request);
  if (outcome !== null) return <SettledCard request={request} outcome={outcome} />;
  const { spec } = request;
  return spec.type === 'question' ? (
    <UserQuestionPrompt sessionId={sessionId} request={request} spec={spec} />
  ) : (
    <ApprovalDialog sessionId={sessionId} request={request} spec={spec} />
  );
}
