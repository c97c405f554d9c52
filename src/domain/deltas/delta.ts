import type { Brand, EntityKind, EntityOf, IdOf, Millis } from '../workspace';

export type CommitId = Brand<string, 'CommitId'>;

/** Place of a commit in the workspace log: 1 for the first, no gaps. 0 is the empty log. */
export type Sequence = Brand<number, 'Sequence'>;

export function commitId(value: string): CommitId {
  return value as CommitId;
}

export function sequence(value: number): Sequence {
  return value as Sequence;
}

export interface CreateDelta<K extends EntityKind> {
  readonly type: 'create';
  readonly kind: K;
  readonly entity: EntityOf<K>;
}

/** `before` and `after` hold the same fields, and only those that change. */
export interface UpdateDelta<K extends EntityKind> {
  readonly type: 'update';
  readonly kind: K;
  readonly id: IdOf<K>;
  readonly before: Partial<EntityOf<K>>;
  readonly after: Partial<EntityOf<K>>;
}

/** Holds the whole entity, so that it can be brought back. */
export interface DeleteDelta<K extends EntityKind> {
  readonly type: 'delete';
  readonly kind: K;
  readonly entity: EntityOf<K>;
}

export type DeltaOf<K extends EntityKind> = CreateDelta<K> | UpdateDelta<K> | DeleteDelta<K>;

/** One reversible change to one entity. Plain data: it is stored, shown, checked again and inverted. */
export type Delta = { readonly [K in EntityKind]: DeltaOf<K> }[EntityKind];

/** Who made a commit. */
export type Author =
  | { readonly type: 'person' }
  | { readonly type: 'agent'; readonly sessionId: string; readonly turnId: string; readonly callId: string };

/**
 * Why a commit was made. Undo appends the inverse of one commit, or of several as one; redo appends the inverse of an undo [W2].
 */
export type Cause =
  | { readonly type: 'edit' }
  | { readonly type: 'undo'; readonly commitIds: readonly CommitId[] }
  | { readonly type: 'redo'; readonly commitIds: readonly CommitId[] }
  | { readonly type: 'restore'; readonly sequence: Sequence }
  | { readonly type: 'import' }
  | { readonly type: 'example' };

/** A group of deltas that happens as one, with a one-line summary for people. */
export interface Commit {
  readonly id: CommitId;
  readonly at: Millis;
  readonly author: Author;
  readonly cause: Cause;
  readonly summary: string;
  readonly deltas: readonly Delta[];
}

/** A commit at its place in the workspace log. */
export interface LogEntry {
  readonly sequence: Sequence;
  readonly commit: Commit;
}

/** The id of the entity a delta is about. */
export function targetOf(delta: Delta): IdOf<EntityKind> {
  return delta.type === 'update' ? delta.id : delta.entity.id;
}
