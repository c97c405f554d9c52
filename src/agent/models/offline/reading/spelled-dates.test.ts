import { describe, expect, it } from 'vitest';

import { parseIsoDate, type IsoDate } from '@/domain/workspace';

import { spelledDates } from './spelled-dates';

function day(text: string): IsoDate {
  const date = parseIsoDate(text);
  if (date === null) throw new Error(`${text} is no day`);
  return date;
}

function datesIn(text: string, today: string): readonly (string | null)[] {
  return spelledDates(text, day(today), false).map(({ date }) => date);
}

describe('the end of a month', () => {
  it.each([
    ['2026-01-15', '2026-01-31'],
    ['2026-01-29', '2026-01-31'],
    ['2026-01-31', '2026-01-31'],
    ['2026-02-01', '2027-01-31'],
  ])('is the next one that is not over on %s', (today, expected) => {
    expect(datesIn('by the end of January', today)).toEqual([expected]);
  });

  it.each([
    ['by the end of March 2027', '2027-03-31'],
    ['by end of mar, 2027', '2027-03-31'],
    ['the end of February of 2028', '2028-02-29'],
    ['by the end of March at 17:00', '2026-03-31'],
  ])('is of the year that is said: %s', (text, expected) => {
    expect(datesIn(text, '2026-01-15')).toEqual([expected]);
  });

  it('takes the year into the words of the date', () => {
    const text = 'by the end of March 2027, please';
    const [moment] = spelledDates(text, day('2026-01-15'), false);
    expect(text.slice(moment?.start, moment?.end)).toBe('the end of March 2027');
  });
});
