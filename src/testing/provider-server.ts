import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';

/** A request as the server received it. */
export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** The parsed JSON body; null without one. */
  readonly body: unknown;
  /** When the client closed the connection before the response was complete; null while it has not. */
  closedAt: number | null;
}

/** A piece of a response's body, or what happens before the next one. */
export type ReplyStep = string | (() => Promise<void> | void);

export interface ProviderReply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly steps: readonly ReplyStep[];
  /** `cut` destroys the connection behind the last step. */
  readonly ending?: 'complete' | 'cut';
}

/** A provider on this machine that answers request after request by its script, over real HTTP. */
export class ProviderServer {
  readonly requests: ReceivedRequest[] = [];
  readonly #replies: ProviderReply[];
  readonly #server = createServer((request, response) => {
    void this.#answer(request, response);
  });

  private constructor(replies: readonly ProviderReply[]) {
    this.#replies = [...replies];
  }

  static async start(...replies: readonly ProviderReply[]): Promise<ProviderServer> {
    const server = new ProviderServer(replies);
    await new Promise<void>((resolve) => {
      server.#server.listen(0, '127.0.0.1', resolve);
    });
    return server;
  }

  /** "127.0.0.1:51234" */
  get host(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('The provider has no port.');
    return `127.0.0.1:${String(address.port)}`;
  }

  get baseUrl(): string {
    return `http://${this.host}/v1`;
  }

  enqueue(...replies: readonly ProviderReply[]): void {
    this.#replies.push(...replies);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => {
      this.#server.close(() => {
        resolve();
      });
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const received: ReceivedRequest = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: await bodyOf(request),
      closedAt: null,
    };
    this.requests.push(received);
    response.on('close', () => {
      if (!response.writableFinished) received.closedAt = performance.now();
    });
    const reply = this.#replies.shift() ?? unscripted;
    await played(reply, response);
  }
}

const unscripted: ProviderReply = { status: 418, steps: ['The script of the provider is at its end.'] };

async function played(reply: ProviderReply, response: ServerResponse): Promise<void> {
  // The head leaves with the first piece, so that a reply may also keep silent for a while.
  for (const step of reply.steps) {
    if (response.destroyed) return;
    if (typeof step === 'function') await step();
    else {
      if (!response.headersSent) response.writeHead(reply.status ?? 200, { ...reply.headers });
      await new Promise<void>((resolve) => {
        response.write(step, () => {
          resolve();
        });
      });
    }
  }
  if (reply.ending === 'cut') response.destroy();
  else {
    if (!response.headersSent) response.writeHead(reply.status ?? 200, { ...reply.headers });
    response.end();
  }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) if (chunk instanceof Uint8Array) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? null : JSON.parse(text);
}
