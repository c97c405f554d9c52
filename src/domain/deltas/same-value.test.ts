import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { sameValue } from './same-value';

describe('sameValue', () => {
  it('agrees with JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (left, right) => {
        const copy: unknown = JSON.parse(JSON.stringify(left));
        expect(sameValue(left, copy)).toBe(true);
        expect(sameValue(copy, left)).toBe(true);
        const isSameText = JSON.stringify(left) === JSON.stringify(right);
        expect(!isSameText || sameValue(left, right)).toBe(true);
        expect(sameValue([left], left)).toBe(false);
      }),
    );
  });

  it('looks neither at the order of fields nor at the sign of zero', () => {
    expect(sameValue({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true);
    expect(sameValue(0, -0)).toBe(true);
    expect(sameValue(NaN, NaN)).toBe(true);
  });

  it('tells apart what is', () => {
    const pairs: readonly (readonly [unknown, unknown])[] = [
      [null, undefined],
      [null, {}],
      [[], {}],
      [{ a: undefined }, { b: undefined }],
      [{ a: 1 }, { a: 1, b: 2 }],
      [
        [1, 2],
        [2, 1],
      ],
      ['1', 1],
      [{ constructor: 1 }, {}],
    ];
    expect(pairs.filter(([left, right]) => sameValue(left, right) || sameValue(right, left))).toEqual([]);
  });
});
