import { expect, test as base } from '@playwright/test';

import { callFaults, endFaults, eventsOf, hasOpenRequest } from './crash/crash-faults';
import { leaseFaults } from './tabs/lease-witness';
import { TabFleet } from './tabs/tab-fleet';
import type { TabWindow } from './tabs/tab-window';

/*
 * A driver that goes to sleep while an email is under way: its service has taken it and says so only later. Whoever takes
 * over asks the person, and whoever comes back finds that it drives nothing any more.
 */
base.describe.configure({ timeout: 180_000 });
// There is no page of Playwright's own to trace.
base.use({ trace: 'off' });

const test = base.extend<{ readonly fleet: TabFleet }>({
  fleet: async ({ baseURL }, use, testInfo) => {
    const fleet = await TabFleet.open(baseURL ?? '', 2);
    await use(fleet);
    if (testInfo.status !== testInfo.expectedStatus) console.log(await fleet.standing());
    await fleet.close();
  },
});

/** @returns the driver, whose email has arrived without its knowing so, and the way to tell it. */
async function emailUnderWay(
  fleet: TabFleet,
): Promise<{ readonly driver: TabWindow; readonly heir: TabWindow; readonly reply: () => void }> {
  const [driver, heir] = fleet.windows;
  if (driver === undefined || heir === undefined) throw new Error('Two windows are needed.');
  const waiting: (() => void)[] = [];
  fleet.mail.beforeReply = () =>
    new Promise((resolve) => {
      waiting.push(resolve);
    });
  await driver.chat.say('Send an email to Tom Okafor saying the server is back up');
  await driver.chat.decide(await driver.chat.approval(/Tom Okafor/), 'Approve');
  await expect.poll(() => fleet.mail.received.length).toBe(1);
  await expect.poll(async () => (await fleet.driver())?.document).toBe(driver.document);
  return {
    driver,
    heir,
    reply: () => {
      for (const goOn of waiting) goOn();
    },
  };
}

/** The person tells the heir what is true; then both windows have the same end, and everything happened once. */
async function expectOneEnd(fleet: TabFleet, heir: TabWindow, back: () => Promise<void>): Promise<void> {
  const question = heir.chat.question.filter({ hasText: 'sent?' });
  await heir.chat.decide(question, 'It was sent');
  await heir.chat.expectStatus('Completed');
  const before = await fleet.records();
  const written = before.journal.length;

  await back();
  for (const { chat } of fleet.windows) {
    await chat.expectStatus('Completed');
    await expect(chat.lastAnswer).toContainText('Tom Okafor');
  }
  const records = await fleet.records();
  const events = eventsOf(records);
  expect([...leaseFaults(records), ...callFaults(records), ...endFaults(events)]).toEqual([]);
  expect(hasOpenRequest(events)).toBe(false);
  expect(records.journal.length, 'what came back wrote nothing').toBe(written);
  expect(records.email.map(({ status }) => status)).toEqual(['sent']);
  expect(fleet.mail.received).toHaveLength(1);
}

test('[S1a] [S2] a driver that is frozen in mid-run is succeeded, and is a mirror when it thaws', async ({
  fleet,
}) => {
  const { driver, heir, reply } = await emailUnderWay(fleet);
  await fleet.freeze(driver);

  await expect
    .poll(async () => (await fleet.driver())?.document, { message: 'the other drives', timeout: 20_000 })
    .toBe(heir.document);
  await expectOneEnd(fleet, heir, async () => {
    reply();
    await fleet.thaw(driver);
  });

  await driver.chat.say('Thank you');
  await driver.chat.expectStatus('Completed');
  expect(leaseFaults(await fleet.records())).toEqual([]);
});
