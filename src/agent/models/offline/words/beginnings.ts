/**
 * The first letters of the texts that a pattern can fit, in lower case. Making a pattern ready takes long, and of the hundreds there
 * are most can be told from the first letters of a text not to fit it.
 */
export type Beginnings = ReadonlySet<string>;

/** More letters take more time than they save. */
const longest = 4;
const most = 250;

/** Null when texts can begin with anything: the pattern is not bound to the start, or it begins with what is not known. */
export function beginningsOf(source: string): Beginnings | null {
  if (!source.startsWith('^')) return null;
  const { live, over } = alternatives({ source, at: 1 });
  const strings = new Set([...live, ...over]);
  return strings.size > most || strings.has('') ? null : strings;
}

/** Whether a text may fit. A letter that is not of ASCII may have another case that is, so that such texts are left alone. */
export function mayBegin(text: string, beginnings: Beginnings | null): boolean {
  if (beginnings === null) return true;
  const start = text.slice(0, longest).toLowerCase();
  for (let length = 1; length <= start.length; length += 1)
    if (beginnings.has(start.slice(0, length))) return true;
  return !ascii.test(start);
}

const ascii = /^[ -~]*$/u;

/** What a part of a pattern can begin with. */
interface Part {
  /** The whole of what is fitted. */
  readonly live: readonly string[];
  /** Only the beginning of it. */
  readonly over: readonly string[];
}

const nothing: Part = { live: [''], over: [] };
const anything: Part = { live: [], over: [''] };

interface Cursor {
  readonly source: string;
  at: number;
}

/** Reads up to the end, or to the parenthesis that closes the group. */
function alternatives(cursor: Cursor): Part {
  let part = sequence(cursor);
  while (cursor.source[cursor.at] === '|') {
    cursor.at += 1;
    const other = sequence(cursor);
    part = { live: [...part.live, ...other.live], over: [...part.over, ...other.over] };
  }
  return part;
}

function sequence(cursor: Cursor): Part {
  let live: readonly string[] = [''];
  let over: readonly string[] = [];
  while (!isAtEnd(cursor)) {
    if (live.length === 0) {
      skipSequence(cursor);
      break;
    }
    const next = repeated(atom(cursor), cursor);
    over = [...over, ...joined(live, next.over)];
    const all = joined(live, next.live);
    const isFull = all.length + over.length > most;
    live = isFull ? [] : all.filter((string) => string.length < longest);
    over = [...over, ...(isFull ? all : all.filter((string) => string.length >= longest))];
  }
  return { live, over };
}

function isAtEnd({ source, at }: Cursor): boolean {
  return at >= source.length || source[at] === '|' || source[at] === ')';
}

function joined(starts: readonly string[], ends: readonly string[]): readonly string[] {
  const [only, ...others] = starts;
  if (only === '' && others.length === 0) return ends;
  return starts.flatMap((start) => ends.map((end) => (start + end).slice(0, longest)));
}

/** Goes to the end of the sequence without looking at what it says. */
function skipSequence(cursor: Cursor): void {
  let depth = 0;
  while (cursor.at < cursor.source.length && (depth > 0 || !isAtEnd(cursor))) {
    const character = cursor.source[cursor.at];
    if (character === '\\') cursor.at += 1;
    else if (character === '[') cursor.at = classEnd(cursor) - 1;
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    cursor.at += 1;
  }
}

/** What stands behind a part says how often it is there. */
function repeated(part: Part, cursor: Cursor): Part {
  const quantifier = quantifierAt(cursor);
  if (quantifier === '') return part;
  const isOptional = /^(?:[*?]|\{0)/u.test(quantifier);
  if (/^(?:\?|\{0,?1\})/u.test(quantifier)) return { live: [...part.live, ''], over: part.over };
  return { live: isOptional ? [''] : [], over: [...part.live, ...part.over] };
}

function quantifierAt(cursor: Cursor): string {
  const { source, at } = cursor;
  const first = source[at] ?? '';
  if (first !== '*' && first !== '+' && first !== '?' && first !== '{') return '';
  const end = first === '{' ? source.indexOf('}', at) + 1 : at + 1;
  cursor.at = source[end] === '?' ? end + 1 : end;
  return source.slice(at, end);
}

function atom(cursor: Cursor): Part {
  const { source } = cursor;
  const words = wordsAt(cursor);
  if (words !== '') return { live: [words.slice(0, longest).toLowerCase()], over: [] };
  const character = source[cursor.at] ?? '';
  if (character === '(') return group(cursor);
  if (character === '[') return characterClass(cursor);
  if (character === '\\') return escaped(cursor);
  cursor.at += 1;
  return character === '$' ? nothing : anything;
}

const plainWords = /[\w ,:'-]+(?![*+?{])/uy;
const plainLetter = /[\w ,:'-]/uy;

/** What stands for itself up to the next sign; what is before a quantifier is left for it. */
function wordsAt(cursor: Cursor): string {
  for (const pattern of [plainWords, plainLetter]) {
    pattern.lastIndex = cursor.at;
    const words = pattern.exec(cursor.source)?.[0];
    if (words === undefined) continue;
    cursor.at += words.length;
    return words;
  }
  return '';
}

const groupStart = /\((?:\?(?:<(?!=|!)\w+>|(?<look><?[=!])|:))?/uy;

function group(cursor: Cursor): Part {
  groupStart.lastIndex = cursor.at;
  const start = groupStart.exec(cursor.source);
  cursor.at += start?.[0].length ?? 1;
  if (start?.groups?.['look'] === undefined) {
    const part = alternatives(cursor);
    cursor.at += 1;
    return part;
  }
  // What is only looked at is not part of what is fitted.
  skipGroup(cursor);
  return nothing;
}

function skipGroup(cursor: Cursor): void {
  do {
    skipSequence(cursor);
    cursor.at += 1;
  } while (cursor.source[cursor.at - 1] === '|');
}

function classEnd({ source, at }: Cursor): number {
  let end = at + 1;
  while (end < source.length && source[end] !== ']') end += source[end] === '\\' ? 2 : 1;
  return end + 1;
}

const fewLetters = /^\[[\w ,:'-]{1,5}\]$/u;

function characterClass(cursor: Cursor): Part {
  const end = classEnd(cursor);
  const written = cursor.source.slice(cursor.at, end);
  cursor.at = end;
  return fewLetters.test(written) && !/\w-\w/u.test(written)
    ? { live: written.slice(1, -1).toLowerCase().split(''), over: [] }
    : anything;
}

const escape = /\\(?:[pP]\{\w+\}|u\{[\dA-Fa-f]+\}|u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2}|k<\w+>|.)/suy;

function escaped(cursor: Cursor): Part {
  escape.lastIndex = cursor.at;
  const written = escape.exec(cursor.source)?.[0] ?? '\\';
  cursor.at += written.length;
  if (written === '\\b' || written === '\\B') return nothing;
  return /^\\[!-/:-@[-`{-~]$/u.test(written) ? { live: [written.slice(1)], over: [] } : anything;
}
