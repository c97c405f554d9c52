import { useRef } from 'react';
import { Virtualizer } from 'virtua';

import type { SessionId, SessionSummary } from '@/domain/sessions';
import { useHeldWhilePressed } from '@/ui';

import { groupedSessions, type GroupedSessions } from './session-groups';
import { SessionRow } from './SessionRow';
import { foundMark, groupWords, statusMark } from './status-words';
import { useFocusKept } from './use-focus-kept';

export interface SessionListProps {
  readonly sessions: readonly SessionSummary[];
  /** Which they are: those in use stand under headings, by what is to be done about them. */
  readonly kind: 'current' | 'archived' | 'found';
  readonly openId: SessionId | null;
  readonly onChosen: () => void;
}

/** Links to sessions. Only those in view are drawn. */
export function SessionList({ sessions, kind, openId, onChosen }: SessionListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  // A run that ends moves its session to another group.
  const { value: shown, onPointerDown } = useHeldWhilePressed(sessions);
  const groups = kind === 'current' ? groupedSessions(shown) : null;
  const { onFocus } = useFocusKept(
    (groups?.flatMap((each) => each.sessions) ?? shown).map(({ id }) => id),
    (id) => scroller.current?.querySelector<HTMLElement>(`[data-session-id="${CSS.escape(id)}"] a`) ?? null,
  );
  const row = (session: SessionSummary) => (
    <SessionRow
      key={session.id}
      session={session}
      mark={kind === 'found' ? foundMark(session) : statusMark(session.status)}
      isOpen={session.id === openId}
      onChosen={onChosen}
    />
  );
  return (
    <div
      ref={scroller}
      onFocus={onFocus}
      onPointerDown={onPointerDown}
      className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-2 pb-2"
    >
      <Virtualizer as="ul" item="li" scrollRef={scroller}>
        {groups?.flatMap((each) => [
          <GroupHeading key={each.group} {...each} />,
          ...each.sessions.map(row),
        ]) ?? shown.map(row)}
      </Virtualizer>
    </div>
  );
}

function GroupHeading({ group, sessions }: GroupedSessions) {
  return (
    <h2 className="flex items-baseline gap-1.5 px-2 pt-3 pb-1 text-sm font-medium text-text-muted">
      {groupWords[group]}
      <span className="text-xs font-normal tabular-nums">{sessions.length}</span>
    </h2>
  );
}
