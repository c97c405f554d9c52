import type { Json } from '@/domain/sessions';

import { isJsonList, isJsonObject, type JsonObject } from './json';

/**
 * Arguments with what models habitually get wrong put right, where only one meaning is possible:
 *
 * - an optional argument that is null or blank was not given (a provider's strict mode sends null for every argument left out);
 * - a number or a boolean in quotes is that number or boolean;
 * - one of several words is recognised whatever its case and whether its parts are joined by spaces, hyphens or underscores, and alone
 *   where a list of such words is expected;
 * - a text where an object with one required text is expected is that text.
 *
 * Everything else stays as it is, for the schema to judge. Never throws.
 *
 * @param schema - the JSON Schema of `raw`.
 */
export function lenient(raw: Json, schema: Json | undefined): Json {
  if (!isJsonObject(schema)) return raw;
  const { type, enum: words, items } = schema;
  if (type === 'object') return lenientObject(raw, schema);
  if (type === 'array') return lenientList(raw, items);
  if (type === 'integer' || type === 'number') return numberIn(raw);
  if (type === 'boolean') return booleanIn(raw);
  return isJsonList(words) ? wordIn(raw, words) : raw;
}

function lenientObject(raw: Json, schema: JsonObject): Json {
  const required = isJsonList(schema['required']) ? schema['required'] : [];
  const [only, ...others] = required;
  if (typeof raw === 'string' && typeof only === 'string' && others.length === 0) return { [only]: raw };
  if (!isJsonObject(raw)) return raw;
  const properties = isJsonObject(schema['properties']) ? schema['properties'] : {};
  const known = new Map(Object.entries(properties));
  return Object.fromEntries(
    Object.entries(raw)
      .filter(([name, value]) => !known.has(name) || required.includes(name) || !isLeftOut(value))
      .map(([name, value]) => [name, lenient(value, known.get(name))]),
  );
}

function isLeftOut(value: Json): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '');
}

function lenientList(raw: Json, items: Json | undefined): Json {
  if (isJsonList(raw)) return raw.map((item) => lenient(item, items));
  const isListOfWords = isJsonObject(items) && isJsonList(items['enum']);
  return isListOfWords && typeof raw === 'string' ? [lenient(raw, items)] : raw;
}

function numberIn(raw: Json): Json {
  return typeof raw === 'string' && /^\s*[+-]?\d{1,15}(?:\.\d{1,15})?\s*$/.test(raw) ? Number(raw) : raw;
}

function booleanIn(raw: Json): Json {
  if (typeof raw !== 'string') return raw;
  const word = raw.trim().toLowerCase();
  if (word === 'true') return true;
  return word === 'false' ? false : raw;
}

function wordIn(raw: Json, words: readonly Json[]): Json {
  if (typeof raw !== 'string') return raw;
  const wanted = bare(raw);
  return words.find((word) => typeof word === 'string' && bare(word) === wanted) ?? raw;
}

function bare(word: string): string {
  return word.toLowerCase().replaceAll(/[\s_-]+/g, '');
}
