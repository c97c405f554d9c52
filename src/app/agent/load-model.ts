import type { EnginePorts } from '@/agent';

/** The built-in model and what drives it, fetched when a run first needs them. */
export const loadOfflineModel: EnginePorts['modelLoop'] = async () => {
  const [{ createModelLoop }, { createOfflineModel }] = await Promise.all([
    import('@/agent/models'),
    import('@/agent/models/offline'),
  ]);
  return createModelLoop({ name: 'offline', model: createOfflineModel() });
};
