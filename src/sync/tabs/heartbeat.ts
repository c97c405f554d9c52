import type { SessionId } from '@/domain/sessions';

import type { SessionChannel } from './session-channel';
import type { TabTimers } from './tab-ports';

const beatEveryMs = 500;
/** A window that has not been able to give a sign for so long does not work, whatever it answers. */
const silenceMs = 3_000;

/** The signs of life of a window that drives sessions [S1a]. */
export class Heartbeat {
  readonly #channel: SessionChannel;
  readonly #timers: TabTimers;
  readonly #onBeat: () => void;
  readonly #driven = new Set<SessionId>();
  #beatAt: number;
  #stop: (() => void) | null = null;
  #isFrozen = false;

  /** @param onBeat - called with every sign that is given by the clock. */
  constructor(channel: SessionChannel, timers: TabTimers, onBeat: () => void) {
    this.#channel = channel;
    this.#timers = timers;
    this.#onBeat = onBeat;
    this.#beatAt = timers.now();
  }

  /** What this window drives. */
  driven(): ReadonlySet<SessionId> {
    return this.#driven;
  }

  noteDriving(sessionId: SessionId, isDriving: boolean): void {
    if (isDriving) this.#driven.add(sessionId);
    else this.#driven.delete(sessionId);
    this.beat();
  }

  noteFrozen(isFrozen: boolean): void {
    this.#isFrozen = isFrozen;
  }

  /** This page hears and makes no progress: it must not keep what it drives. */
  isStuck(): boolean {
    return this.#isFrozen || (this.#driven.size > 0 && this.#timers.now() - this.#beatAt > silenceMs);
  }

  /** Says what this window drives, and again for as long as it drives anything. */
  beat(): void {
    this.stop();
    this.#beatAt = this.#timers.now();
    this.#channel.post({ type: 'beat', drives: [...this.#driven] });
    if (this.#driven.size === 0) return;
    this.#stop = this.#timers.after(beatEveryMs, () => {
      this.beat();
      this.#onBeat();
    });
  }

  stop(): void {
    this.#stop?.();
    this.#stop = null;
  }
}
