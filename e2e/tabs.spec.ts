import type { BrowserContext } from '@playwright/test';

import { expect, test } from './fixtures';
import { ActivityPage } from './pages/activity-page';
import { MomentumPage } from './pages/momentum-page';
import { PeoplePage } from './pages/people-page';

// Many windows at once.
test.describe.configure({ timeout: 90_000 });

interface Window {
  readonly app: MomentumPage;
  readonly people: PeoplePage;
}

async function openWindow(context: BrowserContext): Promise<Window> {
  const app = new MomentumPage(await context.newPage());
  await app.open();
  return { app, people: new PeoplePage(app) };
}

test('[W4] what one window changes, the other shows within a second', async ({ context }) => {
  const one = await openWindow(context);
  const other = await openWindow(context);
  await one.people.open();
  await other.people.open();

  await one.people.add({ name: 'Ada' });
  await expect(one.people.row('Ada')).toBeVisible();
  await expect(other.people.row('Ada')).toBeVisible({ timeout: 1_000 });

  await other.people.edit('Ada', { name: 'Ada King' });
  await expect(other.people.row('Ada King')).toBeVisible();
  await expect(one.people.row('Ada King')).toBeVisible({ timeout: 1_000 });

  await one.people.remove('Ada King');
  await expect(one.people.row('Ada King')).toHaveCount(0);
  await expect(other.people.row('Ada King')).toHaveCount(0, { timeout: 1_000 });
});

test('[W4] edits made in several windows at the same moment never lose one another', async ({ context }) => {
  const windows = await Promise.all([1, 2, 3].map(() => openWindow(context)));
  for (const { people } of windows) await people.open();

  // All three type first and press together, five times over.
  for (let round = 1; round <= 5; round += 1) {
    for (const [index, { people }] of windows.entries()) {
      await people.dialog.getByRole('button', { name: 'Add person' }).click();
      await people.fill(people.dialog.getByRole('form', { name: 'New person' }), {
        name: nameOf(index, round),
      });
    }
    await Promise.all(
      windows.map(({ people }) =>
        people.dialog.getByRole('button', { name: 'Add', exact: true }).evaluate((button) => {
          if (button instanceof HTMLElement) button.click();
        }),
      ),
    );
    for (const [index, { people }] of windows.entries()) {
      // Each waits for two others, for the disk, and for whatever else the machine does.
      await expect(people.row(nameOf(index, round))).toBeVisible({ timeout: 15_000 });
    }
  }

  const everybody = [1, 2, 3, 4, 5].flatMap((round) => [0, 1, 2].map((index) => nameOf(index, round)));
  for (const { app, people } of windows) {
    for (const name of everybody) await expect(people.row(name)).toBeVisible();
    await app.reload();
    await people.open();
    for (const name of everybody) await expect(people.row(name)).toBeVisible();
  }
});

test('[W3] undo in one window of what another has changed since asks first', async ({ context }) => {
  const one = await openWindow(context);
  const other = await openWindow(context);
  await one.people.open();
  await one.people.edit('Tom Okafor', { team: 'One' });
  await expect(one.people.row('Tom Okafor')).toContainText('One');
  await other.people.open();
  await other.people.edit('Tom Okafor', { team: 'Two' });
  await expect(one.people.row('Tom Okafor')).toContainText('Two');
  await one.people.close();

  const activity = new ActivityPage(one.app);
  await activity.open();
  await activity.entries.nth(1).click();
  await activity.dialog.getByRole('button', { name: 'Undo this' }).click();
  await expect(one.app.dialog('Undo meets newer changes')).toBeVisible();
  await expect(other.people.row('Tom Okafor')).toContainText('Two');
});

test('a window that was asleep catches up when it is looked at again', async ({ context }) => {
  const one = await openWindow(context);
  const other = await openWindow(context);
  await other.people.open();
  const session = await context.newCDPSession(other.app.page);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });

  await one.app.page.bringToFront();
  await one.people.open();
  await one.people.add({ name: 'Ada' });
  await expect(one.people.row('Ada')).toBeVisible();

  await session.send('Page.setWebLifecycleState', { state: 'active' });
  await other.app.page.bringToFront();
  await expect(other.people.row('Ada')).toBeVisible();
});

function nameOf(window: number, round: number): string {
  return `Window ${String(window)} round ${String(round)}`;
}
