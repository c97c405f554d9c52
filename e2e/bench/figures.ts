import { mkdir, writeFile } from 'node:fs/promises';

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** @param share - 0.95 for the value that one in twenty exceeds. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Two decimals say enough of a millisecond. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Shows figures and keeps them as `.momentum/bench/<name>.json`. */
export async function report(
  name: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  console.table(rows);
  await mkdir('.momentum/bench', { recursive: true });
  await writeFile(`.momentum/bench/${name}.json`, JSON.stringify(rows, null, 2));
}
