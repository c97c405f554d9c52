import type { DeviceSettings } from '@/state/settings';

export interface AskModeWords {
  readonly label: string;
  /** Exactly what still asks. */
  readonly detail: string;
}

/** The names are fixed; people and tests know them. */
export const askModeWords: Readonly<Record<DeviceSettings['askMode'], AskModeWords>> = {
  'every-change': {
    label: 'Ask for every change',
    detail: 'Every change waits for your approval, however small. Looking things up never asks.',
  },
  'when-it-matters': {
    label: 'Ask when it matters',
    detail:
      'Asks before deleting, before anything leaves the app, and before one message changes three or more existing items.',
  },
  trust: {
    label: 'Trust',
    detail: 'Asks only before deleting and before anything leaves the app. Everything else just happens.',
  },
};
