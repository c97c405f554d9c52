import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** What a server answers to one request. */
export type Answerer = (request: ReceivedRequest, response: ServerResponse) => Promise<void> | void;

export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** When the page closed the connection before the answer was complete: ms since the Unix epoch. */
  closedAt: number | null;
}

/** A server for models on this machine, as strict about CORS as they come unless told otherwise. */
export class ModelServer {
  readonly requests: ReceivedRequest[] = [];
  readonly #server = createServer((request, response) => {
    void this.#receive(request, response);
  });
  /** Whether it lets pages read its answers. */
  allowsPages: boolean;
  #answer: Answerer = (_request, response) => {
    response.writeHead(404).end();
  };

  private constructor(allowsPages: boolean) {
    this.allowsPages = allowsPages;
  }

  static async start({ allowsPages = true } = {}): Promise<ModelServer> {
    const server = new ModelServer(allowsPages);
    await new Promise<void>((resolve) => {
      server.#server.listen(0, '127.0.0.1', resolve);
    });
    return server;
  }

  get host(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('The model server has no port.');
    return `127.0.0.1:${address.port}`;
  }

  get baseUrl(): string {
    return `http://${this.host}/v1`;
  }

  answerWith(answer: Answerer): void {
    this.#answer = answer;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.allowsPages) {
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Access-Control-Expose-Headers', 'Retry-After');
      response.setHeader('Access-Control-Allow-Headers', allowedHeaders(request));
    }
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end();
      return;
    }
    const received: ReceivedRequest = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: await bodyOf(request),
      closedAt: null,
    };
    response.on('close', () => {
      if (!response.writableFinished) received.closedAt = Date.now();
    });
    this.requests.push(received);
    await this.#answer(received, response);
  }
}

/** As LM Studio and others do: these and no others. Anthropic's API has headers of its own. */
function allowedHeaders({ headers }: IncomingMessage): string {
  const asked = headers['access-control-request-headers'] ?? '';
  return asked.includes('anthropic-version')
    ? 'content-type,x-api-key,anthropic-version,anthropic-dangerous-direct-browser-access'
    : 'content-type,authorization';
}

/** Streams an answer of the Chat Completions API. The steps between its words may wait. */
export async function streamChat(
  response: ServerResponse,
  deltas: readonly (object | (() => Promise<void>))[],
  finish: 'stop' | 'tool_calls' = 'stop',
): Promise<void> {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  for (const delta of deltas) {
    if (typeof delta === 'function') await delta();
    else response.write(chatChunk(delta, null));
  }
  response.end(`${chatChunk({}, finish)}data: [DONE]\n\n`);
}

/** A piece of a stream of the Chat Completions API. */
export function chatChunk(delta: object, finish: string | null): string {
  const choices = [{ index: 0, delta, finish_reason: finish }];
  return `data: ${JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'm', choices })}\n\n`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const part of request) if (part instanceof Uint8Array) chunks.push(part);
  return Buffer.concat(chunks).toString('utf8');
}

/** A call of the Chat Completions API, whole in one piece. */
export function chatCall(index: number, name: string, args: object): object {
  const call = { name, arguments: JSON.stringify(args) };
  return { tool_calls: [{ index, id: `call_${index}`, type: 'function', function: call }] };
}
