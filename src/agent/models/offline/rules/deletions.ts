import { describedIn, type Described } from '../reading/described';
import { isProject, nameIn, placeIn, rule, type Reader, type Rule } from '../reading/reader';
import type { Request, Where, Which } from '../reading/request';
import { eventNouns, ordinalWords, verbs } from '../reading/vocabulary';
import { datedAnywhere } from '../reading/when';
import { nextIn, whichIn } from '../reading/which';
import { marksIn, requoted } from '../words/phrase';
import { unsure } from './statuses';

type NamedTasks = Extract<Which, { readonly type: 'named' }>;

const remove = verbs.remove;
const article = '(?:(?:the|my|our|this|that|an?|whole|entire|complete) )*';

export const deletionRules: readonly Rule[] = [
  rule(`${remove} ${article}project(?: (?:called|named))? (?<name>.+)`, ({ name = '' }, reader) => ({
    type: 'delete-project',
    where: { type: 'named', name: nameIn(name, reader), isList: false },
  })),
  rule(`${remove} (?<name>.+?) project`, ({ name = '' }, reader) =>
    /\b(?:tasks?|everything|all|from|in|on|off)\b/iu.test(name)
      ? null
      : { type: 'delete-project', where: placeIn(`${name} project`, reader) },
  ),
  rule(
    `(?:empty|clear(?: out| off)?|wipe|clean up) ${article}(?<name>.+?)(?: list| project)?`,
    ({ name = '' }, reader) => {
      const isList = /\b(?:list|project)$/iu.test(reader.text);
      if (/\blist (?:for|on) /iu.test(name)) return days(name, reader);
      if (/^(?:calendar|schedule|agenda|diary|day)\b/iu.test(name)) return days(name, reader);
      if (/\b(?:tasks?|everything|all|from|in|on|items?|done|completed?|finished|overdue)\b/iu.test(name))
        return null;
      if (isEveryList(name)) return { type: 'delete-lists', words: requoted(name, reader.quotes) };
      return isList || isProject(name, reader)
        ? { type: 'delete-unclear', name: nameIn(name, reader), isCleared: true }
        : null;
    },
  ),
  rule(
    `(?:delete|remove|erase|get rid of|trash|discard|cancel|drop|scrap) ${article}(?<name>.+?) list`,
    ({ name = '' }, reader) =>
      /\b(?:tasks?|items?|everything|all|from|in|on|off|of)\b/iu.test(name)
        ? null
        : isEveryList(name)
          ? { type: 'delete-lists', words: requoted(name, reader.quotes) }
          : { type: 'delete-project', where: listNamed(name, reader) },
  ),
  rule(
    `(?:delete|remove|erase|get rid of|trash) ${article}list(?: (?:called|named|titled|of|for|with))? (?<name>.+)`,
    ({ name = '' }, reader) => ({ type: 'delete-project', where: listNamed(name, reader) }),
  ),
  rule(
    `(?:take|cross|scratch|strike|pull) (?<what>.+?) (?:off|out|from)(?: of)? (?<where>(?:the |my |our )?.+)`,
    ({ what = '', where = '' }, reader) =>
      isProject(where, reader) || /\b(?:list|project)$/iu.test(where)
        ? deletion(`${what} from ${where}`, reader)
        : null,
  ),
  rule(
    `(?:i|we) (?:do not|don't|no longer) need (?<what>.+?) (?:on|in) (?<where>(?:the |my |our )?.+ list)(?: any ?more)?`,
    ({ what = '', where = '' }, reader) => deletion(`${what} from ${where}`, reader),
  ),
  // Deletion by name is last of its kind: everything that says more is above.
  rule(`${remove} (?<which>.+)`, ({ which = '' }, reader) => deletion(which, reader)),
  rule(remove, (_groups, reader) => unsure(reader)),
];

/** "my to-do list" is all there is to do, not a list that could be deleted. */
function isEveryList(name: string): boolean {
  return /^(?:(?:whole|entire|complete|old) )*(?:to-? ?do|tasks?|reminders?|chores?|list|lists)(?: list)?$/iu.test(
    name,
  );
}

/** "the first list" is none by name: which one is asked for. */
function listNamed(name: string, reader: Reader): Where {
  return new RegExp(`^(?:${ordinalWords}|next|previous|old|other)$`, 'iu').test(name)
    ? { type: 'none' }
    : placeIn(`${name} list`, reader);
}

function deletion(said: string, reader: Reader): Request {
  const text = said
    .replaceAll(/\bcalendar (?=(?:events?|entr(?:y|ies)|appointments?|items?)\b)/giu, '')
    .replace(/^from (?:the |my )?(?:calendar|schedule|agenda) (?<what>.+)$/iu, '$<what> from my calendar')
    .replace(
      / (?:from|on|off|in) (?:my )?(?<day>(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow)(?:'?s)? (?:calendar|schedule|agenda)$/iu,
      ' on $<day> from my calendar',
    )
    .replace(ofDay, '$<head>$<rest> $<day>');
  if (isEveryList(text.replace(/^(?:the|my|our|an?) /iu, '')))
    return { type: 'delete-lists', words: requoted(text, reader.quotes) };
  if (/^(?:(?:all|the|my|of) )*(?:contacts|people)\b/iu.test(text)) return unsure(reader);
  if (/^(?:(?:my|the|our|whole|entire) )*(?:calendar|schedule|agenda)$/iu.test(text))
    return days(text, reader);
  if (unnamed.test(text)) return { type: 'delete-unnamed' };
  const next = nextIn(text, reader);
  if (next !== null) return { type: 'delete-tasks', which: next };
  const described = describedIn(text, reader);
  if (isAboutDays(text, described) || nextEvent.test(text)) return days(text, reader);
  const dated = datedEvent(text, reader);
  if (dated !== null) return dated;
  const which = whichIn(text, reader);
  return which === null ? unsure(reader) : deletionOf(which, text, reader);
}

function deletionOf(which: Which, text: string, reader: Reader): Request {
  if (
    which.type === 'all' &&
    which.project.type === 'named' &&
    !/\b(?:everything|all|tasks?|items?|every)\b/iu.test(text)
  )
    return { type: 'delete-unclear', name: which.project.name, isCleared: false };
  if (holdsRequest(which)) return unsure(reader);
  const isTask = /^(?:the |my )?(?:sub ?)?tasks?\b|\b(?:sub ?)?tasks?$/iu.test(text.trim());
  if (which.type === 'named' && !isTask && which.names.length === 1 && which.project.type === 'none') {
    const [name = ''] = which.names;
    if (isProject(name, reader)) return { type: 'delete-unclear', name, isCleared: false };
  }
  return which.type === 'named' && !isTask && mayBePeople(which, text)
    ? { type: 'delete-person-or-task', which, people: peopleIn(which) }
    : { type: 'delete-tasks', which };
}

const mostPeople = 4;
const personName = /^\p{L}[\p{L}'’-]*(?: \p{L}[\p{L}'’-]*)?$/u;

/** Names of a word or two may be people's, but not what is quoted or is on a list. */
function mayBePeople(which: NamedTasks, text: string): boolean {
  const isOnList = which.project.type === 'named' && which.project.isList;
  const people = peopleIn(which);
  return (
    !isOnList &&
    marksIn(text).length === 0 &&
    people.length <= mostPeople &&
    people.every((name) => personName.test(name) && !personless.test(name))
  );
}

const personless = new RegExp(`^(?:the|my|a|an|our|this|that)\\b|\\b(?:${eventNouns}|reminder|list)$`, 'iu');

function peopleIn({ names }: NamedTasks): readonly string[] {
  return names.flatMap((name) => name.split(/\s+(?:and|&)\s+/iu));
}

/** A list of names that was split at its commas may hold a further request. */
function holdsRequest(which: Which): boolean {
  return (
    which.type === 'named' &&
    which.names.length > 1 &&
    which.names.some((name) => /(?:^|\band )(?:then )?(?:add|create|put) \S/iu.test(name))
  );
}

/** What is described by its days, or several entries of a calendar: more may be due then than was meant. */
function isAboutDays(text: string, described: Described | null): boolean {
  if (described === null) return false;
  const { filter, noun, isEvery } = described;
  const isMany = noun === 'event' && (isEvery || /\b\p{L}+s\b/iu.test(text.split(' with ')[0] ?? ''));
  if (filter.text !== undefined) return isMany;
  return (
    filter.due_from !== undefined ||
    filter.due_to !== undefined ||
    isMany ||
    /\b(?:calendar|schedule|agenda|events?|reminders?)\b/iu.test(text)
  );
}

/** Something, without saying what. */
const unnamed =
  /^(?:(?:an?|the|some|one|my) )*(?:(?:list |calendar )?items?|tasks?|things?|something|entry|(?:last|first) item listed|events?|appointments?|meetings?)(?: (?:from|off|on|in) (?:my |the |a )?(?:to-?do |task )?(?:lists?|calendar|schedule))$/iu;
/** "tomorrow's lunch" */
const ofDay =
  /^(?<head>(?:the |my |all |of )*)(?<day>today|tomorrow|tonight|(?:next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|this week|next week)'?s (?<rest>.+)$/iu;
const entry = `(?:${eventNouns}|entry|entries|reminders?)`;
const onCalendar = / (?:on|in|from|off|off of) (?:my |the |our )?(?:calendar|schedule|agenda|diary)\b/iu;
/** Which one is next, or over, is for the person to see. */
const nextEvent = new RegExp(
  `^(?:from (?:my|the) calendar )?(?:the |my |this |that |any |all )*(?:next|succeeding|following|upcoming|coming|first|last|past|previous|old|day after) (?:scheduled )?${entry}\\b|^(?:all|every)\\b.*\\bevents?\\b`,
  'iu',
);

/** "the meeting with Tom tomorrow": the one of that name on that day, and no other of that name. */
function datedEvent(text: string, reader: Reader): Request | null {
  const isEvent = new RegExp(`\\b${entry}\\b`, 'iu').test(text) || onCalendar.test(text);
  if (!isEvent || marksIn(text).length > 0) return null;
  const { rest, moment } = datedAnywhere(text.replace(onCalendar, ' ').trim(), reader.context);
  if (moment === null) return null;
  const name = nameIn(
    rest
      .replace(/^(?:(?:the|my|our|any|all|every) )+/iu, '')
      .replace(/^(?:calendar )?(?:event|entry|appointment) (?:called|named|titled) /iu, '')
      .replace(
        / (?:that's|that is|which is|that are|i have|i had|scheduled|planned|that i have|set|due|for|on|at)+(?= |$)/giu,
        ' ',
      ),
    reader,
  )
    .replaceAll(/ {2,}/gu, ' ')
    .trim();
  const isGeneral = name === '' || new RegExp(`^(?:${entry}|my|the|all|every|everything)$`, 'iu').test(name);
  const day = moment.date === null ? {} : { due_from: moment.date, due_to: moment.date };
  if (isGeneral || moment.date === null)
    return {
      type: 'delete-days',
      words: requoted(text, reader.quotes),
      filter: { done: false, ...day },
      where: { type: 'none' },
    };
  const filter = { done: false, text: name, ...day };
  return { type: 'delete-tasks', which: { type: 'filter', filter, project: { type: 'none' } } };
}

/** Deleting by days takes tasks with it that may not be meant. */
function days(text: string, reader: Reader): Request {
  const described = describedIn(text.replace(/^(?:calendar|schedule|agenda|diary|day)\b/iu, 'tasks'), reader);
  return {
    type: 'delete-days',
    words: requoted(text, reader.quotes),
    filter: described?.filter ?? {},
    where: described?.where ?? { type: 'none' },
  };
}
