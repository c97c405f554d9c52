import type { Model } from '@openai/agents';

import { MomentumError } from '@/domain';

import { notLoadedFailure } from '../../loop/run-failures';

/** The code that speaks with a provider could not be fetched. */
class ModelNotLoadedError extends MomentumError {
  readonly code = notLoadedFailure.code;

  constructor(options: ErrorOptions) {
    super(notLoadedFailure.message, options);
    this.name = 'ModelNotLoadedError';
  }
}

/** A model whose code is fetched with its first request. */
export function loadedModel(load: () => Promise<Model>): Model {
  let loading: Promise<Model> | null = null;
  const loaded = async (): Promise<Model> => {
    loading ??= load();
    try {
      return await loading;
    } catch (error) {
      // The network may be back for the next request.
      loading = null;
      throw new ModelNotLoadedError({ cause: error });
    }
  };
  return {
    getResponse: async (request) => (await loaded()).getResponse(request),
    async *getStreamedResponse(request) {
      yield* (await loaded()).getStreamedResponse(request);
    },
  };
}
