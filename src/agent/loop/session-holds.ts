import type { SessionId } from '@/domain/sessions';

import type { SessionHold, SessionLocks } from '../ports';
import type { SessionLog } from './session-log';

/** One use of a session that this window holds: its journal is read to its end and may be written to. */
export interface HoldUse {
  /** Begins one more use. */
  again(): HoldUse;
  /** Harmless a second time. The session is let go with the last use. */
  end(): void;
}

/** The sessions that this window holds, each from the first use to the end of the last one [S1]. */
export class SessionHolds {
  readonly #locks: SessionLocks;
  readonly #onLost: (id: SessionId) => void;
  readonly #held = new Map<SessionId, Promise<Held | null>>();

  constructor(locks: SessionLocks, onLost: (id: SessionId) => void) {
    this.#locks = locks;
    this.#onLost = onLost;
  }

  /** @returns null when another window holds the session. */
  async use(log: SessionLog): Promise<HoldUse | null> {
    const known = this.#held.get(log.id);
    if (known === undefined) return begunUse(await this.#begin(log, this.#locks.tryHold(log.id)));
    const held = await known;
    // It may have been let go or lost while this waited.
    return held?.isOver === false ? begunUse(held) : this.use(log);
  }

  /** Uses a session whose lock this window has got already. */
  async adopt(log: SessionLog, hold: SessionHold): Promise<HoldUse | null> {
    return begunUse(await this.#begin(log, Promise.resolve(hold)));
  }

  /** Lets go at once, whoever uses it. */
  async giveUp(id: SessionId): Promise<void> {
    const known = this.#held.get(id);
    this.#held.delete(id);
    const held = await known?.catch(() => null);
    held?.release();
  }

  #begin(log: SessionLog, locked: Promise<SessionHold | null>): Promise<Held | null> {
    const forget = (): void => {
      if (this.#held.get(log.id) === begun) this.#held.delete(log.id);
    };
    const begun = this.#taken(log, locked, forget).catch((error: unknown) => {
      forget();
      throw error;
    });
    this.#held.set(log.id, begun);
    return begun;
  }

  async #taken(
    log: SessionLog,
    locked: Promise<SessionHold | null>,
    forget: () => void,
  ): Promise<Held | null> {
    const hold = await locked;
    if (hold === null) {
      forget();
      return null;
    }
    hold.lost.addEventListener('abort', () => {
      this.#onLost(log.id);
    });
    try {
      await log.lead();
    } catch (error) {
      hold.release();
      throw error;
    }
    return new Held(hold, forget);
  }
}

class Held {
  isOver = false;
  readonly #hold: SessionHold;
  readonly #forget: () => void;
  #useCount = 0;

  constructor(hold: SessionHold, forget: () => void) {
    this.#hold = hold;
    this.#forget = forget;
  }

  begin(): void {
    this.#useCount += 1;
  }

  end(): void {
    this.#useCount -= 1;
    if (this.#useCount === 0) this.release();
  }

  release(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.#forget();
    this.#hold.release();
  }
}

function begunUse(held: Held | null): HoldUse | null {
  return held === null ? null : newUse(held);
}

function newUse(held: Held): HoldUse {
  held.begin();
  let isEnded = false;
  return {
    again: () => newUse(held),
    end() {
      if (isEnded) return;
      isEnded = true;
      held.end();
    },
  };
}
