import { expect, test } from './fixtures';

test('the page opens and shows its name', async ({ page }) => {
  await page.goto('/');

  await expect(page).toHaveTitle(/Momentum/);
  await expect(page.locator('#root')).not.toBeEmpty();
});
