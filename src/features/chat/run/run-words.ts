import type { Answer, SessionStatus, SessionView } from '@/domain/sessions';

/** What the live region "Run status" says. One text per state, so that every change is told once and nothing else is. */
export function runStatusWords(status: SessionStatus, failure: string | null): string {
  switch (status) {
    case 'idle':
      return 'Ready';
    case 'running':
      return 'Working…';
    case 'awaiting_user':
      return 'Momentum is waiting for your response…';
    case 'completed':
      return 'Completed';
    case 'cancelled':
      return 'Cancelled';
    case 'interrupted':
      return `Interrupted: ${failure ?? supersededWords}`;
    case 'failed':
      return `Failed: ${failure ?? 'Something went wrong.'}`;
  }
}

/** Why a run was interrupted that nothing else happened to. */
const supersededWords = 'another message took its place.';

export function isRunActive(status: SessionStatus): boolean {
  return status === 'running' || status === 'awaiting_user';
}

export function newestAnswer({ entries }: Pick<SessionView, 'entries'>): Answer | null {
  const newest = entries.findLast((entry) => entry.type === 'answer');
  return newest?.type === 'answer' ? newest : null;
}
