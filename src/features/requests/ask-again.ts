import type { PersonRequest, SessionView } from '@/domain/sessions';

/**
 * What to say to be asked once more after nobody answered: the same message, as long as nothing of it was done. Otherwise only what is
 * missing, so that nothing is done twice. Null when the message is not there any more.
 */
export function askAgainText({ entries }: SessionView, { runId, spec }: PersonRequest): string | null {
  const answer = entries.find((entry) => entry.type === 'answer' && entry.runId === runId);
  if (answer?.type !== 'answer') return null;
  if (answer.commitIds.length > 0) {
    return `Please ask me again: ${spec.type === 'question' ? spec.question : spec.title}`;
  }
  const message = entries.find((entry) => entry.type === 'message' && entry.turnId === answer.turnId);
  return message?.type === 'message' ? message.text : null;
}
