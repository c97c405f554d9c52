import { describedIn, type Described } from '../reading/described';
import { rangeOf, rangeWithin, type DayRange } from '../reading/ranges';
import { isProject, nameIn, placeIn, type Groups, type Reader } from '../reading/reader';
import type { Question, Request, TaskFilter, TaskView, Where } from '../reading/request';
import { eventNouns } from '../reading/vocabulary';
import { datedAnywhere } from '../reading/when';
import { marksIn } from '../words/phrase';

export function asked(question: Question): Request {
  return { type: 'question', question };
}

export function tasks(filter: TaskFilter, where: Where, view: TaskView): Request {
  return asked({ type: 'tasks', filter, where, view });
}

/** What begins like this asks for a change, whatever follows. */
const command =
  /^(?:play|get rid|wipe|trash|nuke)\b|^(?:in|on|to|for) [^,]+, add |^check (?:.+ )?off\b|^(?:add|put|create|make|schedule|set|book|plan|arrange|organi[sz]e|mark|write|include|i need (?!to (?:see|know))|we need|i have (?!any)|i want (?!to (?:see|know))|new|remind|move|delete|remove|clear|cancel|complete|finish|close|reopen|assign|rename|change|update|edit|push|postpone|delay|reschedule|send|email|draft|jot|note|enter|insert|save|log|start|block|unassign|take|cross|tick|comment|need|buy|do not|remember|erase|drop|empty|wipe|pencil|pause|resume|prioriti[sz]e|set up|track|record|throw|stick|place|place|bring|shift|transfer|assign)\b|,? (?:please )?(?:add|put) (?:an? |the )?|^(?:tasks?|to-?dos?|items?) (?:for|in|to) [^:]+:/iu;

/** "meeting with Tom tomorrow" says what there will be. */
const isMeeting =
  /^(?:[\p{L}'-]+ )?(?:meeting|call|lunch|dinner|appointment|coffee|interview|breakfast|drinks) (?:with|at)\b/iu;

/** What is on a list; a list of lists is no list. */
export function list(text: string, reader: Reader): Request | null {
  if (command.test(reader.text) || reader.lines.length > 0) return null;
  const where = placeIn(text, reader);
  if (
    /\b(?:how many|overdue|late|due|done|completed?|finished|blocked|urgent|priority|assigned|for|tomorrow|today)\b/iu.test(
      reader.text,
    )
  )
    return null;
  if (
    !isProject(text, reader) &&
    /^(?:what|who|when|show|add|create|make|delete|remove|mark|put|is|are|do|does)\b.*\b(?:to|from|off) /iu.test(
      reader.text,
    )
  )
    return null;
  const isAll = /\b(?:all|everything|entire|whole)\b/iu.test(reader.text);
  return tasks(isAll ? {} : { done: false }, where, isAll ? 'tasks' : 'open');
}

/** Words that only make a question of a description. */
const questionWords =
  /(?<![\p{L}'-])(?:an?|many|total|some|more|new|set(?: up)?|booked|marked|pending|going on|to go to|to attend|attending|calendar(?= (?:events?|appointments?|meetings?|entries|items))|(?:next|first|last)(?= (?:meetings?|appointments?|events?|calls?|reminders?))|other|anywhere to be|only|program(?:me)?s?|plans)(?![\p{L}'-])/giu;

export function describedQuestion(text: string, reader: Reader): Request | null {
  const isOther =
    /^do (?!i |we )/iu.test(reader.text) ||
    command.test(reader.text) ||
    reader.lines.length > 0 ||
    isMeeting.test(reader.text);
  if (isOther) return null;
  const bare = text.replace(/^(?:for|with|about|that|which|as)\s+/iu, '');
  const days = daysAsked(bare, reader);
  if (days !== null) return tasks({ done: false, ...days }, { type: 'none' }, 'due');
  const described = describedIn(plainly(bare), reader);
  return described === null ? placeAsked(bare, reader) : asDescribed(described, reader);
}

const agendaWords =
  /\b(?:calendar|agenda|schedule|planned|plans?|plate|my day|my week|look like|happening|going on|to do|up)\b/iu;
const agendaAlone =
  /^(?:calendar|agenda|schedule|(?:my |the |our )(?:calendar|agenda|schedule|plans?|day)|on (?:my|the) (?:calendar|agenda|schedule)|my plans)$/iu;
const ofDay =
  /^(?<when>today|tomorrow|this week|next week|monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?:'s|s)? (?:tasks?|to-?dos?|agenda|schedule|meetings?|appointments?|events?|plans?|list|calendar|reminders?|things?|deadlines)$/iu;

/** The days that a question is about, when it is about nothing else. */
function daysAsked(bare: string, { context, text }: Reader): DayRange | null {
  const last = bare.replace(
    /^.*\b(?:on|for|planned|scheduled|happening|do|have|look(?:ing)?(?: like)?|calendar|agenda|schedule|plans?|day|week)\s+(?=\S)/iu,
    '',
  );
  const range = rangeOf(last, context);
  const isOnlyDays =
    rangeOf(bare, context) !== null || rangeOf(bare.replace(/^(?:my|the|our) /iu, ''), context) !== null;
  if (range !== null && (agendaWords.test(text) || isOnlyDays)) return range;
  const day = ofDay.exec(bare)?.groups?.['when'];
  const days = day === undefined ? null : rangeOf(day, context);
  return days ?? (agendaAlone.test(bare) ? (rangeOf('soon', context) ?? {}) : null);
}

/** A description without the words that only make a question of it. */
function plainly(bare: string): string {
  return bare
    .replaceAll(questionWords, ' ')
    .replaceAll(/ {2,}/gu, ' ')
    .trim()
    .replace(
      / (?:on|in|from|to) (?:my |the |our )?(?:calendar|agenda|schedule|diary|to-? ?do list|task list|list)(?= |$)/iu,
      '',
    )
    .replace(/^(?:on|in) (?:my |the |our )?(?:calendar|agenda|schedule|diary) /iu, 'tasks ');
}

function placeAsked(bare: string, reader: Reader): Request | null {
  const isShown = /^(?:show|open|list|view|display|see|what is (?:in|on)|what's (?:in|on)|read|check)/iu.test(
    reader.text,
  );
  return isShown && isProject(bare, reader)
    ? tasks({ done: false }, placeIn(bare.replace(/^(?:in|on) /iu, ''), reader), 'open')
    : null;
}

function asDescribed({ filter, where, isEvery, noun }: Described, reader: Reader): Request | null {
  if (Object.keys(filter).length > 0) return tasks(filter, where, viewOf(filter));
  const isSeen = isEvery || /\b(?:all|every|everything)\b/iu.test(reader.text);
  if (noun === 'none' && where.type === 'none' && !isSeen) return null;
  if (noun === 'event' || /\bdue\b/iu.test(reader.text))
    return tasks({ done: false, ...rangeOf('soon', reader.context) }, where, 'due');
  const isWhole = isSeen || /how many/iu.test(reader.text);
  return tasks(isWhole ? {} : { done: false }, where, isSeen ? 'tasks' : 'open');
}

function viewOf(filter: TaskFilter): TaskView {
  if (filter.overdue === true) return 'overdue';
  if (filter.due_from !== undefined || filter.due_to !== undefined) return 'due';
  if (filter.done === true) return 'done';
  return filter.done === false ? 'open' : 'tasks';
}

export function project(groups: Groups, reader: Reader): Request | null {
  const { where, name, other, track, due, about } = groups;
  const text = [where, name, other, track, due, about].find((said) => said !== undefined) ?? '';
  const isMeant = isProject(text, reader) || / project$/iu.test(text) || placeIn(text, reader).type === 'it';
  if (isMeant || where !== undefined) return asked({ type: 'project', where: placeIn(text, reader) });
  if (/^what is (?:happening|going on|new|up)\b/iu.test(reader.text)) return null;
  if (other !== undefined || name !== undefined) return progressAsked(text, reader);
  return /^(?:it|you|he|she|they|we|this|that|i|there|dinner|the (?:train|bus|weather))\b/iu.test(text)
    ? null
    : asked({ type: 'search', text: nameIn(text, reader), kind: 'task' });
}

/** "How far is the move coming along": only a project comes along. */
function progressAsked(text: string, reader: Reader): Request | null {
  const isShort = /^(?:the |my )?(?:\S+)(?: \S+){0,4}$/iu.test(text);
  return isShort && /\b(?:far|going|coming along|progressing|status|stand)\b/iu.test(reader.text)
    ? asked({ type: 'project', where: placeIn(text, reader) })
    : null;
}

/** Whether words describe tasks; "coffee" is also something to buy. */
export function isDescription(words: string, reader: Reader): boolean {
  const described = describedIn(words, reader);
  return described !== null && (described.noun !== 'event' || Object.keys(described.filter).length > 0);
}

/** "an event called final exams" */
export function calledEvent(what: string): string {
  return what.replace(
    /^(?:an? |the )?(?:event|item|task|entry|reminder|appointment) (?:called|named|titled|for|about) /iu,
    '',
  );
}

function fromToday({ context }: Reader): TaskFilter {
  return context.today === null ? {} : { due_from: context.today };
}

export function named(said: string, reader: Reader): Request {
  if (/^(?:meetings|appointments|events|calls)\b/iu.test(said))
    return tasks(
      { done: false, ...(rangeWithin(said, reader.context) ?? fromToday(reader)) },
      { type: 'none' },
      'due',
    );
  const text = marksIn(said).length > 0 ? said : datedAnywhere(said, reader.context).rest;
  if (isProject(text, reader) && !new RegExp(eventNouns, 'iu').test(text))
    return asked({ type: 'project', where: placeIn(text, reader) });
  const what = text
    .replace(
      /(?: (?:due|scheduled|planned|i have|do i have|on (?:my|the) (?:calendar|schedule|agenda|to-?do list|list)|(?:supposed|going) to (?:be|start|happen|begin)|start|starts?|starting|happening|set|for|again))+$/iu,
      '',
    )
    .replace(/^(?:the |my |our |next |upcoming |first |last |scheduled )+/iu, '');
  // Entries of a calendar that are called nothing more than that.
  if (/^(?:meetings?|appointments?|events?|calls?|reminders?|tasks?|deadlines?)?$/iu.test(what))
    return tasks({ done: false, ...fromToday(reader) }, { type: 'none' }, 'due');
  return asked({ type: 'search', text: nameIn(what, reader), kind: 'task' });
}
