import { isFromRelay, type FromRelay, type RelayedRequest, type RelayLine, type ToRelay } from './messages';

/** The way to the network of a page that may itself reach nothing but its own server. Resolves and rejects as `fetch` does. */
export type RelayFetch = (url: string, request: RequestInit) => Promise<Response>;

/** Lets a relay at the other end of the line send requests. */
export function relayFetch(line: RelayLine<ToRelay>): RelayFetch {
  const exchanges = new Map<number, Exchange>();
  let count = 0;
  line.addEventListener('message', ({ data }) => {
    if (isFromRelay(data)) exchanges.get(data.id)?.hear(data);
  });
  line.addEventListener('error', () => {
    const message = 'The part of the page that reaches the network does not work.';
    for (const [id, exchange] of exchanges) exchange.hear({ type: 'failed', id, message });
  });
  return (url, request) => {
    count += 1;
    const id = count;
    const exchange = new Exchange(request.signal ?? null, {
      cancel: () => {
        line.postMessage({ type: 'cancel', id });
      },
      end: () => exchanges.delete(id),
    });
    exchanges.set(id, exchange);
    if (!exchange.isOver) line.postMessage({ type: 'ask', id, request: plainRequest(url, request) });
    return exchange.response;
  };
}

function plainRequest(url: string, request: RequestInit): RelayedRequest {
  return {
    url,
    method: request.method ?? 'GET',
    headers: Object.fromEntries(new Headers(request.headers)),
    body: typeof request.body === 'string' ? request.body : null,
    mode: request.mode === 'no-cors' ? 'no-cors' : 'cors',
  };
}

interface Ends {
  /** Asks the relay to stop. */
  readonly cancel: () => void;
  /** Nothing more is heard. */
  readonly end: () => void;
}

/** One request and what comes back for it. */
class Exchange {
  readonly response: Promise<Response>;
  isOver = false;
  readonly #ends: Ends;
  readonly #signal: AbortSignal | null;
  #resolve: (response: Response) => void = () => undefined;
  #reject: (error: Error) => void = () => undefined;
  #body: ReadableStreamDefaultController<Uint8Array> | null = null;

  constructor(signal: AbortSignal | null, ends: Ends) {
    this.#ends = ends;
    this.#signal = signal;
    this.response = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    signal?.addEventListener('abort', this.#abort);
    if (signal?.aborted === true) this.#abort();
  }

  hear(message: FromRelay): void {
    if (this.isOver) return;
    switch (message.type) {
      case 'head':
        this.#resolve(this.#responseFor(message));
        break;
      case 'chunk':
        this.#body?.enqueue(message.bytes);
        break;
      case 'end':
        this.#end();
        this.#body?.close();
        break;
      case 'failed':
        this.#fail(new TypeError(message.message));
        break;
    }
  }

  #responseFor({ status, headers }: Extract<FromRelay, { type: 'head' }>): Response {
    // Without CORS nothing of the answer may be seen, its status included; these have no body by definition.
    if (status === 0) return new Response(null);
    const body = [204, 205, 304].includes(status) ? null : this.#stream();
    return new Response(body, { status, headers: headers.map(([name, value]) => [name, value]) });
  }

  #stream(): ReadableStream<Uint8Array> {
    return new ReadableStream({
      start: (controller) => {
        this.#body = controller;
      },
      cancel: () => {
        this.#end();
        this.#ends.cancel();
      },
    });
  }

  readonly #abort = (): void => {
    if (this.isOver) return;
    this.#ends.cancel();
    this.#fail(new DOMException('The request was stopped.', 'AbortError'));
  };

  #fail(error: Error): void {
    this.#end();
    this.#reject(error);
    this.#body?.error(error);
  }

  #end(): void {
    this.isOver = true;
    this.#signal?.removeEventListener('abort', this.#abort);
    this.#ends.end();
  }
}
