import type { ModelCall, ModelLoop, ModelRun, ModelRunEnd } from '@/agent';
import { callId, type ModelItem } from '@/domain/sessions';

/** What a scripted model answers to one request: calls of these tools, in this order; none is its last word. */
export interface ScriptedAnswer {
  readonly calls: readonly ScriptedCallKind[];
  /** Waits to be let on before it answers. */
  readonly waits?: boolean;
  /** Begins to say something before it waits. */
  readonly streams?: boolean;
}

export type ScriptedCallKind = 'make' | 'look' | 'ask' | 'fail' | 'unknown' | 'malformed';

export interface ScriptedRequest {
  readonly items: readonly ModelItem[];
  readonly signal: AbortSignal;
  /** The run that asked, counted from 1. */
  readonly run: number;
}

/** Drives a scripted model without the SDK: thousands of runs a second. */
export class ScriptedLoop implements ModelLoop {
  readonly model = 'scripted';
  readonly requests: ScriptedRequest[] = [];
  readonly pauses = new Pauses();
  /** Calls that were handed over, in order. */
  readonly started: string[] = [];
  activeCount = 0;
  mostActive = 0;
  readonly #answer: (request: ScriptedRequest, index: number) => ScriptedAnswer;
  #runCount = 0;
  #callCount = 0;

  /** @param answer - what to answer to the n-th request of a run, 0 for the first. */
  constructor(answer: (request: ScriptedRequest, index: number) => ScriptedAnswer) {
    this.#answer = answer;
  }

  async runTurns(run: ModelRun): Promise<ModelRunEnd> {
    this.#runCount += 1;
    this.activeCount += 1;
    this.mostActive = Math.max(this.mostActive, this.activeCount);
    try {
      return await this.#turns(run, this.#runCount);
    } finally {
      this.activeCount -= 1;
    }
  }

  async #turns(run: ModelRun, number: number): Promise<ModelRunEnd> {
    for (let index = 0; index < run.maxTurns; index += 1) {
      if (run.signal.aborted) return { type: 'stopped' };
      const request = { items: run.items(), signal: run.signal, run: number };
      this.requests.push(request);
      const answer = this.#answer(request, index);
      if (answer.streams === true) run.onPiece({ type: 'text', text: `Half of ${String(number)}` });
      if (answer.waits === true) await this.pauses.pause(run.signal);
      if (run.signal.aborted) return { type: 'stopped' };
      const calls = answer.calls.map((kind) => this.#call(kind));
      await run.onAnswer({ items: itemsOf(calls, number), calls });
      if (calls.length === 0) return run.signal.aborted ? { type: 'stopped' } : { type: 'completed' };
      for (const call of calls) {
        if (run.signal.aborted) return { type: 'stopped' };
        this.started.push(call.callId);
        await run.execute(call);
      }
    }
    return { type: 'limit' };
  }

  #call(kind: ScriptedCallKind): ModelCall {
    this.#callCount += 1;
    const id = `c${String(this.#callCount)}`;
    const rawArguments = kind === 'malformed' ? '{"name": ' : `{"name":"${id}"}`;
    return { callId: callId(id), tool: kind === 'malformed' ? 'make' : kind, rawArguments };
  }
}

function itemsOf(calls: readonly ModelCall[], run: number): readonly ModelItem[] {
  if (calls.length === 0) {
    const content = [{ type: 'output_text', text: `Answer ${String(run)}` }];
    return [{ type: 'message', role: 'assistant', status: 'completed', content }];
  }
  return calls.map(({ callId: id, tool, rawArguments }) => ({
    type: 'function_call',
    callId: id,
    name: tool,
    arguments: rawArguments,
    status: 'completed',
  }));
}

/** Everything that waits to be let on: models, and a slow disk. */
class Pauses {
  readonly #waiting: (() => void)[] = [];

  get count(): number {
    return this.#waiting.length;
  }

  /** Waits until it is let on, or until the signal is aborted. */
  pause(signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const go = (): void => {
        signal?.removeEventListener('abort', stop);
        resolve();
      };
      const stop = (): void => {
        const place = this.#waiting.indexOf(go);
        if (place !== -1) this.#waiting.splice(place, 1);
        resolve();
      };
      this.#waiting.push(go);
      signal?.addEventListener('abort', stop, { once: true });
      if (signal?.aborted === true) stop();
    });
  }

  /** Lets one of them on. */
  release(pick: number): void {
    const [go] = this.#waiting.splice(pick % Math.max(1, this.#waiting.length), 1);
    go?.();
  }

  releaseAll(): void {
    for (const go of this.#waiting.splice(0)) go();
  }
}
