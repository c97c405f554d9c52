import { addDays, parseIsoDate, parseTimeOfDay, type IsoDate } from '@/domain/workspace';

import { chrono } from './chrono';
import { spelledDates } from './spelled-dates';

/** A day, and perhaps a time, as said in words. */
export interface When {
  readonly date: string;
  readonly time?: string;
}

/** Where the person is in time. */
export interface Present {
  readonly today: IsoDate | null;
  /** IANA name; it tells whether 3/4 is in March or in April. */
  readonly timeZone: string;
}

/** Something in a text that says a day, a time or both. */
export interface Moment {
  readonly start: number;
  readonly end: number;
  readonly date: IsoDate | null;
  readonly time: string | null;
}

/** Everything in a text that says a day or a time, in order; what belongs together is one moment. */
export function momentsIn(text: string, present: Present): readonly Moment[] {
  const known = found.get(present) ?? new Map<string, readonly Moment[]>();
  found.set(present, known);
  const moments = known.get(text) ?? lookedFor(text, present);
  known.set(text, moments);
  return moments;
}

/** What was found already: many rules look at the same words, and looking for dates is what takes longest. */
const found = new WeakMap<Present, Map<string, readonly Moment[]>>();

function lookedFor(text: string, present: Present): readonly Moment[] {
  const { today } = present;
  if (today === null || text.length > longestText) return [];
  const own = spelledDates(text, today, isMonthFirst(present.timeZone));
  const masked = own.reduce(
    (rest, { start, end }) => rest.slice(0, start) + '\u{92}'.repeat(end - start) + rest.slice(end),
    text,
  );
  const all = [...own, ...foundByChrono(masked, today)].toSorted((left, right) => left.start - right.start);
  return joined(all, text).map((moment) => withPartOfDay(moment, text));
}

/** "At 4 tomorrow afternoon": the part of the day belongs to the time. */
function withPartOfDay(moment: Moment, text: string): Moment {
  const hour = Number((moment.time ?? '').slice(0, 2));
  const said = text.slice(moment.start, moment.end);
  if (moment.time !== null && hour >= 5 && hour < 12 && /\btonight\b/iu.test(said))
    return { ...moment, time: parseTimeOfDay(`${padded(hour + 12, 2)}${moment.time.slice(2)}`) };
  const part = /^ (?:in the )?(?:morning|afternoon|evening)\b/iu.exec(text.slice(moment.end))?.[0];
  return moment.time === null || part === undefined ? moment : { ...moment, end: moment.end + part.length };
}

/** Dates are said in short texts; looking for them in pasted ones would take long. */
const longestText = 600;

/** Where 3/4 is the fourth of March; elsewhere it is the third of April. */
function isMonthFirst(timeZone: string): boolean {
  return /^(?:America|US)\//u.test(timeZone) || timeZone === 'Pacific/Honolulu';
}

/** Noon is the same day whatever daylight saving does to the hours around it. */
function noon(today: IsoDate): Date {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  return new Date(year, month - 1, day, 12);
}

function foundByChrono(text: string, today: IsoDate): readonly Moment[] {
  // Only a digit or one of the words below can be part of a date.
  if (!mayHoldDate.test(text)) return [];
  return chrono.parse(text, noon(today), { forwardDate: true }).flatMap((result): readonly Moment[] => {
    const moment = momentOf(result.start, result.text, today);
    const before = text.slice(0, result.index);
    if (moment === null || isAccident(result.text, before)) return [];
    return [{ start: result.index, end: result.index + result.text.length, ...moment }];
  });
}

const mayHoldDate =
  /\d|\b(?:to(?:day|night|morrow)|yesterday|noon|midnight|weekend|week|month|year|days?|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|evening|morning|afternoon|spring|summer|fall|autumn|winter)/iu;

/** Short names of days and months are words of their own, unless something before them says that they are not. */
function isAccident(words: string, before: string): boolean {
  if (/^(?:now|this|ago|second|fall|spring|summer|winter|autumn)$/iu.test(words.trim())) return true;
  if (/^\d{1,2}[./-]\d{1,2}$/u.test(words.trim()) && /(?:\bv|version |release |sprint )$/iu.test(before))
    return true;
  const isShort = /^(?:sun|sat|mon|wed|mar|march|may|dec|sec|jan|fri)$/iu.test(words.trim());
  return isShort && !/\b(?:on|by|due|until|till|before|next|this|in|for|to|from)\s$/iu.test(before);
}

type Components = ReturnType<typeof chrono.parse>[number]['start'];

type Said = Pick<Moment, 'date' | 'time'>;

function momentOf(start: Components, words: string, today: IsoDate): Said | null {
  // The instructions name the day, not the hour: what is counted from now in hours cannot be known.
  if (/\b(?:hours?|hrs?|minutes?|mins?|seconds?|now|ago)\b|\b(?:before|earlier)$/iu.test(words)) return null;
  const time = timeIn(start, words);
  if (!saysDay(start, words)) return partOfDay(time, words, today);
  const date = parseIsoDate(
    [padded(start.get('year'), 4), padded(start.get('month'), 2), padded(start.get('day'), 2)].join('-'),
  );
  if (date === null) return null;
  // On a Thursday, "on Thursday" is in a week: for the same day people say today.
  const isNextWeek =
    date === today && start.isCertain('weekday') && !start.isCertain('day') && !/\bthis\b/iu.test(words);
  return { date: isNextWeek ? addDays(date, 7) : date, time };
}

function saysDay(start: Components, words: string): boolean {
  const isCertain = start.isCertain('day') || start.isCertain('weekday') || start.isCertain('month');
  return isCertain || /\b(?:week|month|year|tonight)\b/iu.test(words);
}

/** "this evening" is today; a time without a part of the day says no day. */
function partOfDay(time: string | null, words: string, today: IsoDate): Said | null {
  if (time === null)
    return /\bthis (?:evening|morning|afternoon)\b/iu.test(words) ? { date: today, time } : null;
  return { date: /\b(?:evening|morning|afternoon)\b/iu.test(words) ? today : null, time };
}

function timeIn(start: Components, words: string): string | null {
  if (!start.isCertain('hour')) return null;
  const hour = start.get('hour') ?? 0;
  const isAfternoon =
    !start.isCertain('meridiem') && hour >= 1 && hour <= 6 && !/morning|noon|night|\b0\d/iu.test(words);
  const time = `${padded(isAfternoon ? hour + 12 : hour, 2)}:${padded(start.get('minute'), 2)}`;
  return parseTimeOfDay(time);
}

function padded(value: number | null, width: number): string {
  return String(value ?? 0).padStart(width, '0');
}

/** A day beside a time is one moment: "tomorrow, at 5pm". */
function joined(moments: readonly Moment[], text: string): readonly Moment[] {
  const result: Moment[] = [];
  for (const moment of moments) {
    const last = result.at(-1);
    const between = last === undefined ? '' : text.slice(last.end, moment.start);
    const isBeside = /^[\s,]*(?:(?:at|on|by|around|before|in the|for|@)\s*)?$/iu.test(between);
    const isCompletion =
      last !== undefined &&
      isBeside &&
      (last.date === null) !== (moment.date === null) &&
      (last.time === null || moment.time === null);
    if (last !== undefined && isCompletion) {
      result[result.length - 1] = {
        start: last.start,
        end: moment.end,
        date: last.date ?? moment.date,
        time: last.time ?? moment.time,
      };
    } else result.push(moment);
  }
  return result;
}

/** A moment as a due date. A time alone is meant for today. */
export function whenOf({ date, time }: Pick<Moment, 'date' | 'time'>, today: IsoDate | null): When | null {
  const day = date ?? today;
  if (day === null) return null;
  return time === null ? { date: day } : { date: day, time };
}

/** The moment that a text is, and nothing besides. */
export function momentOnly(text: string, present: Present): Moment | null {
  const [only, ...others] = momentsIn(text, present);
  if (only === undefined || others.length > 0) return null;
  const rest = `${text.slice(0, only.start)} ${text.slice(only.end)}`;
  return /^(?:due|on|by|to|the|date|is|at|for|until|till|before|around|about|in|of|this|instead|it|be|\s|[,.!?-])*$/iu.test(
    rest,
  )
    ? only
    : null;
}

/** What is left of a text without the date that was said in it. */
export interface Dated {
  readonly rest: string;
  readonly moment: Moment | null;
}

const lead =
  /[\s,(]*\b(?:(?:which|that|it) is )?(?:due(?: date)?|deadline|scheduled|planned)?(?: is)?\s*:?\s*(?:on|by|for|at|until|till|before|from|to|in|around|of|@)?\s*(?:the )?\s*$/iu;
const isDueLead = /\b(?:due|deadline)\b/iu;

/** The words that lead to a day. "Let the plumber in tomorrow": nothing is in tomorrow. */
function leadOf(before: string, day: string): string {
  const words = lead.exec(before)?.[0] ?? '';
  return /\bin\s*$/iu.test(words) && /^(?:to(?:day|morrow|night)|yesterday)/iu.test(day.trim())
    ? (/\s*$/u.exec(words)?.[0] ?? '')
    : words;
}

/** Takes a date off the end of a text, or from where it is said to be due; another date in the middle is part of what is said. */
export function datedEnd(text: string, present: Present): Dated {
  for (const moment of momentsIn(text, present).toReversed()) {
    const before = text.slice(0, moment.start);
    const after = text.slice(moment.end);
    const leadWords = leadOf(before, text.slice(moment.start, moment.end));
    const isAtEnd = /^[\s).!,]*$/u.test(after);
    if (!isAtEnd && !isDueLead.test(leadWords)) continue;
    return {
      rest: `${before.slice(0, before.length - leadWords.length)} ${after.replace(/^[\s,]+/u, ' ')}`.trim(),
      moment,
    };
  }
  return { rest: text, moment: null };
}

/** Takes every date off a text, wherever it is: for reminders and meetings, which are about a time. */
export function datedAnywhere(text: string, present: Present): Dated {
  const end = datedEnd(text, present);
  const [start] = momentsIn(end.rest, present);
  if (start === undefined || !completes(end.moment, start)) return end;
  const before = end.rest.slice(0, start.start);
  const said = end.rest.slice(start.start, start.end);
  const leadWords = leadOf(before, said);
  const head = before.slice(0, before.length - leadWords.length);
  const isInside = isLed.test(`${leadWords}${said}`);
  if (head.trim() !== '' && !isInside) return end;
  const { date, time } = end.moment ?? { date: null, time: null };
  return {
    rest: `${head} ${end.rest.slice(start.end).replace(/^[\s,:]+/u, ' ')}`.trim(),
    moment: { ...start, date: start.date ?? date, time: start.time ?? time },
  };
}

const isLed = /\b(?:on|by|for|at|due|before|until)\b/iu;

/** Whether two moments say a day and a time of it, not two days or two times. */
function completes(known: Moment | null, other: Moment): boolean {
  if (known === null) return true;
  return (known.date === null || other.date === null) && (known.time === null || other.time === null);
}
