import { Button } from '@/ui';

import type { OpeningProblem, StuckState } from '../startup';
import { Page } from './Page';
import { reloadPage } from './reload-page';

export interface StuckPageProps {
  readonly state: StuckState;
  readonly onTryAgain: () => void;
  readonly onWithoutStorage: () => void;
  /** Downloads what could be read. */
  readonly onExport: () => void;
}

/** Why the workspace cannot be opened. */
export function StuckPage({ state, onTryAgain, onWithoutStorage, onExport }: StuckPageProps) {
  const { problem, message, readable } = state;
  const [first, ...rest] = waysOn[problem];
  return (
    <Page
      title={titles[problem]}
      actions={[first, ...rest].map((way, index) => {
        const variant = index === 0 ? 'primary' : 'secondary';
        switch (way) {
          case 'try-again':
            return (
              <Button key={way} variant={variant} size="lg" onClick={onTryAgain}>
                Try again
              </Button>
            );
          case 'reload':
            return (
              <Button key={way} variant={variant} size="lg" onClick={reloadPage}>
                Reload
              </Button>
            );
          case 'export':
            return (
              readable !== null && (
                <Button key={way} variant={variant} size="lg" onClick={onExport}>
                  Export what can be read
                </Button>
              )
            );
          case 'without-storage':
            return (
              <Button key={way} variant={variant} size="lg" onClick={onWithoutStorage}>
                Continue without saving
              </Button>
            );
        }
      })}
    >
      <p>{message}</p>
      {(problem === 'asleep' || problem === 'blocked') && (
        <p>This window looks again by itself, and goes on when the way is free.</p>
      )}
      {problem === 'newer' && readable === null && (
        <p>This version cannot read any of it, so there is nothing to export from here.</p>
      )}
    </Page>
  );
}

type WayOn = 'try-again' | 'reload' | 'export' | 'without-storage';

const titles = {
  asleep: 'Another tab is asleep',
  blocked: 'Another tab uses an older version',
  newer: 'Your data is from a newer version',
  closed: 'The storage was closed',
  full: 'There is no space left',
  failed: 'Your workspace cannot be reached',
} as const satisfies Record<OpeningProblem, string>;

const waysOn = {
  asleep: ['try-again', 'reload'],
  blocked: ['try-again', 'reload'],
  newer: ['reload', 'export'],
  closed: ['reload'],
  full: ['try-again', 'without-storage'],
  failed: ['try-again', 'reload', 'without-storage'],
} as const satisfies Record<OpeningProblem, readonly [WayOn, ...WayOn[]]>;
