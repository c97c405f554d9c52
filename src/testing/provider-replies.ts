import type { WireApi } from '@/domain/models';

import { messagesSteps } from './messages-replies';
import type { ProviderReply, ReplyStep } from './provider-server';
import { halves, sent, sentAs } from './server-sent';

export interface SpokenCall {
  readonly id: string;
  readonly name: string;
  /** JSON, or what the model takes for it. */
  readonly args: string;
}

/** What a model answers, whatever the API it is told through. */
export interface Spoken {
  readonly reasoning?: string;
  /** Comes with the reasoning: its encrypted text in Responses, its signature in Messages. */
  readonly encrypted?: string;
  /** Chat Completions: the field in which reasoning comes. */
  readonly reasoningField?: 'reasoning' | 'reasoning_content';
  readonly text?: string;
  readonly calls?: readonly SpokenCall[];
  /** Happens between reasoning and text. */
  readonly meanwhile?: () => Promise<void> | void;
  readonly inputTokens?: number;
}

const eventStream = { 'Content-Type': 'text/event-stream' };

/** A complete streamed answer, in pieces as providers send them. */
export function spoken(api: WireApi, answer: Spoken): ProviderReply {
  return { headers: eventStream, steps: steps[api](answer) };
}

const steps = {
  responses: responsesSteps,
  'chat-completions': chatSteps,
  'anthropic-messages': messagesSteps,
} as const satisfies Record<WireApi, (answer: Spoken) => ReplyStep[]>;

/** How many steps at the end of an answer say that it is complete. */
const endings = { responses: 1, 'chat-completions': 3, 'anthropic-messages': 2 } as const satisfies Record<
  WireApi,
  number
>;

/** The beginning of a streamed answer that never ends as it should. */
export function brokenOff(api: WireApi, answer: Spoken, ending: 'complete' | 'cut'): ProviderReply {
  const whole = spoken(api, answer);
  return { ...whole, steps: whole.steps.slice(0, -endings[api]), ending };
}

export function refused(
  status: number,
  error: object,
  headers: Readonly<Record<string, string>> = {},
): ProviderReply {
  return {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
    steps: [JSON.stringify({ error })],
  };
}

export function webPage(status = 200): ProviderReply {
  return {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
    steps: ['<!doctype html><title>Welcome</title><h1>It works!</h1>'],
  };
}

export function json(body: object, headers: Readonly<Record<string, string>> = {}): ProviderReply {
  return { headers: { 'Content-Type': 'application/json', ...headers }, steps: [JSON.stringify(body)] };
}

export function events(...parts: readonly (object | (() => Promise<void> | void))[]): ProviderReply {
  return {
    headers: eventStream,
    steps: parts.map((step) => (isAction(step) ? step : sent(step))),
  };
}

function isAction(step: object): step is () => Promise<void> | void {
  return typeof step === 'function';
}

function chatSteps({
  reasoning,
  reasoningField = 'reasoning',
  text,
  calls = [],
  ...rest
}: Spoken): ReplyStep[] {
  return [
    chunk({ role: 'assistant', content: '' }),
    ...halves(reasoning).map((part) => chunk({ [reasoningField]: part })),
    ...(rest.meanwhile === undefined ? [] : [rest.meanwhile]),
    ...halves(text).map((part) => chunk({ content: part })),
    ...calls.flatMap(({ id, name, args }, index) => [
      chunk({ tool_calls: [{ index, id, type: 'function', function: { name, arguments: '' } }] }),
      ...halves(args).map((part) => chunk({ tool_calls: [{ index, function: { arguments: part } }] })),
    ]),
    chunk({}, calls.length > 0 ? 'tool_calls' : 'stop'),
    sent({
      id: 'chatcmpl_1',
      object: 'chat.completion.chunk',
      created: 1,
      model: 'scripted',
      choices: [],
      usage: {
        prompt_tokens: rest.inputTokens ?? 100,
        completion_tokens: 20,
        total_tokens: (rest.inputTokens ?? 100) + 20,
        prompt_tokens_details: { cached_tokens: 40 },
        completion_tokens_details: { reasoning_tokens: 5 },
      },
    }),
    'data: [DONE]\n\n',
  ];
}

function chunk(delta: object, finish: string | null = null): string {
  return sent({
    id: 'chatcmpl_1',
    object: 'chat.completion.chunk',
    created: 1,
    model: 'scripted',
    choices: [{ index: 0, delta, finish_reason: finish }],
  });
}

function responsesSteps({ reasoning, encrypted, text, calls = [], ...rest }: Spoken): ReplyStep[] {
  const thought = {
    id: 'rs_1',
    type: 'reasoning',
    summary: reasoning === undefined ? [] : [{ type: 'summary_text', text: reasoning }],
    ...(encrypted === undefined ? {} : { encrypted_content: encrypted }),
  };
  const message = {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    status: 'completed',
    content: [{ type: 'output_text', text: text ?? '', annotations: [], logprobs: [] }],
  };
  const functionCalls = calls.map(({ id, name, args }, index) => ({
    id: `fc_${String(index + 1)}`,
    type: 'function_call',
    status: 'completed',
    call_id: id,
    name,
    arguments: args,
  }));
  const output = [
    ...(reasoning === undefined && encrypted === undefined ? [] : [thought]),
    ...(text === undefined ? [] : [message]),
    ...functionCalls,
  ];
  const input = rest.inputTokens ?? 100;
  const response = {
    id: 'resp_1',
    object: 'response',
    status: 'completed',
    output,
    usage: {
      input_tokens: input,
      output_tokens: 20,
      total_tokens: input + 20,
      input_tokens_details: { cached_tokens: 40 },
      output_tokens_details: { reasoning_tokens: 5 },
    },
  };
  return [
    sentAs('response.created', { response: { ...response, status: 'in_progress', output: [], usage: null } }),
    ...halves(reasoning).map((delta) =>
      sentAs('response.reasoning_summary_text.delta', {
        item_id: 'rs_1',
        summary_index: 0,
        output_index: 0,
        delta,
      }),
    ),
    ...(rest.meanwhile === undefined ? [] : [rest.meanwhile]),
    ...halves(text).map((delta) =>
      sentAs('response.output_text.delta', { item_id: 'msg_1', output_index: 1, content_index: 0, delta }),
    ),
    ...functionCalls.map((item, index) =>
      sentAs('response.output_item.added', { output_index: index + 2, item: { ...item, arguments: '' } }),
    ),
    sentAs('response.completed', { response }),
  ];
}
