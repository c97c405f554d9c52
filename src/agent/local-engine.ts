import type { LiveText, SessionId } from '@/domain/sessions';

import type { Engine } from './engine';
import type { SessionHold } from './ports';

/** What this window has just stored of a session. */
export interface WrittenSession {
  readonly sessionId: SessionId;
  /** The place of its newest record. */
  readonly head: number;
  /** Something is left to be done without anybody asking: a run that has not ended, or a queue that may move. */
  readonly isUnfinished: boolean;
  /** What the list of sessions shows of it; another text means that the list has changed. */
  readonly listed: string;
}

/**
 * The engine of one window, and what a window needs of it to live beside others [S1]: to know what it drives and writes, to look again
 * when others have written, and to hand a run over from one window to another by its journal alone [L3].
 */
export interface LocalEngine extends Engine {
  /** Whether a run of this session is at work here. */
  drives(sessionId: SessionId): boolean;
  /** Calls back when this window begins or stops to drive a session. @returns the end of it. */
  onDriving(listener: (sessionId: SessionId, isDriving: boolean) => void): () => void;
  /** Calls back after everything that this window stores of a session, and not for what it reads again. @returns the end of it. */
  onWritten(listener: (written: WrittenSession) => void): () => void;
  /** Looks for what other windows have added to a session that was opened here, and tells it like any other news. */
  refresh(sessionId: SessionId): Promise<void>;
  /** The same for every session that was opened here, and for the list. For a window that was away. */
  refreshAll(): Promise<void>;
  /** Tells that the list of sessions may have changed. */
  relist(): void;
  /**
   * Does what is left to be done in a session, from its journal: goes on with a run that has not ended, or moves its queue. A run that
   * rested for long is closed and waits for the person [S2]. Takes charge of the hold, and lets go of it when there is nothing to do.
   */
  resume(sessionId: SessionId, hold: SessionHold): Promise<void>;
  /** Fetches what a run needs, so that taking one over takes no time. */
  prepare(): void;
  /** Stops driving a session at once and writes nothing more of it: its run is left to whoever resumes it. */
  letGo(sessionId: SessionId): void;
  /** Shows what another window is streaming; null when nothing is any more. */
  mirror(sessionId: SessionId, live: LiveText | null): void;
}
