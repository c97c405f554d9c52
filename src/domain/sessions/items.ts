import type { ModelItem } from './events';
import type { Json } from './request';

/** The text of an assistant's message; empty for every other item. */
export function messageText(item: ModelItem): string {
  return item.type === 'message' ? joinedText(item['content'], 'output_text') : '';
}

/** What a reasoning item says, as far as the provider shows it. */
export function reasoningText(item: ModelItem): string {
  if (item.type !== 'reasoning') return '';
  const summary = joinedText(item['content'], 'input_text');
  return summary === '' ? joinedText(item['rawContent'], 'reasoning_text') : summary;
}

/** The id of a call or of a call's output; empty for every other item. */
export function callIdOf(item: ModelItem): string {
  if (item.type !== 'function_call' && item.type !== 'function_call_result') return '';
  return textOf(item['callId']);
}

/** What the model wrote as arguments of a call: JSON, or what it took for it. */
export function rawArguments(items: readonly ModelItem[], id: string): string {
  const call = items.find((item) => item.type === 'function_call' && callIdOf(item) === id);
  return call === undefined ? '' : textOf(call['arguments']);
}

function joinedText(content: Json | undefined, type: string): string {
  if (typeof content === 'string') return content;
  if (!isList(content)) return '';
  return content
    .flatMap((part) => (isRecord(part) && part['type'] === type ? [textOf(part['text'])] : []))
    .join('\n\n');
}

export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function isRecord(value: Json): value is { readonly [field: string]: Json } {
  return typeof value === 'object' && value !== null && !isList(value);
}
