import { detailsIn, titlesIn } from '../reading/details';
import { nameIn, rule, type Reader, type Rule } from '../reading/reader';
import type { Request } from '../reading/request';
import { article, it, verbs } from '../reading/vocabulary';
import { quoted } from '../words/phrase';

export const subtaskRules: readonly Rule[] = [
  rule(
    `(?:under|below|beneath|to|for|in) (?:the )?(?:task )?(?<parent>${quoted}|.+?),? ${verbs.add} ${article}sub ?tasks?(?: (?:called|named|titled))?:? ?(?<titles>.*)`,
    ({ parent = '', titles = '' }, reader) => subtasks(titles, parent, reader),
  ),
  rule(
    `(?:(?:${verbs.add}|split it into|break (?:it|this|that) (?:down )?into|give it) )?(?:with )?${article}sub ?tasks?(?: (?:called|named|titled))?:?(?<rest>.*)`,
    ({ rest = '' }, reader) => belowNamed(rest, reader),
  ),
  rule(
    `${verbs.add} (?<titles>.+?) as (?:a |the |new )*sub ?tasks?(?: (?:of|to|under|for|in|below) (?<parent>.+))?`,
    ({ titles = '', parent }, reader) => subtasks(titles, parent ?? null, reader),
  ),
  rule(
    `(?:split|break(?: down)?|divide) (?:the )?(?:task )?(?<parent>.+?)(?: down| up)? into (?:sub ?tasks? |the following )?(?<titles>.+)`,
    ({ parent = '', titles = '' }, reader) => subtasks(unnamed.test(titles) ? '' : titles, parent, reader),
  ),
];

/** How many there shall be is no name of one. */
const unnamed =
  /^(?:(?:\d+|two|three|four|five|six|several|some|multiple|a few|a couple of|more|smaller) )*(?:sub ?)?(?:tasks?|parts?|pieces|steps|chunks|ones|items)$/iu;

const parentFirst = new RegExp(
  `^\\s*(?:to|under|for|in|below|of) (?<parent>${quoted}|[^:,]+?)\\s*(?::\\s*|\\s(?=${quoted})|,? (?:called|named|titled) |$)(?<titles>.*)$`,
  'isu',
);
const parentLast = new RegExp(
  `^(?<titles>.*?)[\\s,]+(?:to|under|for|below|of|in|on) (?<parent>${quoted}|[^,:]+)$`,
  'isu',
);

/** "to Launch: a, b", or "a and b to Launch"; without a task it is the one just talked about. */
function belowNamed(rest: string, reader: Reader): Request {
  const { parent = '', titles = '' } = parentFirst.exec(rest)?.groups ?? {};
  if (parent !== '' && (titles !== '' || reader.lines.length > 0)) return subtasks(titles, parent, reader);
  const last = parentLast.exec(rest)?.groups;
  return subtasks(last?.['titles'] ?? rest, last?.['parent'] ?? null, reader);
}

function subtasks(text: string, parent: string | null, reader: Reader): Request {
  const { rest, details } = detailsIn(text.trim(), {
    ...reader,
    context: { ...reader.context, projects: [] },
  });
  return {
    type: 'add-subtasks',
    titles: titlesIn(rest, 'words', reader),
    parent: parent === null || it.test(parent.trim()) ? null : nameIn(parent, reader),
    details,
  };
}
