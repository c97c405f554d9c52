import { casual } from 'chrono-node/en';

import { parseIsoDate, parseTimeOfDay, type IsoDate } from '@/domain/workspace';

/** A day, and perhaps a time, as said in words. */
export interface When {
  readonly date: string;
  readonly time?: string;
}

/** What is left of a text without the date that was said in it. */
export interface Dated {
  readonly rest: string;
  readonly when: When | null;
}

const lead =
  /[\s,(]*(?:\b(?:which is |that is )?(?:due(?: date)?|deadline)(?: is| on| by)?|by|until|on|before|from|at|for|till|to)\s*:?\s*$|[\s,(]+$/iu;
const isDue = /\b(?:due|deadline|by|until|till|before|on)\b/iu;

/** Takes a date off the end of a text; a date in the middle is part of what is said. */
export function datedEnd(text: string, today: IsoDate | null): Dated {
  if (today === null) return { rest: text, when: null };
  for (const result of casual.parse(text, noon(today), { forwardDate: true })) {
    const before = text.slice(0, result.index);
    const after = text.slice(result.index + result.text.length);
    const leadWords = lead.exec(before)?.[0] ?? '';
    const isAtEnd = /^[\s).!]*$/u.test(after);
    if (!isAtEnd && !/\bdue\b/iu.test(leadWords)) continue;
    const when = whenOf(result.start, result.text, isDue.test(leadWords));
    if (when === null) continue;
    return { rest: `${before.slice(0, before.length - leadWords.length)} ${after}`.trim(), when };
  }
  return { rest: text, when: null };
}

/** The date that a text is, and nothing besides. */
export function dateOnly(text: string, today: IsoDate | null): When | null {
  const { rest, when } = datedEnd(text, today);
  return rest.replace(/^(?:due|on|by|to|the|date|is)+$/iu, '') === '' ? when : null;
}

type Components = ReturnType<typeof casual.parse>[number]['start'];

function whenOf(start: Components, words: string, isDueDate: boolean): When | null {
  // The instructions name the day, not the hour: what is counted from now in hours cannot be known.
  if (/\b(?:hours?|hrs?|minutes?|mins?|seconds?|now|ago)\b/iu.test(words)) return null;
  const isDay =
    start.isCertain('day') || start.isCertain('weekday') || /\b(?:week|month|year|tonight)\b/iu.test(words);
  if (!isDay && !isDueDate) return null;
  const date = [
    padded(start.get('year'), 4),
    padded(start.get('month'), 2),
    padded(start.get('day'), 2),
  ].join('-');
  if (parseIsoDate(date) === null) return null;
  if (!start.isCertain('hour')) return { date };
  const time = `${padded(start.get('hour'), 2)}:${padded(start.get('minute'), 2)}`;
  return parseTimeOfDay(time) === null ? { date } : { date, time };
}

/** Noon is the same day whatever daylight saving does to the hours around it. */
function noon(today: IsoDate): Date {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  return new Date(year, month - 1, day, 12);
}

function padded(value: number | null, width: number): string {
  return String(value ?? 0).padStart(width, '0');
}
