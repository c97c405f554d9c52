import type {
  LanguageModelV3Message,
  LanguageModelV3Prompt,
  LanguageModelV3ReasoningPart,
  LanguageModelV3TextPart,
  LanguageModelV3ToolCallPart,
} from '@ai-sdk/provider';
import type { AgentInputItem } from '@openai/agents';

import { appNote } from '../provider/app-note';
import { signedThought, thoughtIn } from './thoughts';

/**
 * The conversation as the Messages API takes it: what the model said in one message up to the next of somebody else, its signed
 * thoughts where it had them, and every call followed by its output.
 *
 * @param items - calls have names that are names and arguments that are JSON.
 */
export function conversationFor(
  instructions: string | undefined,
  items: readonly AgentInputItem[],
): LanguageModelV3Prompt {
  const soundId = soundIds();
  const messages: LanguageModelV3Message[] =
    instructions === undefined ? [] : [{ role: 'system', content: instructions }];
  let said: AssistantPart[] = [];
  const close = (): void => {
    const content = withoutOpenEnd(said);
    if (content.length > 0) messages.push({ role: 'assistant', content });
    said = [];
  };
  for (const item of items) {
    const own = partsOf(item, soundId);
    if (own !== null) said.push(...own);
    else {
      close();
      const other = messageOf(item, soundId);
      if (other !== null) messages.push(other);
    }
  }
  close();
  return messages;
}

type AssistantPart = LanguageModelV3TextPart | LanguageModelV3ReasoningPart | LanguageModelV3ToolCallPart;

type SoundId = (id: string) => string;

/** What the model itself said, thought or called; null for what somebody else did. */
function partsOf(item: AgentInputItem, soundId: SoundId): readonly AssistantPart[] | null {
  if (item.type === 'function_call') {
    const input: unknown = JSON.parse(item.arguments);
    return [{ type: 'tool-call', toolCallId: soundId(item.callId), toolName: item.name, input }];
  }
  if (item.type === 'reasoning') {
    const thought = thoughtIn(item);
    return thought === null ? [] : [signedThought(thought)];
  }
  if (!('role' in item) || item.role !== 'assistant') return null;
  return item.content.flatMap((part) => (part.type === 'output_text' ? textParts(part.text) : []));
}

/** Text of nothing but blanks is refused. */
function textParts(text: string): readonly LanguageModelV3TextPart[] {
  return text.trim() === '' ? [] : [{ type: 'text', text }];
}

function messageOf(item: AgentInputItem, soundId: SoundId): LanguageModelV3Message | null {
  if (item.type === 'function_call_result') {
    const output = { type: 'text', value: outputText(item.output) } as const;
    const toolCallId = soundId(item.callId);
    return { role: 'tool', content: [{ type: 'tool-result', toolCallId, toolName: item.name, output }] };
  }
  if (!('role' in item)) return null;
  // Only the newest models take instructions in the middle of a conversation.
  if (item.role === 'system') return userMessage(appNote(item.content));
  return item.role === 'user' ? userMessage(userText(item.content)) : null;
}

function userMessage(text: string): LanguageModelV3Message {
  return { role: 'user', content: [{ type: 'text', text }] };
}

function userText(content: Extract<AgentInputItem, { role: 'user' }>['content']): string {
  if (typeof content === 'string') return content;
  return content.flatMap((part) => (part.type === 'input_text' ? [part.text] : [])).join('\n\n');
}

function outputText(output: Extract<AgentInputItem, { type: 'function_call_result' }>['output']): string {
  if (typeof output === 'string') return output;
  return 'type' in output && output.type === 'text' ? output.text : JSON.stringify(output);
}

/** A message must not end with a thought: what it led to is gone, as when its call was cancelled. */
function withoutOpenEnd(parts: readonly AssistantPart[]): AssistantPart[] {
  const last = parts.findLastIndex((part) => part.type !== 'reasoning');
  return parts.slice(0, last + 1);
}

/** Ids of calls in the letters that the Messages API allows; those of other models have others. The same id stays the same. */
function soundIds(): SoundId {
  const given = new Map<string, string>();
  const taken = new Set<string>();
  return (id) => {
    const known = given.get(id);
    if (known !== undefined) return known;
    const base = id.replaceAll(/[^\w-]/gu, '_');
    let sound = base;
    for (let number = 2; taken.has(sound); number += 1) sound = `${base}-${String(number)}`;
    given.set(id, sound);
    taken.add(sound);
    return sound;
  };
}
