import { expect, test } from './fixtures';
import { MomentumPage } from './pages/momentum-page';
import { clearStorage, goQuiet } from './pages/storage-faults';

let app: MomentumPage;

test.beforeEach(async ({ page }) => {
  app = new MomentumPage(page);
  await app.open();
});

test('the border of the workspace moves by pointer and by keyboard, and stays where it was put', async ({
  page,
}) => {
  const handle = page.getByRole('separator', { name: 'Resize the workspace' });
  const width = async () => (await app.workspace.boundingBox())?.width ?? 0;
  const before = await width();
  const box = await handle.boundingBox();
  if (box === null) throw new Error('The border cannot be seen.');

  await page.mouse.move(box.x, box.y + 200);
  await page.mouse.down();
  await page.mouse.move(box.x - 100, box.y + 200, { steps: 5 });
  await page.mouse.up();
  await expect.poll(width).toBeGreaterThan(before + 80);
  const dragged = await width();

  await handle.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(width).toBeLessThan(dragged - 10);
  const chosen = await width();

  await app.reload();
  await expect.poll(async () => Math.abs((await width()) - chosen)).toBeLessThan(3);
});

test('the sessions can be put away, and a reload keeps them away', async () => {
  await expect(app.sessions).toBeVisible();
  await app.sessionsButton.click();
  await expect(app.sessions).toHaveCount(0);
  await app.reload();
  await expect(app.sessions).toHaveCount(0);
  await app.sessionsButton.click();
  await expect(app.sessions).toBeVisible();
});

test('two windows that open at the same time bring one example', async ({ context }) => {
  const pages = await Promise.all([1, 2, 3].map(() => context.newPage()));
  const fresh = pages.map((page) => new MomentumPage(page));
  const [first] = pages;
  if (first === undefined) throw new Error('There is no page.');
  // The page that every test opens has brought the example: start from nothing once more.
  await app.page.close();
  await goQuiet(first);
  await clearStorage(first);

  await Promise.all(fresh.map((window) => window.open()));

  for (const window of fresh) {
    await expect(window.workspace.getByRole('heading', { name: 'Website launch' })).toHaveCount(1);
  }
});

test('the theme of one window is the theme of all', async ({ context, page }) => {
  const other = new MomentumPage(await context.newPage());
  await other.open();
  await page.bringToFront();
  await app.menuButton.click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();

  await expect(other.page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
