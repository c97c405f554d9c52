/** A whole number as typed: what it means, or what is wrong with it. */
export type NumberReading =
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'problem'; readonly message: string };

export function wholeNumberFrom(
  text: string,
  range: { readonly least: number; readonly most: number },
): NumberReading {
  const typed = text.trim();
  const value = /^\d{1,9}$/.test(typed) ? Number(typed) : Number.NaN;
  return value >= range.least && value <= range.most
    ? { type: 'number', value }
    : {
        type: 'problem',
        message: `Enter a whole number from ${String(range.least)} to ${String(range.most)}.`,
      };
}
