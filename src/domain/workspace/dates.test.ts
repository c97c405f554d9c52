import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { anyDate } from '@/testing/arbitraries';
import { day } from '@/testing/builders';

import { addDays, daysBetween, parseIsoDate, parseTimeOfDay, weekdayOf } from './dates';

const msPerDay = 86_400_000;

/** The platform's calendar, as the reference. */
function atMidnight(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

function dateOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

describe('parseIsoDate', () => {
  it('reads every day that exists', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(dateOf(atMidnight(date))).toBe(date);
        expect(parseIsoDate(date)).toBe(date);
      }),
    );
  });

  it('refuses days that do not exist, and any other shape', () => {
    const wrong = [
      '2026-02-29',
      '1900-02-29',
      '2026-02-30',
      '2026-04-31',
      '2026-13-01',
      '2026-00-10',
      '2026-01-00',
      '0000-01-01',
      '10000-01-01',
      '2026-1-1',
      '2026-01-01T00:00',
      ' 2026-01-01',
      '2026-01-01\n',
      '２０２６-01-01',
      '-2026-01-01',
      'tomorrow',
      '',
    ];
    expect(wrong.filter((text) => parseIsoDate(text) !== null)).toEqual([]);
    expect(parseIsoDate('2024-02-29')).toBe('2024-02-29');
    expect(parseIsoDate('2000-02-29')).toBe('2000-02-29');
  });
});

describe('parseTimeOfDay', () => {
  it('reads the minutes of one day and nothing else', () => {
    expect(['00:00', '09:05', '19:59', '23:59'].map(parseTimeOfDay)).toEqual([
      '00:00',
      '09:05',
      '19:59',
      '23:59',
    ]);
    const wrong = ['24:00', '12:60', '9:05', '09:05:00', '09.05', '', '١٢:٠٠'];
    expect(wrong.filter((text) => parseTimeOfDay(text) !== null)).toEqual([]);
  });
});

describe('counting days', () => {
  it('agrees with the platform for random days of the years 1 to 9999', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (from, to) => {
        const days = Math.round((atMidnight(to).getTime() - atMidnight(from).getTime()) / msPerDay);
        expect(daysBetween(from, to)).toBe(days);
        expect(addDays(from, days)).toBe(to);
        expect(weekdayOf(from)).toBe((atMidnight(from).getUTCDay() + 6) % 7);
      }),
      { numRuns: 2_000 },
    );
  });

  it('agrees with the platform for small steps over ends of months and years', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -400, max: 400 }), (date, days) => {
        const reference = new Date(atMidnight(date).getTime() + days * msPerDay);
        fc.pre(reference.getUTCFullYear() >= 1 && reference.getUTCFullYear() <= 9999);
        expect(addDays(date, days)).toBe(dateOf(reference));
      }),
      { numRuns: 2_000 },
    );
  });

  it('stops at the first and the last day there is', () => {
    expect(addDays(day('0001-01-02'), -5)).toBe('0001-01-01');
    expect(addDays(day('9999-12-30'), 5)).toBe('9999-12-31');
    expect(addDays(day('2026-01-01'), Infinity)).toBe('9999-12-31');
    expect(addDays(day('2026-01-01'), -Infinity)).toBe('0001-01-01');
  });

  it('counts whole days only, and no number as none', () => {
    expect(addDays(day('2026-01-01'), 1.9)).toBe('2026-01-02');
    expect(addDays(day('2026-01-01'), -0.9)).toBe('2026-01-01');
    expect(addDays(day('2026-01-01'), NaN)).toBe('2026-01-01');
  });
});
