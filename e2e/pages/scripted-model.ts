import * as z from 'zod/mini';

import { chatCall, ModelServer, streamChat, type ReceivedRequest } from './model-server';

/** A part of what a model streams: words, a call, or a pause until the test lets it go on. */
export type Part =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'call'; readonly tool: string; readonly args: object }
  | { readonly type: 'pause' }
  /** Instead of an answer: asks to come back after so many seconds. */
  | { readonly type: 'busy'; readonly seconds: number };

/** What the page sent as the conversation so far. */
export type SentMessage = z.infer<typeof sentMessage>;

/** A model behind HTTP that answers each message with what the test wrote for it, and whatever it does not know with "Done.". */
export class ScriptedModel {
  readonly server: ModelServer;
  readonly #scripts = new Map<string, readonly (readonly Part[])[]>();
  #paused: (() => void)[] = [];

  private constructor(server: ModelServer) {
    this.server = server;
    server.answerWith((request, response) => {
      const parts = this.#partsFor(conversationIn(request));
      const busy = parts.find((part) => part.type === 'busy');
      if (busy === undefined) return this.#stream(parts, response);
      response.writeHead(429, { 'Retry-After': String(busy.seconds), 'Content-Type': 'application/json' });
      response.end('{}');
      return undefined;
    });
  }

  static async start(): Promise<ScriptedModel> {
    return new ScriptedModel(await ModelServer.start());
  }

  /** What is answered to a message: one list of parts for each request that is made for it. */
  answers(message: string, ...responses: readonly (readonly Part[])[]): void {
    this.#scripts.set(message, responses);
  }

  /** Lets every answer that pauses go on. */
  goOn(): void {
    for (const go of this.#paused) go();
    this.#paused = [];
  }

  /** The requests that were made for a message, in their order. */
  requestsFor(message: string): readonly ReceivedRequest[] {
    return this.server.requests.filter((request) => newestMessage(conversationIn(request)) === message);
  }

  close(): void {
    this.goOn();
    this.server.close();
  }

  #partsFor(conversation: readonly SentMessage[]): readonly Part[] {
    const place = conversation.findLastIndex(({ role }) => role === 'user');
    const made = conversation.slice(place + 1).filter(({ role }) => role === 'assistant').length;
    return this.#scripts.get(newestMessage(conversation))?.[made] ?? [say('Done.')];
  }

  #stream(parts: readonly Part[], response: Parameters<typeof streamChat>[0]): Promise<void> {
    const calls = parts.filter((part) => part.type === 'call');
    const deltas = parts.map((part) => {
      switch (part.type) {
        case 'text':
          return { content: part.text };
        case 'call':
          return chatCall(calls.indexOf(part), part.tool, part.args);
        case 'pause':
        case 'busy':
          return () =>
            new Promise<void>((resolve) => {
              this.#paused.push(resolve);
            });
      }
    });
    return streamChat(response, deltas, calls.length === 0 ? 'stop' : 'tool_calls');
  }
}

export function say(text: string): Part {
  return { type: 'text', text };
}

export function call(tool: string, args: object): Part {
  return { type: 'call', tool, args };
}

export function addTask(title: string, project: string): Part {
  return call('add_task', { title, project });
}

export const pause: Part = { type: 'pause' };

export function conversationIn(request: ReceivedRequest | undefined): readonly SentMessage[] {
  return sentBody.parse(JSON.parse(request?.body ?? '')).messages;
}

function newestMessage(conversation: readonly SentMessage[]): string {
  return textOf(conversation.findLast(({ role }) => role === 'user'));
}

function textOf(message: SentMessage | undefined): string {
  const content = message?.content ?? '';
  return typeof content === 'string' ? content : content.map(({ text }) => text ?? '').join('');
}

const sentMessage = z.looseObject({
  role: z.string(),
  content: z.nullish(z.union([z.string(), z.array(z.looseObject({ text: z.optional(z.string()) }))])),
  tool_calls: z.optional(z.array(z.looseObject({ id: z.string() }))),
  tool_call_id: z.optional(z.string()),
});

const sentBody = z.looseObject({ messages: z.array(sentMessage) });
