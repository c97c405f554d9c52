import { Usage, type Model, type ModelRequest, type StreamEvent } from '@openai/agents';

import type { Json, ModelItem } from '@/domain/sessions';

import type { Conversation } from './conversation';
import { respond, type OfflineResponse } from './respond';

/** The built-in model: no key, no network, and it sees only what any model sees. */
export function createOfflineModel(): Model {
  return {
    async getResponse(request) {
      request.signal?.throwIfAborted();
      return {
        usage: new Usage(),
        output: outputOf(respond(conversationOf(request)), responseIdOf(request)),
      };
    },
    async *getStreamedResponse(request) {
      yield* streamed(request);
    },
  };
}

async function* streamed(request: ModelRequest): AsyncIterable<StreamEvent> {
  request.signal?.throwIfAborted();
  yield { type: 'response_started' };
  const response = respond(conversationOf(request));
  for (const delta of response.reasoning.flatMap((part) => [...chunksOf(part), '\n\n'])) {
    request.signal?.throwIfAborted();
    yield { type: 'model', event: { type: 'response.reasoning_summary_text.delta', delta } };
  }
  for (const call of response.calls) {
    yield {
      type: 'model',
      event: { type: 'response.output_item.added', item: { type: 'function_call', name: call.name } },
    };
  }
  for (const delta of chunksOf(response.text)) {
    request.signal?.throwIfAborted();
    yield { type: 'output_text_delta', delta };
  }
  request.signal?.throwIfAborted();
  const id = responseIdOf(request);
  yield {
    type: 'response_done',
    response: {
      id,
      usage: { inputTokens: 0, outputTokens: 0, totalTokens: 0 },
      output: outputOf(response, id),
    },
  };
}

function conversationOf(request: ModelRequest): Conversation {
  return {
    instructions: request.systemInstructions ?? '',
    items: itemsOf(request.input),
    tools: new Set(request.tools.flatMap((tool) => ('name' in tool ? [tool.name] : []))),
  };
}

function itemsOf(input: ModelRequest['input']): readonly ModelItem[] {
  if (typeof input === 'string') return [{ type: 'message', role: 'user', content: input }];
  const items: unknown = JSON.parse(JSON.stringify(input));
  return Array.isArray(items) ? items.filter(isRecord).map(modelItem) : [];
}

/** Messages may come without a type. Parsed JSON of an item is that item; only its type is lost on the way. */
function modelItem(item: Readonly<Record<string, Json>>): ModelItem {
  return { ...item, type: typeof item['type'] === 'string' ? item['type'] : 'message' };
}

function isRecord(value: unknown): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null;
}

/** Differs from response to response of a conversation: each is given more than the one before. */
function responseIdOf({ input }: ModelRequest): string {
  return `offline-${String(typeof input === 'string' ? 1 : input.length)}`;
}

type Output = Extract<StreamEvent, { type: 'response_done' }>['response']['output'];

function outputOf(response: OfflineResponse, id: string): Output {
  const { reasoning, calls, text } = response;
  return [
    ...(reasoning.length === 0
      ? []
      : [
          {
            type: 'reasoning' as const,
            id: `${id}-reasoning`,
            content: reasoning.map((part) => ({ type: 'input_text' as const, text: part })),
          },
        ]),
    ...(text === ''
      ? []
      : [
          {
            type: 'message' as const,
            id: `${id}-message`,
            role: 'assistant' as const,
            status: 'completed' as const,
            content: [{ type: 'output_text' as const, text }],
          },
        ]),
    ...calls.map((call, index) => ({
      type: 'function_call' as const,
      callId: `${id}-call-${String(index + 1)}`,
      name: call.name,
      arguments: JSON.stringify(call.arguments),
      status: 'completed' as const,
    })),
  ];
}

/** A few words at a time, as models stream. */
function chunksOf(text: string): readonly string[] {
  return text.match(/(?:\S+\s*){1,4}|\s+/gu) ?? [];
}
