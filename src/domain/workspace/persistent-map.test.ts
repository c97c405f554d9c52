import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { hashOf, PersistentMap, type Change } from './persistent-map';

/** Found by brute force: the keys of each group have one and the same hash. */
const collidingKeys: readonly (readonly string[])[] = [
  ['1het7oc14', '1q2p75why', '1ascnpk9l'],
  ['6moyq11em', 'q4do6zq38', '1uois1xl6'],
  ['15mhljfyu', '1m0z8ap77'],
  ['1d12yodp6', '50ztl7gqv'],
];

type Step =
  | { readonly type: 'set'; readonly key: string; readonly value: number }
  | { readonly type: 'delete'; readonly key: string };

const anyKey = fc.oneof(
  fc.constantFrom(...collidingKeys.flat()),
  fc.nat({ max: 60 }).map((number) => `task-${String(number)}`),
  fc.string({ maxLength: 3 }),
  fc.constantFrom('', '__proto__', 'constructor', '\uD800'),
);

const anySteps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({ type: fc.constant('set'), key: anyKey, value: fc.nat({ max: 5 }) }),
    },
    { weight: 2, arbitrary: fc.record({ type: fc.constant('delete'), key: anyKey }) },
  ),
  { maxLength: 120, size: 'max' },
);

/** Plays steps on a map and on the platform's, which is the model. */
function played(steps: readonly Step[], start: PersistentMap<string, number> = PersistentMap.empty()) {
  const model = new Map(start.entries());
  let map = start;
  for (const step of steps) {
    if (step.type === 'set') {
      map = map.set(step.key, step.value);
      model.set(step.key, step.value);
    } else {
      map = map.delete(step.key);
      model.delete(step.key);
    }
  }
  return { map, model };
}

function sorted<Value>(entries: Iterable<readonly [string, Value]>): readonly (readonly [string, Value])[] {
  return [...entries].toSorted(([left], [right]) => (left < right ? -1 : 1));
}

function byNumber(left: number, right: number): number {
  return left - right;
}

function expectSame(map: PersistentMap<string, number>, model: ReadonlyMap<string, number>): void {
  expect(sorted(map.entries())).toEqual(sorted(model));
  expect(map.size).toBe(model.size);
  expect([...map.keys()].toSorted()).toEqual([...model.keys()].toSorted());
  expect([...map.values()].toSorted(byNumber)).toEqual([...model.values()].toSorted(byNumber));
  for (const [key, value] of model) expect(map.get(key)).toBe(value);
}

describe('PersistentMap', () => {
  it('is tried with keys that really collide', () => {
    for (const group of collidingKeys) expect(new Set(group.map(hashOf)).size).toBe(1);
  });

  it('[W1] does what the platform’s map does, for keys that collide, too', () => {
    fc.assert(
      fc.property(anySteps, anyKey, (steps, key) => {
        const { map, model } = played(steps);
        expectSame(map, model);
        expect(map.has(key)).toBe(model.has(key));
        expect(map.get(key)).toBe(model.get(key));
      }),
      { numRuns: 300 },
    );
  });

  it('[W1] leaves every older map as it was', () => {
    fc.assert(
      fc.property(anySteps, anySteps, (first, second) => {
        const older = played(first);
        played(second, older.map);
        expectSame(older.map, older.model);

        const built = PersistentMap.from(older.model);
        played(second, built);
        expectSame(built, older.model);
      }),
      { numRuns: 200 },
    );
  });

  it('is built in one go from entries, of which the last one with a key counts', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyKey, fc.nat()), { maxLength: 150, size: 'max' }), (entries) => {
        expectSame(PersistentMap.from(entries), new Map(entries));
      }),
      { numRuns: 200 },
    );
  });

  it('says what changed since any older map, and passes over what they share', () => {
    fc.assert(
      fc.property(anySteps, anySteps, (first, second) => {
        const older = played(first);
        const newer = played(second, older.map);
        const keys = new Set([...older.model.keys(), ...newer.model.keys()]);
        const expected = [...keys]
          .map((key): Change<number> => ({ before: older.model.get(key), after: newer.model.get(key) }))
          .filter(({ before, after }) => before !== after);
        expect(inOrder(newer.map.changesSince(older.map))).toEqual(inOrder(expected));
        // The same from scratch, where nothing is shared.
        expect(inOrder(PersistentMap.from(newer.model).changesSince(older.map))).toEqual(inOrder(expected));
      }),
      { numRuns: 200 },
    );
  });

  it('answers with itself when nothing changes', () => {
    const map = PersistentMap.from<string, number>([['a', 1]]);
    expect(map.set('a', 1)).toBe(map);
    expect(map.delete('b')).toBe(map);
    expect(map.changesSince(map)).toEqual([]);
  });
});

function inOrder(changes: readonly Change<number>[]): readonly string[] {
  return changes.map(({ before, after }) => `${String(before)} → ${String(after)}`).toSorted();
}
