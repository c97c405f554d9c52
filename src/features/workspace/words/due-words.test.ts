import { expect, it } from 'vitest';

import { parseIsoDate, parseTimeOfDay, type IsoDate } from '@/domain/workspace';

import { dateWords, dueWords, overdueWords } from './due-words';

const today = day('2026-11-25');

it('calls the days around today by their names', () => {
  expect(['2026-11-24', '2026-11-25', '2026-11-26'].map((text) => dateWords(day(text), today))).toEqual([
    'Yesterday',
    'Today',
    'Tomorrow',
  ]);
});

it('gives weekday, day and month for other days of this year, and the year for others', () => {
  expect(dateWords(day('2026-11-27'), today)).toBe('Fri 27 Nov');
  expect(dateWords(day('2026-01-04'), today)).toBe('Sun 4 Jan');
  expect(dateWords(day('2027-01-01'), today)).toBe('Fri 1 Jan 2027');
  expect(dateWords(day('0099-12-31'), today)).toBe('Thu 31 Dec 99');
});

it('adds the time of day when there is one', () => {
  expect(dueWords({ dueDate: today, dueTime: null }, today)).toBe('Today');
  expect(dueWords({ dueDate: today, dueTime: parseTimeOfDay('09:30') }, today)).toBe('Today 09:30');
});

it('counts the days something is overdue', () => {
  expect(overdueWords(day('2026-11-24'), today)).toBe('1 day overdue');
  expect(overdueWords(day('2026-10-25'), today)).toBe('31 days overdue');
});

function day(text: string): IsoDate {
  const date = parseIsoDate(text);
  if (date === null) throw new Error(`${text} is no day.`);
  return date;
}
