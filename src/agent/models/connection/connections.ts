import {
  endpointUrl,
  type ApiServer,
  type ConnectionFault,
  type ConnectionReport,
  type Endpoint,
  type ProviderConfig,
  type WireApi,
} from '@/domain/models';

import { ProviderError, type ProviderFault } from '../provider/provider-error';
import { providerFetch } from '../provider/provider-fetch';
import type { FetchPort, NetworkPorts } from '../provider/provider-ports';
import { allModels } from './all-models';
import { closestNames } from './closest-names';

/** Asks servers what they are, without the engine that talks to models. */
export interface Connections {
  /**
   * The models that a server offers, by name. Rejects with an error whose message is for people.
   *
   * @param apiKey - null for servers that ask for none.
   */
  listModels(server: ApiServer, apiKey: string | null, signal: AbortSignal): Promise<readonly string[]>;
  /**
   * Finds out whether a model can be asked, and if not, why, as far as a browser can: first the list of models, then one tiny request.
   * Never rejects but for its signal.
   */
  test(config: ProviderConfig, apiKey: string | null, signal: AbortSignal): Promise<ConnectionReport>;
}

export interface ConnectionPorts extends NetworkPorts {
  /** ms since the Unix epoch. */
  readonly now: () => number;
}

export function createConnections(ports: ConnectionPorts): Connections {
  return {
    async listModels({ endpoint, api }, apiKey, signal) {
      const request = providerFetch({ endpoint, api, apiKey }, ports);
      return allModels({ endpoint, api }, request, signal);
    },
    async test(config, apiKey, signal) {
      const { endpoint, api } = config;
      const request = providerFetch({ endpoint, api, apiKey }, ports);
      const trial: Trial = { config, request, ports, signal };
      const list = await listed(trial);
      if (list.type === 'failed') return failureReport(trial, list.error, []);
      return triedModel(trial, list.models);
    },
  };
}

interface Trial {
  readonly config: ProviderConfig;
  readonly request: FetchPort;
  readonly ports: ConnectionPorts;
  readonly signal: AbortSignal;
}

type Listed =
  | { readonly type: 'listed'; readonly models: readonly string[] }
  | { readonly type: 'failed'; readonly error: ProviderError };

/** Servers without a list of models are no failure: the request that follows tells. */
async function listed({ config, request, signal }: Trial): Promise<Listed> {
  try {
    return { type: 'listed', models: await allModels(config, request, signal) };
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    const isTelling = !['model-not-found', 'model-request-refused', 'answer-not-api'].includes(error.code);
    return isTelling ? { type: 'failed', error } : { type: 'listed', models: [] };
  }
}

async function triedModel(trial: Trial, models: readonly string[]): Promise<ConnectionReport> {
  const { config, request, signal } = trial;
  const { host } = config.endpoint;
  try {
    const [route, body] = tinyRequest(config);
    await request(endpointUrl(config.endpoint, route), {
      method: 'POST',
      body: JSON.stringify(body),
      signal,
    });
    return { type: 'works', models, message: `${host} answers with the model “${config.model}”.` };
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    const isElsewhere = models.length > 0 && !models.includes(config.model);
    if (isElsewhere && unknownModelFaults.includes(error.code)) return modelMissing(config, models);
    if (error.code === 'model-not-found') return notFound(config, models, error);
    return failureReport(trial, error, models);
  }
}

const unknownModelFaults: readonly ProviderFault[] = [
  'model-not-found',
  'model-request-refused',
  'model-not-allowed',
];

/** As little as each API takes; some refuse fewer than 16 tokens. */
function tinyRequest({ api, model }: ProviderConfig): readonly [route: string, body: object] {
  const messages = [{ role: 'user', content: 'Say OK.' }];
  switch (api) {
    case 'responses':
      return ['/responses', { model, input: 'Say OK.', max_output_tokens: 16, store: false }];
    case 'chat-completions':
      return ['/chat/completions', { model, messages }];
    case 'anthropic-messages':
      return ['/messages', { model, messages, max_tokens: 16 }];
  }
}

function modelMissing({ endpoint, model }: ProviderConfig, models: readonly string[]): ConnectionReport {
  const close = closestNames(model, models).map((name) => `“${name}”`);
  const advice = close.length === 0 ? 'Choose one from the list.' : `Did you mean ${close.join(' or ')}?`;
  return {
    type: 'fails',
    code: 'model-missing',
    message: `${endpoint.host} works, but it has no model named “${model}”. ${advice}`,
    models,
  };
}

/** The server answers; what was not found may be the model, the API, or everything below the address. */
function notFound(
  { endpoint, api, model }: ProviderConfig,
  models: readonly string[],
  error: ProviderError,
): ConnectionReport {
  const { host } = endpoint;
  const fails = { type: 'fails', models } as const;
  if (/model/iu.test(error.words)) {
    const message = `${host} works, but it does not know the model “${model}”. It says: “${error.words}”`;
    return { ...fails, code: 'model-missing', message };
  }
  // An API that is there says in words what it did not find; one that is not has the words of any web server.
  if (error.words !== '' && !/^not found\b/iu.test(error.words)) {
    return { ...fails, code: 'request-refused', message: `${host} answers, but: “${error.words}”` };
  }
  if (models.length === 0) {
    const message = `${host} answers, but there is no API for models at this address. Check the base URL; most end in /v1.`;
    return { ...fails, code: 'wrong-address', message };
  }
  const message = `${host} works, but it does not speak the ${otherApis[api]}.`;
  return { ...fails, code: 'api-missing', message };
}

const otherApis = {
  responses: 'Responses API. Choose Chat Completions',
  'chat-completions': 'Chat Completions API. Choose Responses',
  'anthropic-messages': 'Messages API. Choose “OpenAI-compatible server” instead of Anthropic',
} as const satisfies Record<WireApi, string>;

async function failureReport(
  { config, ports, signal }: Trial,
  error: ProviderError,
  models: readonly string[],
): Promise<ConnectionReport> {
  const fails = { type: 'fails', models } as const;
  if (error.code !== 'model-unreachable')
    return { ...fails, code: faultOf(error.code), message: error.message };
  const { host, isLoopback } = config.endpoint;
  if (await answersOthers(config.endpoint, ports, signal)) {
    const message = `${host} is there, but it does not allow this page to read its answers (CORS). Allow the address of this page in the server’s settings; the guide says how for common servers.`;
    return { ...fails, code: 'cors-refused', message };
  }
  const advice = isLoopback
    ? 'Start the server on this device, and check the port.'
    : 'Check the address and the network. A page that was loaded over https can reach servers without https only on this device.';
  return { ...fails, code: 'not-reached', message: `Nothing answers at ${host}. ${advice}` };
}

/**
 * Whether a server answers a request whose answer nobody may read: then it is there, and only its CORS rules are in the way. The key is
 * not sent.
 */
async function answersOthers(
  { origin, path }: Endpoint,
  ports: ConnectionPorts,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    await ports.fetch(`${origin}${path}/models`, {
      mode: 'no-cors',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal,
    });
    return true;
  } catch {
    signal.throwIfAborted();
    return false;
  }
}

const faults = {
  'device-offline': 'device-offline',
  'model-unreachable': 'not-reached',
  'model-timeout': 'provider-down',
  'model-key-missing': 'key-missing',
  'model-key-refused': 'key-refused',
  'model-not-allowed': 'request-refused',
  'model-quota': 'request-refused',
  'model-not-found': 'wrong-address',
  'model-too-long': 'request-refused',
  'model-rate-limited': 'rate-limited',
  'model-provider-down': 'provider-down',
  'model-request-refused': 'request-refused',
  'answer-not-api': 'wrong-address',
} as const satisfies Record<ProviderFault, ConnectionFault>;

function faultOf(fault: ProviderFault): ConnectionFault {
  return faults[fault];
}
