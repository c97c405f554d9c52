const minute = 60_000;
const hour = 60 * minute;

/** How long there still is, in words that need no second hand; null once it is over. */
export function timeLeftWords(leftMs: number): string | null {
  if (leftMs <= 0) return null;
  if (leftMs < minute) return 'Less than a minute left to answer';
  if (leftMs < hour) return `About ${counted(Math.round(leftMs / minute), 'minute')} left to answer`;
  return `About ${counted(Math.round(leftMs / hour), 'hour')} left to answer`;
}

function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** A timer may fire a moment early; the words need not be more exact than this. */
const leastMs = 50;

/** When to look again: once a minute, when the last minute begins, and when it ends. */
export function nextLookMs(leftMs: number): number {
  return Math.max(leastMs, leftMs <= minute ? leftMs : Math.min(minute, leftMs - minute));
}
