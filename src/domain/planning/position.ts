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
 * @param present - the rank it has. It keeps it where that fits, so that moving something to where it is changes nothing.
 * @returns null when the place names something that is not in the list.
 */
export function placeAmong<Id extends string>(
  others: readonly Ranked<Id>[],
  position: Position<Id>,
  present?: number,
): { readonly rank: number; readonly renumbered: readonly Ranked<Id>[] } | null {
  const index = indexOf(others, position);
  if (index === null) return null;
  const before = others[index - 1]?.rank;
  const after = others[index]?.rank;
  const rank = [present, rankBetween(before, after)].find((each) => liesBetween(each, before, after));
  if (rank !== undefined) return { rank, renumbered: [] };
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

/** The number to try between two ranks; doubles may have none left, and then it is not between them. */
function rankBetween(before: number | undefined, after: number | undefined): number {
  if (before === undefined) return after === undefined ? 1 : after - 1;
  return after === undefined ? Math.floor(before) + 1 : before + (after - before) / 2;
}

function liesBetween(rank: number | undefined, before = -Infinity, after = Infinity): boolean {
  return rank !== undefined && before < rank && rank < after;
}
