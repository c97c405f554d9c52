import type { EntityKind } from '@/domain/workspace';

/** What marks a file as ours. */
export const documentFormat = 'momentum.workspace';

/** The version this app writes. `docs/data-format.md` says what it holds. */
export const documentVersion = 2;

/** The versions this app reads. Version 1 held no sessions. */
export const readableVersions: readonly unknown[] = [1, documentVersion];

/** Larger files are refused before they are read, bytes. */
export const documentSizeLimit = 256 * 1024 * 1024;

/** More sessions than this are refused before they are looked at; as many events in all. */
export const documentSessionLimit = 20_000;
export const documentEventLimit = 2_000_000;

/** More entities than this are refused before they are looked at. */
export const documentEntityLimit = 200_000;

/** More items than this in a list within an entity (stakeholders, recipients) are refused before they are looked at. */
export const documentListLimit = 10_000;

/** Where each kind of entity stands in a document, in the order in which they are written. */
export const documentLists = {
  person: 'people',
  project: 'projects',
  task: 'tasks',
  comment: 'comments',
  email: 'emails',
} as const satisfies Record<EntityKind, string>;
