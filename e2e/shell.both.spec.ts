import { expect, test } from './fixtures';
import { ConversationPage } from './pages/conversation-page';
import { MomentumPage } from './pages/momentum-page';

// A look with axe takes seconds.
test.describe.configure({ timeout: 90_000 });

let app: MomentumPage;

test.beforeEach(async ({ page }) => {
  app = new MomentumPage(page);
  await app.open();
});

test('the first start shows where things are, and an example', async ({ page }) => {
  await expect(page).toHaveTitle('Momentum');
  await expect(page.getByRole('heading', { level: 1, name: 'Momentum' })).toBeVisible();
  await expect(app.workspace).toBeVisible();
  await expect(app.workspace.getByText('Website launch').first()).toBeVisible();
  await app.expectNoSidewaysScroll();
});

test('a newcomer finds where to write, three examples, and who answers', async ({ page }) => {
  const chat = new ConversationPage(app);
  await chat.show();
  await expect(chat.composer).toBeVisible();
  await expect(chat.status).toHaveText('Ready');
  await expect(page.getByRole('button', { name: 'What is overdue?' })).toBeVisible();
  await expect(app.main.getByText('Built-in offline model').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'When to ask: Ask when it matters' })).toBeVisible();
});

test('the workspace can be put away and brought back, and a reload keeps it away', async ({ page }) => {
  await app.workspaceButton.click();
  await expect(app.workspace).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'Message Momentum' })).toBeVisible();

  await app.reload();
  await expect(app.workspace).toHaveCount(0);
  await app.workspaceButton.click();
  await expect(app.workspace).toBeVisible();
});

test('the sessions say that there are none', async () => {
  if (await app.sessions.isHidden()) await app.sessionsButton.click();
  await expect(app.sessions).toContainText('Your conversations will be listed here.');
});

test('the theme is chosen, seen at once and kept', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();

  await app.menuButton.click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect.poll(ground).not.toBe(light);
  const dark = await ground();

  await app.reload();
  expect(await ground()).toBe(dark);

  await app.menuButton.click();
  await page.getByRole('menuitemradio', { name: 'System' }).click();
  await expect.poll(ground).toBe(light);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(ground).toBe(dark);
});

test('the shortcuts open with a key and close with another', async ({ page }) => {
  const dialog = app.dialog('Keyboard shortcuts');
  await page.keyboard.press('Control+/');
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole('term').filter({ hasText: 'Show these shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('the example goes with one click, and comes back with another', async ({ page }) => {
  await app.choose('Remove example');
  await expect(app.workspace.getByText('Website launch')).toHaveCount(0);
  await expect(app.toast('deleted')).toBeVisible();

  await app.toast('deleted').getByRole('button', { name: 'Undo' }).click();
  await expect(app.workspace.getByText('Website launch').first()).toBeVisible();

  await app.choose('Remove example');
  await expect(app.workspace.getByText('Website launch')).toHaveCount(0);
  await app.reload();
  await expect(app.workspace.getByText('Website launch')).toHaveCount(0);
  await app.menuButton.click();
  await expect(page.getByRole('menuitem', { name: 'People' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Remove example' })).toHaveCount(0);
});

test('the storage page says what is kept and where', async ({ page }) => {
  await app.choose('Storage');
  const dialog = app.dialog('Storage');
  await expect(dialog.getByRole('definition').first()).toHaveText(/^\d+$/);
  await dialog.getByRole('button', { name: 'Ask the browser' }).click();
  await expect(dialog.getByRole('status').filter({ hasText: /^The browser/ })).toBeVisible();

  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Export a copy' }).click();
  expect((await download).suggestedFilename()).toMatch(/^momentum-\d{4}-\d\d-\d\d\.json$/);
});

test('everything in the header and the menu is reached by keyboard alone', async ({ page }) => {
  await app.reload();
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to main content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(app.main).toBeFocused();

  await page.reload();
  await app.waitUntilOpen();
  await app.chooseByKeyboard('Storage');
  await expect(app.dialog('Storage')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(app.dialog('Storage')).toBeHidden();
  await expect(app.menuButton).toBeFocused();

  await app.tabTo(app.workspaceButton);
  await page.keyboard.press('Enter');
  await expect(app.workspace).toHaveCount(0);
});

test('axe finds nothing wrong with the page, its menu and its dialogs', async ({ page }) => {
  await app.expectAccessible();
  await app.menuButton.click();
  await expect(page.getByRole('menuitem', { name: 'Activity' })).toBeVisible();
  await app.expectAccessible();
  await page.keyboard.press('Escape');

  for (const name of ['Settings', 'Outbox', 'Storage', 'Keyboard shortcuts']) {
    await app.choose(name);
    await expect(app.dialog(name)).toBeVisible();
    await app.expectAccessible();
    await page.keyboard.press('Escape');
    await expect(app.dialog(name)).toBeHidden();
  }
  await app.workspaceButton.click();
  await expect(app.workspace).toHaveCount(0);
  await app.expectAccessible();
});

test('nothing sticks out of a window 320 pixels wide', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await app.expectNoSidewaysScroll();
  await expect(app.menuButton).toBeInViewport({ ratio: 1 });
  await expect(app.workspaceButton).toBeInViewport({ ratio: 1 });
  await app.workspaceButton.click();
  await app.expectNoSidewaysScroll();
  for (const name of ['Activity', 'People', 'Import', 'Storage']) {
    await app.choose(name);
    await expect(app.dialog(name)).toBeVisible();
    await app.expectNoSidewaysScroll();
    await page.keyboard.press('Escape');
    await expect(app.dialog(name)).toBeHidden();
  }
});
