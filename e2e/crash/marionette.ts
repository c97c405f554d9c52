import { connect, type Socket } from 'node:net';

import { z } from 'zod';

/** `[kind, id, error, result]`: what Firefox says to a command. */
const replySchema = z.tuple([
  z.literal(1),
  z.number(),
  z.looseObject({ message: z.string() }).nullable(),
  z.unknown(),
]);

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Firefox's own remote control, which every Firefox has: JSON over a socket of this machine.
 * https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
export class Marionette {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, Waiting>();
  #heard = Buffer.alloc(0);
  #count = 0;

  static async connect(port: number): Promise<Marionette> {
    const socket = connect(port, '127.0.0.1');
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
    return new Marionette(socket);
  }

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk) => {
      this.#hear(chunk);
    });
    // What breaks the connection ends it, too.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('Firefox is gone.'));
      this.#waiting.clear();
    });
  }

  send(command: string, parameters: object = {}): Promise<unknown> {
    this.#count += 1;
    const id = this.#count;
    const message = JSON.stringify([0, id, command, parameters]);
    return new Promise((resolve, reject) => {
      if (this.#socket.destroyed) {
        reject(new Error('Firefox is gone.'));
        return;
      }
      this.#waiting.set(id, { resolve, reject });
      this.#socket.write(`${String(Buffer.byteLength(message))}:${message}`);
    });
  }

  /** Messages are told apart by their length in bytes: `12:[…]`. */
  #hear(chunk: Buffer): void {
    this.#heard = Buffer.concat([this.#heard, chunk]);
    for (;;) {
      const colon = this.#heard.indexOf(':');
      const start = colon + 1;
      const end = start + Number(this.#heard.toString('utf8', 0, Math.max(0, colon)));
      if (colon < 0 || this.#heard.length < end) return;
      const message: unknown = JSON.parse(this.#heard.toString('utf8', start, end));
      this.#heard = this.#heard.subarray(end);
      this.#settle(message);
    }
  }

  /** The first message is a greeting, and no reply. */
  #settle(message: unknown): void {
    const reply = replySchema.safeParse(message);
    if (!reply.success) return;
    const [, id, error, result] = reply.data;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === null) waiting?.resolve(result);
    else waiting?.reject(new Error(error.message));
  }
}
