import type { LogRange } from '@/agent';

/** The first and the last sequence to read, both inclusive; `null` when there is nothing to read. */
export interface LogBounds {
  readonly first: number;
  readonly last: number;
}

/** Which entries of a log without gaps answer a range. */
export function logBounds(range: LogRange, head: number): LogBounds | null {
  const first = Math.max(1, (range.after ?? 0) + 1);
  const last = Math.min(head, (range.before ?? head + 1) - 1);
  const limit = Math.floor(range.limit);
  if (first > last || limit < 1) return null;
  return range.order === 'oldest-first'
    ? { first, last: Math.min(last, first + limit - 1) }
    : { first: Math.max(first, last - limit + 1), last };
}
