import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';

import type { LogEntry } from '@/domain/deltas';
import { activityQuery, useWorkspaceServices, useWorkspaceState } from '@/state/workspace';

export interface Activity {
  /** The log from the present back, newest first. */
  readonly entries: readonly LogEntry[];
  readonly status: 'reading' | 'read' | 'failed';
  readonly hasOlder: boolean;
  readonly isReadingOlder: boolean;
  readonly readOlder: () => void;
  readonly readAgain: () => void;
}

/**
 * The log, page by page, as it was when the reader came, with what has happened since above it. So the pages that were read stay
 * while others work.
 */
export function useActivity(): Activity {
  const services = useWorkspaceServices();
  const head = useWorkspaceState((state) => state.head);
  const arrived = useWorkspaceState((state) => state.arrived);
  const [anchor, setAnchor] = useState(head);
  const query = useInfiniteQuery(activityQuery(services, anchor));
  const since = useMemo(() => arrived.filter((entry) => entry.sequence > anchor), [arrived, anchor]);
  // More has happened than this window remembers: start anew at the present.
  if (since.length !== head - anchor) setAnchor(head);

  const pages = query.data?.pages;
  const entries = useMemo(
    () => [...since.toReversed(), ...(pages ?? []).flat().filter((entry) => entry.sequence <= anchor)],
    [since, pages, anchor],
  );
  return {
    entries,
    status: query.status === 'pending' ? 'reading' : query.status === 'error' ? 'failed' : 'read',
    hasOlder: query.hasNextPage,
    isReadingOlder: query.isFetchingNextPage,
    readOlder: () => void query.fetchNextPage(),
    readAgain: () => void query.refetch(),
  };
}
