import { expect, it } from 'vitest';

import { heldOutPhrases } from './corpus/all';
import { responseTo } from './corpus/evaluate';

const pastes = {
  'one line': 'the tasks of all projects are overdue and delete '.repeat(205),
  lines: 'write the minutes of the meeting\n'.repeat(300),
  'bullets below a request': `add these to Shopping:\n${'- a thing to buy, and another\n'.repeat(330)}`,
  requests: 'add milk to shopping. mark "Run tests" as done. '.repeat(205),
} as const;

function millisecondsFor(message: string): number {
  const start = performance.now();
  responseTo(message);
  return performance.now() - start;
}

/* Figures to read in the output; whether it passes never depends on the clock. */
it('says how long phrases and pastes of 10,000 characters take', () => {
  for (const { says } of heldOutPhrases) responseTo(says);
  const times = heldOutPhrases
    .map(({ says }) => millisecondsFor(says))
    .toSorted((left, right) => left - right);
  const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
  const rows = Object.entries(pastes).map(
    ([name, paste]) => `  ${name}: ${millisecondsFor(paste).toFixed(0)} ms`,
  );
  console.log([`median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms; pastes:`, ...rows].join('\n'));
  expect(times).toHaveLength(heldOutPhrases.length);
  expect(Object.values(pastes).filter((paste) => paste.length < 9_500)).toEqual([]);
});
