import type { Json } from '@/domain/sessions';

export type ParsedText =
  | { readonly type: 'json'; readonly value: Json }
  | { readonly type: 'malformed'; readonly problem: string };

/** What the model wrote as arguments [C2]. Nothing at all stands for no arguments: some models write that. */
export function parsedArguments(text: string): ParsedText {
  if (text.trim() === '') return { type: 'json', value: {} };
  try {
    const value: unknown = JSON.parse(text);
    return isJson(value) ? { type: 'json', value } : { type: 'malformed', problem: 'it holds nothing' };
  } catch (error) {
    return { type: 'malformed', problem: error instanceof Error ? error.message : 'it cannot be parsed' };
  }
}

/** What was parsed from JSON is JSON all the way down. */
function isJson(value: unknown): value is Json {
  return value !== undefined;
}
