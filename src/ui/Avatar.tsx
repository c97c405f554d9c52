import { classes } from './classes';

export interface AvatarProps {
  readonly name: string;
  /** What the colour is derived from when names may repeat, such as an id. */
  readonly seed?: string;
  readonly size?: 'sm' | 'md' | 'lg';
}

/** Initials in a colour of their own. Decorative: the name stands beside it, or in the label of what holds it. */
export function Avatar({ name, seed = name, size = 'md' }: AvatarProps) {
  const hue = hues[hash(seed) % hues.length] ?? 0;
  return (
    <span
      aria-hidden
      style={{
        backgroundColor: `light-dark(oklch(0.9 0.05 ${hue}), oklch(0.38 0.06 ${hue}))`,
        color: `light-dark(oklch(0.38 0.08 ${hue}), oklch(0.92 0.045 ${hue}))`,
      }}
      className={classes(
        'inline-flex shrink-0 items-center justify-center rounded-full border border-transparent font-semibold tracking-normal select-none',
        sizes[size],
      )}
    >
      {initials(name)}
    </span>
  );
}

const hues = [25, 60, 95, 145, 200, 250, 295, 345] as const;

const sizes = {
  sm: 'size-5 text-[0.5625rem]',
  md: 'size-6 text-[0.625rem]',
  lg: 'size-8 text-xs',
} as const;

/** First letters of the first and the last word, counted in what a person sees as a character. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const first = firstCharacter(words[0] ?? '');
  const last = words.length > 1 ? firstCharacter(words.at(-1) ?? '') : '';
  return `${first}${last}`.toLocaleUpperCase() || '?';
}

function firstCharacter(word: string): string {
  for (const { segment } of segmenter.segment(word)) return segment;
  return '';
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function hash(text: string): number {
  let value = 0;
  for (const character of text) value = (value * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return value;
}
