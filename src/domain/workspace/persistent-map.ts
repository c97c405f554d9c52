/**
 * A map from text keys to values that never changes: `set` and `delete` answer with a new map that shares all but a few nodes
 * with the old one. Costs the same at 1,000 entries as at 100,000 [W1], so a plan can be computed on "the workspace as it would
 * be" without touching the one on screen.
 *
 * A hash array mapped trie (Bagwell, "Ideal Hash Trees", 2001): 32 children a node, five bits of the key's hash a level.
 * Iteration order is arbitrary; sort what people see.
 */
export class PersistentMap<Key extends string, Value> {
  readonly size: number;
  readonly #root: Branch<Key, Value>;

  private constructor(root: Branch<Key, Value>, size: number) {
    this.#root = root;
    this.size = size;
  }

  static empty<Key extends string, Value>(): PersistentMap<Key, Value> {
    return new PersistentMap<Key, Value>({ bitmap: 0, nodes: [], owner: null }, 0);
  }

  /** Builds a map in one go; later entries win over earlier ones with the same key. */
  static from<Key extends string, Value>(
    entries: Iterable<readonly [Key, Value]>,
  ): PersistentMap<Key, Value> {
    const owner: Owner = {};
    let root: Branch<Key, Value> = { bitmap: 0, nodes: [], owner };
    let size = 0;
    for (const [key, value] of entries) {
      const leaf: Leaf<Key, Value> = { hash: hashOf(key), key, value };
      if (findLeaf(root, key) === undefined) size += 1;
      root = withLeaf(root, leaf, { shift: 0, owner });
    }
    return new PersistentMap(root, size);
  }

  get(key: Key): Value | undefined {
    return findLeaf(this.#root, key)?.value;
  }

  has(key: Key): boolean {
    return findLeaf(this.#root, key) !== undefined;
  }

  set(key: Key, value: Value): PersistentMap<Key, Value> {
    const present = findLeaf(this.#root, key);
    if (present !== undefined && Object.is(present.value, value)) return this;
    const root = withLeaf(this.#root, { hash: hashOf(key), key, value }, { shift: 0, owner: null });
    return new PersistentMap(root, present === undefined ? this.size + 1 : this.size);
  }

  delete(key: Key): PersistentMap<Key, Value> {
    if (!this.has(key)) return this;
    return new PersistentMap(withoutKey(this.#root, hashOf(key), { key, shift: 0 }), this.size - 1);
  }

  /** What turned an older map into this one, in no particular order. Costs what has changed: shared nodes are passed over. */
  changesSince(older: PersistentMap<Key, Value>): readonly Change<Value>[] {
    const changes: Change<Value>[] = [];
    collectChanges(older.#root, this.#root, changes);
    return changes;
  }

  *entries(): IterableIterator<readonly [Key, Value]> {
    for (const leaf of leavesOf(this.#root)) yield [leaf.key, leaf.value];
  }

  *keys(): IterableIterator<Key> {
    for (const leaf of leavesOf(this.#root)) yield leaf.key;
  }

  *values(): IterableIterator<Value> {
    for (const leaf of leavesOf(this.#root)) yield leaf.value;
  }
}

/** A value as it was and as it becomes; undefined where there is none. */
export interface Change<Value> {
  readonly before: Value | undefined;
  readonly after: Value | undefined;
}

/** Marks nodes that only the builder that made them can see, and may therefore change in place. */
type Owner = object;

interface Leaf<Key, Value> {
  readonly hash: number;
  readonly key: Key;
  readonly value: Value;
}

/** Several keys with one and the same 32-bit hash. */
interface Collision<Key, Value> {
  readonly hash: number;
  readonly leaves: readonly Leaf<Key, Value>[];
}

interface Branch<Key, Value> {
  bitmap: number;
  readonly nodes: Node<Key, Value>[];
  readonly owner: Owner | null;
}

type Node<Key, Value> = Branch<Key, Value> | Leaf<Key, Value> | Collision<Key, Value>;

const bitsPerLevel = 5;
const levelMask = 31;

/** FNV-1a over UTF-16 units, with a final mix so that short, similar ids spread over all levels. */
export function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

function bitAt(hash: number, shift: number): number {
  return 1 << ((hash >>> shift) & levelMask);
}

/** How many children stand before the one that `bit` marks. */
function positionOf(bitmap: number, bit: number): number {
  let rest = bitmap & (bit - 1);
  rest -= (rest >>> 1) & 0x55555555;
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function findLeaf<Key extends string, Value>(
  root: Branch<Key, Value>,
  key: Key,
): Leaf<Key, Value> | undefined {
  const hash = hashOf(key);
  let branch = root;
  for (let shift = 0; ; shift += bitsPerLevel) {
    const bit = bitAt(hash, shift);
    if ((branch.bitmap & bit) === 0) return undefined;
    const node = branch.nodes[positionOf(branch.bitmap, bit)];
    if (node === undefined) return undefined;
    if ('bitmap' in node) branch = node;
    else if ('key' in node) return node.key === key ? node : undefined;
    else return node.leaves.find((leaf) => leaf.key === key);
  }
}

interface Place {
  readonly shift: number;
  readonly owner: Owner | null;
}

function withLeaf<Key extends string, Value>(
  branch: Branch<Key, Value>,
  leaf: Leaf<Key, Value>,
  place: Place,
): Branch<Key, Value> {
  const bit = bitAt(leaf.hash, place.shift);
  const position = positionOf(branch.bitmap, bit);
  const target = editable(branch, place.owner);
  const present = (branch.bitmap & bit) === 0 ? undefined : branch.nodes[position];
  if (present === undefined) {
    target.nodes.splice(position, 0, leaf);
    target.bitmap |= bit;
  } else {
    target.nodes[position] = joined(present, leaf, { shift: place.shift + bitsPerLevel, owner: place.owner });
  }
  return target;
}

function editable<Key, Value>(branch: Branch<Key, Value>, owner: Owner | null): Branch<Key, Value> {
  if (owner !== null && branch.owner === owner) return branch;
  return { bitmap: branch.bitmap, nodes: [...branch.nodes], owner };
}

function joined<Key extends string, Value>(
  present: Node<Key, Value>,
  leaf: Leaf<Key, Value>,
  place: Place,
): Node<Key, Value> {
  if ('bitmap' in present) return withLeaf(present, leaf, place);
  if ('key' in present && present.key === leaf.key) return leaf;
  if (present.hash === leaf.hash) {
    const others = 'key' in present ? [present] : present.leaves.filter((other) => other.key !== leaf.key);
    return { hash: leaf.hash, leaves: [...others, leaf] };
  }
  const branch: Branch<Key, Value> = {
    bitmap: bitAt(present.hash, place.shift),
    nodes: [present],
    owner: place.owner,
  };
  return withLeaf(branch, leaf, place);
}

function withoutKey<Key extends string, Value>(
  branch: Branch<Key, Value>,
  hash: number,
  target: { readonly key: Key; readonly shift: number },
): Branch<Key, Value> {
  const bit = bitAt(hash, target.shift);
  const position = positionOf(branch.bitmap, bit);
  const node = branch.nodes[position];
  if (node === undefined) return branch;
  const rest = reduced(node, hash, { key: target.key, shift: target.shift + bitsPerLevel });
  const nodes = [...branch.nodes];
  if (rest === null) {
    nodes.splice(position, 1);
    return { bitmap: branch.bitmap & ~bit, nodes, owner: null };
  }
  nodes[position] = rest;
  return { bitmap: branch.bitmap, nodes, owner: null };
}

/** What is left of a node without the key; a branch with a single leaf becomes that leaf, so equal maps have equal shapes. */
function reduced<Key extends string, Value>(
  node: Node<Key, Value>,
  hash: number,
  target: { readonly key: Key; readonly shift: number },
): Node<Key, Value> | null {
  if ('key' in node) return null;
  if ('leaves' in node) {
    const leaves = node.leaves.filter((leaf) => leaf.key !== target.key);
    return leaves.length === 1 ? (leaves[0] ?? null) : { hash: node.hash, leaves };
  }
  const rest = withoutKey(node, hash, target);
  const only = rest.nodes[0];
  if (only === undefined) return null;
  return rest.nodes.length === 1 && !('bitmap' in only) ? only : rest;
}

/** Every leaf below a branch. One loop instead of nested generators, which would hand each leaf up level by level. */
function* leavesOf<Key, Value>(root: Branch<Key, Value>): IterableIterator<Leaf<Key, Value>> {
  const waiting: Node<Key, Value>[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('bitmap' in node) waiting.push(...node.nodes);
    else if ('key' in node) yield node;
    else yield* node.leaves;
  }
}

type Maybe<Key, Value> = Node<Key, Value> | undefined;

function collectChanges<Key extends string, Value>(
  older: Maybe<Key, Value>,
  newer: Maybe<Key, Value>,
  changes: Change<Value>[],
): void {
  if (older === newer) return;
  if (isBranch(older) && isBranch(newer)) {
    for (let rest = older.bitmap | newer.bitmap; rest !== 0; rest &= rest - 1) {
      const bit = rest & -rest;
      collectChanges(childAt(older, bit), childAt(newer, bit), changes);
    }
    return;
  }
  const before = new Map(Array.from(leavesBelow(older), (leaf) => [leaf.key, leaf.value]));
  for (const { key, value } of leavesBelow(newer)) {
    const was = before.get(key);
    if (!before.delete(key)) changes.push({ before: undefined, after: value });
    else if (!Object.is(was, value)) changes.push({ before: was, after: value });
  }
  for (const value of before.values()) changes.push({ before: value, after: undefined });
}

function isBranch<Key, Value>(node: Maybe<Key, Value>): node is Branch<Key, Value> {
  return node !== undefined && 'bitmap' in node;
}

function childAt<Key, Value>(branch: Branch<Key, Value>, bit: number): Maybe<Key, Value> {
  return (branch.bitmap & bit) === 0 ? undefined : branch.nodes[positionOf(branch.bitmap, bit)];
}

function leavesBelow<Key, Value>(node: Maybe<Key, Value>): Iterable<Leaf<Key, Value>> {
  if (node === undefined) return [];
  if ('bitmap' in node) return leavesOf(node);
  return 'key' in node ? [node] : node.leaves;
}
