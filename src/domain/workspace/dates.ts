import type { Brand } from './ids';

/** A calendar day, `YYYY-MM-DD`, years 0001 to 9999, always a day that exists. Sorts as text. Has no time zone. */
export type IsoDate = Brand<string, 'IsoDate'>;

/** A time of day, `HH:MM`, 00:00 to 23:59. Has no time zone. */
export type TimeOfDay = Brand<string, 'TimeOfDay'>;

/** Reads `YYYY-MM-DD`; answers `null` for any other shape and for days that do not exist (30 February). */
export function parseIsoDate(text: string): IsoDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  const exists = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return exists ? (text as IsoDate) : null;
}

/** Reads `HH:MM` of a 24-hour day; answers `null` for anything else. */
export function parseTimeOfDay(text: string): TimeOfDay | null {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text) ? (text as TimeOfDay) : null;
}

/** The day `days` later (earlier when negative), clamped to the years 0001 to 9999. Fractions of days do not count. */
export function addDays(date: IsoDate, days: number): IsoDate {
  // Not a number counts as no days, so that what comes out is a date in any case.
  const shifted = dayNumberOf(date) + (Math.trunc(days) || 0);
  return dateOfDayNumber(Math.min(Math.max(shifted, firstDayNumber), lastDayNumber));
}

/** How many days lie between two dates; negative when `to` is earlier than `from`. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

/** Day of the week, 0 is Monday, 6 is Sunday. */
export function weekdayOf(date: IsoDate): number {
  return (dayNumberOf(date) - 1) % 7;
}

const daysPerYear = 365;
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const firstDayNumber = 1;
const lastDayNumber = daysBeforeYear(10_000);

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0);
}

function daysBeforeYear(year: number): number {
  const past = year - 1;
  return past * daysPerYear + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
}

/** Days since 31 December of the year 0 in the proleptic Gregorian calendar: 0001-01-01, a Monday, is 1. */
function dayNumberOf(date: IsoDate): number {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  let days = daysBeforeYear(year) + Number(date.slice(8, 10));
  for (let earlier = 1; earlier < month; earlier += 1) days += daysInMonth(year, earlier);
  return days;
}

function dateOfDayNumber(dayNumber: number): IsoDate {
  let year = Math.max(1, Math.floor(dayNumber / 365.2425));
  while (daysBeforeYear(year + 1) < dayNumber) year += 1;
  let rest = dayNumber - daysBeforeYear(year);
  let month = 1;
  while (rest > daysInMonth(year, month)) {
    rest -= daysInMonth(year, month);
    month += 1;
  }
  const text = `${padded(year, 4)}-${padded(month, 2)}-${padded(rest, 2)}`;
  return text as IsoDate;
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
