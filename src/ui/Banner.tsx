import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

import { classes } from './classes';
import { VisuallyHidden } from './VisuallyHidden';

export type BannerTone = 'info' | 'success' | 'warning' | 'danger';

export interface BannerProps {
  readonly tone: BannerTone;
  readonly title: string;
  readonly children?: ReactNode;
  /** Buttons. */
  readonly actions?: ReactNode;
}

/** A notice about the whole page. A danger is announced at once, everything else when the screen reader is free. */
export function Banner({ tone, title, children, actions }: BannerProps) {
  const { icon: Icon, word, look } = tones[tone];
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'status'}
      className={classes(
        'flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-border px-4 py-2.5 text-text',
        look,
      )}
    >
      <div className="flex min-w-0 flex-[1_1_18rem] items-start gap-2.5">
        <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
        <div className="min-w-0 break-words">
          <VisuallyHidden>{word}: </VisuallyHidden>
          <span className="font-medium">{title}</span>
          {children !== undefined && <div className="text-text-muted">{children}</div>}
        </div>
      </div>
      {actions !== undefined && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </div>
  );
}

const tones = {
  info: { icon: Info, word: 'Note', look: 'bg-accent-soft [&>div>svg]:text-accent-text' },
  success: { icon: CircleCheck, word: 'Done', look: 'bg-success-soft [&>div>svg]:text-success-text' },
  warning: { icon: TriangleAlert, word: 'Warning', look: 'bg-warning-soft [&>div>svg]:text-warning-text' },
  danger: { icon: CircleAlert, word: 'Problem', look: 'bg-danger-soft [&>div>svg]:text-danger-text' },
} as const;
