import type { SessionHold } from '@/agent';
import type { SessionId } from '@/domain/sessions';

/** Time on this page, whether it is shown or hidden. It stands still while the page is frozen. */
export interface TabTimers {
  /** ms since some moment of this page; never jumps. */
  now(): number;
  /** Calls back once. @returns the way to call it off. */
  after(durationMs: number, callback: () => void): () => void;
}

/** The locks of the sessions, one each; all windows of the workspace share them. */
export interface TabLocks {
  /** Waits in line for as long as it takes: until every window before it is gone or lets go. Null when the signal comes first. */
  wait(sessionId: SessionId, signal: AbortSignal): Promise<SessionHold | null>;
  /** Takes the lock from whoever has it. Null where nobody else can be known. */
  steal(sessionId: SessionId): Promise<SessionHold | null>;
}

/**
 * What becomes of this page. `frozen`: it hears messages and makes no progress. `leaving`: it goes away, perhaps into the browser's
 * back/forward cache. `returned`: it is back from either, or is looked at again, and may have missed something.
 */
export type PageMoment = 'frozen' | 'leaving' | 'returned';

export interface PageMoments {
  /** Whether somebody may be looking at this page. */
  isVisible(): boolean;
  /** @returns the end of the subscription. */
  subscribe(listener: (moment: PageMoment) => void): () => void;
}
