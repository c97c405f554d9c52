import { queryOptions } from '@tanstack/react-query';
import { createContext, use } from 'react';
import { useStore } from 'zustand';

import type { Connections } from '@/agent/models/connection';
import type { ApiServer, Endpoint } from '@/domain/models';

import type { KeyVault, KeyVaultState } from './key-vault';
import type { ModelSettings, ModelSettingsStore } from './model-settings';

/** What screens read and call about models. Made once by the app, handed down by `ModelServicesContext`. */
export interface ModelServices {
  readonly settings: ModelSettingsStore;
  readonly keys: KeyVault;
  readonly connections: Connections;
}

export const ModelServicesContext = createContext<ModelServices | null>(null);

export function useModelServices(): ModelServices {
  const services = use(ModelServicesContext);
  if (services === null) throw new Error('The model settings need a ModelServicesContext around them.');
  return services;
}

/** Reads from the model settings; renders again when the answer is another one by `Object.is`. */
export function useModelSettings<Answer>(selector: (settings: ModelSettings) => Answer): Answer {
  return useStore(useModelServices().settings, selector);
}

export function useKeyVault<Answer>(selector: (state: KeyVaultState) => Answer): Answer {
  return useStore(useModelServices().keys, selector);
}

/** Under what an endpoint's key is kept. */
export function keyBase({ origin, path }: Endpoint): string {
  return origin + path;
}

/** The models that a server offers. Keyed by the revision of the keys, never by a key. */
export function modelListQuery({ connections, keys }: ModelServices, server: ApiServer) {
  const base = keyBase(server.endpoint);
  return queryOptions({
    queryKey: ['models', server.api, base, keys.getState().revision],
    queryFn: ({ signal }) => connections.listModels(server, keys.keyFor(base), signal),
    staleTime: 5 * 60_000,
    retry: false,
  });
}
