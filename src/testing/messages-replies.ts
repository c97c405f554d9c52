import type { Spoken, SpokenCall } from './provider-replies';
import type { ReplyStep } from './provider-server';
import { halves, sentAs } from './server-sent';

/** An answer as Anthropic's Messages API streams it: block by block, a thought with its signature at its end. */
export function messagesSteps({
  reasoning,
  encrypted,
  text,
  calls = [],
  meanwhile,
  inputTokens = 100,
}: Spoken): ReplyStep[] {
  const blocks = [
    ...(reasoning === undefined ? [] : [thoughtBlock(reasoning, encrypted)]),
    ...(text === undefined ? [] : [textBlock(text)]),
    ...calls.map(callBlock),
  ].map((block, index) => blockSteps(block, index));
  const thought = reasoning === undefined ? [] : blocks.slice(0, 1);
  return [
    sentAs('message_start', { message: { ...emptyMessage, usage: startUsage(inputTokens) } }),
    sentAs('ping', {}),
    ...thought.flat(),
    ...(meanwhile === undefined ? [] : [meanwhile]),
    ...blocks.slice(thought.length).flat(),
    sentAs('message_delta', {
      delta: { stop_reason: calls.length > 0 ? 'tool_use' : 'end_turn', stop_sequence: null },
      usage: { output_tokens: 20, output_tokens_details: { thinking_tokens: 5 } },
    }),
    sentAs('message_stop', {}),
  ];
}

const emptyMessage = {
  id: 'msg_1',
  type: 'message',
  role: 'assistant',
  model: 'scripted',
  content: [],
  stop_reason: null,
  stop_sequence: null,
};

/** Tokens that the provider had kept are counted apart. */
function startUsage(inputTokens: number): object {
  return {
    input_tokens: inputTokens - 40,
    cache_read_input_tokens: 40,
    cache_creation_input_tokens: 0,
    output_tokens: 1,
  };
}

interface SentBlock {
  readonly start: object;
  readonly deltas: readonly object[];
}

function thoughtBlock(reasoning: string, signature: string | undefined): SentBlock {
  return {
    start: { type: 'thinking', thinking: '', signature: '' },
    deltas: [
      ...halves(reasoning).map((thinking) => ({ type: 'thinking_delta', thinking })),
      ...(signature === undefined ? [] : [{ type: 'signature_delta', signature }]),
    ],
  };
}

function textBlock(text: string): SentBlock {
  return {
    start: { type: 'text', text: '' },
    deltas: halves(text).map((half) => ({ type: 'text_delta', text: half })),
  };
}

function callBlock({ id, name, args }: SpokenCall): SentBlock {
  return {
    start: { type: 'tool_use', id, name, input: {} },
    deltas: halves(args).map((half) => ({ type: 'input_json_delta', partial_json: half })),
  };
}

function blockSteps({ start, deltas }: SentBlock, index: number): readonly string[] {
  return [
    sentAs('content_block_start', { index, content_block: start }),
    ...deltas.map((delta) => sentAs('content_block_delta', { index, delta })),
    sentAs('content_block_stop', { index }),
  ];
}
