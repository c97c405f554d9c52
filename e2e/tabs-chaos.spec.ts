import { expect, test } from '@playwright/test';

import { chaosFaults, chaosIn } from './tabs/tab-chaos';
import { TabFleet } from './tabs/tab-fleet';
import { roundsOf } from './tabs/tab-rounds';

/*
 * The windows are those of a real browser with a real profile, because Playwright's own are never hidden and so are never frozen.
 * `npm run test:crash` does the same for longer, with another seed each time.
 */
test.describe.configure({ timeout: 240_000 });
// There is no page of Playwright's own to trace.
test.use({ trace: 'off' });

/** The two seconds are held by src/sync/tabs/tab-engine.test.ts, where no other program takes the time away from five pages. */
const patientMs = 6_000;

for (const [windows, seed] of [
  [2, 20_261_121],
  [5, 20_261_122],
] as const) {
  test(`[S1] [S1a] [S2] [Q2] ${String(windows)} windows that come, go and freeze have one driver, and one answer counts`, async ({
    baseURL,
  }) => {
    const fleet = await TabFleet.open(baseURL ?? '', windows);
    try {
      const chaos = await chaosIn(fleet, roundsOf(seed, 4), windows);
      expect(chaosFaults(chaos, patientMs), `with seed ${String(seed)}`).toEqual([]);
    } finally {
      await fleet.close();
    }
  });
}
