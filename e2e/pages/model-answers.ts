import type { ServerResponse } from 'node:http';

import { chatChunk } from './model-server';

export interface AskedCall {
  readonly id: string;
  readonly name: string;
  /** What the model wrote, JSON or not. */
  readonly args: string;
}

/** What a model answers, whatever the API. */
export interface ModelAnswer {
  readonly text?: string;
  readonly calls?: readonly AskedCall[];
}

/** An answer as one API streams it: what it says, then what makes it whole. */
export interface WireAnswer {
  readonly said: readonly string[];
  readonly ending: readonly string[];
}

/** How two APIs say the same things. */
export interface Wire {
  answer(answer: ModelAnswer): WireAnswer;
  /** An answer that its limit of length cut off. */
  cutShort(text: string): readonly string[];
}

export const wires = {
  Responses: { answer: responsesAnswer, cutShort: responsesCutShort },
  'Chat Completions': { answer: chatAnswer, cutShort: chatCutShort },
} as const satisfies Record<string, Wire>;

/** Sends pieces of a stream, and then ends it or lets the connection break. */
export async function streamPieces(
  response: ServerResponse,
  pieces: readonly string[],
  ending: 'complete' | 'cut' = 'complete',
): Promise<void> {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  response.flushHeaders();
  for (const piece of pieces) {
    await new Promise<void>((resolve) => {
      response.write(piece, () => {
        resolve();
      });
    });
  }
  if (ending === 'cut') response.destroy();
  else response.end();
}

function chatAnswer({ text, calls = [] }: ModelAnswer): WireAnswer {
  const asked = calls.map(({ id, name, args }, index) =>
    chatChunk({ tool_calls: [{ index, id, type: 'function', function: { name, arguments: args } }] }, null),
  );
  return {
    said: [...(text === undefined ? [] : [chatChunk({ content: text }, null)]), ...asked],
    ending: [chatChunk({}, calls.length > 0 ? 'tool_calls' : 'stop'), 'data: [DONE]\n\n'],
  };
}

function chatCutShort(text: string): readonly string[] {
  return [chatChunk({ content: text }, null), chatChunk({}, 'length'), 'data: [DONE]\n\n'];
}

function responsesAnswer({ text, calls = [] }: ModelAnswer): WireAnswer {
  const asked = calls.map(({ id, name, args }, index) => ({
    id: `fc_${index}`,
    type: 'function_call',
    status: 'completed',
    call_id: id,
    name,
    arguments: args,
  }));
  const message = {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    status: 'completed',
    content: [{ type: 'output_text', text: text ?? '', annotations: [] }],
  };
  const output = [...(text === undefined ? [] : [message]), ...asked];
  return {
    said: [
      begun,
      ...(text === undefined ? [] : [textDelta(text)]),
      ...asked.map((item, index) => sentAs('response.output_item.added', { output_index: index, item })),
    ],
    ending: [sentAs('response.completed', { response: { ...emptyResponse, status: 'completed', output } })],
  };
}

function responsesCutShort(text: string): readonly string[] {
  const incomplete = { status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } };
  return [
    begun,
    textDelta(text),
    sentAs('response.incomplete', { response: { ...emptyResponse, ...incomplete } }),
  ];
}

function textDelta(delta: string): string {
  return sentAs('response.output_text.delta', { item_id: 'msg_1', output_index: 0, content_index: 0, delta });
}

function sentAs(type: string, fields: object): string {
  return `event: ${type}\ndata: ${JSON.stringify({ type, ...fields })}\n\n`;
}

const usage = { input_tokens: 10, output_tokens: 5, total_tokens: 15 };
const emptyResponse = { id: 'resp_1', object: 'response', status: 'in_progress', output: [], usage };
const begun = sentAs('response.created', { response: emptyResponse });
