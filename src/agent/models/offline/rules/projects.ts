import { detailsIn, titlesIn } from '../reading/details';
import {
  isProject,
  nameIn,
  placeIn,
  rule,
  titleIn,
  type Groups,
  type Reader,
  type Rule,
} from '../reading/reader';
import type { ProjectChanges, Request, Where } from '../reading/request';
import { article, priorityIn, priorityWords, projectStatusIn } from '../reading/vocabulary';
import { momentOnly } from '../reading/when';
import { isQuoted, quoted, spoken } from '../words/phrase';

const creating =
  '(?:add|create|make|new|set up|setup|start(?: up)?|build|generate|open|begin|initiate|kick off|launch|need|want|would like|i need|i want|i would like|give me|prepare|compile|let me start|compose)';
const editing = '(?:update|change|edit|modify|adjust|revise)';

export const projectRules: readonly Rule[] = [
  rule(
    `${creating} (?:me |us )?${article}(?:(?<priority>${priorityWords})[- ]priority |(?<urgent>urgent) )?(?:new )?project(?: (?:called|named|titled|for|with (?:the )?name|by the name(?: of)?))?:? ?(?<name>.*)`,
    ({ name = '', priority, urgent }, reader) => {
      const request = /^(?:tasks?|manager|plan|update|status|report)\b/iu.test(name)
        ? null
        : create(name, { reader, isList: false });
      const word = priority ?? urgent;
      return request?.type === 'create-project' && word !== undefined
        ? { ...request, priority: priorityIn(word) }
        : request;
    },
  ),
  rule(
    `${creating} (?:me |us )?${article}(?:to-? ?do |check|task |new )?list\\b(?: of)?(?: (?:called|named|titled|for|with (?:the )?name|by the name(?: of)?|and (?:call|name) it))?:? ?(?<name>.*)`,
    ({ name = '' }, reader) =>
      /^(?:to|in|on|with|of tasks)\b/iu.test(name) ? null : create(name, { reader, isList: true }),
  ),
  rule(
    `${creating} (?:me |us )?${article}(?<name>${quoted}|.+?) (?<kind>project|list|checklist)(?<rest> with .+)?`,
    ({ name = '', kind = '', rest = '' }, reader) =>
      /\b(?:to|2|my|in|into|on|from|tasks?|subtasks?|for|as|and)\b/iu.test(name) ||
      (/^(?:start|open)/iu.test(reader.text) && isProject(name, reader))
        ? null
        : create(`${name}${rest}`, { reader, isList: kind !== 'project' }),
  ),
  rule(
    `${editing} (?:the )?(?<name>.+?) project(?:(?:,|:| to| so that| and)? (?<changes>.+))?`,
    ({ name = '', changes }, reader) =>
      /\btasks?\b/iu.test(name) ? null : updating(placeIn(`${name} project`, reader), changes, reader),
  ),
  rule(
    `${editing} (?:the )?project (?<name>.+?)(?:(?:, | to be | so that )(?<changes>.+))?`,
    ({ name = '', changes }, reader) =>
      updating({ type: 'named', name: nameIn(name, reader), isList: false }, changes, reader),
  ),
  rule(`${editing} (?:the |my )?(?<name>${quoted}|.+)`, ({ name = '' }, reader) =>
    isProject(name, reader) ? updating(placeIn(name, reader), undefined, reader) : null,
  ),
  rule(
    '(?<verb>pause|put on hold|resume|reactivate|activate|hold|freeze|unpause|restart) (?:the )?(?:project )?(?<name>.+?)(?: project)?',
    ({ verb = '', name = '' }, reader) =>
      isProject(name, reader) || /\bproject\b/iu.test(reader.text) ? status(name, verb, reader) : null,
  ),
  rule(
    'put (?:the )?(?:project )?(?<name>.+?)(?: project)? on (?:hold|pause|ice)(?: (?:until|till) .+| for now| for the time being)?',
    ({ name = '' }, reader) =>
      isProject(name, reader) || /\bproject\b/iu.test(reader.text) ? status(name, 'hold', reader) : null,
  ),
  rule(
    '(?:mark|set|flag|change|move) (?:the )?(?:status of )?(?:project (?<after>.+?)|(?<before>.+?) project)(?: status)? (?:as |to |to be )?(?<status>active|paused?|on hold|planning|completed?|done|finished|closed)',
    ({ after, before, status: word = '' }, reader) => status(after ?? before ?? '', word, reader),
  ),
  rule(
    '(?:complete|finish|close) (?:the )?(?:project (?<after>.+)|(?<before>.+) project)',
    ({ after, before }, reader) => status(after ?? before ?? '', 'completed', reader),
  ),
  rule(
    `(?:(?:set|change|move|push|update) )?(?:the )?(?<which>target|start|end|due|finish|launch)(?: date| day)? (?:of|for) (?:the )?(?:project )?(?<name>.+?)(?: project)? (?:to|is|on|until) (?<when>.+)`,
    ({ which = '', name = '', when = '' }, reader) => {
      const day = momentOnly(when, reader.context)?.date ?? null;
      if (day === null || !(isProject(name, reader) || /\bproject\b/iu.test(reader.text))) return null;
      return {
        type: 'change-project',
        where: placeIn(name, reader),
        changes: /^start$/iu.test(which) ? { start_date: day } : { target_date: day },
      };
    },
  ),
  rule(
    `(?:set|make|change|mark|raise|lower) (?:the )?(?:priority (?:of|for) )?(?:the )?(?:project (?<after>.+?)|(?<before>.+?) project)(?:'s)?(?: priority)?(?: as| to| a)? (?<priority>${priorityWords})(?:[- ]priority)?`,
    ({ after, before, priority = '' }, reader) => ({
      type: 'change-project',
      where: placeIn(after ?? before, reader),
      changes: { priority: priorityIn(priority) },
    }),
  ),
  rule(
    `(?:set|change|update|add|edit|write) (?:the |a )?description (?:of|for|to|on) (?:the )?(?<name>${quoted}|.+?)(?: to|:| saying) (?<text>.+)`,
    ({ name = '', text = '' }, reader) =>
      isProject(name, reader) || /\bproject\b/iu.test(name)
        ? {
            type: 'change-project',
            where: placeIn(name, reader),
            changes: { description: spoken(text, reader.quotes) },
          }
        : null,
  ),
];

function create(
  text: string,
  { reader, isList }: { readonly reader: Reader; readonly isList: boolean },
): Request {
  const withTasks =
    /^(?<name>.*?)[\s,]*(?:\bwith|\band(?: add)?|\bcontaining|\bincluding|\bthat has|:)(?: the| these| a| following)*(?: (?:tasks?|to-?dos?|items?|things)(?![\p{L}]):?\s*| )(?<titles>.*)$/isu.exec(
      text,
    )?.groups;
  const isSplit =
    withTasks !== undefined &&
    (isList || /\b(?:tasks?|to-?dos?|items?|things)\b/iu.test(text)) &&
    /\b(?:with|containing|including|that has|and add|:)|\band (?:the )?tasks?\b/iu.test(text);
  const { rest, details } = detailsIn(isSplit ? (withTasks['name'] ?? '') : text, {
    ...reader,
    lines: [],
    context: { ...reader.context, projects: [] },
  });
  const bare = isList
    ? rest.replace(/^(?:my|the|our) /iu, '').replace(/ list$/iu, '')
    : rest.replace(/^(?:and (?:call|name) it|called|named) /iu, '');
  const name = titleIn(bare, reader);
  return {
    type: 'create-project',
    name: name === '' || /^(?:please|now|here|for me|with|to-?do|task|new|it)$/iu.test(name) ? null : name,
    when: details.when,
    priority: details.priority,
    titles: isSplit ? titlesIn(withTasks['titles'] ?? '', 'words', reader) : titlesIn('', 'no', reader),
    isList,
  };
}

function status(name: string, word: string, reader: Reader): Request {
  return { type: 'change-project', where: placeIn(name, reader), changes: { status: projectStatusIn(word) } };
}

function updating(where: Where, changes: string | undefined, reader: Reader): Request {
  const read = changes === undefined ? {} : projectChangesIn(changes, reader);
  return read === null
    ? {
        type: 'unclear',
        text: spoken(reader.text, reader.quotes),
        why: 'I do not know that change of a project',
      }
    : { type: 'change-project', where, changes: read };
}

/** What shall change about a project, said without naming it. */
export function projectChangesIn(text: string, reader: Reader): ProjectChanges | null {
  for (const [pattern, read] of projectChanges) {
    const groups = pattern.exec(text)?.groups;
    const changes = groups === undefined ? null : read(groups, reader);
    if (changes !== null) return changes;
  }
  return null;
}

const lead = '(?:(?:make|set|change|update|mark|raise|lower|put|move)(?: it| its| the| that)* ?)?';

const projectChanges: readonly (readonly [
  pattern: RegExp,
  read: (groups: Groups, reader: Reader) => ProjectChanges | null,
])[] = [
  [
    /^(?:re)?name(?: it| to| it to|:)* (?<name>.+)$/isu,
    ({ name = '' }, reader) => ({ name: newName(name, reader) }),
  ],
  [
    /^(?:change|set|update) (?:the |its )?(?:name|title) to (?<name>.+)$/isu,
    ({ name = '' }, reader) => ({ name: newName(name, reader) }),
  ],
  [
    /^(?:(?:change|set|update) (?:the |its )?)?description(?: to|:)? (?<text>.+)$/isu,
    ({ text = '' }, reader) => ({ description: spoken(text, reader.quotes) }),
  ],
  [
    new RegExp(
      `^${lead}(?:as |to )?(?:a )?(?:priority(?: to|:)? )?(?<priority>${priorityWords})(?:[- ]priority)?$`,
      'iu',
    ),
    ({ priority = '' }) => ({ priority: priorityIn(priority) }),
  ],
  [
    new RegExp(
      `^${lead}(?:status(?: to|:)? |as |to |it )?(?<status>active|paused?|on hold|planning|completed?|done|finished)$`,
      'iu',
    ),
    ({ status: word = '' }) => ({ status: projectStatusIn(word) }),
  ],
  [
    /^(?:(?:set|change|move|push|update|make)(?: the| its| it)* ?)?(?<which>target|start|end|due|finish|deadline)?(?: ?date| day)?(?: to| is|:|on| until)? ?(?<when>.+)$/isu,
    ({ which, when = '' }, reader) => {
      const day = momentOnly(when, reader.context)?.date ?? null;
      if (day === null) return null;
      return /^start$/iu.test(which ?? '') ? { start_date: day } : { target_date: day };
    },
  ],
];

function newName(text: string, reader: Reader): string {
  return isQuoted(text) ? spoken(text, reader.quotes) : spoken(text.trim(), reader.quotes);
}
