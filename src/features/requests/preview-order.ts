import type { ChangePreview } from '@/domain/deltas';

/** What cannot be had back by a second look comes first. */
const order = ['deleted', 'changed', 'created'] as const satisfies readonly ChangePreview['type'][];

/** Changes of one kind stand together, each kind in the order of the plan. */
export function inGroups(preview: readonly ChangePreview[]): readonly ChangePreview[] {
  return order.flatMap((type) => preview.filter((change) => change.type === type));
}

/** "3 deleted · 1 changed · 2 new", where a plan does several things; null where one look says it. */
export function groupWords(preview: readonly ChangePreview[]): string | null {
  const counted = order
    .map((type) => ({ type, count: preview.filter((change) => change.type === type).length }))
    .filter(({ count }) => count > 0);
  if (counted.length < 2 || preview.length < 4) return null;
  return counted.map(({ type, count }) => `${count.toLocaleString('en')} ${words[type]}`).join(' · ');
}

const words = { deleted: 'deleted', changed: 'changed', created: 'new' } as const;

/** So many are shown at first; the rest is a click away. */
const shownAtFirst = 12;

/** A list is folded only where that hides enough to be worth a click. */
export function firstRows<Row>(rows: readonly Row[]): readonly Row[] {
  return rows.length <= shownAtFirst + 2 ? rows : rows.slice(0, shownAtFirst);
}
