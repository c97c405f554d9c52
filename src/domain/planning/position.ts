/** A place in an ordered list. `before` and `after` name a member of that list. */
export type Position<Id extends string> =
  | { readonly type: 'first' }
  | { readonly type: 'last' }
  | { readonly type: 'before'; readonly id: Id }
  | { readonly type: 'after'; readonly id: Id };

interface Ranked<Id extends string> {
  readonly id: Id;
  readonly rank: number;
}

/**
 * The rank that puts something at a place among others, and the ranks that others need first to make room. Room runs out only after
 * some fifty insertions at one and the same spot; then all members are numbered anew.
 *
 * @param others - the ordered list without the thing to be placed.
 * @returns null when the place names something that is not in the list.
 */
export function placeAmong<Id extends string>(
  others: readonly Ranked<Id>[],
  position: Position<Id>,
): { readonly rank: number; readonly renumbered: readonly Ranked<Id>[] } | null {
  const index = indexOf(others, position);
  if (index === null) return null;
  const before = others[index - 1]?.rank;
  const after = others[index]?.rank;
  const rank = rankBetween(before, after);
  if (rank !== null) return { rank, renumbered: [] };
  return {
    rank: index + 1,
    renumbered: others.map((other, place) => ({ id: other.id, rank: place < index ? place + 1 : place + 2 })),
  };
}

function indexOf<Id extends string>(others: readonly Ranked<Id>[], position: Position<Id>): number | null {
  switch (position.type) {
    case 'first':
      return 0;
    case 'last':
      return others.length;
    case 'before':
    case 'after': {
      const index = others.findIndex((other) => other.id === position.id);
      if (index === -1) return null;
      return position.type === 'before' ? index : index + 1;
    }
  }
}

/** A number strictly between two ranks; null when doubles have none left. */
function rankBetween(before: number | undefined, after: number | undefined): number | null {
  if (before === undefined && after === undefined) return 1;
  if (before === undefined) return strictly(undefined, (after ?? 0) - 1, after);
  if (after === undefined) return strictly(before, Math.floor(before) + 1, undefined);
  return strictly(before, before + (after - before) / 2, after);
}

function strictly(before: number | undefined, rank: number, after: number | undefined): number | null {
  const fits = (before === undefined || before < rank) && (after === undefined || rank < after);
  return fits && Number.isFinite(rank) ? rank : null;
}
