/** Replaces the character references of HTML that people and models write; an unknown one stays as it is. */
export function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(
    /&(?:#(?<decimal>\d{1,7})|#[xX](?<hex>[\da-fA-F]{1,6})|(?<name>[a-zA-Z]{2,8}));/g,
    (whole: string, ...[decimal, hex, name]: readonly (string | undefined)[]) => {
      if (name !== undefined) return names.get(name) ?? whole;
      return character(decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal)) ?? whole;
    },
  );
}

function character(code: number): string | null {
  if (Number.isNaN(code) || code > 0x10_ff_ff) return null;
  const isUnusable = code === 0 || (code >= 0xd8_00 && code <= 0xdf_ff);
  return isUnusable ? '\uFFFD' : String.fromCodePoint(code);
}

const names: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00A0'],
  ['copy', '©'],
  ['reg', '®'],
  ['trade', '™'],
  ['hellip', '…'],
  ['mdash', '—'],
  ['ndash', '–'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['laquo', '«'],
  ['raquo', '»'],
  ['bull', '•'],
  ['middot', '·'],
  ['times', '×'],
  ['deg', '°'],
  ['euro', '€'],
  ['pound', '£'],
  ['larr', '←'],
  ['rarr', '→'],
]);
