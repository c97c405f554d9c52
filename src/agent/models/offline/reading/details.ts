import { isQuoted, marksIn, quoted, spoken, withoutMarks } from '../words/phrase';
import { withoutBullet } from '../words/plain';
import { titleIn, type Reader } from './reader';
import { noDetails, type TaskDetails, type Where } from './request';
import { priorityIn, priorityWords } from './vocabulary';
import { datedAnywhere, datedEnd, whenOf } from './when';
import { projectEnd } from './which';

export interface Detailed {
  readonly rest: string;
  readonly where: Where;
  readonly details: TaskDetails;
}

const notes = new RegExp(
  `[\\s,]*\\b(?:with|and)? ?(?:an? |the )?(?:notes?|description|details?)(?: saying| that says| that)?:? (?<value>${quoted})`,
  'iu',
);
const priorities: readonly RegExp[] = [
  new RegExp(`[\\s,(]*\\b(?:with |at |as |and )*(?:an? )?(?<value>${priorityWords})[- ]priority\\)?`, 'iu'),
  new RegExp(
    `[\\s,(]*\\b(?:with |and )*(?:the |a )?priority(?: is| of| to|:)? (?<value>${priorityWords})\\b\\)?`,
    'iu',
  ),
  /[,(]\s*(?<value>urgent)\)?$/iu,
  /[\s,(]+(?:it is|it's|this is|which is|as|marked(?: as)?)\s*(?<value>urgent|important)\)?$/iu,
];
const assignees: readonly RegExp[] = [
  new RegExp(
    `[\\s,]*\\b(?:and )?(?:assign(?:ed)?(?: it| them| that| this)? to|assignee:?|owner:?) (?<value>${quoted}|[\\p{L}][\\p{L}'-]*(?: (?!due\\b|by\\b|with\\b|and\\b|in\\b|to\\b|on\\b|for\\b|at\\b|tomorrow\\b|today\\b|next\\b|this\\b|high\\b|low\\b|urgent\\b|project\\b)[\\p{L}][\\p{L}'-]*)?)`,
    'iu',
  ),
  /[\s,]+@(?<value>\p{L}[\p{L}'-]*)(?=\s|$)/u,
];

/** Behind a quoted title, which says all of it, somebody is who shall do it. */
const forWhom =
  /\s*,\s*for (?!(?:me|us|it|them|now|today|tomorrow|tonight|sure|example|free|fun)$)(?<value>\p{L}[\p{L}'-]*)$/iu;

/** Takes dates, priority, assignee, notes and project off a text, until nothing more is found. */
export function detailsIn(text: string, reader: Reader, isAboutTime = false): Detailed {
  let rest = text;
  let where: Where = { type: 'none' };
  let details: TaskDetails = noDetails;
  const taken = (patterns: readonly RegExp[]): string | null => {
    for (const pattern of patterns) {
      const match = pattern.exec(rest);
      if (match === null) continue;
      rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`.trim();
      return match.groups?.['value'] ?? null;
    }
    return null;
  };
  for (let round = 0; round < 6; round += 1) {
    const before = rest;
    rest = rest.replace(/[\s,]+(?:and|with|which is)?[\s,]*$/iu, '');
    const note = details.notes ?? taken([notes]);
    const priority = details.priority === null ? taken(priorities) : null;
    const assignee =
      details.assignee ?? taken(marksIn(rest).length > 0 ? [...assignees, forWhom] : assignees);
    details = {
      when: details.when,
      notes: note === null ? null : spoken(note, reader.quotes),
      priority: priority === null ? details.priority : priorityIn(priority),
      assignee: assignee === null ? null : spoken(assignee, reader.quotes),
    };
    if (details.when === null) {
      const dated = (isAboutTime ? datedAnywhere : datedEnd)(rest, reader.context);
      if (dated.moment !== null) {
        details = { ...details, when: whenOf(dated.moment, reader.context.today) };
        rest = dated.rest;
      }
    }
    if (where.type === 'none') ({ rest, where } = projectEnd(rest, reader));
    if (rest === before) break;
  }
  return { rest, where, details };
}

/** How a list of titles is divided: `no` is one title, `commas` several, `words` also at "and". */
export type Division = 'no' | 'commas' | 'words';

const between =
  /^(?:[\s,;&:-]|\b(?:and|also|then|the|called|named|titled|tasks?|subtasks?|items?|plus|one|another|new|a)\b)*$/iu;
const deeds =
  /^(?:call|buy|get|send|write|read|fix|clean|review|check|pay|book|order|finish|prepare|update|email|visit|meet|pick|drop|make|take|wash|plan|test|find|ask|tell|talk|go|do|return|renew|call|sign|submit|print|cook|feed|water|walk|research|discuss|look|bring|help|watch|learn|study)\b/iu;

/** Titles in a list: quoted ones, lines, or parts between commas. */
export function titlesIn(text: string, division: Division, reader: Reader): readonly string[] {
  const body = text.trim().replace(/^[:\s-]+/u, '');
  const marks = marksIn(body);
  const below = reader.lines
    .map((line) => titleIn(withoutBullet(line), reader))
    .filter((title) => title !== '');
  if (marks.length > 0 && between.test(withoutMarks(body))) {
    return [...marks.map((mark) => spoken(mark, reader.quotes)), ...below];
  }
  return [
    ...partsOf(body, division)
      .map((part) => titleIn(part, reader))
      .filter((part) => part !== ''),
    ...below,
  ];
}

function partsOf(body: string, division: Division): readonly string[] {
  if (division === 'no' || isQuoted(body)) return [body];
  const parts = body.split(/\s*[,;]\s*(?:and\s+|then\s+|&\s*)?/iu).filter((part) => part.trim() !== '');
  const [only = '', ...others] = parts;
  if (others.length > 0) {
    // "a, b and c"
    const last = parts.at(-1) ?? '';
    const ends = body.includes(', and ') || deeds.test(last) ? [last] : last.split(/\s+and\s+/iu);
    return [...parts.slice(0, -1), ...ends];
  }
  if (division === 'commas' || deeds.test(only)) return [only];
  return only.split(/\s+(?:and|&|plus)\s+/iu);
}
