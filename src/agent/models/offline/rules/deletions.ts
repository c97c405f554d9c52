import { describedIn } from '../reading/described';
import { isProject, nameIn, placeIn, rule, type Reader, type Rule } from '../reading/reader';
import type { Request } from '../reading/request';
import { verbs } from '../reading/vocabulary';
import { whichIn } from '../reading/which';
import { requoted } from '../words/phrase';
import { unsure } from './statuses';

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
      if (/\b(?:tasks?|everything|all|from|in|on|items?|done|completed?|finished|overdue)\b/iu.test(name))
        return null;
      if (/^(?:calendar|schedule|agenda|diary|day)\b/iu.test(name)) return days(name, reader);
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
        : /^(?:to-? ?do|task)$/iu.test(name)
          ? unsure(reader)
          : { type: 'delete-project', where: placeIn(`${name} list`, reader) },
  ),
  rule(
    `(?:delete|remove|erase|get rid of|trash) ${article}list(?: (?:called|named|of|for|with))? (?<name>.+)`,
    ({ name = '' }, reader) => ({
      type: 'delete-project',
      where: placeIn(`${name} list`, reader),
    }),
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

function deletion(text: string, reader: Reader): Request {
  const described = describedIn(text, reader);
  const isAboutDays =
    described !== null && (described.filter.due_from !== undefined || described.filter.due_to !== undefined);
  const isManyEvents =
    described !== null &&
    described.noun === 'event' &&
    (described.isEvery || /\b\p{L}+s\b/iu.test(text.split(' with ')[0] ?? ''));
  const isEventOrDay =
    described !== null &&
    (isManyEvents || /\b(?:calendar|schedule|agenda|events?|reminders?)\b/iu.test(text));
  if (isAboutDays || isEventOrDay) return days(text, reader);
  const which = whichIn(text, reader);
  if (which === null) return unsure(reader);
  const isTask = /^(?:the |my )?(?:sub ?)?tasks?\b|\b(?:sub ?)?tasks?$/iu.test(text.trim());
  if (
    which.type === 'all' &&
    which.project.type === 'named' &&
    !/\b(?:everything|all|tasks?|items?|every)\b/iu.test(text)
  ) {
    return { type: 'delete-unclear', name: which.project.name, isCleared: false };
  }
  if (which.type === 'named' && !isTask) {
    const [name = ''] = which.names;
    if (which.names.length === 1 && which.project.type === 'none' && isProject(name, reader))
      return { type: 'delete-unclear', name, isCleared: false };
  }
  return { type: 'delete-tasks', which };
}

/** Deleting by days takes tasks with it that may not be meant. */
function days(text: string, reader: Reader): Request {
  const described = describedIn(text.replace(/^(?:calendar|schedule|agenda|diary|day)\b/iu, 'tasks'), reader);
  return { type: 'delete-days', words: requoted(text, reader.quotes), filter: described?.filter ?? {} };
}
