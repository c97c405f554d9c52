import { isQuoted, marksIn, quoted, spoken, withoutMarks } from '../words/phrase';
import { describedIn } from './described';
import { isProject, nameIn, placeIn, type Reader } from './reader';
import type { Where, Which } from './request';
import { countIn, it, ordinalIn, ordinalWords } from './vocabulary';

/** Which tasks a text means, or null when it cannot be told for sure. */
export function whichIn(text: string, reader: Reader): Which | null {
  const said = text.trim().replace(/[,.\s]+$/u, '');
  if (it.test(said) && !/^the last\b/iu.test(said)) return { type: 'it' };
  const counted = positionsIn(said, reader);
  if (counted !== null) return counted;
  const described = describedIn(said, reader);
  if (described !== null) {
    const { filter, where, isEvery, noun } = described;
    // "my meeting with Tom" is a name.
    const isOneEvent =
      noun === 'event' &&
      !isEvery &&
      !/s$/iu.test(said.split(' with ')[0] ?? '') &&
      Object.keys(filter).every((field) => field === 'text');
    if (isOneEvent) return namedIn(said, reader);
    if (Object.keys(filter).length > 0) return { type: 'filter', filter, project: where };
    const isPlural = /s\b/iu.test(said) || isEvery;
    // "stuff in Launch" says what there is to see, not what to change.
    if (noun === 'event' || /\b(?:stuff|work|any)\b/iu.test(said)) return null;
    return isEvery || (noun === 'task' && isPlural) ? { type: 'all', project: where } : null;
  }
  // A number of tasks, or only some of them, is nothing that can be found.
  if (
    /^(?:all|every|each|any|some|most|both|half|none|a few|a couple|several|whichever|one of|\d+ (?:tasks?|items?))\b/iu.test(
      said,
    )
  )
    return null;
  return namedIn(said, reader);
}

function namedIn(said: string, reader: Reader): Which {
  const { rest, where } = projectEnd(said, reader);
  const marks = marksIn(rest);
  if (
    marks.length > 1 &&
    /^(?:[\s,;&]|\b(?:and|also|the|tasks?|items?|both|subtasks?)\b)*$/iu.test(withoutMarks(rest))
  )
    return { type: 'named', names: marks.map((mark) => spoken(mark, reader.quotes)), project: where };
  const parts =
    marks.length === 0 && rest.includes(',') ? rest.split(/\s*,\s*(?:and\s+)?|\s+and\s+/iu) : [rest];
  const names = parts.map((part) => nameIn(part, reader)).filter((name) => name !== '');
  return names.length === 0 || (names.length === 1 && it.test(rest.trim()))
    ? { type: 'it' }
    : { type: 'named', names, project: where };
}

const counting = new RegExp(
  `^(?:the )?(?<ordinals>${ordinalWords}(?:(?:\\s*,\\s*|\\s+and\\s+(?:the )?)${ordinalWords})*)(?: (?:one|ones|task|tasks|item|items|reminder|entry|thing|to-?do|meeting|of them|of these))?(?: (?:in|on|of|from|off) (?:the list|(?<where>.+)))?$`,
  'iu',
);
const numbered =
  /^(?:task|item|number|no\.?|#|entry) ?#?(?<number>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)(?: (?:in|on|of|from) (?:the list|(?<where>.+)))?$/iu;

function positionsIn(said: string, reader: Reader): Which | null {
  const groups = counting.exec(said)?.groups ?? numbered.exec(said)?.groups;
  if (groups === undefined) return null;
  const words = groups['ordinals'] ?? groups['number'] ?? '';
  const positions = words
    .split(/[\s,]+(?:and )?(?:the )?/iu)
    .map((word) => (Number.isInteger(ordinalIn(word)) ? ordinalIn(word) : countIn(word)))
    .filter((position) => Number.isInteger(position));
  return positions.length === 0
    ? null
    : { type: 'position', positions, project: placeIn(groups['where'], reader) };
}

interface Taken {
  readonly rest: string;
  readonly where: Where;
}

const prepositions = '(?:to|in|into|on|onto|under|for|within|inside|from|off|off of|out of|2|at)';
const markedEnd = new RegExp(
  `^(?<rest>.*?)[\\s,]+${prepositions} (?<place>(?:(?:the|my|our|a|this|that) )?(?:project (?:${quoted}|.+)|(?:${quoted}|(?:(?! ${prepositions} )[^:])+?) (?:project|list|board|backlog)|(?:to-?do|my|the|task)? ?(?:list|calendar|agenda|schedule|planner|diary)|my reminders|it|there|this project|that project|the same project))$`,
  'isu',
);
const namedEnd = new RegExp(`^(?<rest>.*[\\s,]|)${prepositions} (?<place>${quoted}|[^,:]+?)$`, 'isu');

/** Takes the project off the end of a text. */
export function projectEnd(text: string, reader: Reader): Taken {
  const marked = markedEnd.exec(text)?.groups;
  if (marked !== undefined) return { rest: marked['rest'] ?? '', where: placeIn(marked['place'], reader) };
  const named = namedEnd.exec(text)?.groups;
  const place = named?.['place'] ?? '';
  if (named !== undefined) {
    const rest = (named['rest'] ?? '').trim();
    const isSaid =
      marksIn(rest).length > 0 &&
      (isQuoted(place) || (withoutMarks(rest).trim() === '' && /^[\p{L}\d][\p{L}\d -]{0,40}$/u.test(place)));
    if (isSaid || isProject(place, reader))
      return { rest: named['rest'] ?? '', where: placeIn(place, reader) };
  }
  return { rest: text, where: { type: 'none' } };
}
