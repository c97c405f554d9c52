import { optional, whole } from './arguments';

const pageSize = 20;
const largestPage = 50;

/** Arguments of every tool that lists: nothing is ever listed without end. */
export const pagingArguments = {
  limit: optional(
    whole(`How many to list, 1 to ${String(largestPage)}; ${String(pageSize)} when not given.`, [
      1,
      largestPage,
    ]),
  ),
  offset: optional(whole('How many to skip, to see the next page. 0 when not given.', [0, 1_000_000])),
};

interface Paging {
  readonly limit?: number;
  readonly offset?: number;
}

interface Page<Item> {
  readonly items: readonly Item[];
  /** What to say below the items: how many there are in all and how to see the rest. */
  readonly note: string;
}

/** The part of a list that was asked for. */
export function pageOf<Item>(all: readonly Item[], { limit = pageSize, offset = 0 }: Paging): Page<Item> {
  const items = all.slice(offset, offset + limit);
  const end = offset + items.length;
  if (items.length === all.length) return { items, note: '' };
  if (items.length === 0)
    return { items, note: `There are only ${String(all.length)}; offset is too large.` };
  const shown = `Shown are ${String(offset + 1)} to ${String(end)} of ${String(all.length)}.`;
  return { items, note: end < all.length ? `${shown} For more use offset ${String(end)}.` : shown };
}
