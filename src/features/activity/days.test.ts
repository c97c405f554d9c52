import { describe, expect, it } from 'vitest';

import { commitId, sequence, type LogEntry } from '@/domain/deltas';
import { millis, parseIsoDate } from '@/domain/workspace';

import { dayInWords, daysOf, localDate } from './days';

describe('the days of the activity', () => {
  it('puts what happened on one day together, newest first', () => {
    const days = daysOf([entryAt(4, 40), entryAt(3, 30), entryAt(2, 12), entryAt(1, 10)], (at) =>
      String(Math.floor(at / 10)),
    );

    expect(days.map(({ date, entries }) => [date, entries.map((entry) => Number(entry.sequence))])).toEqual([
      ['4', [4]],
      ['3', [3]],
      ['1', [2, 1]],
    ]);
  });

  it('keeps the order of the log when the clock was set back', () => {
    const days = daysOf([entryAt(3, 20), entryAt(2, 10), entryAt(1, 20)], (at) =>
      String(Math.floor(at / 10)),
    );

    expect(days.map(({ date }) => date)).toEqual(['2', '1', '2']);
  });

  it.each([
    ['2026-03-01', /^Today$/],
    ['2026-02-28', /^Yesterday$/],
    // Whether a comma follows the weekday depends on the age of the browser's tables.
    ['2026-02-27', /^Friday,? 27 February 2026$/],
    ['2026-03-02', /^Monday,? 2 March 2026$/],
  ])('on 1 March 2026 it calls %s %s', (date, words) => {
    const today = parseIsoDate('2026-03-01');
    expect(today === null ? '' : dayInWords(date, today)).toMatch(words);
  });

  it('takes the day of a moment from where the person is', () => {
    const noon = new Date(2026, 0, 5, 12).getTime();
    expect(localDate(millis(noon))).toBe('2026-01-05');
  });
});

function entryAt(place: number, at: number): LogEntry {
  return {
    sequence: sequence(place),
    commit: {
      id: commitId(`chg_${String(place)}`),
      at: millis(at),
      author: { type: 'person' },
      cause: { type: 'edit' },
      summary: 'Something',
      deltas: [],
    },
  };
}
