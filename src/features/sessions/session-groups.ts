import type { SessionStatus, SessionSummary } from '@/domain/sessions';

/** What a person looks for in the list, most urgent first. */
export const sessionGroups = ['needs-you', 'running', 'failed', 'done'] as const;
export type SessionGroup = (typeof sessionGroups)[number];

export interface GroupedSessions {
  readonly group: SessionGroup;
  readonly sessions: readonly SessionSummary[];
}

/** The sessions by what is to be done about them, each group in the order of the list. Groups without any are left out. */
export function groupedSessions(list: readonly SessionSummary[]): readonly GroupedSessions[] {
  return sessionGroups
    .map((group) => ({ group, sessions: list.filter(({ status }) => groupOf(status) === group) }))
    .filter(({ sessions }) => sessions.length > 0);
}

/** The sessions that are in use, and those that were put away [S6]. */
export function shelved(list: readonly SessionSummary[]): {
  readonly current: readonly SessionSummary[];
  readonly archived: readonly SessionSummary[];
} {
  return {
    current: list.filter((session) => !session.isArchived),
    archived: list.filter((session) => session.isArchived),
  };
}

/** Work that broke off is no success, whoever's fault it was; what the person cancelled is done with. */
function groupOf(status: SessionStatus): SessionGroup {
  switch (status) {
    case 'awaiting_user':
      return 'needs-you';
    case 'running':
      return 'running';
    case 'failed':
    case 'interrupted':
      return 'failed';
    case 'idle':
    case 'completed':
    case 'cancelled':
      return 'done';
  }
}
