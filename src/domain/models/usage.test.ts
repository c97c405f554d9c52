import { describe, expect, it } from 'vitest';

import { addedUsage, costOf, noUsage, priceOf } from './usage';

const usage = { input: 1_000_000, cachedInput: 400_000, output: 500_000, reasoning: 100_000 };
const table = [
  { model: 'big', input: 2, cachedInput: 0.5, output: 8 },
  { model: 'big-mini', input: 1, cachedInput: 0.25, output: 4 },
];

describe('usage and cost', () => {
  it('adds up', () => {
    expect(addedUsage(usage, addedUsage(noUsage, usage))).toEqual({
      input: 2_000_000,
      cachedInput: 800_000,
      output: 1_000_000,
      reasoning: 200_000,
    });
  });

  it('costs what fresh, kept and written tokens cost; thoughts are part of what was written', () => {
    expect(costOf(usage, { input: 2, cachedInput: 0.5, output: 8 })).toBeCloseTo(1.2 + 0.2 + 4);
  });

  it.each([
    ['big', 2],
    ['BIG', 2],
    ['maker/big', 2],
    ['big-2026-01-15', 2],
    ['big-mini', 1],
    ['big-mini-20260115', 1],
  ])('finds the price of %s', (model, input) => {
    expect(priceOf(model, table)?.input).toBe(input);
  });

  it.each(['big-pro', 'small', '', 'bigger'])('knows no price of %o', (model) => {
    expect(priceOf(model, table)).toBeNull();
  });
});
