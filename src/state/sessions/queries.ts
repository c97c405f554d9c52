import { queryOptions } from '@tanstack/react-query';

import type { SessionSummary } from '@/domain/sessions';

import type { SessionServices } from './session-services';

/** The sessions whose titles and texts hold every word; read again when the list has changed. */
export function sessionSearchQuery(
  { engine }: Pick<SessionServices, 'engine'>,
  words: string,
  list: readonly SessionSummary[] | null,
) {
  const newest = list?.[0];
  const archivedCount = list?.filter((session) => session.isArchived).length;
  return queryOptions({
    queryKey: ['sessions', 'search', words, list?.length, newest?.id, newest?.updatedAt, archivedCount],
    queryFn: () => engine.search(words),
  });
}
