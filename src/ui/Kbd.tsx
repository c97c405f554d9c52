import { classes } from './classes';
import { isApplePlatform, shortcutKeys } from './shortcut';

export interface KbdProps {
  /** Names joined by `+`, such as `Mod+Shift+O`; `Mod` is Command on Apple's keyboards and Control on all others. */
  readonly keys: string;
  readonly tone?: 'plain' | 'inverse';
}

export function Kbd({ keys, tone = 'plain' }: KbdProps) {
  return (
    <kbd className="inline-flex shrink-0 items-center gap-0.5 font-sans">
      {shortcutKeys(keys, isApplePlatform()).map(({ name, symbol }) => (
        <kbd key={name} className={classes(keyCap, tones[tone])}>
          <span aria-hidden>{symbol}</span>
          <span className="sr-only">{name} </span>
        </kbd>
      ))}
    </kbd>
  );
}

const keyCap =
  'inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm border px-1 text-center font-sans text-xs font-medium';

const tones = {
  plain: 'border-border bg-surface text-text-muted',
  inverse: 'border-current/30 text-inverse-text',
} as const;
