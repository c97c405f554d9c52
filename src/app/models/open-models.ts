import type { EnginePorts, ModelLoop } from '@/agent';
import type { Connections } from '@/agent/models/connection';
import type { Endpoint, ProviderConfig } from '@/domain/models';
import type { RelayFetch } from '@/outbound';
import {
  chosenModel,
  createKeyVault,
  createModelSettings,
  keyBase,
  modelWords,
  type KeyVault,
  type ModelServices,
  type SettingsPlace,
} from '@/state/models';

import { loadOfflineModel } from '../agent';
import { modelNetwork, type RelayMaker } from '../network';

/** What the models need of this browser. */
export interface ModelParts {
  readonly settingsPlace: SettingsPlace;
  /** A place of its own, which no export reads [X3]. */
  readonly keysPlace: SettingsPlace;
  readonly makeRelay: RelayMaker;
  /** False only when this device is certainly without a network. */
  readonly isOnline: () => boolean;
}

export interface OpenModels {
  readonly services: ModelServices;
  /** The model that is chosen when a run begins, for its session or else for all. */
  readonly modelLoop: EnginePorts['modelLoop'];
  /** Which one that would be now, in words. */
  readonly modelName: () => string;
  /** Reaches an endpoint that the person has named, and nothing else. */
  readonly network: (endpoint: Endpoint) => RelayFetch;
}

/** Puts together what chooses, reaches and asks models. What is large is fetched when it is first needed. */
export function openModels({ settingsPlace, keysPlace, makeRelay, isOnline }: ModelParts): OpenModels {
  const settings = createModelSettings(settingsPlace);
  const keys = createKeyVault(keysPlace);
  const network = modelNetwork(makeRelay);
  const provider = providerLoops({ keys, network, isOnline });
  return {
    services: { settings, keys, connections: lazyConnections(network, isOnline) },
    modelName: () => modelWords(settings.getState()),
    network,
    modelLoop(session) {
      const chosen = chosenModel(settings.getState(), session);
      switch (chosen.type) {
        case 'offline':
          return loadOfflineModel(session);
        case 'incomplete':
          return Promise.resolve(
            unready('model-not-chosen', `${chosen.message} It is asked for in the settings.`),
          );
        case 'provider':
          return keys.getState().access === 'locked'
            ? Promise.resolve(unready('model-key-locked', lockedWords))
            : provider(chosen.config);
      }
    },
  };
}

const lockedWords =
  'Your API keys are locked. Open the settings, enter your passphrase under Model, and try again.';

/** A model that cannot be asked, and says why to whoever tries. */
function unready(code: string, message: string): ModelLoop {
  return {
    model: 'none',
    runTurns: () =>
      Promise.resolve({ type: 'failed', failure: { code, message, canRetry: true, canContinue: true } }),
  };
}

type Network = (endpoint: ProviderConfig['endpoint']) => RelayFetch;

interface ProviderParts {
  readonly keys: KeyVault;
  readonly network: Network;
  readonly isOnline: () => boolean;
}

/** One loop for as long as the model and its key stay the same: it remembers what its server would not take. */
function providerLoops({
  keys,
  network,
  isOnline,
}: ProviderParts): (config: ProviderConfig) => Promise<ModelLoop> {
  let last: { readonly id: string; readonly loop: Promise<ModelLoop> } | null = null;
  return (config) => {
    const id = JSON.stringify([config, keys.getState().revision]);
    if (last?.id === id) return last.loop;
    const loop = loaded();
    const mine = { id, loop };
    last = mine;
    loop.catch(() => {
      if (last === mine) last = null;
    });
    return loop;

    async function loaded(): Promise<ModelLoop> {
      const { createModelLoop, createProviderModel } = await import('@/agent/models');
      const apiKey = keys.keyFor(keyBase(config.endpoint));
      return createModelLoop(
        createProviderModel(config, apiKey, {
          fetch: network(config.endpoint),
          isOnline,
          now: () => Date.now(),
          random: () => Math.random(),
          wait: waited,
        }),
      );
    }
  };
}

function lazyConnections(network: Network, isOnline: () => boolean): Connections {
  const load = async (endpoint: ProviderConfig['endpoint']): Promise<Connections> => {
    const { createConnections } = await import('@/agent/models/connection');
    return createConnections({ fetch: network(endpoint), isOnline, now: () => Date.now() });
  };
  return {
    listModels: async (server, apiKey, signal) =>
      (await load(server.endpoint)).listModels(server, apiKey, signal),
    test: async (config, apiKey, signal) => (await load(config.endpoint)).test(config, apiKey, signal),
  };
}

/** Rejects as soon as the signal aborts, and leaves no timer behind. */
export function waited(durationMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(new DOMException('The wait was ended.', 'AbortError'));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, durationMs);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
  });
}
