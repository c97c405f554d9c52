import {
  OpenAIChatCompletionsModel,
  OpenAIResponsesModel,
  type Model,
  type ModelSettings,
} from '@openai/agents';
import OpenAI from 'openai';

import { providerName, type ProviderConfig } from '@/domain/models';

import type { ModelChoice } from '../create-model-loop';
import { plainChatBody } from './chat-body';
import { loadedModel } from './loaded-model';
import { providerFetch, streamOf } from './provider-fetch';
import type { FetchPort, NetworkPorts, ProviderAccess, RetryPorts } from './provider-ports';
import { withReasoningFallback } from './reasoning-fallback';
import { sendableItems } from './sendable-items';
import { withoutKey } from './words';

/**
 * A model of a provider, asked over HTTP. Nothing of a conversation is kept there: requests are stateless, and reasoning travels
 * encrypted with the items it belongs to.
 *
 * @param apiKey - null for servers that ask for none.
 */
export function createProviderModel(
  config: ProviderConfig,
  apiKey: string | null,
  ports: NetworkPorts & RetryPorts,
): ModelChoice {
  const { endpoint, api } = config;
  return {
    name: providerName(config),
    model: modelFor(config, { endpoint, api, apiKey }, ports),
    settings: settingsFor(config),
    ...(config.contextTokens === null ? {} : { contextTokens: config.contextTokens }),
    sendable: (items) => sendableItems(items, api),
    provider: {
      host: endpoint.host,
      redact: (text) => withoutKey(text, apiKey),
      retries: ports,
    },
  };
}

function modelFor(config: ProviderConfig, access: ProviderAccess, ports: NetworkPorts & RetryPorts): Model {
  const { api, model } = config;
  const send = providerFetch(access, ports);
  switch (api) {
    case 'responses':
      return withReasoningFallback(new OpenAIResponsesModel(clientFor(config, access, send), model));
    case 'chat-completions':
      return new OpenAIChatCompletionsModel(clientFor(config, access, send), model);
    case 'anthropic-messages':
      return loadedModel(async () => {
        const { createMessagesModel } = await import('../anthropic/create-messages-model');
        return createMessagesModel(model, access, send);
      });
  }
}

function settingsFor(config: ProviderConfig): ModelSettings {
  // What is not asked for is not sent: servers that are not OpenAI's may refuse what they do not know.
  switch (config.api) {
    case 'responses':
      return {
        store: false,
        reasoning: { summary: 'auto' },
        providerData: { include: ['reasoning.encrypted_content'] },
      };
    case 'chat-completions':
      return isOpenAi(config) ? { store: false } : {};
    case 'anthropic-messages':
      return {};
  }
}

function isOpenAi({ endpoint }: ProviderConfig): boolean {
  return endpoint.host === 'api.openai.com';
}

/** The client writes requests and reads streams. It never sees the key, repeats nothing and says nothing to the console. */
function clientFor(config: ProviderConfig, access: ProviderAccess, send: FetchPort): OpenAI {
  const isChat = config.api === 'chat-completions';
  const request: FetchPort = async (url, init) => {
    const body =
      isChat && typeof init.body === 'string' ? plainChatBody(init.body, isOpenAi(config)) : init.body;
    const response = await send(url, body === undefined ? init : { ...init, body });
    return isStreamAsked(init) ? streamOf(response, access) : response;
  };
  return new OpenAI({
    apiKey: 'not-here',
    baseURL: access.endpoint.origin + access.endpoint.path,
    dangerouslyAllowBrowser: true,
    maxRetries: 0,
    logLevel: 'off',
    fetch: (input, init = {}) => request(typeof input === 'string' ? input : urlOf(input), init),
  });
}

function urlOf(input: URL | Request): string {
  return input instanceof URL ? input.href : input.url;
}

function isStreamAsked({ body }: RequestInit): boolean {
  return typeof body === 'string' && body.includes('"stream":true');
}
