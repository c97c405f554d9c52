import type { LiveRetry, LiveText, RunId } from '@/domain/sessions';
import { millis, type Millis } from '@/domain/workspace';

import type { Clock, Frames } from '../ports';
import type { LivePiece, ModelWait } from './model-loop';

export interface FeedPorts {
  readonly frames: Frames;
  readonly clock: Clock;
  /** Shows what is streaming; null when nothing is any more. */
  readonly show: (live: LiveText | null) => void;
  /** Keeps what has streamed since the last time; failing is no harm, the response itself will be stored. */
  readonly keep: (piece: Streamed) => Promise<void>;
}

export interface Streamed {
  readonly text: string;
  readonly reasoning: string;
}

/** At most this much of a stream is lost with the page [L5]. */
const checkpointMs = 1_000;

/** What a model is streaming right now, shown at most once a frame and kept about once a second. */
export class LiveFeed {
  readonly #runId: RunId;
  readonly #ports: FeedPorts;
  #text = '';
  #reasoning = '';
  #calls: readonly string[] = [];
  #retry: LiveRetry | null = null;
  #kept: Streamed = { text: '', reasoning: '' };
  #keptAt: Millis;
  #keeping: Promise<void> = Promise.resolve();
  #cancelFrame: (() => void) | null = null;
  #isShowing = false;
  #isClosed = false;

  constructor(runId: RunId, ports: FeedPorts) {
    this.#runId = runId;
    this.#ports = ports;
    this.#keptAt = ports.clock.now();
  }

  add(piece: LivePiece): void {
    if (this.#isClosed) return;
    switch (piece.type) {
      case 'text':
        this.#text += piece.text;
        break;
      case 'reasoning':
        this.#reasoning += piece.text;
        break;
      case 'call':
        this.#calls = [...this.#calls, piece.tool];
        break;
    }
    this.#showSoon();
  }

  /** Shows that a request waits to be repeated; with null, that it waits no more. */
  wait(wait: ModelWait | null): void {
    if (this.#isClosed) return;
    this.#retry =
      wait === null ? null : { until: millis(wait.until), reason: wait.reason, attempt: wait.attempt };
    this.#showSoon();
  }

  /** The response has arrived and is journaled; what follows is another one. */
  async next(): Promise<void> {
    this.#stopFrame();
    await this.#keeping;
    this.#text = '';
    this.#reasoning = '';
    this.#calls = [];
    this.#kept = { text: '', reasoning: '' };
    if (this.#isShowing) this.#ports.show(null);
    this.#isShowing = false;
  }

  /** Takes nothing more, and answers with what streamed of a response that never arrived. */
  async close(): Promise<Streamed> {
    this.stop();
    await this.#keeping;
    return { text: this.#text, reasoning: this.#reasoning };
  }

  /** From now on nothing that streams is shown. */
  stop(): void {
    this.#isClosed = true;
    this.#stopFrame();
  }

  /** Takes what is shown off the screen. */
  clear(): void {
    if (this.#isShowing) this.#ports.show(null);
    this.#isShowing = false;
  }

  #showSoon(): void {
    this.#cancelFrame ??= this.#ports.frames.next(() => {
      this.#cancelFrame = null;
      this.#show();
    });
  }

  #show(): void {
    this.#isShowing = true;
    this.#ports.show({
      runId: this.#runId,
      reasoning: this.#reasoning,
      text: this.#text,
      calls: this.#calls,
      ...(this.#retry === null ? {} : { retry: this.#retry }),
    });
    this.#keep();
  }

  #keep(): void {
    const now = this.#ports.clock.now();
    if (now - this.#keptAt < checkpointMs) return;
    const piece = {
      text: this.#text.slice(this.#kept.text.length),
      reasoning: this.#reasoning.slice(this.#kept.reasoning.length),
    };
    if (piece.text === '' && piece.reasoning === '') return;
    this.#keptAt = now;
    this.#kept = { text: this.#text, reasoning: this.#reasoning };
    this.#keeping = this.#keeping.then(() => this.#ports.keep(piece)).catch(() => undefined);
  }

  #stopFrame(): void {
    this.#cancelFrame?.();
    this.#cancelFrame = null;
  }
}
