const base = 36;
const tMin = 1;
const tMax = 26;
const skew = 38;
const damp = 700;
const initialBias = 72;
const initialCodePoint = 128;
const lastCodePoint = 0x10_ff_ff;

/**
 * The letters that a label of an internationalised domain name stands for (RFC 3492, section 6.2).
 *
 * @param encoded - the label without its `xn--`.
 * @returns null when it is no valid encoding. Never throws.
 */
export function punycodeDecoded(encoded: string): string | null {
  const delimiter = encoded.lastIndexOf('-');
  const characters = Array.from(encoded.slice(0, Math.max(delimiter, 0)));
  const digits = Array.from(encoded.slice(delimiter + 1), digitOf);
  let codePoint = initialCodePoint;
  let place = 0;
  let bias = initialBias;
  let at = 0;
  while (at < digits.length) {
    const step = readNumber(digits.slice(at), bias);
    if (step === null) return null;
    at += step.length;
    const total = place + step.value;
    const count = characters.length + 1;
    bias = adapted(step.value, count, place === 0);
    codePoint += Math.floor(total / count);
    place = total % count;
    if (codePoint > lastCodePoint || isSurrogate(codePoint)) return null;
    characters.splice(place, 0, String.fromCodePoint(codePoint));
    place += 1;
  }
  return characters.join('');
}

/** One number of variable length from the front of the digits, and how many of them it took. */
function readNumber(
  digits: readonly number[],
  bias: number,
): { readonly value: number; readonly length: number } | null {
  let value = 0;
  let weight = 1;
  for (const [index, digit] of digits.entries()) {
    const threshold = Math.min(Math.max(base * (index + 1) - bias, tMin), tMax);
    value += digit * weight;
    if (digit < 0 || !Number.isSafeInteger(value)) return null;
    if (digit < threshold) return { value, length: index + 1 };
    weight *= base - threshold;
  }
  return null;
}

function adapted(delta: number, count: number, isFirst: boolean): number {
  let rest = isFirst ? Math.floor(delta / damp) : Math.floor(delta / 2);
  rest += Math.floor(rest / count);
  let steps = 0;
  while (rest > ((base - tMin) * tMax) / 2) {
    rest = Math.floor(rest / (base - tMin));
    steps += base;
  }
  return steps + Math.floor(((base - tMin + 1) * rest) / (rest + skew));
}

/** `a` to `z` are 0 to 25, `0` to `9` are 26 to 35; -1 for anything else. */
function digitOf(character: string): number {
  return 'abcdefghijklmnopqrstuvwxyz0123456789'.indexOf(character.toLowerCase());
}

function isSurrogate(codePoint: number): boolean {
  return codePoint >= 0xd8_00 && codePoint <= 0xdf_ff;
}
