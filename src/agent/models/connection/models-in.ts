/** The names in a list of models, in the shapes that servers use; empty when there are none. Never throws. */
export function modelsIn(body: string): readonly string[] {
  const parsed = parsedJson(body);
  const lists = [parsed, fieldOf(parsed, 'data'), fieldOf(parsed, 'models')];
  const list = lists.find((candidate) => Array.isArray(candidate));
  const entries: readonly unknown[] = Array.isArray(list) ? list : [];
  return entries.flatMap((entry) => {
    const name = fieldOf(entry, 'id') ?? fieldOf(entry, 'name');
    return typeof name === 'string' && name.trim() !== '' ? [name] : [];
  });
}

/** Behind which model a list of Anthropic's goes on with its next page; null for its last one. */
export function nextPageIn(body: string): string | null {
  const parsed = parsedJson(body);
  const last = fieldOf(parsed, 'last_id');
  return fieldOf(parsed, 'has_more') === true && typeof last === 'string' ? last : null;
}

function parsedJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}
