import type { Millis } from '@/domain/workspace';

const format = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** "21 Nov 2026, 14:03", where the person is. */
export function momentWords(moment: Millis): string {
  return format.format(moment);
}
