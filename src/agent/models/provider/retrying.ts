import type { Model, ModelRequest, StreamEvent } from '@openai/agents';

import type { ModelWait } from '../../loop/model-loop';
import { providerErrorIn, type ProviderError } from './provider-error';
import type { RetryPorts } from './provider-ports';

/** A longer pause than this is the person's to take: the run ends and says how long it is. */
const longestPauseMs = 60_000;

/** How often a request is repeated; a server that cannot be reached is given up earlier, for that is mostly a wrong address. */
const mostRetries = 4;
const mostConnectionRetries = 2;

const firstBackoffMs = 500;
const longestBackoffMs = 8_000;

/**
 * Repeats requests that failed for a reason that passes [L6]; the only place that does.
 *
 * Nothing is repeated once any part of a response has arrived. Each wait is told, so that it can be shown, cut short, or cancelled.
 */
export function retrying(model: Model, ports: RetryPorts, onWait: (wait: ModelWait | null) => void): Model {
  return {
    supportsPromptModelSelection: model.supportsPromptModelSelection ?? false,
    async getResponse(request) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await model.getResponse(request);
        } catch (error) {
          await pauseAfter(error, { attempt, ports, onWait, signal: request.signal });
        }
      }
    },
    async *getStreamedResponse(request) {
      yield* begunStream(model, request, { ports, onWait });
    },
  };
}

interface Waiting {
  readonly ports: RetryPorts;
  readonly onWait: (wait: ModelWait | null) => void;
}

async function* begunStream(
  model: Model,
  request: ModelRequest,
  waiting: Waiting,
): AsyncIterable<StreamEvent> {
  for (let attempt = 1; ; attempt += 1) {
    let hasBegun = false;
    try {
      for await (const event of model.getStreamedResponse(request)) {
        hasBegun = true;
        yield event;
      }
      return;
    } catch (error) {
      if (hasBegun) throw error;
      await pauseAfter(error, { ...waiting, attempt, signal: request.signal });
    }
  }
}

interface Attempt extends Waiting {
  readonly attempt: number;
  readonly signal: AbortSignal | undefined;
}

/** Waits until asking again makes sense. Rejects with the error when it does not, and when the signal aborts. */
async function pauseAfter(error: unknown, { attempt, ports, onWait, signal }: Attempt): Promise<void> {
  const failure = providerErrorIn(error);
  const pauseMs = failure === null ? null : pauseFor(failure, attempt, ports.random());
  if (failure === null || pauseMs === null || signal?.aborted === true) throw error;
  const hurry = new AbortController();
  const ended = signal === undefined ? hurry.signal : AbortSignal.any([signal, hurry.signal]);
  onWait({
    until: ports.now() + pauseMs,
    reason: failure.message,
    attempt: attempt + 1,
    retryNow: () => {
      hurry.abort();
    },
  });
  try {
    await ports.wait(pauseMs, ended);
  } catch (interruption) {
    if (!hurry.signal.aborted) throw interruption;
  } finally {
    onWait(null);
  }
  signal?.throwIfAborted();
}

/** @returns ms; null when it should not be tried again. */
function pauseFor({ code, retry }: ProviderError, attempt: number, random: number): number | null {
  const most = code === 'model-unreachable' ? mostConnectionRetries : mostRetries;
  if (retry.type === 'never' || attempt > most) return null;
  const backoffMs = Math.min(longestBackoffMs, firstBackoffMs * 2 ** (attempt - 1));
  // Many pages that were refused at once must not come back at once.
  const jitteredMs = Math.round(backoffMs * (1 + random) * 0.5);
  if (retry.type === 'soon') return jitteredMs;
  return retry.pauseMs > longestPauseMs ? null : Math.max(retry.pauseMs, jitteredMs);
}
