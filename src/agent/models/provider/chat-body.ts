import { appNote } from './app-note';

type Fields = Readonly<Record<string, unknown>>;

/**
 * A Chat Completions request as more servers take it than the SDK's own form: text as text instead of lists of parts, notes of the app
 * where a template allows no second system message, and each piece of reasoning once, under the name it came with.
 *
 * @param isOpenAi - OpenAI's own servers understand notes in any place.
 */
export function plainChatBody(body: string, isOpenAi: boolean): string {
  const parsed: unknown = JSON.parse(body);
  if (!isFields(parsed) || !Array.isArray(parsed['messages'])) return body;
  const messages: readonly unknown[] = parsed['messages'];
  return JSON.stringify({
    ...parsed,
    messages: messages.map((message, index) => plainMessage(message, { isFirst: index === 0, isOpenAi })),
  });
}

function plainMessage(
  message: unknown,
  place: { readonly isFirst: boolean; readonly isOpenAi: boolean },
): unknown {
  if (!isFields(message)) return message;
  const { content, tool_calls: calls, reasoning, ...rest } = message;
  const isNote = rest['role'] === 'system' && !place.isFirst && !place.isOpenAi;
  const text = plainText(content);
  return {
    ...rest,
    ...(isNote ? { role: 'user' } : {}),
    content: isNote ? appNote(String(text)) : text,
    // Servers that speak of reasoning_content do not all know the other name.
    ...(reasoning === undefined || 'reasoning_content' in rest ? {} : { reasoning }),
    ...(Array.isArray(calls) ? { tool_calls: calls.map(plainCall) } : {}),
  };
}

function plainText(content: unknown): unknown {
  if (!Array.isArray(content)) return content;
  const parts: readonly unknown[] = content;
  const texts = parts.map((part) => (isFields(part) && part['type'] === 'text' ? part['text'] : null));
  return texts.every((text) => typeof text === 'string') ? texts.join('\n\n') : content;
}

/** The SDK copies what it keeps about a message into each of its calls. */
function plainCall(call: unknown): unknown {
  if (!isFields(call)) return call;
  return { id: call['id'], type: 'function', function: call['function'] };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
