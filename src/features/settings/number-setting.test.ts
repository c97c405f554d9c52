import { describe, expect, it } from 'vitest';

import { wholeNumberFrom } from './number-setting';

const range = { least: 1, most: 100 };

describe('a number that is typed', () => {
  it.each([
    ['1', 1],
    [' 25 ', 25],
    ['100', 100],
    ['007', 7],
  ])('%o is %d', (text, value) => {
    expect(wholeNumberFrom(text, range)).toEqual({ type: 'number', value });
  });

  it.each(['', '0', '101', '-1', '2.5', '1e2', '0x10', 'many', '9'.repeat(400)])('%o is refused', (text) => {
    expect(wholeNumberFrom(text, range)).toEqual({
      type: 'problem',
      message: 'Enter a whole number from 1 to 100.',
    });
  });
});
