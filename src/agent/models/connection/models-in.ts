/** The names in a list of models, in the shapes that servers use; sorted, and empty when there are none. Never throws. */
export function modelsIn(body: string): readonly string[] {
  const parsed = parsedJson(body);
  const lists = [parsed, fieldOf(parsed, 'data'), fieldOf(parsed, 'models')];
  const list = lists.find((candidate) => Array.isArray(candidate));
  const entries: readonly unknown[] = Array.isArray(list) ? list : [];
  const names = entries.flatMap((entry) => {
    const name = fieldOf(entry, 'id') ?? fieldOf(entry, 'name');
    return typeof name === 'string' && name.trim() !== '' ? [name] : [];
  });
  return [...new Set(names)].toSorted((left, right) => (left < right ? -1 : 1));
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
