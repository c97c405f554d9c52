import type { SessionStatus } from '@/domain/sessions';

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

/** What a key means in the composer; `leave` is what it means everywhere. */
export function composerKeyMeaning(key: ComposerKey, situation: ComposerSituation): 'send' | 'leave' {
  if (key.key !== 'Enter' || situation.isComposing || key.shiftKey) return 'leave';
  // With a real keyboard at a touch screen, these send there too.
  if (key.ctrlKey || key.metaKey) return 'send';
  return situation.isTouch || key.altKey ? 'leave' : 'send';
}

/** Whether Escape stops the run: not while it waits for the person, where nothing is under way and a request would be lost. */
export function doesEscapeCancel(status: SessionStatus): boolean {
  return status === 'running';
}

/** Says in the empty composer what Enter does now. */
export function composerPlaceholder(status: SessionStatus, isTouch: boolean): string {
  if (status === 'awaiting_user') return 'Momentum waits for your response above';
  if (status === 'running') return 'Momentum is working. You can send when it is done';
  return isTouch ? 'Message Momentum. Tap Send when done' : 'Message Momentum. Enter sends';
}
