import type { WireApi } from '@/domain/models';
import type { Json, ModelItem } from '@/domain/sessions';

/**
 * The conversation as a server that checks will take it: names of functions that are names, arguments that are JSON, and no reference
 * to anything the server was told not to keep.
 */
export function sendableItems(items: readonly ModelItem[], api: WireApi): readonly ModelItem[] {
  const sound = items.map(soundCall);
  return api === 'responses' ? stateless(sound) : sound;
}

/** Models call functions that do not exist by any name, and with any arguments; both were answered with an error, and stay readable. */
function soundCall(item: ModelItem): ModelItem {
  if (item.type !== 'function_call' && item.type !== 'function_call_result') return item;
  const name = soundName(item['name']);
  if (item.type === 'function_call_result') return { ...item, type: item.type, name };
  return { ...item, type: item.type, name, arguments: soundArguments(item['arguments']) };
}

const longestName = 64;

function soundName(name: Json | undefined): string {
  const sound = (typeof name === 'string' ? name : '').replaceAll(/[^\w-]/gu, '_').slice(0, longestName);
  return sound === '' ? 'unnamed' : sound;
}

function soundArguments(written: Json | undefined): string {
  const text = typeof written === 'string' ? written : '';
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? text : '{}';
  } catch {
    return '{}';
  }
}

/**
 * With `store: false` a server knows nothing of earlier responses. Reasoning that came without its encrypted content cannot be sent back
 * then, and what it led to must not refer to it by id.
 */
function stateless(items: readonly ModelItem[]): readonly ModelItem[] {
  let lostReasoning = false;
  return items.flatMap((item) => {
    if (item.type === 'reasoning') {
      lostReasoning = !hasEncryptedContent(item);
      return lostReasoning ? [] : [item];
    }
    if (item.type !== 'function_call' && item['role'] !== 'assistant') lostReasoning = false;
    return [lostReasoning ? withoutId(item) : item];
  });
}

function hasEncryptedContent(item: ModelItem): boolean {
  const data = item['providerData'];
  return (
    typeof data === 'object' &&
    data !== null &&
    'encrypted_content' in data &&
    typeof data['encrypted_content'] === 'string' &&
    data['encrypted_content'] !== ''
  );
}

function withoutId({ id: _id, providerData: _providerData, ...rest }: ModelItem): ModelItem {
  return { ...rest, type: rest['type'] };
}
