import { expect, test } from './fixtures';
import { MomentumPage } from './pages/momentum-page';
import { SettingsPage } from './pages/settings-page';

// A look with axe takes seconds.
test.describe.configure({ timeout: 90_000 });

let app: MomentumPage;
let settings: SettingsPage;

test.beforeEach(async ({ page }) => {
  app = new MomentumPage(page);
  settings = new SettingsPage(app);
  await page.goto('/');
  await app.waitUntilOpen();
});

test('when to ask is chosen once, counts at once in every window, and is there after a reload', async ({
  context,
}) => {
  const other = new MomentumPage(await context.newPage());
  await other.page.goto('/');
  await other.waitUntilOpen();

  await settings.open();
  await expect(settings.mode('Ask when it matters')).toBeChecked();
  await settings.mode('Ask for every change').check();
  await settings.close();

  await other.choose('Settings');
  const there = new SettingsPage(other);
  await expect(there.mode('Ask for every change')).toBeChecked();
  await there.mode('Trust').check();
  await app.reload();
  await settings.open();
  await expect(settings.mode('Trust')).toBeChecked();
});

test('each chip says what is on, and leads to where it is set', async () => {
  await expect(settings.chip('When to ask')).toHaveText('Ask when it matters');
  await settings.chip('When to ask').click();
  await settings.mode('Trust').check();
  await settings.close();
  await expect(settings.chip('When to ask')).toHaveText('Trust');
  await expect(settings.chip('Model')).toHaveText('Built-in offline model');
  await settings.chip('Model').click();
  await settings.app.page.getByRole('menuitem', { name: 'Model settings…' }).click();
  await expect(settings.dialog.getByRole('region', { name: 'Model' })).toBeFocused();
});

test('a limit that cannot be is refused at its field, and the one before stays', async () => {
  await settings.open();
  await settings.turnLimit.fill('101');
  await expect(settings.dialog.getByText('Enter a whole number from 1 to 100.')).toBeVisible();
  await settings.turnLimit.fill('40');
  await expect(settings.dialog.getByText('Enter a whole number from 1 to 100.')).toBeHidden();
  await settings.turnLimit.fill('');
  await settings.close();
  await settings.open();
  await expect(settings.turnLimit).toHaveValue('40');
});

test('[X3] a mail service is taken only over a safe line, and says at its fields what is wrong', async () => {
  await settings.open();
  await settings.useEndpoint({ endpoint: 'http://api.example.com/emails', from: 'Ana', key: 'two words' });
  await expect(settings.field('Endpoint')).toBeFocused();
  await expect(settings.field('Endpoint')).toHaveAccessibleDescription(/must begin with https/);
  await expect(settings.field('From')).toHaveAccessibleDescription(/A sender looks like/);
  await expect(settings.key).toHaveAccessibleDescription(/A key has no spaces/);
  await expect(settings.form).toContainText('Until this is saved, emails open in your mail program.');
});

test('[X3] a key is hidden, kept for its service alone, and forgotten with one click', async ({ page }) => {
  const key = 're_secret_1234';
  await settings.open();
  await settings.useEndpoint({ endpoint: 'https://api.example.com/emails', from: 'ana@example.com', key });
  await expect(settings.form.getByRole('status')).toHaveText(
    'Saved. Approved emails go to https://api.example.com.',
  );
  await expect(settings.key).toHaveAttribute('type', 'password');
  await expect(settings.form).not.toContainText(key);

  await app.reload();
  await settings.open();
  await settings.form.getByRole('button', { name: 'Show key' }).click();
  await expect(settings.key).toHaveValue(key);
  await settings.field('Endpoint').fill('https://mail.example.org/send');
  await expect(settings.key).toHaveValue('');
  await expect(settings.key).toHaveAccessibleDescription(
    /is for https:\/\/api\.example\.com and is not sent/,
  );

  await settings.form.getByRole('button', { name: 'Forget key' }).click();
  expect(await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))).not.toContain(key);
});

test('[X3] what is begun of a mail service waits when the settings are closed, and is written nowhere', async ({
  page,
}) => {
  await settings.open();
  await settings.dialog.getByRole('radio', { name: 'HTTP endpoint' }).check();
  await settings.field('Endpoint').fill('https://mail.example.org/send');
  await settings.key.fill('re_begun');
  await settings.close();

  await settings.open();
  await expect(settings.field('Endpoint')).toHaveValue('https://mail.example.org/send');
  await expect(settings.key).toHaveValue('re_begun');
  await expect(settings.form).toContainText('Until this is saved, emails open in your mail program.');
  expect(await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))).not.toContain('re_begun');
});

test('settings and an empty outbox fit everywhere, and axe finds nothing in them', async () => {
  await settings.open();
  await settings.dialog.getByRole('radio', { name: 'HTTP endpoint' }).check();
  await app.expectAccessible();
  await app.expectNoSidewaysScroll();
  await settings.close();
  await settings.openOutbox();
  await expect(settings.outbox).toContainText('No emails yet');
  await app.expectAccessible();
});
