import type { Model, ModelRequest, StreamEvent } from '@openai/agents';

/** One event of a stream, or what happens before the next one. */
export type StreamStep = StreamEvent | (() => Promise<void> | void);

type Output = Extract<StreamEvent, { type: 'response_done' }>['response']['output'];

export function textDelta(delta: string): StreamEvent {
  return { type: 'output_text_delta', delta };
}

/** Reasoning as the Responses API streams it. */
export function reasoningDelta(delta: string): StreamEvent {
  return rawEvent({ type: 'response.reasoning_summary_text.delta', delta });
}

/** An event of the provider's own. */
export function rawEvent(event: object): StreamEvent {
  return { type: 'model', event };
}

export function responseDone(output: Output): StreamEvent {
  const usage = { inputTokens: 1, outputTokens: 1, totalTokens: 2 };
  return { type: 'response_done', response: { id: 'response', output, usage } };
}

/** A model that streams exactly these steps, one list per request. It listens to no signal unless a step does. */
export class SteppedModel implements Model {
  readonly requests: ModelRequest[] = [];
  /** How many streams were ended from outside. */
  returnedCount = 0;
  readonly #scripts: readonly (readonly StreamStep[])[];

  constructor(...scripts: readonly (readonly StreamStep[])[]) {
    this.#scripts = scripts;
  }

  getResponse(): Promise<never> {
    return Promise.reject(new Error('This model only streams.'));
  }

  async *getStreamedResponse(request: ModelRequest): AsyncIterable<StreamEvent> {
    const script = this.#scripts[this.requests.length];
    this.requests.push(request);
    if (script === undefined) throw new Error('The script of the model is at its end.');
    let isDone = false;
    try {
      for (const step of script) {
        if (typeof step === 'function') await step();
        else yield step;
      }
      isDone = true;
    } finally {
      if (!isDone) this.returnedCount += 1;
    }
  }
}

/** Something that has not happened yet, and the way to let it happen. */
export function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  const door: { open: () => void } = { open: () => undefined };
  const opened = new Promise<void>((resolve) => {
    door.open = resolve;
  });
  return {
    opened,
    open: () => {
      door.open();
    },
  };
}
