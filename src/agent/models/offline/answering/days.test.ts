import { describe, expect, it } from 'vitest';

import { parseIsoDate } from '@/domain/workspace';

import { longDay, withDaysInWords } from './days';

const today = parseIsoDate('2026-11-21');

describe('days in what is said', () => {
  it('are written as people write them, with the year only when it is another one', () => {
    expect(withDaysInWords('due 2026-11-27, then 2027-01-01.', today)).toBe(
      'due Fri 27 Nov, then Fri 1 Jan 2027.',
    );
    expect(withDaysInWords('from 2026-11-02 to 2026-11-03', null)).toBe(
      'from Mon 2 Nov 2026 to Tue 3 Nov 2026',
    );
  });

  it('stay to the letter in names, and where they are no days', () => {
    const text = '“Report 2026-11-27” has number 2026-13-40, file a-2026-11-27 and 12026-11-27';
    expect(withDaysInWords(text, today)).toBe(text);
  });

  it('are told in full when asked for', () => {
    expect(today === null ? '' : longDay(today)).toBe('Saturday, 21 November 2026');
  });
});
