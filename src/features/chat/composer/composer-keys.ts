import type { SessionStatus } from '@/domain/sessions';

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
}

/** What a key means in the composer; `queue` sends behind the run that is active, `leave` is what it means everywhere. */
export function composerKeyMeaning(
  key: ComposerKey,
  situation: ComposerSituation,
): 'send' | 'queue' | 'leave' {
  if (key.key !== 'Enter' || situation.isComposing || key.shiftKey) return 'leave';
  if (key.altKey) return 'queue';
  // With a real keyboard at a touch screen, these send there too.
  if (key.ctrlKey || key.metaKey) return 'send';
  return situation.isTouch ? 'leave' : 'send';
}

/** Says in the empty composer what Enter does now. */
export function composerPlaceholder(status: SessionStatus, isTouch: boolean): string {
  const isActive = isRunActive(status);
  if (isTouch) return isActive ? 'Message Momentum. Enter starts a new line' : 'Message Momentum';
  return isActive
    ? 'Message Momentum. Enter interrupts and sends, Alt+Enter queues'
    : 'Message Momentum. Enter sends';
}
