/** A message whose quoted parts stand apart, so that nothing that looks at words can touch them. */
export interface Phrase {
  /** Quoted parts are marks here. */
  readonly text: string;
  readonly quotes: readonly string[];
}

/* Marks no text holds. They are of Latin-1, so that a text with quotes needs no patterns made ready a second time for wide characters. */
const open = '\u{90}';
const close = '\u{91}';

/** Fits one quoted part. */
export const quoted = `${open}\\d+${close}`;

const quotePairs =
  /"(?<double>[^"\n]+)"|“(?<curly>[^”\n]+)”|«(?<guillemet>[^»\n]+)»|`(?<tick>[^`\n]+)`|(?<![\p{L}\p{N}])‘(?<lone>[^\n]+?)’(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])'(?<single>[^\s'](?:[^\n']*?(?:(?<=[\p{L}\p{N}])'(?=[\p{L}\p{N}])[^\n']*?)*?[^\s'])??)'(?![\p{L}\p{N}])/gu;

/** Sets quotes apart and evens out spaces, apostrophes and line ends. */
export function phraseOf(message: string): Phrase {
  const quotes: string[] = [];
  const text = message
    .replaceAll(/[\u{90}-\u{95}\u{E000}-\u{F8FF}]/gu, '')
    .replaceAll(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replaceAll(quotePairs, (...match: unknown[]) => {
      const groups: unknown = match.at(-1);
      const inside = typeof groups === 'object' && groups !== null ? Object.values(groups) : [];
      const content = inside.find((value) => typeof value === 'string') ?? '';
      if (content.trim() === '') return ' ';
      quotes.push(content);
      return `${open}${String(quotes.length - 1)}${close}`;
    })
    .replaceAll('’', "'")
    .replaceAll(/[^\S\n]+/gu, ' ')
    .replaceAll(/ ?\n ?/gu, '\n')
    .trim();
  return { text, quotes };
}

/** Puts the quoted parts back, to the letter. */
export function spoken(text: string, quotes: readonly string[]): string {
  return text
    .replaceAll(
      new RegExp(`${open}(\\d+)${close}`, 'gu'),
      (_mark, index: string) => quotes[Number(index)] ?? '',
    )
    .trim();
}

/** Like `spoken`, but in quotes still: for texts that a person reads or that are read again. */
export function requoted(text: string, quotes: readonly string[]): string {
  return text
    .replaceAll(
      new RegExp(`${open}(\\d+)${close}`, 'gu'),
      (_mark, index: string) => `“${quotes[Number(index)] ?? ''}”`,
    )
    .trim();
}

const wholeQuote = new RegExp(`^${quoted}$`, 'u');
const anyQuote = new RegExp(quoted, 'gu');

export function isQuoted(text: string): boolean {
  return wholeQuote.test(text.trim());
}

/** The quote marks of a text, in order. */
export function marksIn(text: string): readonly string[] {
  return text.match(anyQuote) ?? [];
}

export function withoutMarks(text: string): string {
  return text.replaceAll(anyQuote, ' ');
}
