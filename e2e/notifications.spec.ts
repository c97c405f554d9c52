import { expect, test } from './fixtures';
import { ConversationPage } from './pages/conversation-page';
import { MomentumPage } from './pages/momentum-page';
import { NotificationsPage } from './pages/notifications-page';
import { SettingsPage } from './pages/settings-page';
import { WorkspacePage } from './pages/workspace-page';

// Several runs and two windows.
test.describe.configure({ timeout: 90_000 });

test('a session that needs its person says so once where nobody looks, leads there, and takes it back once it is answered', async ({
  page,
  context,
}) => {
  await NotificationsPage.watch(context, 'granted');
  const app = new MomentumPage(page);
  const chat = new ConversationPage(app);
  const notices = new NotificationsPage(new SettingsPage(app));
  await new WorkspacePage(app).begin([{ name: 'Launch', tasks: ['Old', 'Odd', 'Kept'] }]);
  await notices.turnOn();
  const otherApp = new MomentumPage(await context.newPage());
  const other = new ConversationPage(otherApp);
  const otherNotices = new NotificationsPage(new SettingsPage(otherApp));
  await otherApp.page.goto('/');
  await otherApp.waitUntilOpen();

  // The other window is in view.
  await notices.show('hidden');
  await chat.say("Delete the task 'Odd'");
  await chat.decide(await chat.approval(/Odd/), 'Cancel action');
  await chat.expectStatus('Completed');

  await otherNotices.show('hidden');
  await page.goto('/#/');
  await expect(chat.log).toHaveCount(0);
  await chat.say("Delete the task 'Old'");
  await chat.approval(/Old/);
  const told = { title: "Delete the task 'Old'", body: 'Momentum needs your approval.' };
  await expect.poll(() => notices.made()).toEqual([{ ...told, isClosed: false }]);
  await expect(page).toHaveTitle(/needs you/);
  const address = page.url();
  await page.goto('/#/');
  await expect(chat.log).toHaveCount(0);
  await notices.press(0);
  await expect(page).toHaveURL(address);
  await chat.approval(/Old/);
  await expect.poll(() => notices.made()).toEqual([{ ...told, isClosed: true }]);
  await chat.decide(await chat.approval(/Old/), 'Cancel action');
  await chat.expectStatus('Completed');

  // What is answered in another window is taken back here.
  await chat.say("Delete the task 'Kept'");
  await chat.approval(/Kept/);
  await expect.poll(async () => (await notices.made()).length).toBe(2);
  await otherApp.page.goto(address);
  await other.decide(await other.approval(/Kept/), 'Cancel action');
  await expect.poll(async () => (await notices.made()).map(({ isClosed }) => isClosed)).toEqual([true, true]);
  await expect(page).not.toHaveTitle(/needs you/);
  expect(await otherNotices.made()).toEqual([]);
});

test('a browser that blocks notifications is explained where one turns them on', async ({
  page,
  context,
}) => {
  await NotificationsPage.watch(context, 'denied');
  const app = new MomentumPage(page);
  const settings = new SettingsPage(app);
  const notices = new NotificationsPage(settings);
  await app.open();
  await settings.open();
  await expect(notices.checkbox).not.toBeChecked();
  await notices.checkbox.click();
  await expect(notices.checkbox).not.toBeChecked();
  await expect(settings.dialog.getByText('Your browser blocks notifications of this page.')).toBeVisible();
  await app.expectAccessible();
});
