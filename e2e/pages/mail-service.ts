import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

export interface ReceivedMail {
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

/** A mail service on this machine that takes emails as JSON, from any page. */
export class MailService {
  readonly received: ReceivedMail[] = [];
  /** Comes between taking an email and saying so. */
  beforeReply: () => Promise<void> = () => Promise.resolve();
  readonly #server = createServer((request, response) => {
    void this.#receive(request, response);
  });

  static async start(): Promise<MailService> {
    const service = new MailService();
    await new Promise<void>((resolve) => {
      service.#server.listen(0, '127.0.0.1', resolve);
    });
    return service;
  }

  get endpoint(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('The mail service has no port.');
    return `http://127.0.0.1:${address.port}/emails`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', '*, Authorization');
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end();
      return;
    }
    this.received.push({ headers: request.headers, body: JSON.parse(await text(request)) });
    await this.beforeReply();
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"id":"1"}');
  }
}
