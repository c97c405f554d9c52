import { expect, test } from '@playwright/test';

import { faultsOf, workspaceWords } from '../crash/crash-faults';
import { CrashDesk, type Death } from '../crash/crash-story';
import { findFirefox, MortalFirefox } from '../crash/mortal-firefox';

const deaths: readonly Death[] = [
  { type: 'saying', ms: 900 },
  { type: 'after', ms: 2_500 },
  { type: 'saying', ms: 400 },
  { type: 'email', ms: 0 },
];

/** The same story as in Chromium, in another engine with another storage. */
test('[L1] [L3] [C7] a Firefox that is killed loses nothing, and nothing happens twice', async ({
  baseURL,
}) => {
  const firefox = findFirefox();
  test.setTimeout(15 * 60_000);
  const desk = await CrashDesk.open(baseURL ?? '', {
    start: (profile) => MortalFirefox.start(firefox, profile),
  });
  try {
    const calm = await desk.tell([]);
    const expected = workspaceWords(calm.records);
    expect(faultsOf(calm, expected)).toEqual([]);

    const ended = await desk.tell(deaths);

    console.log(`Firefox: ${String(ended.kills)} kills, ${String(ended.arrived)} emails arrived`);
    expect(faultsOf(ended, expected)).toEqual([]);
    expect(ended.kills).toBeGreaterThan(0);
  } finally {
    await desk.close();
  }
});
