import { expect, test } from '@playwright/test';

import { chaosFaults, chaosIn } from '../tabs/tab-chaos';
import { TabFleet } from '../tabs/tab-fleet';
import { roundsOf } from '../tabs/tab-rounds';

const seed = Number(process.env['MOMENTUM_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const rounds = Number(process.env['MOMENTUM_ROUNDS'] ?? '30');

// MOMENTUM_SEED tells the same rounds again.
for (const windows of [2, 5]) {
  test(`[S1] [S1a] [S2] [Q2] ${String(windows)} windows that come, go and freeze for long have one driver`, async ({
    baseURL,
  }) => {
    test.setTimeout(rounds * 120_000);
    const fleet = await TabFleet.open(baseURL ?? '', windows);
    try {
      const chaos = await chaosIn(fleet, roundsOf(seed, rounds), windows);
      console.log(
        `${String(windows)} windows, ${String(rounds)} rounds, seed ${String(seed)}: nobody drove for ` +
          `${String(Math.round(chaos.longestGapMs))} ms at most, ${String(chaos.emails.length)} emails arrived`,
      );
      expect(chaosFaults(chaos, 2_000), `with seed ${String(seed)}`).toEqual([]);
    } finally {
      await fleet.close();
    }
  });
}
