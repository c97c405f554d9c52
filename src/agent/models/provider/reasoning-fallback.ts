import type { Model, ModelRequest, ModelSettings } from '@openai/agents';

import { providerErrorIn } from './provider-error';

/**
 * How much about reasoning is asked for. Models that do not reason refuse requests that mention it, and some accounts may not see
 * summaries; nobody can tell beforehand which.
 */
const asking = ['summary', 'encrypted', 'nothing'] as const;

/**
 * Asks for less about reasoning when a server refuses the request because of it, before anything of a response has arrived, and
 * remembers what the server took.
 */
export function withReasoningFallback(model: Model): Model {
  let level = 0;
  const asked = (request: ModelRequest): ModelRequest => ({
    ...request,
    modelSettings: settingsAt(asking[level] ?? 'nothing', request.modelSettings),
  });
  /** @returns whether less can be asked for than the request at `from` did. */
  const lowered = (error: unknown, from: number): boolean => {
    if (from >= asking.length - 1 || !isAboutReasoning(error)) return false;
    level = Math.max(level, from + 1);
    return true;
  };
  return {
    supportsPromptModelSelection: false,
    async getResponse(request) {
      for (;;) {
        const from = level;
        try {
          return await model.getResponse(asked(request));
        } catch (error) {
          if (!lowered(error, from)) throw error;
        }
      }
    },
    async *getStreamedResponse(request) {
      for (;;) {
        const from = level;
        try {
          // A refused request has streamed nothing, so nothing is yielded twice.
          yield* model.getStreamedResponse(asked(request));
          return;
        } catch (error) {
          if (!lowered(error, from)) throw error;
        }
      }
    },
  };
}

function settingsAt(level: (typeof asking)[number], settings: ModelSettings): ModelSettings {
  if (level === 'summary') return settings;
  const { reasoning: _reasoning, providerData, ...rest } = settings;
  return level === 'encrypted' && providerData !== undefined ? { ...rest, providerData } : rest;
}

function isAboutReasoning(error: unknown): boolean {
  const failure = providerErrorIn(error);
  const isRefusal = failure?.code === 'model-request-refused' && failure.status !== null;
  return isRefusal && /reasoning|encrypted|summar|\binclude\b/iu.test(failure.words);
}
