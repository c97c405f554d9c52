import type { PersonRequest } from '@/domain/sessions';

/** What makes the card of an open request findable by Alt+A, and able to take the focus without deciding anything [Q5]. */
export function requestMark({ id }: PersonRequest) {
  return { 'data-open-request': id, tabIndex: -1 } as const;
}

export const cardClass =
  'flex flex-col gap-3 rounded-xl border border-border-control bg-surface-raised p-4 shadow-sm outline-offset-2 focus-visible:outline-2 focus-visible:outline-focus';
