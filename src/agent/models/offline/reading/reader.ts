import { folded } from '@/domain/workspace';

import type { Context } from '../conversation';
import { patternOf, type Pattern } from '../words/pattern';
import { isQuoted, quoted, spoken } from '../words/phrase';
import type { Request, Where } from './request';

/** What is known while a request is read. */
export interface Reader {
  /** The whole request, plain. */
  readonly text: string;
  readonly quotes: readonly string[];
  readonly context: Context;
  /** Lines below the request that belong to it. */
  readonly lines: readonly string[];
}

export type Groups = Readonly<Record<string, string | undefined>>;

/** One way to say something. */
export interface Rule {
  readonly pattern: Pattern;
  /** Null when it is something else after all. */
  readonly read: (groups: Groups, reader: Reader) => Request | null;
}

export function rule(pattern: string, read: Rule['read']): Rule {
  return { pattern: patternOf(`^(?:${pattern})$`, 'isu'), read };
}

/** A name as it was meant: quoted to the letter, else without the words around it. */
export function nameIn(text: string, { quotes }: Pick<Reader, 'quotes'>): string {
  const trimmed = text.trim().replace(/^[:,\s-]+|[,;:\s]+$/gu, '');
  if (isQuoted(trimmed)) return spoken(trimmed, quotes);
  const withQuote = quoteWithNoun.exec(trimmed);
  if (withQuote?.[1] !== undefined) return spoken(withQuote[1], quotes);
  return spoken(
    trimmed
      .replace(/^(?:all (?:of )?)?(?:the|my|our|that|this) (?=\S)/iu, '')
      .replace(
        /^(?:tasks?|projects?|persons?|sub ?tasks?|to-?dos?|items?|contacts?)(?: (?:called|named|titled))? (?=\S)/iu,
        '',
      )
      .replace(/(?<=\S) (?:tasks?|sub ?tasks?|items?|to-?dos?|project)$/iu, ''),
    quotes,
  );
}

const quoteWithNoun = new RegExp(
  `^(?:(?:the|my|a|an|our|this|that) )?(?:new )?(?:tasks?|projects?|person|contact|to-?do|sub ?tasks?|list|item|reminder|meeting|one)?(?: (?:called|named|titled))?:? ?(${quoted})(?: (?:tasks?|sub ?tasks?|projects?|list|board|item|reminder|meeting|one))?$`,
  'iu',
);

/** What something new is called: as it was said, but with a capital first; quoted to the letter. */
export function titleIn(text: string, { quotes }: Pick<Reader, 'quotes'>): string {
  const trimmed = text.trim().replace(/^[:,\s-]+|[,;:\s.]+$/gu, '');
  if (isQuoted(trimmed)) return spoken(trimmed, quotes);
  const bare = spoken(trimmed.replace(/^(?:to|that|is) (?=\S)/iu, ''), quotes).replaceAll(/ {2,}/gu, ' ');
  const [first = ''] = bare;
  return first.toUpperCase() + bare.slice(first.length);
}

/** Lists that are no projects: all there is to do. */
const everyList =
  /^(?:all(?: of)?(?: my| the)? (?:projects|lists|tasks|to-?dos)|everything|all|me|us|total|(?:my )?plate|(?:(?:the|my|a|our) )?(?:(?:to-? ?do|task|tasks|todos|reminders?|agenda|calendar|schedule|diary|planner|day|inbox|things to do)(?: (?:list|app|items))?s?|lists?)|today|mind|momentum|here|there are|the system|the app|progress)$/iu;

/** The project that words mean. */
export function placeIn(text: string | undefined, reader: Reader): Where {
  if (text === undefined || text.trim() === '') return { type: 'none' };
  const said = text.trim();
  const bare = said.replace(/^(?:(?:the |my |our |this |that )|(?:an? )?(?:brand )?new )(?=\S)/iu, '');
  if (sameProject.test(said)) return { type: 'it' };
  if (!isQuoted(bare) && (everyList.test(said) || everyList.test(bare)) && knownName(bare, reader) === null)
    return { type: 'none' };
  const withoutNoun = bare.replace(/(?<=\S) (?:to-?do )?(?:project|list|board|backlog)$/iu, '');
  const isList = /\blist$/iu.test(bare);
  const name = nameIn(withoutNoun.replace(/^(?:project|list)(?: (?:called|named))? (?=\S)/iu, ''), reader);
  return name === '' ? { type: 'none' } : { type: 'named', name, isList };
}

const sameProject =
  /^(?:it|that|this|there|here|them|same|the same|the current one|that one|this one|the last one|the new one|(?:that|this|the|the same|the new|the last|the current) (?:project|list|one))$/iu;

/** The name of the one project in the index that the words are, letter by letter but for case; else null. */
function knownName(text: string, { context }: Reader): string | null {
  const wanted = folded(text);
  return context.projects.find(({ name }) => folded(name) === wanted)?.name ?? null;
}

/** Whether the words name a project of the index: each of them is a word of its name. */
export function isProject(text: string, { context, quotes }: Reader): boolean {
  const said = spoken(text, quotes)
    .replace(/^(?:the|my|our) /iu, '')
    .replace(/ (?:project|list|board)$/iu, '');
  const wanted = wordsOf(said);
  if (wanted.length === 0 || wanted.join('').length < 3 || (wanted.length === 1 && weak.has(wanted[0] ?? '')))
    return false;
  return context.projects.some(({ name }) => {
    const words = new Set(wordsOf(name));
    return wanted.every((word) => words.has(word));
  });
}

/** Words that stand in many names and say nothing alone. */
const weak: ReadonlySet<string> = new Set([
  'the',
  'and',
  'for',
  'new',
  'project',
  'list',
  'plan',
  'home',
  'work',
  'task',
  'tasks',
]);

export function wordsOf(text: string): readonly string[] {
  return folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** "Sara, Tom and Mina" */
export function namesIn(text: string, reader: Reader): readonly string[] {
  return text
    .split(/\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*/iu)
    .map((name) => nameIn(name, reader))
    .filter((name) => name !== '');
}
