import { detailsIn } from '../reading/details';
import { rule, titleIn, type Reader, type Rule } from '../reading/reader';
import type { Request } from '../reading/request';
import { article, eventNouns } from '../reading/vocabulary';
import { marksIn } from '../words/phrase';
import { firstDay, hourly, repeating } from './repeating';

const calendar = '(?:my |the |our )?(?:calendar|schedule|agenda|diary|planner)';
const book =
  '(?:schedule|plan|set up|setup|set|book|arrange|organi[sz]e|create|make|add|put|new|save|mark|enter|i have|we have|i have got|i need|i got|there is|i am having|have|fix|log|block)';

/** Somebody to meet, or what there is to do together; that it is not a task of that name, its day or time tells. */
const together =
  '(?:meet(?: up)?|catch up|sync(?: up)?|check in|touch base|talk|speak|chat|get together|grab (?:lunch|coffee|dinner|a (?:coffee|beer|bite))|have (?:an? )?(?:[\\p{L}-]+ )?(?:lunch|coffee|dinner|breakfast|call|chat|meeting|drinks)) (?:with|to)';
const people = '(?!(?:it|that|this|them|me|you|the (?:api|tests?))\\b)';

/** Before questions, which would take a day for what is asked about. */
export const visitRules: readonly Rule[] = [
  rule(`(?<what>(?:${together}|meet|visit|call|phone|ring(?: up)?) ${people}.+)`, ({ what = '' }, reader) => {
    const request = marksIn(what).length > 0 ? null : visit(what, reader);
    const hasTime = request?.type === 'add-tasks' && request.details.when?.time !== undefined;
    // Nobody can be called from here, but an hour to call them can be kept.
    return hasTime || !isCalling.test(what) ? request : null;
  }),
];

const isCalling = /^(?:call|phone|ring)\b/iu;

export const meetingRules: readonly Rule[] = [
  rule(
    `${book} ${article}(?:(?:calendar )?(?:event|entry|appointment|meeting))(?:(?: (?:on|in|to) ${calendar})?(?: (?:called|named|titled|for|about))?(?<rest>[: ].+)?| (?<when>(?:on|at|for) .+))`,
    ({ rest, when }, reader) => event(rest ?? when ?? '', reader),
  ),
  rule(
    `(?:add|put|schedule|enter|mark|save|place|include|insert|write|create|set|block|pencil(?: in)?|note)(?: down)? (?<what>.+?) (?:on|to|in|into|onto) ${calendar}(?<when> .+)?`,
    ({ what = '', when = '' }, reader) =>
      /^(?:an? |the |my |this |that )?(?:new )?(?:event|appointment|entry|meeting|it|something)$/iu.test(
        what,
      ) && when === ''
        ? {
            type: 'add-tasks',
            titles: [],
            where: { type: 'none' },
            details: detailsIn('', reader).details,
            occasion: 'meeting',
          }
        : event(` called ${what}${when}`, reader),
  ),
  rule(`(?:add|put|mark|schedule) (?:on|to|in) ${calendar}[,:]? (?<what>.+)`, ({ what = '' }, reader) =>
    event(` called ${what}`, reader),
  ),
  rule(
    "(?:i|we)(?: have| have got|'ve got) (?:an?|my|the|our|another) (?<what>.+)",
    ({ what = '' }, reader) => {
      const request = marksIn(what).length > 0 ? null : event(` called ${what}`, reader);
      return request?.type === 'add-tasks' && request.details.when !== null ? request : null;
    },
  ),
  rule(
    "(?:(?:i|we)(?: would|'d|'ll| will|'m| am| are)?(?: (?:want|need|have|like|love|plan|planning|going|wish|hope))?(?: to)?) (?<what>(?:be )?(?:meet|meeting|see|seeing|visit|visiting|attend|attending|go to|going to|have|having)(?: up)?(?: with)? (?!what\\b|my (?:tasks|list|projects|calendar)).+)",
    ({ what = '' }, reader) => (marksIn(what).length > 0 ? null : visit(what, reader)),
  ),
  rule(
    `(?:(?:${book}|book me|get me) )?${article}(?<what>(?:[\\p{L}'-]+ ){0,3}${eventNouns}(?:$|[ ,:].*))`,
    ({ what = '' }, reader) => {
      const isAddition = new RegExp(`^${book}\\b`, 'iu').test(reader.text);
      const hasTime =
        /\b(?:at|on|tomorrow|today|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|next|this|for)\b|\d/iu.test(
          what,
        );
      const isGeneral = /^(?:add|create|make|put|new|i need|have)\b/iu.test(reader.text);
      const isQuestion =
        /^(?:what|when|which|who|how|do|is|are|any|did|will|has|show|list|tell|give|check|find|cancel|delete|erase|clear|drop|remove|read|open|move|reschedule|change|push|mark|complete|finish|assign|rename|call|email|send|update)\b/iu.test(
          reader.text,
        );
      if (
        isQuestion ||
        marksIn(what).length > 0 ||
        /\b(?:tasks?|sub ?tasks?|projects?|list|to-?do)\b/iu.test(reader.text)
      )
        return null;
      if (
        !isAddition &&
        !(
          hasTime &&
          new RegExp(
            `^(?:[\\p{L}'-]+ ){0,2}${eventNouns} (?:with|at|on|tomorrow|today|next|for|this)`,
            'iu',
          ).test(what)
        )
      )
        return null;
      return isGeneral && !hasTime && !new RegExp(`^${eventNouns}\\b`, 'iu').test(what)
        ? null
        : event(` called ${what}`, reader);
    },
  ),
];

/** "I want to meet Sara on Friday": with a day it is a plan, and without one it is only said. */
function visit(what: string, reader: Reader): Request | null {
  const request = event(` called ${what.replace(/^be /iu, '')}`, reader);
  const isPlan =
    request?.type === 'repeating' || (request?.type === 'add-tasks' && request.details.when !== null);
  return isPlan ? request : null;
}

/** What is called so has no name yet. */
const unnamed =
  /^(?:something|anything|(?:this |that |it )?(?:event|thing|entry)|(?:in )?(?:morning|afternoon|evening|night))$/iu;

/** "A meeting with George for 4" is at four; a dinner for four may be for as many. */
function withHour(text: string): string {
  return isMeeting.test(text) && !saysTime.test(text) ? text.replace(forHour, ' at $<hour>') : text;
}

const isMeeting =
  /^[\s:]*(?:called )?(?:an? |the |my |another )?(?:[\p{L}-]+ )?(?:meetings?|calls?|appointments?|interviews?|sync|reviews?|demos?|stand-?ups?|1:1|one on one|one-on-one)\b|^[\s:]*(?:called )?with\b/iu;
const saysTime =
  /\bat (?:\d|noon|midnight|half|quarter|a quarter|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|\d ?(?:am|pm)\b|\d:\d\d/iu;
const forHour =
  / for (?<hour>(?:half past |(?:a )?quarter (?:past|to) )?(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: o'? ?clock)?)(?=$|,| (?:today|tomorrow|on|next|this|in the|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)/iu;

function event(text: string, reader: Reader): Request | null {
  const every = repeating.exec(text)?.[0];
  const body = withHour(every === undefined ? text : `${text.replace(every, ' ')}${firstDay(every)}`).replace(
    new RegExp(` (?:on|in|to|into|from) ${calendar}(?= |$)`, 'iu'),
    ' ',
  );
  const hours = hourly.exec(body)?.[0];
  const { rest, details } = detailsIn(
    body.replace(/^[\s:]*(?:(?:called|named|titled|for|about) )?/iu, ''),
    { ...reader, context: { ...reader.context, projects: [] } },
    true,
  );
  const clean = rest
    .replace(
      /^(?:(?:called|named|titled|:|an?|the|my|that|(?:i|we) (?:have|am having|are having|will have))\s+)+/iu,
      '',
    )
    .trim();
  if (unnamed.test(clean) && every === undefined)
    return { type: 'add-tasks', titles: [], where: { type: 'none' }, details, occasion: 'meeting' };
  const noun = /\b(?:meeting|appointment)\b/iu.exec(reader.text)?.[0] ?? 'meeting';
  const isWith = /^(?:with|at|in|about|to|between)\b/iu.test(clean);
  const title = isWith ? titleIn(`${noun.toLowerCase()} ${clean}`, reader) : titleIn(clean, reader);
  if (hours !== undefined)
    return {
      type: 'unknown-hour',
      title: titleIn(title.replace(hours, ' ').trim(), reader),
      words: hours.trim(),
    };
  if (every !== undefined) return { type: 'repeating', title, every, when: details.when };
  return {
    type: 'add-tasks',
    titles: title === '' ? [] : [title],
    where: { type: 'none' },
    details,
    occasion: 'meeting',
  };
}
