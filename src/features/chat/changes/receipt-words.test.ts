import { describe, expect, it } from 'vitest';

import { durationWords, receiptWords } from './receipt-words';

const nothing = { created: 0, changed: 0, deleted: 0, sent: 0, approvals: 0, durationMs: 400 };

describe('a receipt', () => {
  it('says what was done, how often the person was asked and how long it took', () => {
    const receipt = { ...nothing, created: 3, changed: 1, approvals: 1, durationMs: 4_200 };
    expect(receiptWords(receipt)).toBe('created 3, changed 1 · 1 approval · 4.2 s');
    expect(receiptWords({ ...nothing, deleted: 2, sent: 1, approvals: 2 })).toBe(
      'deleted 2, sent 1 · 2 approvals · 0.4 s',
    );
  });

  it('says only the time when nothing was changed', () => {
    expect(receiptWords(nothing)).toBe('0.4 s');
  });

  it.each([
    [0, '0.0 s'],
    [9_940, '9.9 s'],
    [9_960, '10 s'],
    [59_700, '1 min'],
    [125_000, '2 min 5 s'],
    [3_720_000, '1 h 2 min'],
  ])('says %d ms as %s', (ms, words) => {
    expect(durationWords(ms)).toBe(words);
  });
});
