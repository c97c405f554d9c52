const mostNames = 3;

/** The names that were probably meant: those that hold what was typed, or most of its parts; best first. */
export function closestNames(typed: string, names: readonly string[]): readonly string[] {
  const parts = partsOf(typed);
  return names
    .map((name) => ({ name, score: shared(parts, name.toLowerCase()) }))
    .filter(({ score }) => score > 0.5)
    .toSorted((left, right) => right.score - left.score || left.name.length - right.name.length)
    .slice(0, mostNames)
    .map(({ name }) => name);
}

function partsOf(name: string): readonly string[] {
  return name
    .toLowerCase()
    .split(/[^a-z\d.]+/u)
    .filter((part) => part !== '');
}

function shared(parts: readonly string[], name: string): number {
  if (parts.length === 0) return 0;
  return parts.filter((part) => name.includes(part)).length / parts.length;
}
