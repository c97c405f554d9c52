import type { Page } from '@playwright/test';

import { expect, test } from '../fixtures';
import { ActivityPage } from '../pages/activity-page';
import { DocumentsPage } from '../pages/documents-page';
import { MomentumPage } from '../pages/momentum-page';
import { WorkspacePage } from '../pages/workspace-page';

/** What the README shows, drawn from the real app as a newcomer finds it. */
test.use({ deviceScaleFactor: 2 });

test('the workspace in the light', async ({ page }) => {
  await openIn(page, 'light');
  await draw(page, 'workspace-light');
});

test('the workspace on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 780 });
  await openIn(page, 'dark');
  await draw(page, 'workspace-phone');
});

test('the details of a task in the dark', async ({ page }) => {
  const workspace = await openIn(page, 'dark');
  await workspace.openTask('Finish the pricing page');
  await expect(workspace.taskDetails).toBeVisible();
  await draw(page, 'details-dark');
});

test('what happened, by whom', async ({ page }) => {
  const workspace = await openIn(page, 'dark');
  await workspace.task('Write the announcement').click();
  await workspace.addTask('Mobile API', 'Agree on one date format');
  const activity = new ActivityPage(workspace.app);
  await workspace.app.dismissToasts();
  await activity.open();
  await activity.expandNth(0);
  await draw(page, 'activity-dark');
});

test('what an import would change', async ({ page }) => {
  const workspace = await openIn(page, 'light');
  const documents = new DocumentsPage(workspace.app);
  const { name, text } = await documents.export();
  const edited = text
    .replace('Write the announcement', 'Write and translate the announcement')
    .replace('"status":"blocked"', '"status":"todo"')
    .replace('"status": "blocked"', '"status": "todo"');
  await documents.open();
  await documents.chooseFile(name, edited);
  await expect(documents.changes).toBeVisible();
  await draw(page, 'import-light');
});

async function openIn(page: Page, colorScheme: 'light' | 'dark'): Promise<WorkspacePage> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  const workspace = new WorkspacePage(new MomentumPage(page));
  await workspace.app.open();
  await expect(workspace.project('Website launch')).toBeVisible();
  return workspace;
}

async function draw(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `docs/pictures/${name}.png`, animations: 'disabled' });
}
