import { addDays, parseIsoDate, weekdayOf, type IsoDate } from '@/domain/workspace';

import { patternOf, type Pattern } from '../words/pattern';
import { countIn, countWords } from './vocabulary';
import { momentOnly, momentsIn, type Present } from './when';

/** Days, both ends included; an end that is not there is open. */
export interface DayRange {
  readonly due_from?: string;
  readonly due_to?: string;
}

/** The first and last day of what has been. */
export interface PastRange {
  readonly from: string;
  readonly to: string;
}

interface Way<Range> {
  readonly pattern: Pattern;
  readonly range: (today: IsoDate, groups: Readonly<Record<string, string | undefined>>) => Range | null;
}

function way<Range>(pattern: string, range: Way<Range>['range']): Way<Range> {
  return { pattern: patternOf(`^(?:${pattern})$`, 'u'), range };
}

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

const ahead: readonly Way<DayRange>[] = [
  way('soon|coming (?:days|up)|next few days|(?:near )?future|upcoming|next|coming week', (today) =>
    days(today, addDays(today, 6)),
  ),
  way(
    '(?:the )?day|today|(?:rest|remainder) of (?:the day|today)|(?:this )?(?:morning|afternoon|evening)|tonight|now',
    (today) => days(today, today),
  ),
  way('tomorrow (?:morning|afternoon|evening|night)', (today) => days(addDays(today, 1), addDays(today, 1))),
  way('(?:the )?(?:(?:rest|remainder|end) of )?(?:the |this )?(?:current )?week', (today) =>
    days(today, sundayOf(today)),
  ),
  way('(?:the )?(?:next|following) week', (today) =>
    days(addDays(sundayOf(today), 1), addDays(sundayOf(today), 7)),
  ),
  way('(?:the )?(?:last|past|previous) week', (today) =>
    days(addDays(mondayOf(today), -7), addDays(mondayOf(today), -1)),
  ),
  way('(?:the )?(?:last|past|previous) weekend', (today) =>
    days(addDays(mondayOf(today), -2), addDays(mondayOf(today), -1)),
  ),
  way('(?:the )?(?:last|past|previous) month', (today) => {
    const last = addDays(parseIsoDate(`${today.slice(0, 8)}01`) ?? today, -1);
    return days(parseIsoDate(`${last.slice(0, 8)}01`) ?? last, last);
  }),
  way(
    `(?:the )?(?:last|past|previous) (?<count>${countWords}) (?<unit>days?|weeks?|months?)`,
    (today, groups) => days(addDays(today, 1 - daysIn(groups)), today),
  ),
  way('(?:this |the |coming )*weekend', (today) => days(saturdayOf(today), sundayOf(today))),
  way('next weekend', (today) => days(addDays(sundayOf(today), 6), addDays(sundayOf(today), 7))),
  way('(?:the )?(?:(?:rest|remainder) of )?(?:the |this )?(?:current )?month', (today) =>
    days(today, lastOfMonth(today)),
  ),
  way('next month', (today) => {
    const first = addDays(lastOfMonth(today), 1);
    return days(first, lastOfMonth(first));
  }),
  way('(?:(?:rest|remainder) of )?(?:the |this )year', (today) =>
    days(today, parseIsoDate(`${today.slice(0, 4)}-12-31`)),
  ),
  way(
    `(?:the )?(?:next|coming|following) (?<count>${countWords}) (?<unit>days?|weeks?|months?)`,
    (today, groups) => days(today, addDays(today, daysIn(groups) - 1)),
  ),
  way(`(?:the )?(?:(?:whole )?month of )?(?<month>${months.join('|')})`, (today, { month = '' }) => {
    const number = months.indexOf(month) + 1;
    const year = Number(today.slice(0, 4)) + (number < Number(today.slice(5, 7)) ? 1 : 0);
    const first = parseIsoDate(`${String(year)}-${String(number).padStart(2, '0')}-01`);
    return first === null ? null : days(first, lastOfMonth(first));
  }),
];

function daysIn({ count = '', unit = '' }: Readonly<Record<string, string | undefined>>): number {
  const each = unit.startsWith('week') ? 7 : unit.startsWith('month') ? 30 : 1;
  return countIn(count) * each;
}

/** The days that a question is about; null when the words are no days. */
export function rangeOf(words: string, present: Present): DayRange | null {
  const { today } = present;
  if (today === null) return null;
  const said = withoutHours(words.trim().toLowerCase())
    .replace(/^(?:on|in|within|during|for|due|the|over|sometime|at|any ?time)\b\s*/u, '')
    .replace(/^the /u, '');
  if (said === '') return hours.test(words) ? days(today, today) : null;
  const known = firstOf(ahead, said, today);
  return known ?? bounded(said, present);
}

/** "before Friday", "after the 3rd", "between today and Sunday", or a day by itself. */
function bounded(said: string, present: Present): DayRange | null {
  const both = /^(?:between|from) (?<from>.+?) (?:and|to|till|until|through|-) (?<to>.+)$/u.exec(
    said,
  )?.groups;
  if (both !== undefined) return daysBetween(both['from'] ?? '', both['to'] ?? '', present);
  const border = /^(?<side>before|by|until|up to|till|after|since|starting|from) (?<day>.+?)(?: on)?$/u.exec(
    said,
  )?.groups;
  const day = dayOf(border?.['day'] ?? said, present);
  if (day === null) return null;
  const side = border?.['side'];
  return side === undefined ? days(day, day) : onSide(side, day);
}

function daysBetween(first: string, last: string, present: Present): DayRange | null {
  const from = dayOf(first, present);
  const to = dayOf(last, present);
  return from === null || to === null || to < from ? null : days(from, to);
}

function onSide(side: string, day: IsoDate): DayRange {
  if (side === 'after') return { due_from: addDays(day, 1) };
  if (side === 'before') return { due_to: addDays(day, -1) };
  return /^(?:since|starting|from)$/u.test(side) ? { due_from: day } : { due_to: day };
}

const hour =
  "(?:\\d{1,2}(?::?\\d\\d)?|noon|midnight|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: (?:fifteen|thirty))?(?: ?(?:am|pm|a\\.m\\.|p\\.m\\.|o'? ?clock|noon))?";
/** The hours of a day: tasks are looked for by day, and the answer tells their times. */
const hours = new RegExp(
  `(?:^|[\\s,]+)(?:(?:between|from) ${hour}(?:(?: (?:and|to|till|until|through) | ?- ?| )${hour})?|(?:after|before|around|about) ${hour}(?![\\w/]))(?= |,|$)`,
  'u',
);

function withoutHours(said: string): string {
  return said
    .replace(hours, ' ')
    .replace(/\s+(?:on|at|for)?\s*$/u, '')
    .trim();
}

function dayOf(words: string, present: Present): IsoDate | null {
  return momentOnly(words, present)?.date ?? null;
}

/** The days that are said somewhere in a text, when there is one place that says some. */
export function rangeWithin(text: string, present: Present): DayRange | null {
  const { today } = present;
  if (today === null) return null;
  const dates = momentsIn(text, present).flatMap(({ date }) => (date === null ? [] : [date]));
  const [only, ...others] = dates;
  const single = only === undefined || others.length > 0 ? null : days(only, only);
  if (single !== null && namesMonth.test(text)) return single;
  const words = text.toLowerCase().match(/[\p{L}\p{N}'-]+/gu) ?? [];
  for (let length = longestRange; length > 0; length -= 1) {
    for (let start = 0; start + length <= words.length; start += 1) {
      const said = words.slice(start, start + length).join(' ');
      const range = vague.test(said) ? null : firstOf(ahead, said, today);
      if (range !== null) return range;
    }
  }
  return single;
}

const namesMonth = new RegExp(`\\b(?:${months.join('|')})\\b|\\d(?:st|nd|rd|th)\\b`, 'iu');

const longestRange = 5;
/** Words that only mean days when they stand alone, or that may belong to a day that is said in full. */
const vague =
  /^(?:soon|next|now|upcoming|future|week|month|the week|the month|may|march|morning|afternoon|evening|january|february|april|june|july|august|september|october|november|december)$/u;

const behind: readonly Way<PastRange>[] = [
  way('(?:so far )?today|this morning', (today) => ({ from: today, to: today })),
  way('this week|week|so far this week', (today) => ({ from: mondayOf(today), to: today })),
  way('last week|past week', (today) => ({
    from: addDays(mondayOf(today), -7),
    to: addDays(mondayOf(today), -1),
  })),
  way('last (?:7|seven) days|recently|lately', (today) => ({ from: addDays(today, -6), to: today })),
  way('this month', (today) => ({ from: `${today.slice(0, 8)}01`, to: today })),
];

/** The first and last day of what has been: "this week", "yesterday". */
export function pastRangeOf(words: string, { today }: Present): PastRange | null {
  if (today === null) return null;
  const said = words
    .trim()
    .toLowerCase()
    .replace(/^(?:on|in|within|during|since|over|so far|the|from)\b\s*/u, '')
    .replace(/^the /u, '');
  if (said === 'yesterday') {
    const yesterday = addDays(today, -1);
    return { from: yesterday, to: words.startsWith('since') ? today : yesterday };
  }
  return firstOf(behind, said, today);
}

function firstOf<Range>(ways: readonly Way<Range>[], said: string, today: IsoDate): Range | null {
  for (const { pattern, range } of ways) {
    const match = pattern.exec(said);
    if (match !== null) return range(today, match.groups ?? {});
  }
  return null;
}

function days(from: IsoDate, to: IsoDate | null): DayRange {
  return to === null ? { due_from: from } : { due_from: from, due_to: to };
}

function mondayOf(today: IsoDate): IsoDate {
  return addDays(today, -weekdayOf(today));
}

function sundayOf(today: IsoDate): IsoDate {
  return addDays(today, 6 - weekdayOf(today));
}

/** On a Sunday, the weekend is what is left of it. */
function saturdayOf(today: IsoDate): IsoDate {
  return addDays(today, Math.max(5 - weekdayOf(today), 0));
}

function lastOfMonth(day: IsoDate): IsoDate {
  let last = day;
  while (addDays(last, 1).slice(0, 7) === day.slice(0, 7)) last = addDays(last, 1);
  return last;
}
