import { expect, test } from './fixtures';
import { MomentumPage } from './pages/momentum-page';

let app: MomentumPage;

test.beforeEach(async ({ page }) => {
  app = new MomentumPage(page);
  await app.open();
});

test('one key finds a task by a few letters and opens it', async ({ page }) => {
  await page.keyboard.press('Control+k');
  const palette = app.dialog('Search and commands');
  await expect(palette.getByRole('combobox')).toBeFocused();

  await page.keyboard.type('announce');
  await expect(palette.getByRole('option', { name: /Write the announcement/ })).toBeVisible();
  await page.keyboard.press('Enter');

  await expect(palette).toBeHidden();
  await expect(app.dialog('Task details')).toBeVisible();
});

test('one key finds a command, and Escape leaves everything as it was', async ({ page }) => {
  const palette = app.dialog('Search and commands');
  const query = palette.getByRole('combobox');
  await page.keyboard.press('Control+k');
  await expect(query).toBeFocused();
  await page.keyboard.type('peop');
  await page.keyboard.press('Enter');
  await expect(app.dialog('People')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(app.dialog('People')).toBeHidden();

  await page.keyboard.press('Control+k');
  await expect(query).toBeFocused();
  await page.keyboard.type('nothing is called this');
  await expect(palette.getByText('Nothing matches.')).toBeVisible();
  await app.expectAccessible();
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
});
