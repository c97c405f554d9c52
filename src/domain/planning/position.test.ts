import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { placeAmong, type Position } from './position';

interface Item {
  readonly id: string;
  readonly rank: number;
}

function inOrder(items: readonly Item[]): readonly string[] {
  return items
    .toSorted((left, right) => left.rank - right.rank || (left.id < right.id ? -1 : 1))
    .map(({ id }) => id);
}

/** Places an item and numbers the others as asked. */
function placed(others: readonly Item[], id: string, position: Position<string>): readonly Item[] {
  const place = placeAmong(others, position);
  if (place === null) throw new Error('The neighbour is there.');
  const ranks = new Map(place.renumbered.map((other) => [other.id, other.rank]));
  const rest = others.map((other) => ({ ...other, rank: ranks.get(other.id) ?? other.rank }));
  return [...rest, { id, rank: place.rank }].toSorted((left, right) => left.rank - right.rank);
}

function expectedPlace(ids: readonly string[], position: Position<string>): number {
  switch (position.type) {
    case 'first':
      return 0;
    case 'last':
      return ids.length;
    case 'before':
      return ids.indexOf(position.id);
    case 'after':
      return ids.indexOf(position.id) + 1;
  }
}

describe('placeAmong', () => {
  it('keeps the order that was meant, however often something is put anywhere', () => {
    const anyStep = fc.record({
      type: fc.constantFrom('first' as const, 'last' as const, 'before' as const, 'after' as const),
      pick: fc.nat({ max: 200 }),
    });
    const anyStart = fc
      .array(fc.oneof(fc.constant(1), fc.double({ noNaN: true }), fc.constant(Number.MAX_VALUE)), {
        maxLength: 4,
      })
      .map((ranks) => ranks.map((rank, index) => ({ id: `start-${String(index)}`, rank })))
      .map((items) => items.toSorted((left, right) => left.rank - right.rank));
    fc.assert(
      fc.property(anyStart, fc.array(anyStep, { maxLength: 60, size: 'max' }), (start, steps) => {
        let items: readonly Item[] = start;
        let ids: readonly string[] = start.map(({ id }) => id);
        for (const [index, { type, pick }] of steps.entries()) {
          const neighbour = ids[pick % ids.length];
          const position: Position<string> =
            type === 'first' || type === 'last' || neighbour === undefined
              ? { type: type === 'first' ? 'first' : 'last' }
              : { type, id: neighbour };
          items = placed(items, `item-${String(index)}`, position);
          ids = ids.toSpliced(expectedPlace(ids, position), 0, `item-${String(index)}`);
          expect(inOrder(items)).toEqual(ids);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('numbers the list anew when doubles leave no room, and then has room again', () => {
    let items: readonly Item[] = [
      { id: 'first', rank: 1 },
      { id: 'last', rank: 2 },
    ];
    let renumberings = 0;
    for (let index = 0; index < 200; index += 1) {
      const position = { type: 'after', id: 'first' } as const;
      if ((placeAmong(items, position)?.renumbered.length ?? 0) > 0) renumberings += 1;
      items = placed(items, `item-${String(index)}`, position);
    }
    const expected = Array.from({ length: 200 }, (_, index) => `item-${String(199 - index)}`);
    expect(inOrder(items)).toEqual(['first', ...expected, 'last']);
    expect(renumberings).toBeGreaterThan(1);
    expect(renumberings).toBeLessThan(6);
  });

  it('keeps a rank that fits already', () => {
    const others = [
      { id: 'a', rank: 1 },
      { id: 'b', rank: 2 },
    ];
    expect(placeAmong(others, { type: 'last' }, 7)).toEqual({ rank: 7, renumbered: [] });
    expect(placeAmong(others, { type: 'after', id: 'a' }, 1.25)).toEqual({ rank: 1.25, renumbered: [] });
    expect(placeAmong(others, { type: 'first' }, 7)).toEqual({ rank: 0, renumbered: [] });
  });

  it('starts an empty list at 1, and knows no place beside what is not there', () => {
    expect(placeAmong([], { type: 'last' })).toEqual({ rank: 1, renumbered: [] });
    expect(placeAmong([], { type: 'before', id: 'gone' })).toBeNull();
    expect(placeAmong([{ id: 'a', rank: 1 }], { type: 'after', id: 'gone' })).toBeNull();
  });
});
