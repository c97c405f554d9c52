import { isQuoted, marksIn, quoted, spoken, withoutMarks } from '../words/phrase';
import { describedIn, type Described } from './described';
import { isProject, nameIn, placeIn, type Reader } from './reader';
import type { Where, Which } from './request';
import { countIn, countWords, it, ordinalIn, ordinalWords } from './vocabulary';

/** Which tasks a text means, or null when it cannot be told for sure. */
export function whichIn(text: string, reader: Reader): Which | null {
  const said = text.trim().replace(/[,.\s]+$/u, '');
  if (it.test(said) && !/^the last\b/iu.test(said)) return { type: 'it' };
  const counted = positionsIn(said, reader) ?? nextIn(said, reader);
  if (counted !== null) return counted;
  const described = describedIn(said, reader);
  if (described !== null) return selectionOf(described, said, reader);
  return someOf.test(said) ? null : namedIn(said, reader);
}

/** A number of tasks, or only some of them, is nothing that can be found. */
const someOf =
  /^(?:all|every|everything|each|any|some|most|both|half|none|a few|a couple|several|whichever|whatever|one of|\d+ (?:tasks?|items?))\b/iu;

function selectionOf(described: Described, said: string, reader: Reader): Which | null {
  const { filter, where, isEvery, noun } = described;
  if (isOneEvent(described, said)) return namedIn(said, reader);
  if (Object.keys(filter).length > 0) return { type: 'filter', filter, project: where };
  // "stuff in Launch" says what there is to see, not what to change.
  if (noun === 'event' || /\b(?:stuff|work|any)\b/iu.test(said)) return null;
  return isEvery || (noun === 'task' && /s\b/iu.test(said)) ? { type: 'all', project: where } : null;
}

/** "my meeting with Tom" is a name. */
function isOneEvent({ filter, isEvery, noun }: Described, said: string): boolean {
  if (noun !== 'event' || isEvery || /s$/iu.test(said.split(' with ')[0] ?? '')) return false;
  return Object.keys(filter).every((field) => field === 'text');
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

/** One task, whatever it is called. */
const entry =
  '(?:one|task|item|thing(?: to do)?|to-?do|activity|assignment|job|chore|errand|deadline|action(?: item)?|entry)';
const counting = new RegExp(
  `^(?:the |my |our )?(?<ordinals>${ordinalWords}(?:(?:\\s*,\\s*|\\s+and\\s+(?:the )?)${ordinalWords})*)(?: (?:${entry}|ones|tasks|items|reminder|meeting|of them|of these))?(?: (?:in|on|of|from|off) (?:the list|(?<where>.+)))?$`,
  'iu',
);
const numbered =
  /^(?:task|item|number|no\.?|#|entry) ?#?(?<number>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)(?: (?:in|on|of|from) (?:the list|(?<where>.+)))?$/iu;

function positionsIn(said: string, reader: Reader): Which | null {
  const groups = counting.exec(said)?.groups ?? numbered.exec(said)?.groups;
  if (groups === undefined) return severalIn(said, reader);
  const words = groups['ordinals'] ?? groups['number'] ?? '';
  const positions = words
    .split(/[\s,]+(?:and )?(?:the )?/iu)
    .map((word) => (Number.isInteger(ordinalIn(word)) ? ordinalIn(word) : countIn(word)))
    .filter((position) => Number.isInteger(position));
  return positions.length === 0
    ? null
    : { type: 'position', positions, project: placeIn(groups['where'], reader) };
}

const nextOne = new RegExp(
  `^(?:the |my |our )?(?:very )?(?:next|upcoming|coming|following|earliest|soonest)(?: (?:due|open|scheduled))? ${entry}(?: (?:to do|i have|due|coming up|that is due))?(?: (?:in|on|of|from) (?:(?:the|my) (?:to-?do |task )?list|(?<where>.+)))?$`,
  'iu',
);

/** "my next task": the one that is due next. */
export function nextIn(said: string, reader: Reader): Which | null {
  const match = nextOne.exec(said);
  return match === null ? null : { type: 'next', project: placeIn(match.groups?.['where'], reader) };
}

const several = new RegExp(
  `^(?:the )?(?<end>first|last) (?<count>${countWords})(?: (?:ones|tasks|items|of them|of these|of those))?(?: (?:in|on|of|from) (?:the list|(?<where>.+)))?$`,
  'iu',
);
const mostCounted = 10;

/** "the first two" */
function severalIn(said: string, reader: Reader): Which | null {
  const { end = '', count = '', where } = several.exec(said)?.groups ?? {};
  const number = countIn(count);
  if (count === '' || /^(?:an?|another)$/iu.test(count) || number < 1 || number > mostCounted) return null;
  const positions = Array.from({ length: number }, (_none, index) =>
    end.toLowerCase() === 'last' ? index - number : index + 1,
  );
  return { type: 'position', positions, project: placeIn(where, reader) };
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
  const { rest, place } = namedEnd.exec(text)?.groups ?? {};
  const isMeant =
    rest !== undefined && place !== undefined && (isSaid(rest.trim(), place) || isProject(place, reader));
  return isMeant ? { rest, where: placeIn(place, reader) } : { rest: text, where: { type: 'none' } };
}

/** Where what is added is quoted, what is left is the place. */
function isSaid(rest: string, place: string): boolean {
  if (marksIn(rest).length === 0) return false;
  const isBare = withoutMarks(rest).trim() === '' && /^[\p{L}\d][\p{L}\d -]{0,40}$/u.test(place);
  return isQuoted(place) || isBare;
}
