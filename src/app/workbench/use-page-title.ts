import { useEffect } from 'react';

import { titleOf } from '@/features/sessions';
import { useSessions } from '@/state/sessions';

/** The tab says what is open, and that a session needs its person even when another tab is in front. */
export function usePageTitle(): void {
  const openTitle = useSessions(({ open }) => (open.type === 'open' ? open.view.title : null));
  const waiting = useSessions(
    ({ list }) => list?.filter((session) => session.status === 'awaiting_user').length ?? 0,
  );
  useEffect(() => {
    const place = openTitle === null ? 'Momentum' : `${titleOf(openTitle)} – Momentum`;
    document.title = waiting === 0 ? place : `(${String(waiting)} needs you) ${place}`;
  }, [openTitle, waiting]);
}
