import { addDays, parseIsoDate, weekdayOf, type IsoDate } from '@/domain/workspace';

import { hours, numbers } from './spelled-times';
import { way, type Groups, type Kind, type Said } from './way';
import type { Moment } from './when';

/** Ways to say a day or a time that the date library does not know. */
export function spelledDates(text: string, today: IsoDate, isMonthFirst: boolean): readonly Moment[] {
  const moments: Moment[] = [];
  let masked = text;
  const near = kinds.flatMap(({ about, ways }) => (about.test(text) ? ways : []));
  for (const { pattern, read } of isMonthFirst ? near : [dayFirst, ...near]) {
    for (const match of pattern.allIn(masked)) {
      const said = read(match.groups ?? {}, today);
      if (said === null) continue;
      const start = match.index;
      const end = start + match[0].length;
      moments.push({ start, end, date: said.date ?? null, time: said.time ?? null });
      masked = masked.slice(0, start) + '\u{92}'.repeat(end - start) + masked.slice(end);
    }
  }
  return moments.toSorted((left, right) => left.start - right.start);
}

const teens = ['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
const ordinalUnits = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'];

/** What the days of a month are called when they are written out: "twenty second", "seven". */
const spelledDays: ReadonlyMap<string, number> = new Map([
  ...[...numbers.slice(1), ...teens].map((word, index) => [word, index + 1] as const),
  ...[...ordinalUnits, 'tenth', 'eleventh', 'twelfth'].map((word, index) => [word, index + 1] as const),
  ['twelveth', 12],
  ...teens.map((word, index) => [`${word}th`, index + 13] as const),
  ['twenty', 20],
  ['twentieth', 20],
  ['thirty', 30],
  ['thirtieth', 30],
  ...[...ordinalUnits, ...numbers.slice(1, 10)].map(
    (word, index) => [`twenty ${word}`, (index % 9) + 21] as const,
  ),
  ['thirty first', 31],
  ['thirty one', 31],
]);

/** The longest come first, so that "twenty second" is not taken for twenty. */
function longestFirst(words: readonly string[]): string {
  return words
    .toSorted((one, other) => other.length - one.length)
    .map((word) => word.replace(' ', '[ -]'))
    .join('|');
}

const spelledDay = longestFirst([...spelledDays.keys()]);
const spelledOrdinal = longestFirst(
  [...spelledDays.keys()].filter((word) => /(?:first|second|third|th)$/u.test(word)),
);
const spelledYear = `(?:,? (?<year>(?:two thousand|twenty)(?: and)?(?: (?:${longestFirst([...spelledDays.keys()])}))?|20\\d\\d))?`;
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const monthNames =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const kinds: readonly Kind[] = [
  {
    about: /week|month|year|\bday\b|\beo[dwmy]\b|fortnight|close of business|\bcob\b/iu,
    ways: [
      way('\\b(?:the )?day after tomorrow\\b', (_groups, today) => ({ date: addDays(today, 2) })),
      way('\\b(?:(?:the )?end of (?:the |this )?week|eow)\\b', (_groups, today) => ({
        date: onOrAfter(today, weekday('friday')),
      })),
      way('\\b(?:the )?end of next week\\b', (_groups, today) => ({ date: addDays(onOrAfter(today, 6), 5) })),
      way('\\b(?:the )?(?:start|beginning) of next week\\b', (_groups, today) => ({
        date: addDays(onOrAfter(today, 6), 1),
      })),
      way('\\b(?:(?:the )?end of (?:the |this )?month|eom)\\b', (_groups, today) => ({
        date: monthEnd(today),
      })),
      way('\\b(?:the )?end of next month\\b', (_groups, today) => ({
        date: monthEnd(addDays(monthEnd(today), 1)),
      })),
      way(
        `\\b(?:the )?(?<day>\\d{1,2}(?:st|nd|rd|th)?|${spelledOrdinal}) (?:of )?next month\\b`,
        ({ day = '' }, today) => ({
          date: dayOfNextMonth(spelledDays.get(day.toLowerCase()) ?? Number.parseInt(day, 10), today),
        }),
      ),
      // Without a day it is the month that counts, from its first day on.
      way('\\b(?:(?:the )?(?:start|beginning|first) of )?next month\\b', (_groups, today) => ({
        date: dayOfNextMonth(1, today),
      })),
      way('\\b(?:(?:the )?end of (?:the |this )?year|eoy)\\b', (_groups, today) => ({
        date: parseIsoDate(`${today.slice(0, 4)}-12-31`),
      })),
      way(
        `\\b(?:by )?(?:(?:the )?end of (?:the )?day|eod|close of business|cob)\\b(?! (?:${weekdays.join('|')}|tomorrow|on\\b))`,
        (_groups, today) => ({ date: today }),
      ),
      way('\\b(?:in )?(?:a|one) fortnight\\b', (_groups, today) => ({ date: addDays(today, 14) })),
      way(
        `\\b(?:a|one|two|2) weeks? (?:from|after) (?<from>today|tomorrow|${weekdays.join('|')})\\b`,
        ({ from = '' }, today) => ({
          date: addDays(dayNamed(from, today), 7),
        }),
      ),
      way(`\\b(?<day>${weekdays.join('|')}) week\\b`, ({ day = '' }, today) => ({
        date: addDays(dayNamed(day, today), 7),
      })),
    ],
  },
  {
    about: /new year|christmas|halloween|valentine|\bfeb/iu,
    ways: [
      way('\\bfeb(?:ruary)? 29(?:th)?\\b|\\b29(?:th)?(?: of)? feb(?:ruary)?\\b', (_groups, today) => ({
        date: nextLeapDay(today),
      })),
      way(`\\bnew year'?s eve\\b`, (_groups, today) => ({ date: nextYearly('12-31', today) })),
      way(`\\bnew year'?s(?: day)?\\b`, (_groups, today) => ({ date: nextYearly('01-01', today) })),
      way('\\bchristmas eve\\b', (_groups, today) => ({ date: nextYearly('12-24', today) })),
      way(
        '(?<=\\b(?:on|by|before|until|due|at) )christmas(?: day)?\\b|\\bchristmas day\\b',
        (_groups, today) => ({
          date: nextYearly('12-25', today),
        }),
      ),
      way('(?<=\\b(?:on|by|before|until|due) )halloween\\b', (_groups, today) => ({
        date: nextYearly('10-31', today),
      })),
      way(`(?<=\\b(?:on|by|before|until|due) )valentine'?s(?: day)?\\b`, (_groups, today) => ({
        date: nextYearly('02-14', today),
      })),
    ],
  },
  {
    about: /\d(?:st|nd|rd|th)\b/iu,
    ways: [
      way(
        `\\b(?<weekday>${weekdays.join('|')}),?(?: the)? (?<day>\\d{1,2})(?:st|nd|rd|th)\\b(?! of)`,
        ({ weekday: name = '', day = '' }, today) => ({
          date: weekdayAndDay(weekday(name.toLowerCase()), Number(day), today),
        }),
      ),
      way(
        `\\b(?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th)\\b(?! (?:of )?(?:${months.join('|')}|floor|street|avenue|birthday|anniversary|edition|time|grade|place|person|draft|version|week|month|quarter|item|task|one|round|day))(?<!(?:${months.join('|')})[a-z]* \\d{1,2}(?:st|nd|rd|th))`,
        ({ day = '' }, today) => ({ date: dayOfMonth(Number(day), today) }),
      ),
    ],
  },
  {
    about: new RegExp(`\\b(?:${months.join('|')})`, 'iu'),
    ways: [
      way(
        `\\b(?:the )?end of (?<month>${monthNames})\\b(?:,? (?:of )?(?<year>20\\d\\d)\\b)?`,
        ({ month = '', year }, today) => ({ date: endOfMonth(month, year, today) }),
      ),
      way(
        `\\b(?<month>${monthNames})(?: the)? (?<day>${spelledDay})\\b(?! (?:people|tasks|things|items|times))${spelledYear}`,
        spelledDate,
      ),
      way(
        `\\b(?:the )?(?<day>${spelledDay})(?: of)? (?<month>${monthNames})\\b(?! (?:i|we|you|be)\\b)${spelledYear}`,
        spelledDate,
      ),
    ],
  },
  {
    about: /(?:first|second|third|th)\b/iu,
    ways: [
      way(
        `(?<=\\b(?:on|by|for|until|till|before) )(?:the )?(?<day>${spelledOrdinal})(?=$|[,.!?]| (?:at|from|in|and|to|of this|of the) )`,
        ({ day = '' }, today) => ({ date: dayOfMonth(dayNumber(day), today) }),
      ),
    ],
  },
  hours,
];

/** 15/02, 15/02/2026 and 15.02.2026. */
const dayFirst = way(
  '(?<![\\d/.])(?<day>\\d{1,2})(?:/(?<month>\\d{1,2})(?:/(?<year>\\d{4}|\\d{2}))?|\\.(?<dotted>\\d{1,2})\\.(?<full>\\d{4})?)(?![\\d/])',
  ({ day = '', month, dotted, year, full }, today) => {
    const monthAndDay = `${(month ?? dotted ?? '').padStart(2, '0')}-${day.padStart(2, '0')}`;
    const said = full ?? (year?.length === 2 ? `20${year}` : year);
    const date = said === undefined ? nextYearly(monthAndDay, today) : parseIsoDate(`${said}-${monthAndDay}`);
    return date === null ? null : { date };
  },
);

function weekday(name: string): number {
  return weekdays.indexOf(name);
}

/** 0 is Monday. */
function onOrAfter(today: IsoDate, wanted: number): IsoDate {
  return addDays(today, (wanted - weekdayOf(today) + 7) % 7);
}

function dayNamed(name: string, today: IsoDate): IsoDate {
  const lower = name.toLowerCase();
  if (lower === 'today') return today;
  return lower === 'tomorrow' ? addDays(today, 1) : onOrAfter(addDays(today, 1), weekday(lower));
}

function monthEnd(day: IsoDate): IsoDate {
  let last = day;
  while (addDays(last, 1).slice(0, 7) === day.slice(0, 7)) last = addDays(last, 1);
  return last;
}

/** The next one that is not over yet, where no year was said. */
function endOfMonth(month: string, year: string | undefined, today: IsoDate): IsoDate | null {
  const endIn = (wanted: number): IsoDate | null => {
    const first = parseIsoDate(`${String(wanted).padStart(4, '0')}-${monthNumber(month)}-01`);
    return first === null ? null : monthEnd(first);
  };
  if (year !== undefined) return endIn(Number(year));
  const thisYear = Number(today.slice(0, 4));
  const end = endIn(thisYear);
  return end !== null && end < today ? endIn(thisYear + 1) : end;
}

/** In two digits. */
function monthNumber(month: string): string {
  return String(months.indexOf(month.slice(0, 3).toLowerCase()) + 1).padStart(2, '0');
}

/** Null where the next month is too short for it. */
function dayOfNextMonth(number: number, today: IsoDate): IsoDate | null {
  const first = addDays(monthEnd(today), 1);
  return parseIsoDate(`${first.slice(0, 8)}${String(number).padStart(2, '0')}`);
}

/** The next day with this number, today included; months that are too short are passed over. */
function dayOfMonth(number: number, today: IsoDate): IsoDate | null {
  if (number < 1 || number > 31) return null;
  for (let ahead = 0; ahead < 62; ahead += 1) {
    const day = addDays(today, ahead);
    if (Number(day.slice(8)) === number) return day;
  }
  return null;
}

/** "Friday the 13th": the next one. */
function weekdayAndDay(wanted: number, number: number, today: IsoDate): IsoDate | null {
  for (let ahead = 0; ahead < 800; ahead += 1) {
    const day = addDays(today, ahead);
    if (Number(day.slice(8)) === number && weekdayOf(day) === wanted) return day;
  }
  return null;
}

function spelledDate({ month = '', day = '', year }: Groups, today: IsoDate): Said | null {
  const monthAndDay = `${monthNumber(month)}-${String(dayNumber(day)).padStart(2, '0')}`;
  const date =
    year === undefined ? nextYearly(monthAndDay, today) : parseIsoDate(`${yearNumber(year)}-${monthAndDay}`);
  return date === null ? null : { date };
}

function dayNumber(words: string): number {
  return spelledDays.get(words.toLowerCase().replace('-', ' ')) ?? 0;
}

/** "two thousand and seventeen", "twenty twenty six" */
function yearNumber(words: string): string {
  if (/^\d/u.test(words)) return words;
  const rest = words.toLowerCase().replace(/^(?:two thousand|twenty)(?: and)? ?/u, '');
  return String(2000 + dayNumber(rest));
}

function nextYearly(monthAndDay: string, today: IsoDate): IsoDate | null {
  const year = Number(today.slice(0, 4));
  const thisYear = parseIsoDate(`${today.slice(0, 4)}-${monthAndDay}`);
  return thisYear !== null && thisYear >= today
    ? thisYear
    : parseIsoDate(`${String(year + 1).padStart(4, '0')}-${monthAndDay}`);
}

function nextLeapDay(today: IsoDate): IsoDate | null {
  const year = Number(today.slice(0, 4));
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const day = parseIsoDate(`${String(year + ahead).padStart(4, '0')}-02-29`);
    if (day !== null && day >= today) return day;
  }
  return null;
}
