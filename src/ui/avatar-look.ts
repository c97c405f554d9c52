/** First letters of the first and the last word, counted in what a person sees as a character. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const last = words.length > 1 ? words.at(-1) : undefined;
  const letters = [words[0], last].map((word) => firstCharacter(word ?? '')).join('');
  return letters === '' ? '?' : letters.toLocaleUpperCase();
}

/** A hue in degrees, the same for the same text every time. */
export function hueFor(text: string): number {
  return hues[mixedHash(text) % hues.length] ?? 0;
}

const hues = [25, 60, 95, 145, 200, 250, 295, 345] as const;

function firstCharacter(word: string): string {
  for (const { segment } of new Intl.Segmenter().segment(word)) return segment;
  return '';
}

/** FNV-1a, with its bits stirred once more: the few lowest decide, and similar ids differ only in their ends. */
function mixedHash(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01_00_01_93);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c_1b_3c_6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
