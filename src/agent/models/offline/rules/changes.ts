import { isProject, nameIn, placeIn, rule, type Groups, type Reader, type Rule } from '../reading/reader';
import type { Request, TaskChanges } from '../reading/request';
import {
  countIn,
  countWords,
  eventNouns,
  it,
  priorityIn,
  priorityWords,
  taskStatusIn,
} from '../reading/vocabulary';
import { datedEnd, momentOnly } from '../reading/when';
import { whichIn } from '../reading/which';
import { isQuoted, marksIn, spoken } from '../words/phrase';
import { unsure } from './statuses';

const away = '(?:push|move|shift|postpone|delay|extend|reschedule|bring|pull|put|defer|advance|slide|bump)';
const day = '(?:due date|due day|deadline|due time|date|time)';

export const changeRules: readonly Rule[] = [
  rule('(?:rename|retitle) (?<what>.+?) (?:to|as|into|=>|->) (?<name>.+)', rename),
  rule('rename (?<what>.+)', ({ what = '' }, reader) => ({
    type: 'change-unclear',
    name: nameIn(what, reader),
  })),
  rule(
    '(?:change|edit|update|set) (?:the )?(?:name|title) (?:of|for) (?<what>.+?) (?:to|as|into) (?<name>.+)',
    rename,
  ),
  rule("(?:change|edit|update) (?<what>.+?)(?:'s) (?:name|title) (?:to|as) (?<name>.+)", rename),
  rule(
    'call (?<what>it|that|this|that task|the project|this project|that project) (?<name>.+?)(?: instead)?',
    rename,
  ),

  rule(
    '(?:unassign) (?<which>.+)|(?:remove|clear) (?:the )?assignee (?:of|from|for|on) (?<other>.+)|take .+? off (?:of )?(?<off>\u{90}.+)',
    ({ which, other, off }, reader) => changing(which ?? other ?? off ?? '', { assignee: 'none' }, reader),
  ),
  rule(
    '(?:assign|give|delegate|hand(?: over)?|reassign|transfer|pass) (?<which>.+?) (?:back |over )?to (?<who>.+)',
    ({ which = '', who = '' }, reader) => {
      if (
        isProject(who, reader) ||
        /^(?:me|us) /iu.test(which) ||
        /^(?:me|myself|him|her|them|someone|somebody)$/iu.test(who) ||
        /\b(?:list|project)$/iu.test(who)
      )
        return null;
      return changing(
        which,
        { assignee: /^(?:nobody|no one|none)$/iu.test(who) ? 'none' : nameIn(who, reader) },
        reader,
      );
    },
  ),
  rule(
    '(?:let|have|make) (?<who>[\\p{L}][\\p{L}.-]*(?: \\p{Lu}[\\p{L}.-]*)?) (?:take care of|handle|do|take over|take|own|work on|be responsible for) (?<which>.+)',
    ({ who = '', which = '' }, reader) =>
      /^(?:me|us|it|sure|a|the)$/iu.test(who)
        ? null
        : changing(which, { assignee: nameIn(who, reader) }, reader),
  ),
  rule(
    '(?:make|set|put) (?<who>[\\p{L}][\\p{L}.-]*(?: \\p{Lu}[\\p{L}.-]*)?) (?:as )?(?:the )?(?:assignee|owner|responsible) (?:of|for|on) (?<which>.+)',
    ({ who = '', which = '' }, reader) => changing(which, { assignee: nameIn(who, reader) }, reader),
  ),
  rule(
    '(?:assign|put) (?<who>[\\p{L}][\\p{L}.-]*(?: \\p{Lu}[\\p{L}.-]*)?) (?:on|as (?:the )?(?:owner|assignee) of) (?<which>.+)',
    ({ who = '', which = '' }, reader) =>
      /\b(?:list|calendar|hold|schedule)\b/iu.test(which)
        ? null
        : changing(which, { assignee: nameIn(who, reader) }, reader),
  ),

  rule(
    '(?:block|mark|set|flag|change|move|put) (?<which>.+?)(?: as| to| to be| status to| in)? (?<status>blocked|stuck|waiting|in progress|in-progress|started|underway|on hold|to ?-?do)',
    ({ which = '', status = '' }, reader) =>
      isProject(which, reader) && /hold/iu.test(status)
        ? null
        : changing(which.replace(/(?:'s)? status$/iu, ''), { status: taskStatusIn(status) }, reader),
  ),
  rule(
    '(?<which>.+?) (?:is|are|got) (?:now )?(?:(?<status>blocked|stuck|in progress|on hold|underway))(?: (?:by|because|until|for) .+)?',
    ({ which = '', status = '' }, reader) =>
      /^(?:what|who|which|how|is|are|why|if|anything|something|nothing|where)\b/iu.test(which) ||
      isProject(which, reader)
        ? null
        : changing(which, { status: taskStatusIn(status) }, reader),
  ),
  rule('block (?<which>.+)', ({ which = '' }, reader) => changing(which, { status: 'blocked' }, reader)),
  rule('unblock (?<which>.+)', ({ which = '' }, reader) => changing(which, { status: 'todo' }, reader)),
  rule(
    "(?:(?:i|we)(?: have| am|'m|'ve| are)?(?: just| now| currently)* )?(?:start(?:ed)?(?: working on| with)?|starting(?: with)?|begin(?: work on)?|began|working on|start on|work on) (?<which>.+)",
    ({ which = '' }, reader) =>
      /^(?:a|an|new|over|from|by|with|playing|recording|reply|replying)\b/iu.test(which)
        ? null
        : changing(which, { status: 'in_progress' }, reader),
  ),

  rule(
    `(?:set|make|change|mark|raise|lower|flag|give|bump|drop|increase|decrease|update) (?:the )?(?:priority (?:of|for|on) )?(?<which>.+?)(?:'s priority)?(?: (?:a |the )?priority)?(?: as| to| a| up to| down to)?(?: an?)? (?<priority>${priorityWords}|important)(?:[- ]priority)?`,
    ({ which = '', priority = '' }, reader) => changing(which, { priority: priorityIn(priority) }, reader),
  ),
  rule(
    '(?<verb>lower|reduce|decrease|drop|raise|increase|bump(?: up)?|up) (?:the )?priority (?:of|for|on) (?<which>.+)',
    ({ verb = '', which = '' }, reader) =>
      changing(which, { priority: /^(?:lower|reduce|decrease|drop)$/iu.test(verb) ? 'low' : 'high' }, reader),
  ),
  rule(`(?:prioriti[sz]e|(?<down>deprioriti[sz]e)) (?<which>.+)`, ({ which = '', down }, reader) =>
    changing(which, { priority: down === undefined ? 'high' : 'low' }, reader),
  ),
  rule(
    `(?<which>.+?) (?:is|are|has|have|should be) (?:now )?(?:a |an )?(?<priority>urgent|critical|(?:high|low|medium|top)[- ]priority)`,
    ({ which = '', priority = '' }, reader) =>
      /^(?:what|who|which|how|is|are|why|if|anything|something|nothing)\b/iu.test(which)
        ? null
        : changing(which, { priority: priorityIn(priority) }, reader),
  ),

  rule(
    `(?:remove|clear|delete|drop|cancel|take off|erase) (?:the )?${day} (?:of|from|for|on) (?<which>.+)|(?:remove|clear|delete) (?<whose>.+?)'s ${day}`,
    ({ which, whose }, reader) => changing(which ?? whose ?? '', { due_date: 'none' }, reader),
  ),
  rule(
    `${away}(?: back| out| forward| up)? (?<which>.+?)(?:'s ${day})?(?<early> forward| earlier| up)?(?: back| out)? (?:by )?(?<count>${countWords}) (?<more>more )?(?<unit>days?|weeks?|months?)(?: (?<late>earlier|sooner|forward)| later| back| out)?`,
    shifting,
  ),
  rule(
    `(?:give|allow) (?<which>.+?) (?<count>${countWords}) (?<more>more |extra )(?<unit>days?|weeks?|months?)`,
    shifting,
  ),
  rule(
    `(?:move|push|postpone|reschedule|shift|delay|defer|set|change|schedule|update|bring forward|make|put off|extend|put|bump|bring)(?: back| up| forward)?(?: (?:the )?${day} (?:of|for|on))? (?<which>.+)(?:'s)?(?: (?:${day}|start time))?(?: back)? (?:to|until|till|for|on|due|by|from .+? to) (?<when>.+)`,
    rescheduling,
  ),
  rule(
    `(?<which>.+?)(?:'s (?:${day}))? (?:is|are) (?:now )?(?:due|scheduled|moved|postponed|planned|rescheduled)(?: (?:on|for|to|by|until|at))? (?<when>.+)|(?:the )?(?:deadline|due date) (?:of|for) (?<other>.+?) is (?:now )?(?<then>.+)`,
    ({ which, when, other, then }, reader) =>
      /^(?:what|who|which|how|is|are|why|if|anything|something|nothing|when)\b/iu.test(which ?? other ?? '')
        ? null
        : rescheduling({ which: which ?? other, when: when ?? then }, reader),
  ),
  rule(
    `(?:set|add|give|put) (?:a |the )?${day} (?:of|to|for|on) (?<when>.+?) (?:for|on|to) (?<which>.+)`,
    rescheduling,
  ),
  rule(
    `(?:set|add|give|put) (?<which>.+?) (?:a |the )?(?:due date|deadline) (?:of|on|for|at)? ?(?<when>.+)`,
    rescheduling,
  ),
  rule(
    `(?:postpone|reschedule|delay|push back|put off|snooze|move (?=.+ (?:tomorrow|today|tonight|next \\S+)$)) ?(?<which>it|that|this|them|the .+|my .+|\u{90}.+)`,
    ({ which = '' }, reader) => {
      const when = /^(?<what>.+?) (?<when>(?:tomorrow|today|tonight|next .+|on .+))$/iu.exec(which)?.groups;
      const rescheduled =
        when === undefined ? null : rescheduling({ which: when['what'], when: when['when'] }, reader);
      return rescheduled ?? { type: 'change-unclear', name: it.test(which) ? null : nameIn(which, reader) };
    },
  ),
  rule('(?:change|edit|update|modify|adjust|fix)(?: (?<what>.+))?', ({ what }, reader) => ({
    type: 'change-unclear',
    name: what === undefined || it.test(what) ? null : nameIn(what, reader),
  })),
];

function changing(text: string, changes: TaskChanges, reader: Reader): Request {
  const isWholeProject =
    / project$/iu.test(text) && isProject(text, reader) && changes.priority !== undefined;
  if (isWholeProject && changes.priority !== undefined) {
    return { type: 'change-project', where: placeIn(text, reader), changes: { priority: changes.priority } };
  }
  const which = whichIn(text, reader);
  return which === null ? unsure(reader) : { type: 'change-tasks', which, changes };
}

function rename({ what = '', name = '' }: Groups, reader: Reader): Request {
  const isWhole =
    /\b(?:project|list)\b/iu.test(what) || (isProject(what, reader) && !/\btask\b/iu.test(what));
  const title = isQuoted(name) ? spoken(name, reader.quotes) : spoken(name.trim(), reader.quotes);
  if (isWhole) {
    return {
      type: 'change-project',
      where: placeIn(what.replace(/^(?:the )?project (?=\S)/iu, ''), reader),
      changes: { name: title },
    };
  }
  return changing(what, { title }, reader);
}

function shifting(groups: Groups, reader: Reader): Request | null {
  const { which = '', count = '', unit = '' } = groups;
  const isCounted =
    groups['more'] !== undefined ||
    /\b(?:by|later|earlier|sooner|back|out)\b/iu.test(reader.text) ||
    /^(?:postpone|delay|extend|push|give|bring)/iu.test(reader.text);
  if (!isCounted) return null;
  // Forward is earlier to some and later to others.
  if (/^(?:move|push|shift|slide)\b.*\bforward\b/iu.test(reader.text))
    return { type: 'change-unclear', name: nameIn(which, reader) };
  const amount = countIn(count) * daysOf(unit);
  return changing(which, { shift_days: isEarlier(groups, reader) ? -amount : amount }, reader);
}

function daysOf(unit: string): number {
  if (/^week/iu.test(unit)) return 7;
  return /^month/iu.test(unit) ? 30 : 1;
}

function isEarlier({ early, late }: Groups, { text }: Reader): boolean {
  const isAdvanced = /^(?:bring|pull|advance)\b.*\bforward\b|^advance\b/iu.test(text);
  return early !== undefined || late !== undefined || isAdvanced;
}

function rescheduling({ which = '', when = '' }: Groups, reader: Reader): Request | null {
  const moment = momentOnly(when.replace(/ instead$/iu, ''), reader.context);
  if (moment === null || which.trim() === '' || /^(?:an?|another|in|on|down) /iu.test(which)) return null;
  const due = {
    ...(moment.date === null ? {} : { due_date: moment.date }),
    ...(moment.time === null ? {} : { due_time: moment.time }),
  };
  if (whenAlone.test(which)) return { type: 'change-tasks', which: { type: 'it' }, changes: due };
  return changing(
    withoutDay(which, reader)
      .replace(/ (?:due|be due)$/iu, '')
      .replace(/^(?:the )?(?:due date|deadline) (?:of|for) /iu, '')
      .replace(/(?:'s)? (?:to|from) .*$/iu, (tail) =>
        momentOnly(tail.replace(/^(?:'s)? (?:to|from) /iu, ''), reader.context) === null ? tail : '',
      ),
    due,
    reader,
  );
}

/** "Change the due date to Monday": of what was just talked about. */
const whenAlone = new RegExp(`^(?:the |its |their )?(?:${day})s?$`, 'iu');

/** "my lunch on Friday" is the lunch that is moved, whatever day it was on. */
function withoutDay(which: string, reader: Reader): string {
  const { rest, moment } = datedEnd(which, reader.context);
  const isEvent = new RegExp(`\\b${eventNouns}\\b`, 'iu').test(rest);
  return moment === null || !isEvent || marksIn(which).length > 0 ? which : rest;
}
