import { punycodeDecoded } from './punycode';

/**
 * A piece of a text as people should see it. `text` is safe to show: a character that cannot be seen, or that changes how others are
 * shown, is replaced with its code point (`U+202E`). `label` says in words what is odd; empty where nothing is.
 */
export interface TextSegment {
  readonly text: string;
  readonly isSuspicious: boolean;
  readonly label: string;
}

/**
 * A name or another single line with everything visible that could deceive a reader [X5]: control, invisible and bidirectional
 * characters, letters of one alphabet among letters of another that look like them, and letters in disguise (full-width, mathematical).
 * Names in any one alphabet are ordinary, and so are emoji. Never throws.
 */
export function visibleText(text: string): readonly TextSegment[] {
  const characters = Array.from(text);
  const lookAlikes = lookAlikesIn(characters);
  return merged(
    characters.map((character, index) => {
      const hidden = hiddenName(character, characters[index - 1] ?? '');
      if (hidden !== null) return odd(codePoint(character), hidden);
      const lookAlike = lookAlikes.get(index) ?? disguise(character);
      return lookAlike === null ? plain(character) : odd(character, lookAlike);
    }),
  );
}

/**
 * An email address with everything visible that could deceive a reader [X5]. Only ASCII is ordinary here. A domain that stands for
 * other letters (`xn--…`) says which, since browsers and mail programs may show those instead.
 */
export function visibleAddress(address: string): readonly TextSegment[] {
  const domainAt = address.lastIndexOf('@') + 1;
  const parts = address.slice(domainAt).split(/(?<=\.)/);
  return merged([...asciiSegments(address.slice(0, domainAt)), ...parts.flatMap(domainSegments)]);
}

function asciiSegments(text: string): readonly TextSegment[] {
  return Array.from(text, (character) => {
    if (/^[\x21-\x7E]$/.test(character)) return plain(character);
    const hidden = hiddenName(character, '') ?? (character === ' ' ? 'space' : null);
    if (hidden !== null) return odd(codePoint(character), hidden);
    return odd(character, `${scriptOf(character) ?? 'unusual'} character, not plain ASCII`);
  });
}

function domainSegments(part: string): readonly TextSegment[] {
  const label = part.replace(/\.$/, '');
  if (!/^xn--/i.test(label)) return asciiSegments(part);
  const decoded = punycodeDecoded(label.slice('xn--'.length));
  const meaning =
    decoded === null
      ? 'encoded letters that cannot be read'
      : `stands for “${shownSafely(decoded)}”${scriptWords(decoded)}`;
  return [odd(label, meaning), ...(part === label ? [] : [plain('.')])];
}

function shownSafely(text: string): string {
  return visibleText(text)
    .map((segment) => segment.text)
    .join('');
}

function scriptWords(text: string): string {
  const scripts = new Set(Array.from(text, scriptOf).filter((script) => script !== null));
  return scripts.size === 0 ? '' : ` (${[...scripts].join(' and ')})`;
}

function plain(text: string): TextSegment {
  return { text, isSuspicious: false, label: '' };
}

function odd(text: string, label: string): TextSegment {
  return { text, isSuspicious: true, label };
}

/** Neighbours that are ordinary, or odd in the same way, as one; each code point stays by itself. */
function merged(segments: readonly TextSegment[]): readonly TextSegment[] {
  const result: TextSegment[] = [];
  for (const segment of segments) {
    const last = result.at(-1);
    const belongsToLast =
      last !== undefined && last.label === segment.label && !/^U\+[\dA-F]{4,6}$/.test(segment.text);
    if (belongsToLast) result[result.length - 1] = { ...last, text: last.text + segment.text };
    else result.push(segment);
  }
  return result;
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

const hiddenNames: ReadonlyMap<string, string> = new Map([
  ['\u00AD', 'soft hyphen'],
  ['\u061C', 'Arabic letter mark'],
  ['\u200B', 'zero width space'],
  ['\u200C', 'zero width non-joiner'],
  ['\u200D', 'zero width joiner'],
  ['\u200E', 'left-to-right mark'],
  ['\u200F', 'right-to-left mark'],
  ['\u202A', 'left-to-right embedding'],
  ['\u202B', 'right-to-left embedding'],
  ['\u202C', 'end of a change of direction'],
  ['\u202D', 'left-to-right override'],
  ['\u202E', 'right-to-left override: what follows is shown backwards'],
  ['\u2060', 'word joiner'],
  ['\u2066', 'left-to-right isolate'],
  ['\u2067', 'right-to-left isolate'],
  ['\u2068', 'first strong isolate'],
  ['\u2069', 'end of an isolate'],
  ['\uFEFF', 'byte order mark'],
]);

/** What a character is that a reader cannot see; null for those that can be seen. */
function hiddenName(character: string, before: string): string | null {
  if (isJoining(character, before)) return null;
  const name = hiddenNames.get(character);
  if (name !== undefined) return name;
  if (isFiller(character.codePointAt(0) ?? 0)) return 'invisible character';
  return hiddenKinds.find(([, test]) => test.test(character))?.[0] ?? null;
}

const hiddenKinds: readonly (readonly [name: string, test: RegExp])[] = [
  ['broken character', /^\p{Cs}$/u],
  ['invisible tag character', /^[\u{E0000}-\u{E007F}]$/u],
  ['control character', /^\p{Cc}$/u],
  ['line break', /^[\p{Zl}\p{Zp}]$/u],
  ['unusual space', /^(?! )\p{Zs}$/u],
  ['private character, shown differently everywhere', /^\p{Co}$/u],
  ['invisible character', /^[\p{Cf}\p{Cn}]$/u],
];

/** Characters that count as letters, marks or symbols and yet show nothing: joiners of accents, fillers, variation selectors. */
const fillers: readonly (readonly [first: number, last: number])[] = [
  [0x03_4f, 0x03_4f],
  [0x11_5f, 0x11_60],
  [0x17_b4, 0x17_b5],
  [0x18_0b, 0x18_0f],
  [0x28_00, 0x28_00],
  [0x31_64, 0x31_64],
  [0xfe_00, 0xfe_0f],
  [0xff_a0, 0xff_a0],
  [0xe_01_00, 0xe_01_ef],
];

function isFiller(code: number): boolean {
  return fillers.some(([first, last]) => code >= first && code <= last);
}

/** Joiners and emoji selectors belong to what they follow in emoji, Arabic and the scripts of India and its neighbours. */
function isJoining(character: string, before: string): boolean {
  if (character === '\uFE0F') return /^[\p{Extended_Pictographic}\d#*]$/u.test(before);
  if (character !== '\u200C' && character !== '\u200D') return false;
  return /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}]$/u.test(
    before,
  );
}

/** Letters and digits that are plain ones in another form: full-width, mathematical, circled. */
function disguise(character: string): string | null {
  if (!/^[\u2102-\u2149\u2460-\u24FF\uFF10-\uFF5A\uFF20\uFF0E\u{1D400}-\u{1D7FF}]$/u.test(character))
    return null;
  const bare = character.normalize('NFKC');
  return /^[\dA-Za-z@.]$/.test(bare) ? `looks like “${bare}” but is not` : null;
}

const scripts: readonly (readonly [name: string, test: RegExp])[] = [
  ['Latin', /^\p{Script=Latin}$/u],
  ['Cyrillic', /^\p{Script=Cyrillic}$/u],
  ['Greek', /^\p{Script=Greek}$/u],
  ['Armenian', /^\p{Script=Armenian}$/u],
  ['Cherokee', /^\p{Script=Cherokee}$/u],
  ['Hebrew', /^\p{Script=Hebrew}$/u],
  ['Arabic', /^\p{Script=Arabic}$/u],
  ['Han', /^\p{Script=Han}$/u],
  ['Hiragana', /^\p{Script=Hiragana}$/u],
  ['Katakana', /^\p{Script=Katakana}$/u],
  ['Hangul', /^\p{Script=Hangul}$/u],
  ['Thai', /^\p{Script=Thai}$/u],
  ['Devanagari', /^\p{Script=Devanagari}$/u],
];

function scriptOf(character: string): string | null {
  return scripts.find(([, test]) => test.test(character))?.[0] ?? null;
}

/** Alphabets with letters that look like Latin ones. */
const deceptive: ReadonlySet<string> = new Set(['Latin', 'Cyrillic', 'Greek', 'Armenian', 'Cherokee']);

/** Letters that look like Latin ones in most typefaces. */
const likeLatin = /^[аеорсухіјѕԁԛԝһӏАВЕЅІЈКМНОРСТХУҮԌαινορυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧցոսօհՍՏՕᎪᏴᏟᎠᎬᎻᎥᏦᏞᎷᏢᏒᏚᎢᏙᏔᏃ]$/u;

/** The places of letters that are there to be taken for others, each with a label. */
function lookAlikesIn(characters: readonly string[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const word of wordsIn(characters)) {
    for (const [index, label] of mixedLetters(word)) found.set(index, label);
    if (isDisguisedWord(word, characters)) {
      const label = `${word[0]?.script ?? ''} letters that look like Latin ones`;
      for (const { index } of word) found.set(index, label);
    }
  }
  return found;
}

interface Letter {
  readonly index: number;
  readonly character: string;
  readonly script: string;
}

/** The letters of deceptive alphabets, word by word; what separates words is no letter and no accent. */
function wordsIn(characters: readonly string[]): readonly (readonly Letter[])[] {
  const words: Letter[][] = [[]];
  characters.forEach((character, index) => {
    const script = scriptOf(character);
    if (script !== null && deceptive.has(script)) words.at(-1)?.push({ index, character, script });
    else if (!/^[\p{L}\p{M}\p{Cf}]$/u.test(character)) words.push([]);
  });
  return words.filter((word) => word.length > 0);
}

/** In a word of several alphabets, the letters that are there in disguise. */
function mixedLetters(word: readonly Letter[]): readonly (readonly [index: number, label: string])[] {
  const main = mainScript(word);
  return word
    .filter(({ script }) => script !== main)
    .map(({ index, script }) => [index, `${script} letter among ${main} ones`] as const);
}

/** The alphabet a word pretends to be in: Latin when all others look like it, else that of most letters. */
function mainScript(word: readonly Letter[]): string {
  const count = (script: string): number => word.filter((letter) => letter.script === script).length;
  const foreign = word.filter(({ script }) => script !== 'Latin');
  if (foreign.length < word.length && foreign.every(({ character }) => likeLatin.test(character)))
    return 'Latin';
  return [...deceptive].toSorted((left, right) => count(right) - count(left))[0] ?? 'Latin';
}

/** A word all of whose letters look Latin, where nothing else says that the text is in that alphabet. */
function isDisguisedWord(word: readonly Letter[], characters: readonly string[]): boolean {
  const [first] = word;
  if (first === undefined || first.script === 'Latin') return false;
  if (!word.every(({ script, character }) => script === first.script && likeLatin.test(character)))
    return false;
  return !characters.some((character) => scriptOf(character) === first.script && !likeLatin.test(character));
}
