import { expect, test } from '@playwright/test';

import { faultsOf, workspaceWords } from './crash/crash-faults';
import { CrashDesk, type Death } from './crash/crash-story';

/*
 * A browser is started, killed and started again, over and over; `npm run test:crash` does the same hundreds of times. Whatever is not
 * killed here is killed in src/agent/loop/crash-points.test.ts, at every await.
 */
test.describe.configure({ timeout: 180_000 });

const fewDeaths: readonly Death[] = [
  { type: 'after', ms: 700 },
  { type: 'after', ms: 1_900 },
  { type: 'email', ms: 0 },
];

test('[L1] [L3] [C7] a browser that is killed loses nothing, and nothing happens twice', async ({
  baseURL,
}) => {
  const desk = await CrashDesk.open(baseURL ?? '');
  try {
    const calm = await desk.tell([]);
    const expected = workspaceWords(calm.records);
    expect(faultsOf(calm, expected)).toEqual([]);

    const ended = await desk.tell(fewDeaths);

    expect(faultsOf(ended, expected)).toEqual([]);
    expect(ended.kills).toBe(fewDeaths.length);
  } finally {
    await desk.close();
  }
});
