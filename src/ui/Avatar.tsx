import { hueFor, initials } from './avatar-look';
import { classes } from './classes';

export interface AvatarProps {
  readonly name: string;
  /** What the colour is derived from when names may repeat, such as an id. */
  readonly seed?: string;
  readonly size?: 'sm' | 'md' | 'lg';
}

/** Initials in a colour of their own. Decorative: the name stands beside it, or in the label of what holds it. */
export function Avatar({ name, seed = name, size = 'md' }: AvatarProps) {
  const hue = hueFor(seed);
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

const sizes = {
  sm: 'size-5 text-[0.5625rem]',
  md: 'size-6 text-[0.625rem]',
  lg: 'size-8 text-xs',
} as const;
