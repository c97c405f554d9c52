import type { LocalEngine, SessionHold } from '@/agent';
import type { SessionId } from '@/domain/sessions';

import type { Drivers } from './drivers';
import type { SessionChannel } from './session-channel';
import type { TabLocks, TabTimers } from './tab-ports';

export interface SuccessionPorts {
  readonly engine: Pick<LocalEngine, 'drives' | 'resume' | 'mirror' | 'prepare'>;
  readonly channel: SessionChannel;
  readonly locks: TabLocks;
  readonly timers: TabTimers;
  readonly drivers: Drivers;
  /** 0 to less than 1, the same for the life of a window: lets several windows not steal at the same moment. */
  readonly patience: number;
  /** The session has no other driver any more: this window drives it, or nobody needs to. */
  readonly onTakenOver: (sessionId: SessionId) => void;
}

const lookEveryMs = 500;
/** A driver that can only hear answers at once; one that hangs never does. */
const askedForMs = 200;
const spreadMs = 300;
/** A window that has heard nothing for longer, not even itself, may be the one that is deaf. */
const hearingMs = 2_000;
const firstRestMs = 30_000;
const longestRestMs = 8 * 60_000;

interface Awaited {
  readonly since: number;
  readonly calledOff: AbortController;
  isAsked: boolean;
}

/**
 * Takes over sessions with unfinished work whose driver goes away [S1a] [S2].
 *
 * Waiting in line for the lock is the healthy state: a window that closes, crashes or lets go makes the next one its heir. A driver of
 * which nothing is heard is asked to let go, and only one that does not even do that is robbed; seldom, and ever more seldom.
 */
export class Succession {
  readonly #ports: SuccessionPorts;
  readonly #awaited = new Map<SessionId, Awaited>();
  readonly #robbed = new Map<SessionId, { readonly at: number; readonly restMs: number }>();
  #stopLooking: (() => void) | null = null;
  #isPaused = false;
  #isPrepared = false;

  constructor(ports: SuccessionPorts) {
    this.#ports = ports;
  }

  /** Stands in line for a session that has work left and that this window does not drive. */
  await(sessionId: SessionId): void {
    if (this.#isPaused || this.#awaited.has(sessionId) || this.#ports.engine.drives(sessionId)) return;
    const awaited = { since: this.#ports.timers.now(), calledOff: new AbortController(), isAsked: false };
    this.#awaited.set(sessionId, awaited);
    this.#stopLooking ??= this.#ports.timers.after(lookEveryMs, this.#look);
    void this.#inLine(sessionId, awaited);
  }

  /**
   * Takes a session that a person wants to go on with from a window that has it and gives no sign: asked first, like any other.
   *
   * @returns whether it is free now.
   */
  async claim(sessionId: SessionId): Promise<boolean> {
    const { channel, drivers, engine, locks, timers } = this.#ports;
    channel.probe();
    channel.post({ type: 'yield?', sessionId });
    await new Promise<void>((resolve) => {
      timers.after(askedForMs, resolve);
    });
    if (drivers.isAlive(sessionId) || !this.#hears()) return false;
    const hold = await locks.steal(sessionId).catch(() => null);
    if (hold !== null) await engine.resume(sessionId, hold);
    return hold !== null;
  }

  /** Nothing is left to be done in the session. */
  callOff(sessionId: SessionId): void {
    this.#awaited.get(sessionId)?.calledOff.abort();
    this.#awaited.delete(sessionId);
  }

  /** This page cannot drive anything for now, so it must not be anybody's heir. */
  pause(): void {
    this.#isPaused = true;
    for (const sessionId of this.#awaited.keys()) this.callOff(sessionId);
    this.#stopLooking?.();
    this.#stopLooking = null;
  }

  goOn(): void {
    this.#isPaused = false;
  }

  async #inLine(sessionId: SessionId, awaited: Awaited): Promise<void> {
    try {
      const hold = await this.#ports.locks.wait(sessionId, awaited.calledOff.signal);
      if (hold !== null) await this.#inherit(sessionId, hold, awaited);
    } catch {
      // Locks that fail or a journal that cannot be read: the session is awaited anew when something is heard of it.
      if (this.#awaited.get(sessionId) === awaited) this.#awaited.delete(sessionId);
    }
  }

  async #inherit(sessionId: SessionId, hold: SessionHold, awaited: Awaited): Promise<void> {
    // Called off in the moment in which it was granted.
    if (this.#awaited.get(sessionId) !== awaited) {
      hold.release();
      return;
    }
    this.#awaited.delete(sessionId);
    const { engine, drivers, onTakenOver } = this.#ports;
    drivers.forget(sessionId);
    engine.mirror(sessionId, null);
    await engine.resume(sessionId, hold);
    onTakenOver(sessionId);
  }

  /**
   * Looks whether the drivers of awaited sessions still give a sign. Asking costs a driver that works nothing, so that a frozen one is
   * asked soon; robbing waits until it has been silent for long.
   */
  readonly #look = (): void => {
    this.#stopLooking = this.#awaited.size > 0 ? this.#ports.timers.after(lookEveryMs, this.#look) : null;
    if (this.#awaited.size === 0) return;
    // Not at once: whoever has just come has more to do.
    if (!this.#isPrepared) this.#ports.engine.prepare();
    this.#isPrepared = true;
    this.#ports.channel.probe();
    for (const [sessionId, awaited] of this.#awaited) {
      if (awaited.isAsked || !this.#ports.drivers.isLate(sessionId, awaited.since)) continue;
      awaited.isAsked = true;
      this.#ports.channel.post({ type: 'yield?', sessionId });
      this.#ports.timers.after(askedForMs + this.#ports.patience * spreadMs, () => {
        awaited.isAsked = false;
        void this.#rob(sessionId, awaited);
      });
    }
  };

  async #rob(sessionId: SessionId, awaited: Awaited): Promise<void> {
    if (this.#awaited.get(sessionId) !== awaited || !this.#mayRob(sessionId, awaited)) return;
    const now = this.#ports.timers.now();
    const last = this.#robbed.get(sessionId);
    const restMs = last === undefined ? firstRestMs : Math.min(last.restMs * 2, longestRestMs);
    this.#robbed.set(sessionId, { at: now, restMs });
    try {
      const hold = await this.#ports.locks.steal(sessionId);
      if (hold === null) return;
      awaited.calledOff.abort();
      await this.#inherit(sessionId, hold, awaited);
    } catch {
      // It stays in line.
    }
  }

  #mayRob(sessionId: SessionId, { since }: Awaited): boolean {
    const { drivers, timers } = this.#ports;
    if (!this.#hears()) return false;
    if (!drivers.isSilent(sessionId, since)) return false;
    const last = this.#robbed.get(sessionId);
    return last === undefined || timers.now() - last.at >= last.restMs;
  }

  /** Whether this window would hear the driver, if it said anything. */
  #hears(): boolean {
    const heardAt = this.#ports.channel.heardAt();
    return heardAt !== null && this.#ports.timers.now() - heardAt <= hearingMs;
  }
}
