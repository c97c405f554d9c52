import { ModelRefusalError, type AgentOutputItem } from '@openai/agents';

import { callId, callIdOf, messageText, rawArguments, type Json, type ModelItem } from '@/domain/sessions';

import type { ModelAnswer } from '../loop/model-loop';
import { mostCalls, UnusableResponseError } from './failures';

/** What was noticed while the response streamed. */
export interface ResponseNotes {
  readonly isChat: boolean;
  readonly finishReason: string | null;
  readonly droppedReasoning: string;
  /** How many calls have begun to arrive. */
  readonly callsBegun: number;
}

export const nothingNoted: ResponseNotes = {
  isChat: false,
  finishReason: null,
  droppedReasoning: '',
  callsBegun: 0,
};

/**
 * A model's output as it may be journaled and acted on: plain JSON, every call with an id of its own, nothing that would be lost or
 * mixed up when it is sent back.
 *
 * @param isUsed - whether a call of this session has an id already.
 * @throws ModelRefusalError when the model says that it will not answer.
 * @throws UnusableResponseError when it must not be acted on at all.
 */
export function repairedAnswer(
  output: readonly AgentOutputItem[],
  notes: ResponseNotes,
  isUsed: (callId: string) => boolean,
): ModelAnswer {
  if (notes.isChat && notes.finishReason === null) throw new UnusableResponseError('answer-cut');
  if (notes.finishReason === 'length') throw new UnusableResponseError('answer-too-long');
  const plain = withReasoning(plainItems(output), notes.droppedReasoning);
  if (callsIn(plain).length > mostCalls) throw new UnusableResponseError('answer-too-many-calls');
  const items = withUniqueIds(plain, isUsed);
  const calls = callsIn(items);
  if (calls.length === 0 && items.every((item) => messageText(item) === '')) {
    const refusal = items.map(refusalText).find((text) => text !== '');
    if (refusal !== undefined) throw new ModelRefusalError(refusal);
    throw new UnusableResponseError('answer-empty');
  }
  return {
    items,
    calls: calls.map((item) => ({
      callId: callId(callIdOf(item)),
      tool: typeof item['name'] === 'string' ? item['name'] : '',
      rawArguments: rawArguments(items, callIdOf(item)),
    })),
  };
}

function callsIn(items: readonly ModelItem[]): readonly ModelItem[] {
  return items.filter((item) => item.type === 'function_call');
}

/** Items of kinds that this app acts on or sends back, as JSON: what is undefined or a class does not survive. */
function plainItems(output: readonly AgentOutputItem[]): readonly ModelItem[] {
  const items: unknown = JSON.parse(JSON.stringify(output));
  return Array.isArray(items) ? items.filter(isKnownItem).map(withoutLeaks) : [];
}

const known: ReadonlySet<unknown> = new Set(['message', 'reasoning', 'function_call']);

/** What was parsed from JSON is JSON all the way down. */
function isKnownItem(value: unknown): value is ModelItem {
  return typeof value === 'object' && value !== null && 'type' in value && known.has(value.type);
}

/** What providers hang on the parts of a message is not taken back by other wire formats, and some refuse it. */
function withoutLeaks(item: ModelItem): ModelItem {
  const content = item['content'];
  if (item.type !== 'message' || !isList(content)) return item;
  return { ...item, content: content.map(withoutProviderData) };
}

function withoutProviderData(part: Json): Json {
  if (typeof part !== 'object' || part === null || isList(part)) return part;
  const { providerData: _providerData, ...rest } = part;
  return rest;
}

/** How a model declines, where it says so in a field of its own. */
function refusalText(item: ModelItem): string {
  const content = item['content'];
  if (item.type !== 'message' || !isList(content)) return '';
  return content.map(refusalIn).join('');
}

function refusalIn(part: Json): string {
  if (typeof part !== 'object' || part === null || isList(part)) return '';
  return part['type'] === 'refusal' && typeof part['refusal'] === 'string' ? part['refusal'] : '';
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** Reasoning that the SDK drops is kept, and put where its own Chat converter sends it back from. */
function withReasoning(items: readonly ModelItem[], reasoning: string): readonly ModelItem[] {
  if (reasoning === '') return items;
  const thought: ModelItem = {
    type: 'reasoning',
    content: [],
    rawContent: [{ type: 'reasoning_text', text: reasoning }],
  };
  const carrier = items.findIndex((item) => item.type === 'message' || item.type === 'function_call');
  return [
    thought,
    ...items.map((item, index) =>
      index === carrier ? { ...item, providerData: { reasoning_content: reasoning } } : item,
    ),
  ];
}

/**
 * Ids of calls are rewritten where they are missing or taken, ids of reasoning dropped where they repeat: the SDK, and some
 * providers, take items with the same id for one and the same.
 */
function withUniqueIds(
  items: readonly ModelItem[],
  isUsed: (callId: string) => boolean,
): readonly ModelItem[] {
  const seen = new Set<string>();
  const reasoningIds = new Set<string>();
  return items.map((item) => {
    if (item.type === 'function_call') {
      const id = freeId(callIdOf(item), (candidate) => seen.has(candidate) || isUsed(candidate));
      seen.add(id);
      return { ...item, callId: id };
    }
    if (item.type !== 'reasoning' || typeof item['id'] !== 'string') return item;
    // A counter is not an id: it starts again with every response.
    const isOwn = !/^\d*$/u.test(item['id']) && !reasoningIds.has(item['id']);
    reasoningIds.add(item['id']);
    if (isOwn) return item;
    const { id: _id, ...rest } = item;
    return { ...rest, type: 'reasoning' };
  });
}

function freeId(wanted: string, isTaken: (id: string) => boolean): string {
  const base = wanted.trim() === '' ? 'call' : wanted;
  if (base === wanted && !isTaken(base)) return base;
  for (let number = 2; ; number += 1) {
    const candidate = `${base}-${String(number)}`;
    if (!isTaken(candidate)) return candidate;
  }
}
