import type { EntityKind } from '@/domain/workspace';

/** What marks a file as ours. */
export const documentFormat = 'momentum.workspace';

/** The version this app writes and reads. `docs/data-format.md` says what it holds. */
export const documentVersion = 1;

/** Larger files are refused before they are read, bytes. */
export const documentSizeLimit = 64 * 1024 * 1024;

/** More entities than this are refused before they are looked at. */
export const documentEntityLimit = 200_000;

/** Where each kind of entity stands in a document, in the order in which they are written. */
export const documentLists = {
  person: 'people',
  project: 'projects',
  task: 'tasks',
  comment: 'comments',
  email: 'emails',
} as const satisfies Record<EntityKind, string>;
