import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { SquarePen } from 'lucide-react';
import { useDeferredValue, useRef, useState } from 'react';
import { Virtualizer } from 'virtua';

import type { SessionId, SessionSummary } from '@/domain/sessions';
import { openIdOf, sessionSearchQuery, useSessions, useSessionServices } from '@/state/sessions';
import { Button, SearchField } from '@/ui';

import { SessionRow } from './SessionRow';

export interface SessionsNavProps {
  /** A session was chosen: a drawer may close. */
  readonly onChosen: () => void;
}

/** Every conversation, last used first; each has an address of its own. */
export function SessionsNav({ onChosen }: SessionsNavProps) {
  const { goTo } = useSessionServices();
  const openId = useSessions(({ open }) => openIdOf(open));
  const [words, setWords] = useState('');
  const sought = useDeferredValue(words.trim());
  const list = useFoundSessions(sought);
  return (
    <nav aria-label="Sessions" className="flex min-h-0 flex-1 flex-col gap-2">
      <Button
        icon={<SquarePen aria-hidden />}
        className="mx-2 justify-start"
        onClick={() => {
          goTo(null);
          onChosen();
        }}
      >
        New session
      </Button>
      <SearchField label="Search sessions" value={words} onValueChange={setWords} className="mx-2" />
      <SessionList list={list} sought={sought} openId={openId} onChosen={onChosen} />
    </nav>
  );
}

/** Null while it is being read. */
function useFoundSessions(sought: string): readonly SessionSummary[] | null {
  const services = useSessionServices();
  const list = useSessions((state) => state.list);
  const search = useQuery({
    ...sessionSearchQuery(services, sought, list),
    enabled: sought !== '',
    placeholderData: keepPreviousData,
  });
  return sought === '' ? list : (search.data ?? null);
}

interface SessionListProps {
  readonly list: readonly SessionSummary[] | null;
  readonly sought: string;
  readonly openId: SessionId | null;
  readonly onChosen: () => void;
}

function SessionList({ list, sought, openId, onChosen }: SessionListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  if (list === null) return null;
  if (list.length === 0) {
    return (
      <p role="status" className="px-4 text-pretty text-text-muted">
        {sought === '' ? 'Your conversations will be listed here.' : `Nothing found for “${sought}”.`}
      </p>
    );
  }
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-2 pb-2">
      <Virtualizer as="ul" item="li" scrollRef={scroller}>
        {list.map((session) => (
          <SessionRow key={session.id} session={session} isOpen={session.id === openId} onChosen={onChosen} />
        ))}
      </Virtualizer>
    </div>
  );
}
