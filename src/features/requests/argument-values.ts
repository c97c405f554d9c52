import type { ArgumentField, CallArguments, Json } from '@/domain/sessions';

/** An argument as it stands in its field: text as typed, until it is read. */
export type FieldText = string;

/** Stands for a day or time that is typed and does not exist (yet): browsers tell that there is one, never what it is. */
export const unreadable: FieldText = 'unreadable';

/** What a field shows of a value. */
export function textOfValue({ type, value }: Pick<ArgumentField, 'type' | 'value'>): FieldText {
  if (value === null) return '';
  if (type === 'text-list' && Array.isArray(value)) return value.map(plainText).join('\n');
  return plainText(value);
}

function plainText(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A typed field read back: a number stays a number, an empty field that may be empty holds nothing. */
export type ReadValue =
  | { readonly type: 'value'; readonly value: Json }
  | { readonly type: 'problem'; readonly message: string };

export function valueOfText(field: ArgumentField, text: FieldText): ReadValue {
  if (text.trim() === '') {
    return field.isRequired ? problem(`${field.label} cannot be empty.`) : holding(emptyValue(field));
  }
  const value = typedValue(field.type, text);
  return value === null ? problem(`${field.label} must be ${wanted(field.type)}.`) : holding(value);
}

/** Null for what cannot be read as a value of its type. */
function typedValue(type: ArgumentField['type'], text: FieldText): Json {
  switch (type) {
    case 'text':
    case 'long-text':
    case 'choice':
      return text;
    case 'text-list':
      return linesOf(text);
    case 'number':
      return Number.isFinite(Number(text)) ? Number(text) : null;
    case 'date':
      return isDay(text) ? text : null;
    case 'time':
      return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? text : null;
  }
}

function wanted(type: ArgumentField['type']): string {
  if (type === 'number') return 'a number, such as 5';
  return type === 'date' ? 'a day that exists, such as 2026-03-31' : 'a time of day, such as 14:30';
}

function linesOf(text: FieldText): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** What an empty field means: nothing where there was something else than text before. */
function emptyValue({ type, value: before }: ArgumentField): Json {
  if (type === 'text-list') return [];
  return typeof before === 'string' && (type === 'text' || type === 'long-text') ? '' : null;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function holding(value: Json): ReadValue {
  return { type: 'value', value };
}

function problem(message: string): ReadValue {
  return { type: 'problem', message };
}

/** Every field read back, over the arguments that have no field. */
export function readFields(
  args: CallArguments,
  fields: readonly ArgumentField[],
  texts: ReadonlyMap<string, FieldText>,
): { readonly args: CallArguments; readonly problems: ReadonlyMap<string, string> } {
  const read: Record<string, Json> = { ...args };
  const problems = new Map<string, string>();
  for (const field of fields) {
    const text = texts.get(field.name);
    if (text === undefined || text === textOfValue(field)) continue;
    const result = valueOfText(field, text);
    if (result.type === 'value') read[field.name] = result.value;
    else problems.set(field.name, result.message);
  }
  return { args: read, problems };
}
