import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

import type { LogEntry, Sequence } from '@/domain/deltas';

import type { WorkspaceServices } from './workspace-services';

const activityPageSize = 50;

/**
 * The workspace log, newest first, page by page. Keyed by the head, so that it is read again when the log moves; pages of the
 * old head stay on the screen meanwhile.
 */
export function activityQuery(services: WorkspaceServices, head: Sequence) {
  return infiniteQueryOptions({
    queryKey: ['workspace', 'activity', head],
    queryFn: ({ pageParam }) =>
      services.readLog({
        order: 'newest-first',
        limit: activityPageSize,
        ...(pageParam === null ? {} : { before: pageParam }),
      }),
    initialPageParam: newestPage(),
    getNextPageParam: (page: readonly LogEntry[]): Sequence | null => {
      const last = page.at(-1);
      return last === undefined || page.length < activityPageSize || last.sequence <= 1
        ? null
        : last.sequence;
    },
    placeholderData: (previous) => previous,
  });
}

/** The commit that brought the example projects, when the log starts with one. */
export function exampleQuery(services: WorkspaceServices) {
  return queryOptions({
    queryKey: ['workspace', 'example'],
    queryFn: async (): Promise<LogEntry | null> => {
      const [first] = await services.readLog({ order: 'oldest-first', limit: 1 });
      return first?.commit.cause.type === 'example' ? first : null;
    },
    staleTime: Infinity,
  });
}

/** How much room the data takes, as far as the browser tells. */
export function storageSpaceQuery(services: WorkspaceServices) {
  return queryOptions({
    queryKey: ['workspace', 'storage-space'],
    queryFn: () => services.care.estimate(),
    staleTime: 30_000,
  });
}

/** Typed by its signature, because inference takes a bare `null` for the type of every page. */
function newestPage(): Sequence | null {
  return null;
}
