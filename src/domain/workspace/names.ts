import { folded } from './text';

/** Something that can be meant by name. */
export interface Named<Id extends string> {
  readonly id: Id;
  readonly name: string;
}

/**
 * What a name turned out to mean [W6]. `ambiguous` lists every candidate, most alike first; `not-found` lists up to three
 * names that are nearly it.
 */
export type Resolution<Id extends string> =
  | { readonly type: 'found'; readonly id: Id }
  | { readonly type: 'ambiguous'; readonly candidates: readonly Named<Id>[] }
  | { readonly type: 'not-found'; readonly nearest: readonly Named<Id>[] };

/**
 * Says which thing a person or a model means. Tries, in this order: exact id, exact name, the same name ignoring case, accents
 * and outer space, part of a name (whole words before any part). The first that finds anything decides; it never guesses.
 */
export function resolveName<Id extends string>(text: string, things: Iterable<Named<Id>>): Resolution<Id> {
  const wanted = text.trim();
  const all = [...things];
  const byId = all.find((thing) => thing.id === wanted);
  if (byId !== undefined) return { type: 'found', id: byId.id };
  if (folded(wanted) === '') return { type: 'not-found', nearest: [] };

  for (const fits of ladderFor(wanted)) {
    const matches = all.filter((thing) => fits(thing.name));
    const [only] = matches;
    if (only === undefined) continue;
    if (matches.length === 1) return { type: 'found', id: only.id };
    return { type: 'ambiguous', candidates: byLikeness(wanted, matches).map(({ thing }) => thing) };
  }
  return { type: 'not-found', nearest: nearestNames(wanted, all) };
}

type NameTest = (name: string) => boolean;

function ladderFor(wanted: string): readonly NameTest[] {
  const needle = folded(wanted);
  const words = wordsOf(wanted);
  return [
    (name) => name === wanted,
    (name) => folded(name.trim()) === needle,
    (name) => words.length > 0 && hasWords(wordsOf(name), words),
    (name) => folded(name).includes(needle),
  ];
}

function wordsOf(text: string): readonly string[] {
  return folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function hasWords(present: readonly string[], wanted: readonly string[]): boolean {
  const set = new Set(present);
  return wanted.every((word) => set.has(word));
}

const nearestCount = 3;
const nearEnough = 0.35;

function nearestNames<Id extends string>(wanted: string, things: readonly Named<Id>[]): readonly Named<Id>[] {
  return byLikeness(wanted, things)
    .filter((scored) => scored.likeness >= nearEnough)
    .slice(0, nearestCount)
    .map(({ thing }) => thing);
}

interface Scored<Id extends string> {
  readonly thing: Named<Id>;
  /** 0 to 1. */
  readonly likeness: number;
}

function byLikeness<Id extends string>(wanted: string, things: readonly Named<Id>[]): readonly Scored<Id>[] {
  const target = pairsOf(wanted);
  return things
    .map((thing) => ({ thing, likeness: likeness(target, pairsOf(thing.name)) }))
    .toSorted((left, right) => right.likeness - left.likeness);
}

/** Neighbouring letters, each pair once: names with a typo still share most of them. Spaces at the ends make it never empty. */
function pairsOf(text: string): ReadonlySet<string> {
  const letters = ` ${wordsOf(text).join(' ')} `;
  return new Set(Array.from({ length: letters.length - 1 }, (_, index) => letters.slice(index, index + 2)));
}

/** Sørensen–Dice coefficient of two sets, 0 to 1. */
function likeness(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of left) if (right.has(pair)) shared += 1;
  return (2 * shared) / (left.size + right.size);
}
