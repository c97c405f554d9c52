/** The longest texts we keep, in UTF-16 units. Longer ones are refused with a message, never cut. */
export const textLimits = {
  name: 120,
  title: 300,
  notes: 20_000,
  comment: 10_000,
  subject: 300,
  body: 50_000,
} as const;

/** One line as a person meant it: well-formed, without control characters, white space folded, no space at the ends. */
export function singleLine(text: string): string {
  return wellFormed(text)
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** Several lines: well-formed, `\n` line ends, no control characters but tab and line end, no space at the ends. */
export function multiLine(text: string): string {
  return wellFormed(text)
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\t\n]/gu, '')
    .trim();
}

/**
 * Whether a reader would see nothing: only spaces, control and format characters, the braille blank. Characters that a browser does
 * not know yet count as visible.
 */
export function isBlank(text: string): boolean {
  return /^[\s\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800\uFFF9-\uFFFB]*$/u.test(text);
}

/** Lower case, without accents: how text is compared when case does not matter. */
export function folded(text: string): string {
  // Most titles are plain ASCII, and normalising 100,000 of them would be felt in a search.
  if (/^[ -~\n]*$/.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** Replaces halves of surrogate pairs, which neither JSON nor a screen can carry, with the replacement character. */
function wellFormed(text: string): string {
  return text.replaceAll(/\p{Cs}/gu, '\uFFFD');
}
