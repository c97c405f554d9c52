import type { SessionStatus } from '@/domain/sessions';
import type { Tone } from '@/ui';

/** What a list says of a session besides its title. */
export interface SessionMark {
  readonly words: string;
  readonly tone: Tone;
}

/** Null for a session of which nothing must be said: it has not begun, or ended well. */
export function markOf(status: SessionStatus): SessionMark | null {
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

export function titleOf(title: string): string {
  return title === '' ? 'New session' : title;
}
