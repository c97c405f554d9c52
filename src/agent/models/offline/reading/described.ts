import { pastRangeOf, rangeOf, rangeWithin } from './ranges';
import type { Reader } from './reader';
import { isProject, nameIn, placeIn } from './reader';
import type { TaskFilter, Where } from './request';
import { eventNouns, priorityIn } from './vocabulary';

/** Tasks as words describe them: by what is true of them, not by their names. */
export interface Described {
  readonly filter: TaskFilter;
  readonly where: Where;
  /** Everything was said, not only what some tasks are like. */
  readonly isEvery: boolean;
  readonly noun: 'none' | 'task' | 'event';
}

/**
 * Reads a description piece by piece: "all overdue tasks in Launch assigned to Sara". Null as soon as something is left that is no
 * part of one, for then it may be a name.
 */
export function describedIn(text: string, reader: Reader): Described | null {
  let rest = text.trim().replace(/[?!.,\s]+$/u, '');
  let described: Described = { filter: {}, where: { type: 'none' }, isEvery: false, noun: 'none' };
  let pieces = 0;
  while (rest !== '') {
    const step = nextPiece(rest, described, reader);
    if (step === null || pieces > 30) return null;
    pieces += 1;
    described = step.described;
    rest = step.rest.replace(/^[\s,]+/u, '');
  }
  const { assignee, done, overdue } = described.filter;
  if (assignee !== undefined && done === undefined && overdue === undefined)
    described = withFilter(described, { done: false });
  const { filter, where, isEvery, noun } = described;
  return Object.keys(filter).length > 0 || where.type !== 'none' || isEvery || noun !== 'none'
    ? described
    : null;
}

interface Step {
  readonly described: Described;
  readonly rest: string;
}

function nextPiece(text: string, described: Described, reader: Reader): Step | null {
  const owner =
    /^(?<who>(?!(?:what|that|it|who|how|let|today|tomorrow|there|here|everything|all|anything|something|nothing|everyone|those|these|tasks?|items?|things?)(?!\p{L}))\p{L}[\p{L}-]*(?: \p{Lu}[\p{L}-]*)?)'s (?=\S)/iu.exec(
      text,
    );
  const name = owner?.groups?.['who'];
  if (owner !== null && name !== undefined) {
    return {
      described: withFilter(described, { assignee: nameIn(name, reader) }),
      rest: text.slice(owner[0].length),
    };
  }
  return wordPiece(text, described) ?? tailPiece(text, described, reader);
}

const every =
  /^(?:everything|all(?: of)?|every|each|the (?:whole|entire) (?:list|project|lot|thing)|(?:my |the )?entire)(?![\p{L}'-])/iu;
const filler =
  /^(?:any(?:thing)?|the|my|our|of|those|these|that|which|who|what|is|are|were|was|am|still|currently|already|have been|has been|been|has|have|had|there|i|we|i've|me|us|to be|needs? to be|to do|do|on my plate|and|ones?|my own|that are|left|yet|so far|right now|now|got|get|getting|else|for me|for us|of mine|individual|up|coming|upcoming|due|scheduled|planned|happening)(?![\p{L}'-])/iu;
const taskNoun =
  /^(?:(?:to-? ?do|task|todo)s? lists?|lists?(?! of)|tasks?|to-?dos?|to do'?s|items?|things?|stuff|work|entries|entry|deadlines?|assignments?|chores?|jobs?|errands?|reminders?)(?![\p{L}'-])/iu;
const eventNoun = new RegExp(`^${eventNouns}(?![\\p{L}'-])`, 'iu');

const states: readonly (readonly [pattern: RegExp, filter: (word: string) => TaskFilter])[] = [
  [
    /^(?:overdue|late|past due|past (?:its|their|the) (?:due date|deadline)s?|behind(?: schedule)?|delayed|missed)(?![\p{L}-])/iu,
    () => ({ overdue: true }),
  ],
  [
    /^(?:not (?:yet )?(?:done|completed?|finished|started)|undone|open|unfinished|pending|outstanding|incomplete|uncompleted|unchecked|remaining|left|active|to-?do)(?: yet)?(?![\p{L}-])/iu,
    () => ({ done: false }),
  ],
  [
    /^(?:completed?|done|finished|closed|checked(?: off)?|ticked(?: off)?|crossed off|accomplished|achieved)(?![\p{L}-])/iu,
    () => ({ done: true }),
  ],
  [/^(?:blocked|stuck|on hold|waiting)(?![\p{L}-])/iu, () => ({ status: ['blocked'] })],
  [
    /^(?:in[- ]progress|started|ongoing|underway|being worked on)(?![\p{L}-])/iu,
    () => ({ status: ['in_progress'] }),
  ],
  [
    /^(?:unassigned|(?:with |have |has |having )?no (?:owner|assignee|one assigned)|without (?:an? )?(?:assignee|owner)|not assigned(?: to any(?:one|body))?|assigned to (?:nobody|no one))(?![\p{L}-])/iu,
    () => ({ assignee: 'none', done: false }),
  ],
  [
    /^(?:urgent|critical|(?:highest|top|high|medium|normal|low|lowest)(?:[- ]priority)|most (?:important|urgent)|important)(?![\p{L}-])/iu,
    priorityFilter,
  ],
  [
    /^(?:with )?(?:a )?priority (?:urgent|high|medium|low)(?![\p{L}-])|^(?:with |of )(?:a )?(?:urgent|high|medium|low)[- ]priority(?![\p{L}-])/iu,
    (said) => priorityFilter(/urgent|high|medium|low/iu.exec(said)?.[0] ?? ''),
  ],
];

function priorityFilter(word: string): TaskFilter {
  const isPressing = /important|most/iu.test(word);
  return { priority: isPressing ? ['urgent', 'high'] : [priorityIn(word)], done: false };
}

/** A piece that is told by its words alone. */
function wordPiece(text: string, described: Described): Step | null {
  const step = (said: string, next: Described): Step => ({ described: next, rest: text.slice(said.length) });
  const all = every.exec(text)?.[0];
  if (all !== undefined) return step(all, { ...described, isEvery: true });
  for (const [pattern, filterOf] of states) {
    const said = pattern.exec(text)?.[0];
    if (said !== undefined) return step(said, withFilter(described, filterOf(said)));
  }
  const noun = taskNoun.exec(text)?.[0];
  if (noun !== undefined) return step(noun, { ...described, noun: 'task' });
  const event = described.noun === 'none' ? eventNoun.exec(text)?.[0] : undefined;
  if (event !== undefined) return step(event, { ...described, noun: 'event' });
  const nothing = filler.exec(text)?.[0];
  return nothing === undefined ? null : step(nothing, described);
}

/** A piece whose end has to be found: a place, a person, days, words to look for. The longest that makes sense is taken. */
function tailPiece(text: string, described: Described, reader: Reader): Step | null {
  for (const end of endsIn(text)) {
    const piece = text.slice(0, end);
    const read =
      placePiece(piece, described, reader) ??
      daysPiece(piece, described, reader) ??
      whoPiece(piece, described, reader);
    if (read !== null) return { described: read, rest: text.slice(end) };
  }
  return null;
}

function endsIn(text: string): readonly number[] {
  const borders = [
    ...text.matchAll(
      /[\s,]+(?=(?:in|on|for|due|assigned|that|which|by|about|from|of|with|without|this|next|today|tomorrow|tasks?|and|yet|still|left)\b)/giu,
    ),
  ];
  return [...borders.map(({ index }) => index), text.length].toReversed().slice(0, 12);
}

function placePiece(piece: string, described: Described, reader: Reader): Described | null {
  const said = /^(?:in|on|from|of|under|within|inside|for|at|off)(?: of)? (?<where>.+)$/iu.exec(piece)
    ?.groups?.['where'];
  if (said === undefined || described.where.type !== 'none') return null;
  const where = placeIn(said, reader);
  if (where.type === 'none' && rangeOf(said, reader.context) === null)
    return /^(?:me|us)$/iu.test(said) ? null : described;
  const isPlace =
    where.type === 'it' ||
    isProject(said, reader) ||
    /\b(?:project|list|board|backlog)$/iu.test(said) ||
    said.startsWith('\u{90}');
  return isPlace ? { ...described, where } : null;
}

function daysPiece(piece: string, described: Described, reader: Reader): Described | null {
  const said = piece.replace(/^(?:due|scheduled|planned|happening|for|on|from|of)\b\s*/iu, '');
  const { done } = described.filter;
  if (done === true || described.filter.done_from !== undefined) {
    const past = pastRangeOf(said, reader.context);
    return past === null ? null : withFilter(described, { done_from: past.from, done_to: past.to });
  }
  const range = rangeOf(said, reader.context);
  return range === null
    ? null
    : withFilter(described, { ...(described.filter.overdue === true ? {} : { done: false }), ...range });
}

function whoPiece(piece: string, described: Described, reader: Reader): Described | null {
  const who =
    /^(?:(?:that (?:is|are) )?(?:assigned to|belonging to|owned by|of|for|by|delegated to)) (?<who>\u{90}\d+\u{91}|(?!me$|us$|myself$|the |my |our |a |an )\p{L}[\p{L}'.-]*(?: (?!to |due$)\p{L}[\p{L}'.-]*)?)$/iu.exec(
      piece,
    )?.groups?.['who'];
  if (who !== undefined) return withFilter(described, { assignee: nameIn(who, reader) });
  const words =
    /^(?:(?:that )?(?:contain(?:ing|s)?|mention(?:ing|s)?)|about|regarding|related to|to do with|with|(?:that are )?(?:called|named|titled)) (?<text>.+)$/iu.exec(
      piece,
    )?.groups?.['text'];
  if (words === undefined || /^(?:no|an?|the|due|priority)\b/iu.test(words)) return null;
  if (rangeWithin(words, reader.context) !== null || endsInProject(words, reader)) return null;
  return withFilter(described, {
    text: nameIn(words.replace(/ in (?:it|them|the title|their titles?)$/iu, ''), reader),
  });
}

/** "about tom in Launch" says where as well, which is a piece of its own. */
function endsInProject(words: string, reader: Reader): boolean {
  const end = / (?:in|on|from|of|under|within) (?<where>.+)$/iu.exec(words)?.groups?.['where'];
  return end !== undefined && isProject(end, reader);
}

function withFilter(described: Described, filter: TaskFilter): Described {
  return { ...described, filter: { ...described.filter, ...filter } };
}
