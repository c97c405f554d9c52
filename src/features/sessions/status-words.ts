import type { SessionStatus, SessionSummary } from '@/domain/sessions';
import type { Tone } from '@/ui';

import type { SessionGroup } from './session-groups';

/** What a list says of a session besides its title. */
export interface SessionMark {
  readonly words: string;
  readonly tone: Tone;
}

/** Something runs, or waits for the person. */
export function isActive({ status }: MarkedSession): boolean {
  return status === 'running' || status === 'awaiting_user';
}

/** Null for a session of which nothing must be said: it has not begun, or ended well. */
export function statusMark(status: SessionStatus): SessionMark | null {
  switch (status) {
    case 'awaiting_user':
      return { words: 'needs you', tone: 'warning' };
    case 'running':
      return { words: 'working', tone: 'accent' };
    case 'failed':
      return { words: 'failed', tone: 'danger' };
    case 'interrupted':
      return { words: 'interrupted', tone: 'neutral' };
    case 'idle':
    case 'completed':
    case 'cancelled':
      return null;
  }
}

/** Among others, that a session is put away goes before how it ended. */
export function foundMark({ status, isArchived }: MarkedSession): SessionMark | null {
  return isArchived ? { words: 'archived', tone: 'neutral' } : statusMark(status);
}

type MarkedSession = Pick<SessionSummary, 'status' | 'isArchived'>;

export const groupWords: Readonly<Record<SessionGroup, string>> = {
  'needs-you': 'Needs you',
  running: 'Running',
  failed: 'Failed',
  done: 'Done',
};

export function titleOf(title: string): string {
  return title === '' ? 'New session' : title;
}
