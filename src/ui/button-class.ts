import { classes } from './classes';

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';
export type ButtonSize = 'sm' | 'md' | 'lg';

/** What buttons with text and buttons with an icon have in common. */
export function buttonClass(variant: ButtonVariant): string {
  return classes(base, variants[variant]);
}

const base =
  'relative inline-flex shrink-0 cursor-default items-center justify-center rounded-md border font-medium whitespace-nowrap select-none transition-colors disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-progress aria-disabled:opacity-70 [&_svg]:size-4 [&_svg]:shrink-0';

const variants: Record<ButtonVariant, string> = {
  primary:
    'border-transparent bg-accent text-accent-contrast shadow-sm hover:enabled:bg-accent-hover active:enabled:bg-accent-hover',
  secondary:
    'border-border bg-surface-control text-text shadow-sm hover:enabled:border-border-control active:enabled:bg-surface-sunken data-popup-open:border-border-control',
  ghost:
    'border-transparent text-text-muted hover:enabled:bg-hover hover:enabled:text-text active:enabled:bg-pressed aria-pressed:bg-selected aria-pressed:text-accent-text forced-colors:aria-pressed:border-[Highlight] data-popup-open:bg-hover data-popup-open:text-text',
  danger:
    'border-transparent bg-danger text-danger-contrast shadow-sm hover:enabled:bg-danger-hover active:enabled:bg-danger-hover',
};
