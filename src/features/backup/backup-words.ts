import type { BackupState, Reminder, Spare } from '@/state/backup';

/** "120 changes and 14 days without a copy", as a sentence for a notice. */
export function reminderTitle({ changes, days, isFirst }: Reminder): string {
  const parts = [changes > 0 ? counted(changes, 'change') : null, days > 0 ? counted(days, 'day') : null];
  const gone = parts.filter((part) => part !== null).join(' in ');
  return isFirst
    ? `There is no copy of your work yet: ${gone === '' ? 'make one' : gone} so far.`
    : `Your last copy is old: ${gone === '' ? 'make a new one' : gone} since.`;
}

/** When the newest copy was made, and what has changed since. */
export function copyInWords({
  memory: { saved },
  progress,
}: Pick<BackupState, 'memory' | 'progress'>): string {
  if (saved === null) return 'There is no copy yet.';
  const when = new Date(saved.at).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' });
  const changes = Math.max(0, progress.head - saved.head);
  if (changes > 0) return `Newest copy: ${when}, ${counted(changes, 'change')} ago.`;
  const hasTalked = progress.talkedAt > saved.talkedAt;
  return hasTalked
    ? `Newest copy: ${when}. Sessions have gone on since.`
    : `Newest copy: ${when}. It holds everything.`;
}

/** "3 deleted sessions and the traces of 40 streamed answers", or an empty text for nothing. */
export function spareInWords({ deletedSessions, streams }: Spare): string {
  return [
    deletedSessions === 0 ? null : counted(deletedSessions, 'deleted session'),
    streams === 0 ? null : counted(streams, 'leftover of finished answers', 'leftovers of finished answers'),
  ]
    .filter((part) => part !== null)
    .join(' and ');
}

function counted(count: number, one: string, several = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : several}`;
}
