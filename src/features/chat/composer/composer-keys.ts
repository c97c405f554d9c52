import type { SessionStatus } from '@/domain/sessions';
import type { SendMode } from '@/state/sessions';

import { isRunActive } from '../run/run-words';

/** The part of a key press that decides. */
export interface ComposerKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

export interface ComposerSituation {
  /** The key belongs to an input method, which is putting a character together. */
  readonly isComposing: boolean;
  /** The keyboard is on the screen, where Enter is the only way to a new line. */
  readonly isTouch: boolean;
  /** What Enter does while a run is active. */
  readonly whileRunning: SendMode;
}

/** What a key means in the composer: how it sends; `leave` is what it means everywhere. */
export function composerKeyMeaning(key: ComposerKey, situation: ComposerSituation): SendMode | 'leave' {
  if (key.key !== 'Enter' || situation.isComposing || key.shiftKey) return 'leave';
  if (key.altKey) return otherMode(situation.whileRunning);
  // With a real keyboard at a touch screen, these send there too.
  if (key.ctrlKey || key.metaKey) return situation.whileRunning;
  return situation.isTouch ? 'leave' : situation.whileRunning;
}

export function otherMode(mode: SendMode): SendMode {
  return mode === 'interrupt' ? 'queue' : 'interrupt';
}

/** Says in the empty composer what Enter does now, in one line of a narrow window: a second one would move what is above. */
export function composerPlaceholder(
  status: SessionStatus,
  { isTouch, whileRunning }: Pick<ComposerSituation, 'isTouch' | 'whileRunning'>,
): string {
  const isActive = isRunActive(status);
  if (isTouch) return isActive ? 'Message Momentum. Enter starts a new line' : 'Message Momentum';
  if (!isActive) return 'Message Momentum. Enter sends';
  return whileRunning === 'interrupt'
    ? 'Enter interrupts and sends, Alt+Enter queues'
    : 'Enter queues, Alt+Enter interrupts and sends';
}
