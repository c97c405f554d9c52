import { isWithin, readEndpoint } from '@/domain/models';

import { isToRelay, type FromRelay, type RelayedRequest, type RelayLine } from './messages';

/**
 * Sends the requests that come over the line, to one endpoint and nowhere else, and passes on what comes back.
 *
 * @param base - the endpoint, for as long as the relay lives.
 */
export function serveRelay(base: string, line: RelayLine<FromRelay>, send: typeof fetch): void {
  const reading = readEndpoint(base);
  const active = new Map<number, AbortController>();
  line.addEventListener('message', ({ data }) => {
    if (!isToRelay(data)) return;
    if (data.type === 'cancel') {
      active.get(data.id)?.abort();
      return;
    }
    const { id, request } = data;
    if (reading.type !== 'endpoint' || !isWithin(reading.endpoint, request.url)) {
      line.postMessage({ type: 'failed', id, message: 'The request leads outside the endpoint.' });
      return;
    }
    const stopper = new AbortController();
    active.set(id, stopper);
    void relayed(request, { id, line, send, signal: stopper.signal }).finally(() => active.delete(id));
  });
}

interface Relaying {
  readonly id: number;
  readonly line: RelayLine<FromRelay>;
  readonly send: typeof fetch;
  readonly signal: AbortSignal;
}

/** Never rejects. */
async function relayed(request: RelayedRequest, { id, line, send, signal }: Relaying): Promise<void> {
  try {
    const { url, method, headers, body, mode } = request;
    const response = await send(url, {
      method,
      headers,
      body,
      mode,
      signal,
      // A redirect could lead the key elsewhere. Without CORS no key is sent, and browsers take no other value.
      redirect: mode === 'cors' ? 'error' : 'follow',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    line.postMessage({ type: 'head', id, status: response.status, headers: [...response.headers] });
    const reader = response.body?.getReader();
    for (let next = await reader?.read(); next?.done === false; next = await reader?.read()) {
      line.postMessage({ type: 'chunk', id, bytes: next.value });
    }
    line.postMessage({ type: 'end', id });
  } catch (error) {
    const message = error instanceof Error ? error.message : 'The request failed.';
    line.postMessage({ type: 'failed', id, message });
  }
}
