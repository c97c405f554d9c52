import { describe, expect, it } from 'vitest';

import { bytesInWords } from './bytes';

describe('sizes in words', () => {
  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1_000, '1.0 kB'],
    [1_440, '1.4 kB'],
    [123_456, '123 kB'],
    [2_500_000_000, '2.5 GB'],
    [5_000_000_000_000_000, '5000 TB'],
  ])('%i is %s', (bytes, words) => {
    expect(bytesInWords(bytes)).toBe(words);
  });
});
