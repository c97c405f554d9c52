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

/** When the words may change next. */
export function nextLookMs(leftMs: number): number {
  return leftMs < 2 * minute ? 5_000 : minute;
}
