import { createAnthropic } from '@ai-sdk/anthropic';
import type {
  LanguageModelV3,
  LanguageModelV3CallOptions,
  LanguageModelV3FunctionTool,
  LanguageModelV3StreamPart,
} from '@ai-sdk/provider';
import { Usage, type Model, type ModelRequest, type StreamEvent } from '@openai/agents';

import { UnusableResponseError } from '../failures';
import { streamOf } from '../provider/provider-fetch';
import type { FetchPort, ProviderAccess } from '../provider/provider-ports';
import { Answer } from './answer';
import { conversationFor } from './conversation';
import { firstFault, streamFault } from './stream-faults';
import { ThinkingSteps, type ThinkingTry } from './thinking-steps';

type Done = Extract<StreamEvent, { type: 'response_done' }>;

/**
 * A model behind Anthropic's Messages API. The AI SDK's provider writes the requests and reads the events; what is said here is how they
 * belong to a conversation and its items. It never sees the key.
 *
 * @param name - as Anthropic calls the model.
 * @param send - the one way to the network, which adds the key.
 */
export function createMessagesModel(name: string, access: ProviderAccess, send: FetchPort): Model {
  const wire = createAnthropic({
    apiKey: 'not-here',
    baseURL: access.endpoint.origin + access.endpoint.path,
    fetch: async (input, init = {}) => streamOf(await send(addressOf(input), init), access),
  })(name);
  const thinking = new ThinkingSteps();

  async function* streamed(request: ModelRequest): AsyncIterable<StreamEvent> {
    for (let attempt: ThinkingTry | null = thinking.first(); attempt !== null;) {
      try {
        // A refused request has streamed nothing, so nothing is yielded twice.
        yield* answered(wire, optionsFor(request, thinking.at(attempt)), access);
        return;
      } catch (error) {
        attempt = thinking.after(error, attempt);
        if (attempt === null) throw error;
      }
    }
  }

  return {
    getStreamedResponse: streamed,
    async getResponse(request) {
      for await (const event of streamed(request)) {
        if (event.type !== 'response_done') continue;
        const { id, output, usage } = event.response;
        return { responseId: id, output, usage: usageOf(usage) };
      }
      throw new UnusableResponseError('answer-cut');
    },
  };
}

function usageOf({ inputTokens, outputTokens, totalTokens }: Done['response']['usage']): Usage {
  return new Usage({ inputTokens, outputTokens, totalTokens });
}

function addressOf(input: URL | RequestInfo): string {
  if (typeof input === 'string') return input;
  return input instanceof URL ? input.href : input.url;
}

function optionsFor(
  { input, systemInstructions, tools, signal }: ModelRequest,
  { maxOutputTokens, options }: ReturnType<ThinkingSteps['at']>,
): LanguageModelV3CallOptions {
  const items = typeof input === 'string' ? [{ role: 'user' as const, content: input }] : input;
  return {
    prompt: conversationFor(systemInstructions, items),
    tools: tools.flatMap(wireTool),
    ...(maxOutputTokens === undefined ? {} : { maxOutputTokens }),
    ...(signal === undefined ? {} : { abortSignal: signal }),
    // Arguments that arrive unchecked would arrive a moment earlier, and nobody reads them before they are whole.
    providerOptions: { anthropic: { ...options, toolStreaming: false } },
  };
}

function wireTool(tool: ModelRequest['tools'][number]): readonly LanguageModelV3FunctionTool[] {
  if (tool.type !== 'function') return [];
  const { name, description, parameters } = tool;
  return [{ type: 'function', name, description, inputSchema: parameters }];
}

async function* answered(
  wire: LanguageModelV3,
  options: LanguageModelV3CallOptions,
  access: ProviderAccess,
): AsyncIterable<StreamEvent> {
  const answer = new Answer();
  for await (const part of partsOf(await begun(wire, options, access))) {
    if (part.type === 'error') throw streamFault(part.error, access);
    // It comes of itself, even when nothing follows.
    if (part.type === 'stream-start') continue;
    answer.add(part);
    yield { type: 'model', event: part };
    if (part.type === 'text-delta') yield { type: 'output_text_delta', delta: part.delta };
    const done = part.type === 'finish' ? answer.done(part) : null;
    if (done !== null) yield done;
  }
}

async function begun(
  wire: LanguageModelV3,
  options: LanguageModelV3CallOptions,
  access: ProviderAccess,
): Promise<ReadableStream<LanguageModelV3StreamPart>> {
  try {
    return (await wire.doStream(options)).stream;
  } catch (error) {
    throw firstFault(error, access);
  }
}

/** Whoever stops reading closes the connection. */
async function* partsOf<Part>(stream: ReadableStream<Part>): AsyncIterable<Part> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    // A stream that has failed says so again.
    await reader.cancel().catch(() => undefined);
  }
}
