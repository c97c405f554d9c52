import type { SessionId } from '@/domain/sessions';

import type { TabTimers } from './tab-ports';

/** A driver that was not heard of for longer may be frozen, hung or gone [S1a]. */
const silenceMs = 3_000;
/** Two signs of life are missing. */
const lateMs = 1_100;

/** Which other window drives which session, as far as was heard. */
export class Drivers {
  readonly #timers: Pick<TabTimers, 'now'>;
  readonly #heard = new Map<SessionId, { readonly tab: string; readonly at: number }>();

  constructor(timers: Pick<TabTimers, 'now'>) {
    this.#timers = timers;
  }

  /**
   * A window says that it is at work on these sessions and on no others.
   *
   * @returns those of them that another window drove before.
   */
  noteBeat(tab: string, drives: readonly SessionId[]): readonly SessionId[] {
    const at = this.#timers.now();
    const changed = drives.filter((id) => (this.#heard.get(id)?.tab ?? tab) !== tab);
    for (const [id, driver] of this.#heard) {
      if (driver.tab === tab && !drives.includes(id)) this.#heard.delete(id);
    }
    for (const id of drives) this.#heard.set(id, { tab, at });
    return changed;
  }

  /** Nobody is known to drive the session any more. */
  forget(sessionId: SessionId): void {
    this.#heard.delete(sessionId);
  }

  isAlive(sessionId: SessionId): boolean {
    const driver = this.#heard.get(sessionId);
    return driver !== undefined && this.#timers.now() - driver.at <= silenceMs;
  }

  /** Nothing was heard of a session's driver for so long that it may be robbed; `since` counts when nothing ever was. */
  isSilent(sessionId: SessionId, since: number): boolean {
    return this.#silentMs(sessionId, since) > silenceMs;
  }

  /** More than one sign of a session's driver is missing: it is asked whether it still works. */
  isLate(sessionId: SessionId, since: number): boolean {
    return this.#silentMs(sessionId, since) > lateMs;
  }

  #silentMs(sessionId: SessionId, since: number): number {
    const heardAt = Math.max(this.#heard.get(sessionId)?.at ?? since, since);
    return this.#timers.now() - heardAt;
  }
}
