import { isWithin } from '@/domain/models';

import { ProviderError } from './provider-error';
import type { FetchPort, NetworkPorts, ProviderAccess } from './provider-ports';
import { errorIn, readRefusal } from './read-refusal';
import { cleanWords } from './words';

/**
 * Makes the only `fetch` that requests to a provider go through.
 *
 * It reaches nothing outside the endpoint and follows no redirect, so the key cannot wander [X3]. It sends no headers but the few
 * that servers with strict CORS rules allow for their API. It resolves with answers of the API only: everything else rejects with a ProviderError.
 */
export function providerFetch(
  access: ProviderAccess,
  ports: NetworkPorts & { readonly now: () => number },
): FetchPort {
  return async (url, request) => {
    if (!isWithin(access.endpoint, url)) {
      throw new Error('A request to a model was about to leave the endpoint it belongs to.');
    }
    const response = await answered(access, ports, { url, request });
    if (!response.ok) throw await refused(response, access, ports.now());
    if (contentType(response) === 'text/html') {
      await cancelled(response);
      throw failure(access, 'answer-not-api');
    }
    return response;
  };
}

/**
 * Makes sure that a stream was begun, where one was asked for. Some servers answer "200 OK" and then tell of an error.
 *
 * @throws ProviderError when the response is one whole JSON document.
 */
export async function streamOf(response: Response, access: ProviderAccess): Promise<Response> {
  if (contentType(response) !== 'application/json') return response;
  const { said } = errorIn(await response.text());
  throw new ProviderError({
    fault: said === '' ? 'answer-not-api' : 'model-request-refused',
    status: response.status,
    host: access.endpoint.host,
    words: cleanWords(said, access.apiKey),
    retry: { type: 'never' },
  });
}

interface Asked {
  readonly url: string;
  readonly request: RequestInit;
}

async function answered(
  access: ProviderAccess,
  ports: NetworkPorts,
  { url, request }: Asked,
): Promise<Response> {
  try {
    return await ports.fetch(url, {
      method: request.method ?? 'GET',
      headers: headersFor(access, request),
      ...(request.body === undefined || request.body === null ? {} : { body: request.body }),
      ...(request.signal === undefined ? {} : { signal: request.signal }),
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
  } catch (error) {
    if (request.signal?.aborted === true) throw error;
    throw failure(access, ports.isOnline() ? 'model-unreachable' : 'device-offline', error);
  }
}

function headersFor({ api, apiKey }: ProviderAccess, request: RequestInit): Record<string, string> {
  const asked = new Headers(request.headers);
  return {
    Accept: asked.get('accept') ?? 'application/json',
    ...(request.body === undefined || request.body === null ? {} : { 'Content-Type': 'application/json' }),
    ...(api === 'anthropic-messages' ? anthropicHeaders(apiKey) : bearer(apiKey)),
  };
}

function bearer(apiKey: string | null): Record<string, string> {
  return apiKey === null ? {} : { Authorization: `Bearer ${apiKey}` };
}

/**
 * Anthropic answers pages only when they say that they mean it. Features in trial, which the client would ask for in a header of their
 * own, are not used: https://platform.claude.com/docs/en/api/versioning
 */
function anthropicHeaders(apiKey: string | null): Record<string, string> {
  return {
    'Anthropic-Version': '2023-06-01',
    'Anthropic-Dangerous-Direct-Browser-Access': 'true',
    ...(apiKey === null ? {} : { 'X-Api-Key': apiKey }),
  };
}

function failure(access: ProviderAccess, fault: ProviderError['code'], cause?: unknown): ProviderError {
  const retry = fault === 'model-unreachable' ? ({ type: 'soon' } as const) : ({ type: 'never' } as const);
  return new ProviderError({ fault, status: null, host: access.endpoint.host, words: '', retry }, { cause });
}

async function refused(response: Response, access: ProviderAccess, now: number): Promise<ProviderError> {
  const { status, headers } = response;
  const body = await response.text().catch(() => '');
  const { fault, said, retry } = readRefusal({ status, headers, body, hasKey: access.apiKey !== null, now });
  const words = cleanWords(said, access.apiKey);
  return new ProviderError({ fault, status, host: access.endpoint.host, words, retry });
}

function contentType(response: Response): string {
  return (response.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

async function cancelled(response: Response): Promise<void> {
  await response.body?.cancel().catch(() => undefined);
}
