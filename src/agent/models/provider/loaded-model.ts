import type { Model } from '@openai/agents';

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
      throw error;
    }
  };
  return {
    getResponse: async (request) => (await loaded()).getResponse(request),
    async *getStreamedResponse(request) {
      yield* (await loaded()).getStreamedResponse(request);
    },
  };
}
