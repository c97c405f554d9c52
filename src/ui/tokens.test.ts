import { readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

// Vitest replaces style sheets with nothing, so this one is read from the disk.
const css = readFileSync(path.join(import.meta.dirname, 'tokens.css'), 'utf8');

const planes = ['surface-sunken', 'surface', 'surface-raised', 'surface-control'];
const washes = ['hover', 'pressed', 'selected'];
const texts = ['text', 'text-muted', 'accent-text', 'danger-text', 'warning-text', 'success-text'];
const tones = ['accent', 'danger', 'warning', 'success'];

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  const color = tokensOf(theme);

  it.each(planes)('lets every text be read on %s, also under a wash (4.5:1)', (plane) => {
    const grounds = [color(plane), ...washes.map((wash) => over(color(wash), color(plane)))];
    const ratios = grounds.flatMap((ground) => texts.map((text) => contrast(color(text), ground)));
    expect(Math.min(...ratios)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(tones)('lets text be read on the quiet ground of %s (4.5:1)', (tone) => {
    const ratios = [`${tone}-text`, 'text', 'text-muted'].map((text) =>
      contrast(color(text), color(`${tone}-soft`)),
    );
    expect(Math.min(...ratios)).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ['accent-contrast', 'accent'],
    ['accent-contrast', 'accent-hover'],
    ['danger-contrast', 'danger'],
    ['danger-contrast', 'danger-hover'],
    ['inverse-text', 'inverse'],
  ])('lets %s be read on %s (4.5:1)', (text, ground) => {
    expect(contrast(color(text), color(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['border-control', 'focus', ...tones])('sets %s off from every plane (3:1)', (edge) => {
    const ratios = planes.map((plane) => contrast(color(edge), color(plane)));
    expect(Math.min(...ratios)).toBeGreaterThanOrEqual(3);
  });
});

/** Red, green and blue from 0 to 1, as a screen takes them, and how much of it covers. */
interface Color {
  readonly rgb: readonly number[];
  readonly alpha: number;
}

const pair = /--color-(?<name>[a-z-]+): light-dark\((?<light>oklch\([^)]+\)), (?<dark>oklch\([^)]+\))\)/gu;
const oklch = /oklch\((?<lightness>[\d.]+) (?<chroma>[\d.]+) (?<hue>[\d.]+)(?: \/ (?<percent>[\d.]+)%)?\)/u;

function tokensOf(theme: 'light' | 'dark'): (name: string) => Color {
  const colors = new Map([...css.matchAll(pair)].map(({ groups }) => [groups?.['name'], groups?.[theme]]));
  return (name) => {
    const text = colors.get(name);
    if (text === undefined) throw new Error(`There is no colour named ${name} in tokens.css.`);
    return parseColor(text);
  };
}

function parseColor(text: string): Color {
  const { lightness, chroma, hue, percent = '100' } = oklch.exec(text)?.groups ?? {};
  const angle = (Number(hue) * Math.PI) / 180;
  const lab = [Number(lightness), Number(chroma) * Math.cos(angle), Number(chroma) * Math.sin(angle)];
  const cone = times(labToCone, lab).map((value) => value ** 3);
  return { rgb: times(coneToLinear, cone).map(toScreen), alpha: Number(percent) / 100 };
}

/** From https://bottosson.github.io/posts/oklab/. */
const labToCone = [
  [1, 0.3963377774, 0.2158037573],
  [1, -0.1055613458, -0.0638541728],
  [1, -0.0894841775, -1.291485548],
];
const coneToLinear = [
  [4.0767416621, -3.3077115913, 0.2309699292],
  [-1.2684380046, 2.6097574011, -0.3413193965],
  [-0.0041960863, -0.7034186147, 1.707614701],
];

function times(matrix: readonly (readonly number[])[], vector: readonly number[]): readonly number[] {
  return matrix.map((row) => row.reduce((sum, factor, index) => sum + factor * (vector[index] ?? 0), 0));
}

function toScreen(linear: number): number {
  const inGamut = Math.min(1, Math.max(0, linear));
  return inGamut <= 0.0031308 ? 12.92 * inGamut : 1.055 * inGamut ** (1 / 2.4) - 0.055;
}

function over(front: Color, back: Color): Color {
  return {
    rgb: front.rgb.map((value, index) => value * front.alpha + (back.rgb[index] ?? 0) * (1 - front.alpha)),
    alpha: 1,
  };
}

/** WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio. */
function contrast(one: Color, other: Color): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance({ rgb }: Color): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
