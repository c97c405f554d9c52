import type { Receipt } from '@/domain/sessions';

/** "created 3, changed 1 · 1 approval · 4.2 s". What is zero is not told. */
export function receiptWords(receipt: Receipt): string {
  const { created, changed, deleted, sent, approvals, durationMs } = receipt;
  const done = Object.entries({ created, changed, deleted, sent })
    .filter(([, count]) => count > 0)
    .map(([verb, count]) => `${verb} ${String(count)}`)
    .join(', ');
  const approved =
    approvals === 0 ? '' : `${String(approvals)} ${approvals === 1 ? 'approval' : 'approvals'}`;
  return [done, approved, durationWords(durationMs)].filter((part) => part !== '').join(' · ');
}

/** "0.4 s", "12 s", "2 min 5 s", "1 h 2 min". */
export function durationWords(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${String(whole)} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return together(`${String(minutes)} min`, whole % 60, 's');
  return together(`${String(Math.floor(minutes / 60))} h`, minutes % 60, 'min');
}

function together(first: string, rest: number, unit: string): string {
  return rest === 0 ? first : `${first} ${String(rest)} ${unit}`;
}
