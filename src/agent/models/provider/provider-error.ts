import { MomentumError } from '@/domain';

export type ProviderFault =
  | 'device-offline'
  | 'model-unreachable'
  | 'model-timeout'
  | 'model-key-missing'
  | 'model-key-refused'
  | 'model-not-allowed'
  | 'model-quota'
  | 'model-not-found'
  | 'model-too-long'
  | 'model-rate-limited'
  | 'model-provider-down'
  | 'model-request-refused'
  | 'answer-not-api';

/** Whether and when asking again may help. `after`: the provider named the shortest pause itself. */
export type RetryAdvice =
  | { readonly type: 'never' }
  | { readonly type: 'soon' }
  | { readonly type: 'after'; readonly pauseMs: number };

export interface ProviderFacts {
  readonly fault: ProviderFault;
  /** Null when no answer came. */
  readonly status: number | null;
  /** The host of the endpoint, never more of its address. */
  readonly host: string;
  /** What the provider itself wrote about it, with the key taken out; may be empty. */
  readonly words: string;
  readonly retry: RetryAdvice;
}

/** A request to a provider that led to no answer of a model. Its message says what happened, where, and what to do [L6]. */
export class ProviderError extends MomentumError {
  readonly code: ProviderFault;
  readonly status: number | null;
  readonly words: string;
  readonly retry: RetryAdvice;

  constructor(facts: ProviderFacts, options?: ErrorOptions) {
    super(messageFor(facts), options);
    this.name = 'ProviderError';
    this.code = facts.fault;
    this.status = facts.status;
    this.words = facts.words;
    this.retry = facts.retry;
  }
}

/** Finds the provider's fault behind an error of the client, which wraps it. */
export function providerErrorIn(error: unknown): ProviderError | null {
  for (let current = error; current instanceof Error; current = current.cause) {
    if (current instanceof ProviderError) return current;
  }
  return null;
}

function messageFor({ fault, status, host, words, retry }: ProviderFacts): string {
  const code = status === null ? '' : ` (${String(status)})`;
  const plain = messages[fault](host, code, retry);
  return words === '' ? plain : `${plain} It says: “${words}”`;
}

const messages = {
  'device-offline': (host) =>
    `This device is offline, so ${host} cannot be reached. Connect it and try again; the built-in model works without a network.`,
  'model-unreachable': (host) =>
    `${host} could not be reached. Either the network is down, the address is wrong, the server is not running, or it does not allow this page (CORS). Use “Test connection” in the settings to find out which, then try again.`,
  'model-timeout': (host) => `${host} did not begin to answer in time. Try again, or choose a faster model.`,
  'model-key-missing': (host, code) =>
    `${host} asks for an API key${code}. Enter one in the settings, then try again.`,
  'model-key-refused': (host, code) =>
    `${host} refused the API key${code}. Check it in the settings, then try again.`,
  'model-not-allowed': (host, code) =>
    `${host} does not allow this with your API key${code}. Choose another model, or use another key.`,
  'model-quota': (host, code) =>
    `Your account at ${host} has no credit left, or has reached its limit${code}. Add credit there, or choose another model.`,
  'model-not-found': (host, code) =>
    `${host} does not know this model or address${code}. Check the model name and the base URL in the settings.`,
  'model-too-long': (host, code) =>
    `The conversation is longer than the model of ${host} can read${code}. Start a new session, or choose a model with a larger context.`,
  'model-rate-limited': (host, code, retry) =>
    retry.type === 'after'
      ? `${host} asks for a pause of ${durationWords(retry.pauseMs)}${code}. Try again after that, or choose another model.`
      : `${host} gets too many requests${code}. Try again in a moment, or choose another model.`,
  'model-provider-down': (host, code) =>
    `${host} has trouble of its own${code}. Try again in a moment, or choose another model.`,
  'model-request-refused': (host, code) =>
    `${host} did not accept the request${code}. Check the model name and the API in the settings, or choose another model.`,
  'answer-not-api': (host) =>
    `${host} answered with a web page or something else that is no answer of a model. Check the base URL in the settings; most end in /v1.`,
} as const satisfies Record<ProviderFault, (host: string, code: string, retry: RetryAdvice) => string>;

function durationWords(pauseMs: number): string {
  const seconds = Math.ceil(pauseMs / 1_000);
  if (seconds < 120) return seconds === 1 ? '1 second' : `${String(seconds)} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120 ? `${String(minutes)} minutes` : `${String(Math.ceil(minutes / 60))} hours`;
}
