import { dictatedFrom } from './dictated';
import { items } from './rephrasings/items';
import { lists } from './rephrasings/lists';
import { addresses, contacts, howTo, order } from './rephrasings/others';
import { questions } from './rephrasings/questions';
import type { Rephrasing } from './rephrasings/rephrasing';
import { wishes } from './rephrasings/wishes';

const all: readonly Rephrasing[] = [
  ...addresses,
  ...wishes,
  ...lists,
  ...questions,
  ...howTo,
  ...contacts,
  ...items,
  ...order,
];

/** The request without the words that only wish for it. */
export function withoutWish(text: string): string {
  return wishes.reduce((said, { pattern, plainly }) => pattern.replacedIn(said, plainly), text).trim();
}

/** The request in plain words; what is quoted or dictated stays as it is. */
export function rephrased(text: string): string {
  const end = dictatedFrom(text);
  const said = all.reduce(
    (before, { pattern, plainly }) => pattern.replacedIn(before, plainly),
    text.slice(0, end),
  );
  return (said.replaceAll(/ {2,}/gu, ' ') + text.slice(end)).trim();
}
