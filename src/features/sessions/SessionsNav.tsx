import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Archive, ArrowLeft, SquarePen } from 'lucide-react';
import { useDeferredValue, useState } from 'react';

import type { SessionSummary } from '@/domain/sessions';
import { openIdOf, sessionSearchQuery, useSessions, useSessionServices } from '@/state/sessions';
import { Button, SearchField } from '@/ui';

import { shelved } from './session-groups';
import { SessionList } from './SessionList';

export interface SessionsNavProps {
  /** A session was chosen: a drawer may close. */
  readonly onChosen: () => void;
  readonly onNewSession: () => void;
}

/** Every conversation by how it stands, last used first; each has an address of its own. Archived ones are a step away [S6]. */
export function SessionsNav({ onChosen, onNewSession }: SessionsNavProps) {
  const openId = useSessions(({ open }) => openIdOf(open));
  const [words, setWords] = useState('');
  const [wantsArchived, setWantsArchived] = useState(false);
  const sought = useDeferredValue(words.trim());
  const list = useSessions((state) => state.list);
  const found = useFoundSessions(sought, list);
  const { current, archived } = shelved(list ?? []);
  // The last one was brought back: there is nothing to stay for, nor to come back to by itself.
  if (wantsArchived && list !== null && archived.length === 0) setWantsArchived(false);
  const showsArchived = wantsArchived && archived.length > 0;
  const kind = sought !== '' ? 'found' : showsArchived ? 'archived' : 'current';
  const listed = { current, archived, found }[kind];
  return (
    <nav aria-label="Sessions" className="flex min-h-0 flex-1 flex-col gap-2">
      <Button
        icon={<SquarePen aria-hidden />}
        className="mx-2 justify-start"
        onClick={() => {
          onNewSession();
          onChosen();
        }}
      >
        New session
      </Button>
      <SearchField label="Search sessions" value={words} onValueChange={setWords} className="mx-2" />
      {archived.length > 0 && sought === '' && (
        <ArchivedSwitch count={archived.length} isOn={showsArchived} onChange={setWantsArchived} />
      )}
      {list !== null &&
        listed !== null &&
        (listed.length === 0 ? (
          <NoSessions sought={sought} />
        ) : (
          <SessionList key={kind} kind={kind} sessions={listed} openId={openId} onChosen={onChosen} />
        ))}
    </nav>
  );
}

interface ArchivedSwitchProps {
  readonly count: number;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** The way to the archived sessions and back. */
function ArchivedSwitch({ count, isOn, onChange }: ArchivedSwitchProps) {
  return (
    <div className="mx-2 flex flex-col gap-2">
      <Button
        variant="ghost"
        icon={isOn ? <ArrowLeft aria-hidden /> : <Archive aria-hidden />}
        className="justify-start"
        onClick={() => {
          onChange(!isOn);
        }}
      >
        {isOn ? 'Back to sessions' : `Archived (${String(count)})`}
      </Button>
      {isOn && <h2 className="px-2 text-sm font-medium text-text-muted">Archived</h2>}
    </div>
  );
}

/** What holds the words, archived or not; null while it is being looked for. */
function useFoundSessions(
  sought: string,
  list: readonly SessionSummary[] | null,
): readonly SessionSummary[] | null {
  const services = useSessionServices();
  const search = useQuery({
    ...sessionSearchQuery(services, sought, list),
    enabled: sought !== '',
    placeholderData: keepPreviousData,
  });
  return search.data ?? null;
}

function NoSessions({ sought }: { readonly sought: string }) {
  return (
    <p role="status" className="px-4 text-pretty text-text-muted">
      {sought === '' ? 'Your conversations will be listed here.' : `Nothing found for “${sought}”.`}
    </p>
  );
}
