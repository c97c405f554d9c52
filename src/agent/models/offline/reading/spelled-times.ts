import { parseTimeOfDay } from '@/domain/workspace';

import { way, type Kind, type Said } from './way';

export const numbers = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const numberWords = numbers.slice(1).join('|');

/** Times of the day in words. */
export const hours: Kind = {
  about: new RegExp(`\\b(?:${numberWords}|half past|quarter)\\b|\\dh`, 'iu'),
  ways: [
    way('\\btwelve noon\\b', () => clock(12, 0)),
    way(
      `\\b(?:at )?(?<hour>${numberWords}) (?<minute>fifteen|thirty|forty[- ]five|twenty|forty|ten|o five) ?(?<half>am|pm|a\\.m\\.|p\\.m\\.)(?!\\p{L})|\\bat (?<past>${numberWords}) (?<more>fifteen|thirty|forty[- ]five)\\b`,
      ({ hour, minute, half, past, more }) =>
        timeOf(hour ?? past ?? '', minutesIn(minute ?? more ?? ''), half),
    ),
    way(`\\bhalf past (?<hour>\\d{1,2}|${numberWords})\\b`, ({ hour = '' }) => timeOf(hour, 30)),
    way(`\\b(?:a )?quarter past (?<hour>\\d{1,2}|${numberWords})\\b`, ({ hour = '' }) => timeOf(hour, 15)),
    way(`\\b(?:a )?quarter to (?<hour>\\d{1,2}|${numberWords})\\b`, ({ hour = '' }) =>
      timeOf(String(hourNumber(hour) - 1), 45),
    ),
    way(
      `\\b(?:at |@ ?)?(?<hour>${numberWords}) ?(?<half>am|pm|a\\.m\\.|p\\.m\\.|o'? ?clock)(?!\\p{L})`,
      ({ hour = '', half = '' }) => timeOf(hour, 0, half),
    ),
    way(
      `\\bat (?<hour>${numberWords})\\b(?: ?(?<half>in the (?:morning|evening|afternoon)))?`,
      ({ hour = '', half = '' }) => timeOf(hour, 0, half),
    ),
    way('\\b(?:at |by )?(?<hour>[01]?\\d|2[0-3])h(?<minute>[0-5]\\d)?\\b', ({ hour = '', minute = '0' }) =>
      clock(Number(hour), Number(minute)),
    ),
  ],
};

const minuteWords: Readonly<Record<string, number>> = {
  'o five': 5,
  ten: 10,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  'forty five': 45,
};

function minutesIn(words: string): number {
  return minuteWords[words.toLowerCase().replace('-', ' ')] ?? 0;
}

function hourNumber(word: string): number {
  const spelled = numbers.indexOf(word.toLowerCase());
  return spelled === -1 ? Number(word) : spelled;
}

/** Without morning or evening, one to six are in the afternoon. */
function timeOf(word: string, minute: number, half = ''): Said | null {
  const hour = hourNumber(word);
  const isLate =
    /^p|evening|afternoon/iu.test(half) || (!/^a|morning/iu.test(half) && hour >= 1 && hour <= 6);
  if (hour > 12) return clock(hour, minute);
  const isMidnight = hour === 12 && /^a/iu.test(half);
  return clock(isMidnight ? 0 : isLate && hour < 12 ? hour + 12 : hour, minute);
}

function clock(hour: number, minute: number): Said | null {
  const time = parseTimeOfDay(`${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
  return time === null ? null : { time };
}
