import type { Millis } from '@/domain/workspace';

import type { BackupMemory, Mark, Progress } from './backup-memory';

/** While somebody works, a copy is written at most this often. */
export const intervalMs = 5 * 60_000;
/** After a change it is waited this long for the next one. */
const settlingMs = 15_000;
/** When the page is hidden nobody knows whether it comes back, so less time has to have gone by. */
const hiddenIntervalMs = 60_000;

const dayMs = 24 * 60 * 60_000;
const reminderDays = 14;
const reminderChanges = 100;

/** Whether there is anything that the newest copy does not hold. A shorter log is another one, so that counts too. */
export function isBehind({ saved }: Pick<BackupMemory, 'saved'>, progress: Progress): boolean {
  if (saved === null) return progress.head > 0 || progress.talkedAt > 0;
  return progress.head !== saved.head || progress.talkedAt > saved.talkedAt;
}

/**
 * When the next copy is to be written; `null` when nothing has changed.
 *
 * @param changedAt - when this window last saw a change.
 */
export function nextBackupAt(
  memory: Pick<BackupMemory, 'saved'>,
  progress: Progress,
  changedAt: Millis,
): number | null {
  if (!isBehind(memory, progress)) return null;
  return Math.max((memory.saved?.at ?? 0) + intervalMs, changedAt + settlingMs);
}

/** Whether a copy is written because the page is hidden now. */
export function isDueWhenHidden(
  memory: Pick<BackupMemory, 'saved'>,
  progress: Progress,
  now: Millis,
): boolean {
  return isBehind(memory, progress) && now - (memory.saved?.at ?? 0) >= hiddenIntervalMs;
}

/** Why to think of a copy: how many changes, and how many days, have gone by without one. */
export interface Reminder {
  readonly changes: number;
  readonly days: number;
  /** Whether there ever was a copy. */
  readonly isFirst: boolean;
}

/** A reminder after two weeks with any change, or after a hundred changes; `null` while neither has come. */
export function reminderOf(
  memory: Pick<BackupMemory, 'saved' | 'counted'>,
  progress: Progress,
  now: Millis,
): Reminder | null {
  const since = newest(memory);
  const changes = Math.max(0, progress.head - since.head);
  const days = Math.floor((now - since.at) / dayMs);
  const hasChanged = changes > 0 || progress.talkedAt > since.talkedAt;
  const isDue = hasChanged && (days >= reminderDays || changes >= reminderChanges);
  return isDue ? { changes, days, isFirst: memory.saved === null } : null;
}

function newest({ saved, counted }: Pick<BackupMemory, 'saved' | 'counted'>): Mark {
  return saved !== null && saved.at >= counted.at ? saved : counted;
}

/** The name of a backup: the moment in UTC, so that names sort by age whatever the clock of the place did. */
export function backupName(tag: string, at: Millis): string {
  const [day = '', time = ''] = new Date(at).toISOString().split('T');
  return `momentum-backup-${tag}-${day}-${time.slice(0, 8).replaceAll(':', '')}.json`;
}

export interface BackupFile {
  readonly name: string;
  readonly bytes: number;
}

/**
 * The backups of this device that are to go: all but the newest `keep`, and empty ones, which are what is left of a write that was
 * broken off. Files of other devices, and all other files, are never among them.
 *
 * @param newest - the one that was just written; it stays in any case.
 */
export function staleBackups(
  files: readonly BackupFile[],
  { tag, keep, newest: latest }: { readonly tag: string; readonly keep: number; readonly newest: string },
): readonly string[] {
  const pattern = new RegExp(`^momentum-backup-${tag}-\\d{4}-\\d\\d-\\d\\d-\\d{6}\\.json$`, 'u');
  const own = files.filter(({ name }) => name !== latest && pattern.test(name));
  const older = own
    .filter(({ bytes }) => bytes > 0)
    .map(({ name }) => name)
    .toSorted()
    .toReversed();
  const empty = own.filter(({ bytes }) => bytes === 0).map(({ name }) => name);
  return [...older.slice(keep - 1), ...empty];
}
