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
  readonly keep: (piece: Streamed & StartsOver) => Promise<void>;
}

interface StartsOver {
  /** What was kept before belongs to a request that broke off with its page and has been made again. */
  readonly startsOver?: true;
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
  /** What is shown streamed before the page went away, and gives way to the first piece of the new stream. */
  #isOfBefore = false;
  #startsOver = false;

  constructor(runId: RunId, ports: FeedPorts) {
    this.#runId = runId;
    this.#ports = ports;
    this.#keptAt = ports.clock.now();
  }

  /** Shows what had streamed when the page went away, until the request that is made again begins to be answered. */
  begin({ text, reasoning }: Streamed): void {
    if (text === '' && reasoning === '') return;
    this.#text = text;
    this.#reasoning = reasoning;
    this.#kept = { text, reasoning };
    this.#isOfBefore = true;
    this.#showSoon();
  }

  add(piece: LivePiece): void {
    if (this.#isClosed) return;
    if (this.#isOfBefore) this.#startOver();
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
    this.#isOfBefore = false;
    this.#startsOver = false;
    if (this.#isShowing) this.#ports.show(null);
    this.#isShowing = false;
  }

  /** Takes nothing more, and answers with what streamed of a response that never arrived. */
  async close(): Promise<Streamed> {
    this.stop();
    await this.#keeping;
    return { text: this.#text, reasoning: this.#reasoning };
  }

  /** Keeps what has not been kept yet, while there is still a moment. */
  flush(): void {
    this.#keep();
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

  #show(): void {
    this.#isShowing = true;
    this.#ports.show({
      runId: this.#runId,
      reasoning: this.#reasoning,
      text: this.#text,
      calls: this.#calls,
      ...(this.#retry === null ? {} : { retry: this.#retry }),
    });
    if (this.#ports.clock.now() - this.#keptAt >= checkpointMs) this.#keep();
  }

  #showSoon(): void {
    this.#cancelFrame ??= this.#ports.frames.next(() => {
      this.#cancelFrame = null;
      this.#show();
    });
  }

  #startOver(): void {
    this.#text = '';
    this.#reasoning = '';
    this.#kept = { text: '', reasoning: '' };
    this.#isOfBefore = false;
    this.#startsOver = true;
  }

  #keep(): void {
    const piece = {
      text: this.#text.slice(this.#kept.text.length),
      reasoning: this.#reasoning.slice(this.#kept.reasoning.length),
    };
    if (piece.text === '' && piece.reasoning === '') return;
    const kept = this.#startsOver ? { ...piece, startsOver: true as const } : piece;
    this.#startsOver = false;
    this.#keptAt = this.#ports.clock.now();
    this.#kept = { text: this.#text, reasoning: this.#reasoning };
    // At once: a moment later the run may have been given up, and may write no more.
    const keeping = this.#ports.keep(kept).catch(() => undefined);
    this.#keeping = Promise.all([this.#keeping, keeping]).then(() => undefined);
  }

  #stopFrame(): void {
    this.#cancelFrame?.();
    this.#cancelFrame = null;
  }
}
