import { parseIsoDate, parseTimeOfDay, type IsoDate, type TimeOfDay } from './dates';
import { isBlank, multiLine, singleLine } from './text';

/** What is wrong with a value, in words for people; null when nothing is. */
export type Complaint = string | null;

/** @param what - with its article, as a sentence starts: "A title". */
export function lineComplaint(what: string, text: string, limit: number): Complaint {
  if (isBlank(text)) return `${what} needs at least one visible character.`;
  if (text.length > limit) return lengthComplaint(what, text, limit);
  return text === singleLine(text) ? null : `${what} stands on one line, without space at its ends.`;
}

export function textComplaint(what: string, text: string, limit: number): Complaint {
  if (text.length > limit) return lengthComplaint(what, text, limit);
  return text === multiLine(text) ? null : `${what} has no control characters, and no space at its ends.`;
}

export function wordComplaint(word: string, allowed: readonly string[]): Complaint {
  return allowed.includes(word) ? null : `Must be one of ${allowed.join(', ')}.`;
}

export function dateComplaint(date: IsoDate | null): Complaint {
  return date === null || parseIsoDate(date) !== null
    ? null
    : 'A date is a day that exists, written YYYY-MM-DD.';
}

export function timeComplaint(time: TimeOfDay | null): Complaint {
  return time === null || parseTimeOfDay(time) !== null
    ? null
    : 'A time is written HH:MM, from 00:00 to 23:59.';
}

export function numberComplaint(what: string, value: number): Complaint {
  return Number.isFinite(value) ? null : `${what} must be a number.`;
}

export function addressComplaint(address: string): Complaint {
  return isEmailAddress(address)
    ? null
    : 'An email address looks like name@example.com: plain letters, one @, no spaces or commas.';
}

/**
 * Whether a text is one plain address: ASCII, one `@`, a dotted domain; no display name, comma, quotes or control characters, so
 * that it cannot smuggle a second recipient into anything that joins addresses.
 */
export function isEmailAddress(text: string): boolean {
  return (
    text.length <= 254 &&
    /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9-]{2,63}$/.test(
      text,
    )
  );
}

function lengthComplaint(what: string, text: string, limit: number): string {
  return `${what} has at most ${String(limit)} characters; this one has ${String(text.length)}.`;
}
