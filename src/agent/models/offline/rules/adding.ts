import { detailsIn, titlesIn, type Division } from '../reading/details';
import { isProject, placeIn, titleIn, type Reader } from '../reading/reader';
import type { Occasion, Request } from '../reading/request';
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
  // "to Launch: a, b" and "for Launch:" name the project first.
  const onlyPlace =
    /^\s*(?:to|on|in|into) (?<where>(?:an? |the |my |our |this )?(?:[\p{L}-]+ )*list)$/iu.exec(rest)
      ?.groups?.['where'];
  if (onlyPlace !== undefined && reader.lines.length === 0) {
    const where = placeIn(onlyPlace.replace(/^an? (?=list$)/iu, ''), reader);
    return { type: 'add-tasks', titles: [], where, details: detailsIn('', reader).details, occasion };
  }
  const first = placeFirst.exec(rest)?.groups;
  const said = first?.['where'] ?? '';
  const titles = first?.['titles'] ?? '';
  const isPlace =
    first !== undefined &&
    (titles !== '' || reader.lines.length > 0) &&
    ((isQuoted(said) && /[:]|called|named/iu.test(rest)) ||
      isProject(said, reader) ||
      /\b(?:project|list|it|there)$/iu.test(said));
  const every = repeating.exec(rest)?.[0];
  const source = (isPlace ? titles : rest).trim();
  if (
    every !== undefined &&
    marksIn(rest).length === 0 &&
    /\bevery\b|\b(?:daily|weekly|monthly)\b$/iu.test(rest)
  ) {
    const { rest: body, details } = detailsIn(source.replace(every, ' '), reader);
    return { type: 'repeating', title: titleIn(body, reader), every, when: details.when };
  }
  const led = /^(?:for|due|on|by) (?<when>[^:]{3,40}?)(?: to |: | called | named )(?<title>.+)$/isu.exec(
    source,
  )?.groups;
  const dated =
    led === undefined ? null : detailsIn(`${led['title'] ?? ''} due ${led['when'] ?? ''}`, reader);
  const taken = dated?.details.when === null || dated === null ? detailsIn(source, reader) : dated;
  const where = isPlace ? placeIn(said, reader) : taken.where;
  const lists = titlesIn(
    taken.rest.replace(/^(?:called|named|titled|saying|that says|which says)\s+/iu, ''),
    division,
    reader,
  );
  return { type: 'add-tasks', titles: lists, where, details: taken.details, occasion };
}

/** Something is added that is called no task: it has to be plain that one is meant. */
export function bareAddition(rest: string, reader: Reader): Request {
  const first = placeFirst.exec(` ${rest}`)?.groups;
  const said = first?.['where'] ?? '';
  const isPlace =
    first !== undefined &&
    (isProject(said, reader) || /\blist$/iu.test(said) || isQuoted(said)) &&
    ((first['titles'] ?? '') !== '' || reader.lines.length > 0);
  const ahead =
    /^(?:to|on|in|into|onto) (?<where>(?:the |my |our )?(?:[^:,]+? )?(?:list|project))[:,]? (?<titles>.+)$/isu.exec(
      rest,
    )?.groups;
  if (ahead !== undefined && !isPlace)
    return bareAddition(`${ahead['titles'] ?? ''} to ${ahead['where'] ?? ''}`, reader);
  const taken = detailsIn(
    isPlace
      ? (first['titles'] ?? '')
      : rest.replace(/ as (?:a |an )?(?:new )?(?:tasks?|to-?dos?|items?)(?= |$)/iu, ''),
    reader,
  );
  const isCalled = / as (?:a |an )?(?:new )?(?:tasks?|to-?dos?|items?)(?= |$)/iu.test(rest);
  const where = isPlace ? placeIn(said, reader) : taken.where;
  const body = taken.rest
    .replace(/[\s:]+$/u, '')
    .replace(
      /^(?:these|this|the following|the|following|items?|some|that|down|new|tasks?)(?: (?:items?|things?|tasks?))?(?:[\s:]+|$)/iu,
      (lead) =>
        /^(?:some|the)\b/iu.test(lead)
          ? ''
          : lead.length === taken.rest.length || reader.lines.length > 0
            ? ''
            : lead,
    );
  const isMyList =
    /\b(?:to|on|in|into|onto) (?:my |the |our |a )?(?:to-? ?do|task|tasks|my)? ?(?:list|to-?dos|tasks)\b/iu.test(
      rest,
    );
  const isSure =
    isCalled ||
    where.type !== 'none' ||
    isMyList ||
    isQuoted(body) ||
    (taken.details.when !== null && body !== '') ||
    (reader.lines.length > 0 && /\b(?:these|following)\b/iu.test(rest));
  if (
    isSure &&
    /^(?:something|anything|an? (?:new )?(?:item|task|thing)|(?:item|task|thing)s?|new (?:items?|tasks?))$/iu.test(
      body.trim(),
    )
  )
    return { type: 'add-tasks', titles: [], where, details: taken.details, occasion: 'task' };
  if (
    !isSure ||
    it.test(body.trim()) ||
    /^(?:something|anything|some(?: things?| items?| stuff)?|stuff|things?|one more thing)$/iu.test(
      body.trim(),
    )
  ) {
    return {
      type: 'unclear',
      text: requoted(rest, reader.quotes),
      why: it.test(body.trim()) ? 'it does not say what to add' : 'it does not say what kind of thing to add',
    };
  }
  const division = where.type === 'none' ? 'commas' : 'words';
  const lists = titlesIn(body, division, reader).map((title) =>
    title.replace(/^(?:a|an|some|the) (?=\S)/iu, (lead) => (marksIn(body).length > 0 ? lead : '')),
  );
  return {
    type: 'add-tasks',
    titles: lists.map((title, index) =>
      marksIn(body).length > index ? title : title.charAt(0).toUpperCase() + title.slice(1),
    ),
    where,
    details: taken.details,
    occasion: 'task',
  };
}
