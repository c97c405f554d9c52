import type { StreamEvent } from '@openai/agents';

import type { LivePiece } from '../loop/model-loop';
import { nothingNoted, type ResponseNotes } from './repair-response';

/** What the raw events of a provider say besides the normal ones. */
export interface StreamNotes {
  /** What there is to show of this event, in order. */
  readonly pieces: readonly LivePiece[];
  /** Why the response ended, in the words of Chat Completions; null while it has not, or where it ended as it should. */
  readonly finishReason: string | null;
  readonly isChat: boolean;
  /** Reasoning in a field that the SDK drops. */
  readonly droppedReasoning: string;
  /** The provider's own words about a failure. */
  readonly said: string;
}

const nothing: StreamNotes = {
  pieces: [],
  finishReason: null,
  isChat: false,
  droppedReasoning: '',
  said: '',
};

/** Reads the events of one response. */
export class StreamReader {
  /** What tells the calls of Chat Completions apart that have begun. */
  readonly #begun = new Set<unknown>();

  /** Reads the next event. Never throws: what it does not know is nothing. */
  notesOf(event: StreamEvent): StreamNotes {
    if (event.type === 'output_text_delta') {
      return { ...nothing, pieces: event.delta === '' ? [] : [{ type: 'text', text: event.delta }] };
    }
    if (event.type !== 'model') return nothing;
    const raw = recordOf(event.event);
    return Array.isArray(raw['choices']) ? chatNotes(raw, this.#begun) : responsesNotes(raw);
  }
}

function responsesNotes(raw: Fields): StreamNotes {
  switch (raw['type']) {
    case 'response.reasoning_summary_text.delta':
    case 'response.reasoning_text.delta':
      return { ...nothing, pieces: reasoningPieces(textOf(raw['delta'])) };
    case 'response.output_item.added': {
      const item = recordOf(raw['item']);
      return item['type'] === 'function_call'
        ? { ...nothing, pieces: [{ type: 'call', tool: textOf(item['name']) }] }
        : nothing;
    }
    // The AI SDK's names, for Anthropic.
    case 'reasoning-delta':
      return { ...nothing, pieces: reasoningPieces(textOf(raw['delta'])) };
    case 'tool-input-start':
      return { ...nothing, pieces: [{ type: 'call', tool: textOf(raw['toolName']) }] };
    case 'error':
      return { ...nothing, said: textOf(raw['message']) };
    case 'response.failed':
      return { ...nothing, said: textOf(recordOf(recordOf(raw['response'])['error'])['message']) };
    case 'response.incomplete': {
      const reason = textOf(recordOf(recordOf(raw['response'])['incomplete_details'])['reason']);
      return {
        ...nothing,
        finishReason: reason === 'max_output_tokens' ? 'length' : null,
        said: reason === 'content_filter' ? contentFilterWords : reason,
      };
    }
    default:
      return nothing;
  }
}

const contentFilterWords = 'The content filter stopped the answer.';

/** What a whole response says besides its output; only Chat Completions need asking. */
export function wholeNotes(raw: unknown): ResponseNotes {
  const { choices } = recordOf(raw);
  if (!Array.isArray(choices)) return nothingNoted;
  const choice = recordOf(choices[0]);
  const message = recordOf(choice['message']);
  return {
    ...nothingNoted,
    isChat: true,
    finishReason: typeof choice['finish_reason'] === 'string' ? choice['finish_reason'] : null,
    droppedReasoning: textOf(message['reasoning']) === '' ? textOf(message['reasoning_content']) : '',
  };
}

function chatNotes(raw: Fields, begun: Set<unknown>): StreamNotes {
  const choices: readonly unknown[] = Array.isArray(raw['choices']) ? raw['choices'] : [];
  const choice = recordOf(choices[0]);
  const delta = recordOf(choice['delta']);
  const dropped = textOf(delta['reasoning_content']);
  const reasoning = textOf(delta['reasoning']);
  const calls: readonly unknown[] = Array.isArray(delta['tool_calls']) ? delta['tool_calls'] : [];
  return {
    pieces: [
      ...reasoningPieces(reasoning === '' ? dropped : reasoning),
      ...calls.flatMap((call) => callPieces(recordOf(call), begun)),
    ],
    finishReason: typeof choice['finish_reason'] === 'string' ? choice['finish_reason'] : null,
    isChat: true,
    droppedReasoning: reasoning === '' ? dropped : '',
    said: textOf(recordOf(raw['error'])['message']),
  };
}

/** Some servers say the name again with every piece of the arguments; the call begins once. */
function callPieces(call: Fields, begun: Set<unknown>): readonly LivePiece[] {
  const tool = textOf(recordOf(call['function'])['name']);
  const place = call['index'] ?? call['id'];
  if (tool === '' || begun.has(place)) return [];
  begun.add(place);
  return [{ type: 'call', tool }];
}

function reasoningPieces(text: string): readonly LivePiece[] {
  return text === '' ? [] : [{ type: 'reasoning', text }];
}

type Fields = Readonly<Record<string, unknown>>;

function recordOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
