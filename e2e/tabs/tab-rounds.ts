import fc from 'fast-check';

/** What becomes of a window. `whom` chooses it: the one that drives, or the nth of those with which it can be done. */
export interface Happening {
  readonly type: 'close' | 'reload' | 'freeze' | 'thaw' | 'open';
  readonly whom: number | 'driver';
}

/** One message, and what happens until its run has ended. */
export interface Round {
  /** Which window it is sent from. */
  readonly speaker: number;
  readonly before: readonly Happening[];
  /** Every window that can decides at the same time, each another way; or somebody stops the run. */
  readonly answer: 'all' | 'cancel';
  readonly after: readonly Happening[];
}

/** The same rounds for the same seed. */
export function roundsOf(seed: number, count: number): readonly Round[] {
  return fc.sample(round, { seed, numRuns: count });
}

/** In words, for whoever looks for what went wrong. */
export function wordsOf({ before, answer, after }: Round): string {
  return `${happeningsInWords(before)}; ${answer}; ${happeningsInWords(after)}`;
}

function happeningsInWords(happenings: readonly Happening[]): string {
  return happenings.map(({ type, whom }) => `${type} ${String(whom)}`).join(', ');
}

const happening: fc.Arbitrary<Happening> = fc.record({
  type: fc.constantFrom('close', 'reload', 'freeze', 'freeze', 'thaw', 'open'),
  whom: fc.oneof(fc.constant<'driver'>('driver'), fc.noBias(fc.nat(100))),
});
const some = fc.noBias(fc.array(happening, { minLength: 1, maxLength: 3 }));
const round: fc.Arbitrary<Round> = fc.record({
  speaker: fc.noBias(fc.nat(100)),
  before: some,
  answer: fc.constantFrom('all', 'all', 'all', 'cancel'),
  after: some,
});
