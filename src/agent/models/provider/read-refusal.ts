import type { ProviderFault, RetryAdvice } from './provider-error';

/** A response that is no answer, as far as it matters. */
export interface Refusal {
  readonly fault: ProviderFault;
  readonly said: string;
  readonly retry: RetryAdvice;
}

export interface RefusedResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  readonly hasKey: boolean;
  /** ms since the Unix epoch, for dates in Retry-After. */
  readonly now: number;
}

/** Says what a response with an error status means. Never throws. */
export function readRefusal(response: RefusedResponse): Refusal {
  const error = errorIn(response.body);
  const fault = faultOf(response, `${error.code} ${error.said}`);
  return { fault, said: error.said, retry: retryAdvice(response, fault) };
}

/** The words and codes of an error in any of the shapes that providers use. */
export function errorIn(body: string): { readonly said: string; readonly code: string } {
  const parsed = parsedJson(body);
  if (parsed === null) return { said: /^\s*</u.test(body) ? '' : body, code: '' };
  const outer = fieldsOf(Array.isArray(parsed) ? parsed[0] : parsed);
  const inner = fieldsOf(outer['error']);
  const said = firstText(inner['message'], outer['message'], outer['error'], outer['detail'], inner['type']);
  return { said, code: [inner['code'], inner['type'], inner['status'], outer['code']].map(textOf).join(' ') };
}

function faultOf({ status, hasKey }: RefusedResponse, words: string): ProviderFault {
  if (status === 401) return hasKey ? 'model-key-refused' : 'model-key-missing';
  const told = tellingWords.find(({ pattern, statuses }) => statuses.includes(status) && pattern.test(words));
  if (told !== undefined) return told.fault;
  return faultsByStatus.get(status) ?? (status >= 500 ? 'model-provider-down' : 'model-request-refused');
}

/** What providers say in words because the status alone does not tell. */
const tellingWords: readonly {
  readonly pattern: RegExp;
  readonly statuses: readonly number[];
  readonly fault: ProviderFault;
}[] = [
  {
    pattern: /insufficient_quota|exceeded your current quota|billing|credit balance/iu,
    statuses: [400, 403, 429],
    fault: 'model-quota',
  },
  {
    pattern:
      /context_length|context length|maximum context|context window|context size|too many tokens|prompt is too long|context limit/iu,
    statuses: [400, 422, 500],
    fault: 'model-too-long',
  },
  { pattern: /invalid[_ ]api[_ ]key|api key not valid/iu, statuses: [400, 403], fault: 'model-key-refused' },
];

const faultsByStatus: ReadonlyMap<number, ProviderFault> = new Map([
  [402, 'model-quota'],
  [403, 'model-not-allowed'],
  [404, 'model-not-found'],
  [405, 'model-not-found'],
  [408, 'model-timeout'],
  [409, 'model-provider-down'],
  [413, 'model-too-long'],
  [429, 'model-rate-limited'],
]);

const passing: ReadonlySet<ProviderFault> = new Set([
  'model-timeout',
  'model-rate-limited',
  'model-provider-down',
]);

function retryAdvice({ headers, now, status }: RefusedResponse, fault: ProviderFault): RetryAdvice {
  // A server that has not implemented something will not have it in a second.
  if (!passing.has(fault) || status === 501 || headers.get('x-should-retry') === 'false')
    return { type: 'never' };
  const pauseMs = namedPause(headers, now);
  return pauseMs === null ? { type: 'soon' } : { type: 'after', pauseMs };
}

/** The pause that a provider asks for, in ms: seconds or a date (RFC 9110, 10.2.3), or milliseconds in a header of OpenAI's. */
function namedPause(headers: Headers, now: number): number | null {
  const milliseconds = Number.parseFloat(headers.get('retry-after-ms') ?? '');
  if (Number.isFinite(milliseconds)) return Math.max(0, milliseconds);
  const value = headers.get('retry-after') ?? '';
  if (value === '') return null;
  const seconds = Number(value);
  const pauseMs = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(value) - now;
  return Number.isFinite(pauseMs) ? Math.max(0, pauseMs) : null;
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function parsedJson(body: string): object | null {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' ? parsed : null;
  } catch {
    return null;
  }
}

function firstText(...values: readonly unknown[]): string {
  return values.map(textOf).find((text) => text !== '') ?? '';
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
