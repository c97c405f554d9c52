import { createStore, type StoreApi } from 'zustand/vanilla';

import { readEndpoint, type PriceEntry, type ProviderConfig, type WireApi } from '@/domain/models';
import type { SessionModel } from '@/domain/sessions';

import { knownPrices } from './prices';

export const modelChoices = ['offline', 'openai', 'anthropic', 'compatible'] as const;
export type ModelChoiceName = (typeof modelChoices)[number];

/** The APIs of OpenAI's, which other servers speak too. */
export const openAiApis = ['responses', 'chat-completions'] as const satisfies readonly WireApi[];

/** How one kind of provider is reached. */
export interface ProviderSettings {
  /** As it was typed; it may not be an address yet. */
  readonly baseUrl: string;
  readonly model: string;
  readonly api: WireApi;
  /** Tokens the model can read at once; null to go by what is known of it. */
  readonly contextTokens: number | null;
}

/** Which model answers, and what is known about models. No key is among it. */
export interface ModelSettings {
  readonly choice: ModelChoiceName;
  readonly openai: ProviderSettings;
  readonly anthropic: ProviderSettings;
  readonly compatible: ProviderSettings;
  readonly prices: readonly PriceEntry[];
}

const openAiBaseUrl = 'https://api.openai.com/v1';
const anthropicBaseUrl = 'https://api.anthropic.com/v1';

export const defaultModelSettings: ModelSettings = {
  choice: 'offline',
  openai: { baseUrl: openAiBaseUrl, model: '', api: 'responses', contextTokens: null },
  anthropic: { baseUrl: anthropicBaseUrl, model: '', api: 'anthropic-messages', contextTokens: null },
  compatible: { baseUrl: '', model: '', api: 'chat-completions', contextTokens: null },
  prices: knownPrices,
};

/** Where settings are kept, as text. Best effort: it never throws, and may forget. */
export interface SettingsPlace {
  read(): string | null;
  write(text: string): void;
  /** Calls back when another window has written; answers with the way to stop. */
  subscribe(listener: () => void): () => void;
}

export interface ModelSettingsStore extends Pick<
  StoreApi<ModelSettings>,
  'getState' | 'getInitialState' | 'subscribe'
> {
  set(changes: Partial<ModelSettings>): void;
  close(): void;
}

/** Settings that are remembered, and the same in all windows. */
export function createModelSettings(place: SettingsPlace): ModelSettingsStore {
  const store = createStore<ModelSettings>(() => parseModelSettings(place.read()));
  const close = place.subscribe(() => {
    store.setState(parseModelSettings(place.read()));
  });
  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    set(changes) {
      store.setState(changes);
      place.write(JSON.stringify(store.getState()));
    },
    close,
  };
}

/** Reads what may have been written by anybody: whatever is not understood is as it was at first. */
export function parseModelSettings(text: string | null): ModelSettings {
  const stored = fieldsOf(parsedJson(text));
  return {
    choice: modelChoices.find((choice) => choice === stored.get('choice')) ?? defaultModelSettings.choice,
    openai: { ...providerIn(stored.get('openai'), defaultModelSettings.openai), baseUrl: openAiBaseUrl },
    anthropic: {
      ...providerIn(stored.get('anthropic'), defaultModelSettings.anthropic),
      api: 'anthropic-messages',
    },
    compatible: providerIn(stored.get('compatible'), defaultModelSettings.compatible),
    prices: pricesIn(stored.get('prices')) ?? defaultModelSettings.prices,
  };
}

/** Who answers: the built-in model, a provider, or nobody yet, with what is missing. */
export type ChosenModel =
  | { readonly type: 'offline' }
  | { readonly type: 'provider'; readonly config: ProviderConfig }
  | { readonly type: 'incomplete'; readonly message: string };

/** @param session - the choice of one session, which goes before that for all. */
export function chosenModel(settings: ModelSettings, session: SessionModel | null = null): ChosenModel {
  const provider = providerOf(settings, session);
  if (provider === undefined) {
    return { type: 'incomplete', message: 'This session names a model that is not known here. Choose one.' };
  }
  if (provider === 'offline') return { type: 'offline' };
  const { baseUrl, model, api, contextTokens } = providerWith(settings[provider], session);
  const reading = readEndpoint(baseUrl);
  if (reading.type === 'unusable') return { type: 'incomplete', message: reading.message };
  if (model.trim() === '') {
    return { type: 'incomplete', message: 'Enter the name of a model, or choose one from the list.' };
  }
  return {
    type: 'provider',
    config: { endpoint: reading.endpoint, api, model: model.trim(), contextTokens },
  };
}

/** Names who answers, for the header: "gpt-5 at api.openai.com". */
export function modelWords(settings: ModelSettings, session: SessionModel | null = null): string {
  const chosen = chosenModel(settings, session);
  switch (chosen.type) {
    case 'offline':
      return 'Built-in offline model';
    case 'provider':
      return `${chosen.config.model} at ${chosen.config.endpoint.host}`;
    case 'incomplete':
      return 'No model yet';
  }
}

function providerOf({ choice }: ModelSettings, session: SessionModel | null): ModelChoiceName | undefined {
  return session === null ? choice : modelChoices.find((name) => name === session.provider);
}

/** The context size was given for the provider's own model and means nothing for another. */
function providerWith(provider: ProviderSettings, session: SessionModel | null): ProviderSettings {
  return session === null || session.model === provider.model
    ? provider
    : { ...provider, model: session.model, contextTokens: null };
}

type Fields = ReadonlyMap<string, unknown>;

function parsedJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

function fieldsOf(value: unknown): Fields {
  return new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

function providerIn(value: unknown, fallback: ProviderSettings): ProviderSettings {
  const fields = fieldsOf(value);
  return {
    baseUrl: textIn(fields.get('baseUrl')) ?? fallback.baseUrl,
    model: textIn(fields.get('model')) ?? fallback.model,
    api: openAiApis.find((api) => api === fields.get('api')) ?? fallback.api,
    contextTokens: countIn(fields.get('contextTokens')),
  };
}

function pricesIn(value: unknown): readonly PriceEntry[] | null {
  if (!Array.isArray(value)) return null;
  const entries = value.map((entry: unknown) => priceIn(fieldsOf(entry)));
  return entries.every((entry) => entry !== null) ? entries : null;
}

function priceIn(fields: Fields): PriceEntry | null {
  const model = textIn(fields.get('model'));
  const [input, cachedInput, output] = ['input', 'cachedInput', 'output'].map((name) =>
    amountIn(fields.get(name)),
  );
  if (model === null || input === undefined || cachedInput === undefined || output === undefined) return null;
  if (input === null || cachedInput === null || output === null) return null;
  return { model, input, cachedInput, output };
}

function textIn(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function countIn(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : null;
}

function amountIn(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null;
}
