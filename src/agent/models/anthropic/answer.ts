import type { LanguageModelV3StreamPart, LanguageModelV3Usage } from '@ai-sdk/provider';
import { ModelRefusalError, type StreamEvent } from '@openai/agents';

import { UnusableResponseError } from '../failures';
import { sealIn, thoughtItem, type Thought } from './thoughts';

type Done = Extract<StreamEvent, { type: 'response_done' }>;
type OutputItem = Done['response']['output'][number];
type Finish = Extract<LanguageModelV3StreamPart, { type: 'finish' }>;

/** Puts a streamed answer together, block by block, in the order in which the model wrote it. */
export class Answer {
  readonly #blocks: Block[] = [];
  readonly #open = new Map<string, Block>();
  #id = '';

  add(part: LanguageModelV3StreamPart): void {
    switch (part.type) {
      case 'response-metadata':
        this.#id = part.id ?? '';
        break;
      case 'text-start':
        this.#begin(part.id, { type: 'text', text: '' });
        break;
      case 'reasoning-start':
        this.#begin(part.id, {
          type: 'thought',
          text: '',
          seal: sealIn(part.providerMetadata?.['anthropic']),
        });
        break;
      case 'text-delta':
      case 'reasoning-delta':
        this.#extend(part);
        break;
      case 'tool-call':
        this.#blocks.push({ type: 'call', id: part.toolCallId, name: part.toolName, input: part.input });
        break;
      case 'text-end':
      case 'reasoning-end':
      case 'tool-input-start':
      case 'tool-input-delta':
      case 'tool-input-end':
      case 'tool-approval-request':
      case 'tool-result':
      case 'file':
      case 'source':
      case 'stream-start':
      case 'finish':
      case 'raw':
      case 'error':
        break;
    }
  }

  /**
   * The answer as a whole; null when it came to no end.
   *
   * @throws ModelRefusalError when the model will not answer.
   * @throws UnusableResponseError when its limit cut it off.
   */
  done({ finishReason, usage, providerMetadata }: Finish): Done | null {
    if (finishReason.raw === undefined) return null;
    if (finishReason.unified === 'length') throw new UnusableResponseError('answer-too-long');
    if (finishReason.unified === 'content-filter') {
      throw new ModelRefusalError(explanationIn(providerMetadata?.['anthropic']?.['stopDetails']));
    }
    const output = this.#blocks.flatMap(itemOf);
    return { type: 'response_done', response: { id: this.#id, output, usage: countedTokens(usage) } };
  }

  #begin(id: string, block: Block): void {
    this.#blocks.push(block);
    this.#open.set(id, block);
  }

  #extend({ id, delta, providerMetadata }: Extract<LanguageModelV3StreamPart, { delta: string }>): void {
    const block = this.#open.get(id);
    if (block === undefined || block.type === 'call') return;
    block.text += delta;
    // The signature comes last, with a piece that has no words.
    if (block.type === 'thought') block.seal = sealIn(providerMetadata?.['anthropic']) ?? block.seal;
  }
}

/** Grows while it streams. */
type Block =
  | { readonly type: 'text'; text: string }
  | { readonly type: 'thought'; text: string; seal: Thought['seal'] | null }
  | { readonly type: 'call'; readonly id: string; readonly name: string; readonly input: string };

function itemOf(block: Block): readonly OutputItem[] {
  switch (block.type) {
    case 'text':
      return [
        {
          type: 'message',
          role: 'assistant',
          status: 'completed',
          content: [{ type: 'output_text', text: block.text }],
        },
      ];
    case 'thought':
      return [unsealed(block)];
    case 'call':
      return [{ type: 'function_call', callId: block.id, name: block.name, arguments: block.input }];
  }
}

/** A thought without a seal can be read, and is not sent back. */
function unsealed({ text, seal }: Extract<Block, { type: 'thought' }>): OutputItem {
  return seal === null
    ? { type: 'reasoning', content: [{ type: 'input_text', text }] }
    : thoughtItem({ text, seal });
}

function countedTokens({ inputTokens, outputTokens }: LanguageModelV3Usage): Done['response']['usage'] {
  const input = inputTokens.total ?? 0;
  const output = outputTokens.total ?? 0;
  return {
    inputTokens: input,
    outputTokens: output,
    totalTokens: input + output,
    inputTokensDetails: { cached_tokens: inputTokens.cacheRead ?? 0 },
    outputTokensDetails: { reasoning_tokens: outputTokens.reasoning ?? 0 },
  };
}

/** Why a model will not answer, where it says so. */
function explanationIn(details: unknown): string {
  if (typeof details !== 'object' || details === null || !('explanation' in details)) return '';
  return typeof details.explanation === 'string' ? details.explanation : '';
}
