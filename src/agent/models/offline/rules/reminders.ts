import { addDays, parseIsoDate } from '@/domain/workspace';

import { detailsIn, titlesIn } from '../reading/details';
import { rule, titleIn, type Reader, type Rule } from '../reading/reader';
import type { Occasion, Request } from '../reading/request';
import { article, countIn, countWords, it, verbs } from '../reading/vocabulary';
import type { When } from '../reading/when';
import { firstDay, hourly, repeating } from './repeating';

export const reminderRules: readonly Rule[] = [
  rule(
    '(?<before>.*?)[\\s,]*(?:please )?remind (?:me|us)(?: again)?(?<rest> .+)?',
    ({ before = '', rest = '' }, reader) =>
      /^(?:|(?:on|at|by|in|next|this|tomorrow|today|tonight|every|the|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b.*)$/iu.test(
        before.trim(),
      )
        ? reminder(`${rest.trim()}${before === '' ? '' : `\u{94}${before}`}`, reader)
        : null,
  ),
  rule(
    `(?:(?:${verbs.add}|set|schedule|give me|i need|send me|put in|i want|set me)(?: me)? ${article})?(?<often>daily |weekly |monthly |yearly |recurring |repeating |new )?reminders?(?: (?:for me|to me|called|named|that|saying|which says|on my calendar|in my calendar))*(?::|,)?(?<rest> .+)?`,
    ({ rest = '', often = '' }, reader) =>
      /^ ?(?:list|app|today|tomorrow|this week|s\b)$/iu.test(rest)
        ? null
        : reminder(`${rest.trim()}${/new/iu.test(often) ? '' : ` ${often}`}`.trim(), reader),
  ),
  rule(
    "(?:do not|don't|dont|never) (?:let me |you )?forget(?: to remind me)?(?: (?:to|about|that))? (?<rest>.+)|(?:remember|make sure (?:that )?i(?: remember)?|remember me|help me remember|i should not forget|i must not forget|i have to remember)(?: to| that| about)? (?<other>.+)",
    ({ rest, other = '' }, reader) => reminder(rest ?? other, reader, 'task'),
  ),
  rule(
    `(?:(?:notify|alert|ping|nudge|warn|prompt|tell|inform) me|let me know) (?<rest>(?:about|to|when|that|on|at|of|before|tomorrow|next|in|${countWords}|a few).+)`,
    ({ rest = '' }, reader) =>
      (/^(?:to|about|on|at|tomorrow|next|in|of|when|that)\b/iu.test(rest) || aStretch.test(rest)) &&
      !(/^(?:tell|inform)/iu.test(reader.text) && /^(?:about|of|when)\b/iu.test(rest)) &&
      !/^(?:about|when|if|that)\b(?!.*\b(?:meeting|appointment|event|deadline|task)\b)/iu.test(rest)
        ? reminder(rest, reader)
        : null,
  ),
];

function reminder(text: string, reader: Reader, occasion: Occasion = 'reminder'): Request | null {
  const [said = '', before = ''] = text.split('\u{94}');
  const body = `${said} ${before}`
    .trim()
    .replace(/^(?:on|in|to) (?:my|the) (?:calendar|schedule|list|to-?do list)(?: |$)/iu, '');
  const every = repeating.exec(body)?.[0];
  const apart = (words: string): string => bare(body.replace(words, ' ').replaceAll(/\s+/gu, ' ').trim());
  if (every !== undefined) {
    const { rest, details } = detailsIn(`${apart(every)}${firstDay(every)}`, reader, true);
    return { type: 'repeating', title: titleIn(bare(rest), reader), every, when: details.when };
  }
  const counted = countedFrom(bare(body), reader, occasion);
  if (counted !== null) return counted;
  const hours = hourly.exec(body)?.[0];
  if (hours !== undefined)
    return { type: 'unknown-hour', title: titleIn(apart(hours), reader), words: hours.trim() };
  const { rest, where, details } = detailsIn(bare(body), reader, true);
  const again = details.when === null ? null : detailsIn(bare(rest), reader, true);
  const title = bare(again !== null && again.details.when === null ? again.rest : rest).replace(aside, '');
  if (it.test(title.trim()) && !/^the\b/iu.test(title)) return dueAgain(details.when);
  return { type: 'add-tasks', titles: titlesIn(title, 'no', reader), where, details, occasion };
}

const before = '(?:before|prior to|ahead of|in advance of|previous to)';
const stretch = `(?<count>the|${countWords}|a few|half an) (?<unit>minutes?|mins?|hours?|hrs?|days?|weeks?|months?)`;
const aStretch = new RegExp(`^${stretch} ${before}\\b`, 'iu');
const stretches: readonly RegExp[] = [
  `${stretch} ${before} (?<event>.+?)(?: to (?<deed>.+))?`,
  `(?<event>.+?),? ${stretch} (?:before(?:hand)?|prior|ahead(?: of time)?|early|earlier|in advance)`,
].map((pattern) => new RegExp(`^${pattern}$`, 'iu'));

/** "two days before the wedding on May 3": counted from a day that is said, or asked for when it is not. */
function countedFrom(body: string, reader: Reader, occasion: Occasion): Request | null {
  const said = stretches.map((pattern) => pattern.exec(body)?.groups).find((groups) => groups !== undefined);
  if (said === undefined) return null;
  const { count = '', unit = '', event = '', deed } = said;
  const { rest, details } = detailsIn(bare(event), reader, true);
  const name = titleIn(rest.replace(/^(?:the|my|our|an?) (?=\S)/iu, ''), reader);
  const title = deed === undefined ? name : titleIn(deed, reader);
  const words = `${count.replace(/^the$/iu, 'a')} ${unit}`;
  if (/^[mh](?:in|r|o(?!nth))/iu.test(unit)) return { type: 'unknown-hour', title, words: `${words} before` };
  return {
    type: 'add-tasks',
    titles: title === '' ? [] : [deed === undefined ? `${name} in ${words}` : title],
    where: { type: 'none' },
    details: { ...details, when: dayBefore(details.when, { count, unit }) },
    occasion,
  };
}

/** Null where the day or the number of days is not known; months are no number of days. */
function dayBefore(when: When | null, said: { readonly count: string; readonly unit: string }): When | null {
  const day = when === null ? null : parseIsoDate(when.date);
  const count = /^the$/iu.test(said.count) ? 1 : countIn(said.count);
  if (day === null || !Number.isFinite(count) || /^m/iu.test(said.unit)) return null;
  return { date: addDays(day, -count * (/^w/iu.test(said.unit) ? 7 : 1)) };
}

/** "remind me of it on Friday": what was just talked about is due then. */
function dueAgain(when: When | null): Request {
  if (when === null) return { type: 'change-unclear', name: null };
  const changes = { due_date: when.date, ...(when.time === undefined ? {} : { due_time: when.time }) };
  return { type: 'change-tasks', which: { type: 'it' }, changes };
}

/** "that there is a party": the party. */
const aside =
  /^(?:(?:i|we) (?:(?:need|have|ought|am supposed|are supposed) to|must|should|(?:have|am having|are having)(?: an?)?)|there (?:is|will be)(?: an?)?|an?) (?=\S{3})/iu;

/** Without the words that lead to what it is about, and those that were before its time. */
function bare(words: string): string {
  return words
    .replace(/^(?:to )?(?:notify|remind|alert|warn) me (?=\S)/iu, '')
    .replace(/^(?:(?:to|about|that|of|for|me|when|:|,)(?:[\s,:]+|$))+/iu, '')
    .replace(/\s+(?:about|to|for|on|at|of|is|are)$/iu, '');
}
