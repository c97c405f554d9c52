import { deleteDB } from 'idb';

import type { ErasedDatabases, Witness } from './witness';

export interface EraseOptions {
  readonly witnesses: readonly Witness[];
  readonly erased: Pick<ErasedDatabases, 'add'>;
  /** Another tab that is asleep holds the database; erasing goes on when it is closed. */
  readonly onWaiting: () => void;
  readonly name?: string;
}

/**
 * Deletes the workspace of this device with its log and all sessions, and makes the witnesses forget it. Other tabs let go when they
 * are asked and hear `cleared`. Works on a full disk: nothing is written to the database.
 *
 * Close the database of this window first. It cannot be called off.
 */
export async function eraseWorkspaceDatabase(options: EraseOptions): Promise<void> {
  const { witnesses, erased, onWaiting, name = 'momentum' } = options;
  const marks = await Promise.all(witnesses.map((witness) => witness.recall()));
  // Before it is gone: a tab that opens right behind must not take it for lost. If it never goes, the next opening strikes it off.
  erased.add(marks.flatMap((mark) => (mark === null ? [] : [mark.databaseId])));
  await deleteDB(name, { blocked: onWaiting });
  await Promise.all(witnesses.map((witness) => witness.forget()));
}
