import type { LogEntry } from '@/domain/deltas';
import { addDays, type IsoDate, type Millis } from '@/domain/workspace';

/** What happened on one day, newest first. */
export interface Day {
  /** `YYYY-MM-DD` where the person is. */
  readonly date: string;
  readonly entries: readonly LogEntry[];
}

/** Parts a log, newest first, into days. A clock that was set back can make a day appear twice: order comes from the log. */
export function daysOf(entries: readonly LogEntry[], dateOf: (at: Millis) => string): readonly Day[] {
  const days: { date: string; entries: LogEntry[] }[] = [];
  for (const entry of entries) {
    const date = dateOf(entry.commit.at);
    const day = days.at(-1);
    if (day?.date === date) day.entries.push(entry);
    else days.push({ date, entries: [entry] });
  }
  return days;
}

/** The calendar day of a moment, on this machine. */
export function localDate(at: Millis): string {
  const moment = new Date(at);
  const month = String(moment.getMonth() + 1).padStart(2, '0');
  const day = String(moment.getDate()).padStart(2, '0');
  return `${String(moment.getFullYear()).padStart(4, '0')}-${month}-${day}`;
}

export function dayInWords(date: string, today: IsoDate): string {
  if (date === today) return 'Today';
  if (date === addDays(today, -1)) return 'Yesterday';
  return longDate.format(new Date(`${date}T12:00:00`));
}

export function timeInWords(at: Millis): string {
  return timeOfDay.format(new Date(at));
}

const longDate = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

const timeOfDay = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
