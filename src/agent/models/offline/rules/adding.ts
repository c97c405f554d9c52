import { detailsIn, titlesIn, type Detailed, type Division } from '../reading/details';
import { isProject, placeIn, titleIn, type Reader } from '../reading/reader';
import { noDetails, type Occasion, type Request } from '../reading/request';
import { it } from '../reading/vocabulary';
import { isQuoted, marksIn, quoted, requoted } from '../words/phrase';
import { repeating } from './repeating';

const placeFirst = new RegExp(
  `^\\s*(?:to|in|into|on|under|for|2) (?<where>${quoted}|[^:,]+?)\\s*(?::\\s*|\\s(?=${quoted})|,? (?:called|named|titled) |$)(?<titles>.*)$`,
  'isu',
);

export interface Adding {
  readonly reader: Reader;
  readonly division: Division;
  readonly occasion: Occasion;
}

/** Tasks that are called tasks. */
export function tasksAdded(rest: string, { reader, division, occasion }: Adding): Request | null {
  const only = onlyPlace.exec(rest)?.groups?.['where'];
  if (only !== undefined && reader.lines.length === 0) {
    const where = placeIn(only.replace(/^an? (?=list$)/iu, ''), reader);
    return { type: 'add-tasks', titles: [], where, details: noDetails, occasion };
  }
  // "to Launch: a, b" and "for Launch:" name the project first.
  const first = placeBefore(rest, reader);
  const source = (first?.titles ?? rest).trim();
  const every = repeating.exec(rest)?.[0];
  if (every !== undefined && marksIn(rest).length === 0 && saysRepeating.test(rest)) {
    const { rest: body, details } = detailsIn(source.replace(every, ' '), reader);
    return { type: 'repeating', title: titleIn(body, reader), every, when: details.when };
  }
  const taken = datedFirst(source, reader) ?? detailsIn(source, reader);
  const body = taken.rest.replace(/^(?:called|named|titled|saying|that says|which says)\s+/iu, '');
  return {
    type: 'add-tasks',
    titles: titlesIn(body, division, reader),
    where: first === null ? taken.where : placeIn(first.place, reader),
    details: taken.details,
    occasion,
  };
}

const onlyPlace = /^\s*(?:to|on|in|into) (?<where>(?:an? |the |my |our |this )?(?:[\p{L}-]+ )*list)$/iu;
const saysRepeating = /\bevery\b|\b(?:daily|weekly|monthly)\b$/iu;

interface PlaceAndTitles {
  readonly place: string;
  readonly titles: string;
}

function placeBefore(rest: string, reader: Reader): PlaceAndTitles | null {
  const groups = placeFirst.exec(rest)?.groups;
  const place = groups?.['where'] ?? '';
  const titles = groups?.['titles'] ?? '';
  if (groups === undefined || (titles === '' && reader.lines.length === 0)) return null;
  const isPlace =
    (isQuoted(place) && /[:]|called|named/iu.test(rest)) ||
    isProject(place, reader) ||
    /\b(?:project|list|it|there)$/iu.test(place);
  return isPlace ? { place, titles } : null;
}

/** "for Friday: call Ann" */
function datedFirst(source: string, reader: Reader): Detailed | null {
  const led = /^(?:for|due|on|by) (?<when>[^:]{3,40}?)(?: to |: | called | named )(?<title>.+)$/isu.exec(
    source,
  )?.groups;
  if (led === undefined) return null;
  const dated = detailsIn(`${led['title'] ?? ''} due ${led['when'] ?? ''}`, reader);
  return dated.details.when === null ? null : dated;
}

/** Something is added that is called no task: it has to be plain that one is meant. */
export function bareAddition(rest: string, reader: Reader): Request {
  const first = listBefore(rest, reader);
  const ahead = listAhead.exec(rest)?.groups;
  if (ahead !== undefined && first === null)
    return bareAddition(`${ahead['titles'] ?? ''} to ${ahead['where'] ?? ''}`, reader);
  const taken = detailsIn(first?.titles ?? rest.replace(asTask, ''), reader);
  const where = first === null ? taken.where : placeIn(first.place, reader);
  const body = withoutLead(taken.rest, reader);
  const isSure = where.type !== 'none' || isSurelyTask(rest, { body, taken, reader });
  const what = body.trim();
  if (isSure && unnamed.test(what))
    return { type: 'add-tasks', titles: [], where, details: taken.details, occasion: 'task' };
  if (!isSure || it.test(what) || vague.test(what)) {
    const why = it.test(what) ? 'it does not say what to add' : 'it does not say what kind of thing to add';
    return { type: 'unclear', text: requoted(rest, reader.quotes), why };
  }
  const titles = barely(body, where.type === 'none' ? 'commas' : 'words', reader);
  return { type: 'add-tasks', titles, where, details: taken.details, occasion: 'task' };
}

const listAhead =
  /^(?:to|on|in|into|onto) (?<where>(?:the |my |our )?(?:[^:,]+? )?(?:list|project))[:,]? (?<titles>.+)$/isu;
const asTask = / as (?:a |an )?(?:new )?(?:tasks?|to-?dos?|items?)(?= |$)/iu;
const toMyList =
  /\b(?:to|on|in|into|onto) (?:my |the |our |a )?(?:to-? ?do|task|tasks|my)? ?(?:list|to-?dos|tasks)\b/iu;
/** What is asked for by name. */
const unnamed =
  /^(?:something|anything|an? (?:new )?(?:item|task|thing)|(?:item|task|thing)s?|new (?:items?|tasks?))$/iu;
const vague = /^(?:something|anything|some(?: things?| items?| stuff)?|stuff|things?|one more thing)$/iu;

function listBefore(rest: string, reader: Reader): PlaceAndTitles | null {
  const groups = placeFirst.exec(` ${rest}`)?.groups;
  const place = groups?.['where'] ?? '';
  const titles = groups?.['titles'] ?? '';
  if (groups === undefined || (titles === '' && reader.lines.length === 0)) return null;
  return isProject(place, reader) || /\blist$/iu.test(place) || isQuoted(place) ? { place, titles } : null;
}

/** Without "these items:" and the like, which only lead to what is added. */
function withoutLead(rest: string, reader: Reader): string {
  return rest
    .replace(/[\s:]+$/u, '')
    .replace(
      /^(?:these|this|the following|the|following|items?|some|that|down|new|tasks?)(?: (?:items?|things?|tasks?))?(?:[\s:]+|$)/iu,
      (lead) => {
        const isAll = lead.length === rest.length || reader.lines.length > 0;
        return isAll || /^(?:some|the)\b/iu.test(lead) ? '' : lead;
      },
    );
}

interface Surely {
  readonly body: string;
  readonly taken: Detailed;
  readonly reader: Reader;
}

function isSurelyTask(rest: string, { body, taken, reader }: Surely): boolean {
  return (
    asTask.test(rest) ||
    toMyList.test(rest) ||
    isQuoted(body) ||
    (taken.details.when !== null && body !== '') ||
    (reader.lines.length > 0 && /\b(?:these|following)\b/iu.test(rest))
  );
}

/** Titles without articles, each with a capital first; quoted ones to the letter. */
function barely(body: string, division: Division, reader: Reader): readonly string[] {
  const quotes = marksIn(body).length;
  return titlesIn(body, division, reader).map((title, index) => {
    const bare = quotes > 0 ? title : title.replace(/^(?:a|an|some|the) (?=\S)/iu, '');
    return quotes > index ? bare : bare.charAt(0).toUpperCase() + bare.slice(1);
  });
}
