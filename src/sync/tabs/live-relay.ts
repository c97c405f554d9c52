import type { LiveText, SessionId } from '@/domain/sessions';

import type { SessionChannel } from './session-channel';
import type { TabTimers } from './tab-ports';

/** What streams is told to the other windows this often at most; each message holds the whole of it. */
const relayMs = 60;

interface Streaming {
  live: LiveText | null;
  toldAt: number;
  stop: (() => void) | null;
}

/** Lets the other windows see what streams into the sessions that this one drives. */
export class LiveRelay {
  readonly #channel: SessionChannel;
  readonly #timers: TabTimers;
  readonly #streaming = new Map<SessionId, Streaming>();

  constructor(channel: SessionChannel, timers: TabTimers) {
    this.#channel = channel;
    this.#timers = timers;
  }

  show(sessionId: SessionId, live: LiveText | null): void {
    const streaming = this.#streaming.get(sessionId) ?? { live, toldAt: -relayMs, stop: null };
    streaming.live = live;
    this.#streaming.set(sessionId, streaming);
    const waitMs = streaming.toldAt + relayMs - this.#timers.now();
    if (live === null || waitMs <= 0) this.#tell(sessionId, streaming);
    else
      streaming.stop ??= this.#timers.after(waitMs, () => {
        this.#tell(sessionId, streaming);
      });
  }

  /** For a window that has just come. */
  tellAll(): void {
    for (const [sessionId, streaming] of this.#streaming) this.#tell(sessionId, streaming);
  }

  close(): void {
    for (const { stop } of this.#streaming.values()) stop?.();
    this.#streaming.clear();
  }

  #tell(sessionId: SessionId, streaming: Streaming): void {
    streaming.stop?.();
    streaming.stop = null;
    streaming.toldAt = this.#timers.now();
    this.#channel.post({ type: 'live', sessionId, live: streaming.live });
    if (streaming.live === null) this.#streaming.delete(sessionId);
  }
}
