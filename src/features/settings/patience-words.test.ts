import { describe, expect, it } from 'vitest';

import { minutesOf, patienceOptions, patienceValue } from './patience-words';

describe('how long a request waits', () => {
  it('is offered in words, shortest first, and for ever at the end', () => {
    expect(patienceOptions(null).map(({ label }) => label)).toEqual([
      '5 minutes',
      '15 minutes',
      '1 hour',
      '4 hours',
      '1 day',
      'As long as it takes',
    ]);
  });

  it('is offered as it is, however odd', () => {
    expect(patienceOptions(90).map(({ label }) => label)).toContain('90 minutes');
    expect(patienceOptions(1).map(({ label }) => label)).toContain('1 minute');
    expect(patienceOptions(3 * 24 * 60).map(({ label }) => label)).toContain('3 days');
  });

  it('is read back as it was offered', () => {
    for (const minutes of [null, 1, 15, 60, 10_080]) expect(minutesOf(patienceValue(minutes))).toBe(minutes);
  });
});
