import type { Page } from '@playwright/test';

import { expect, test } from '../fixtures';
import { ActivityPage } from '../pages/activity-page';
import { ConversationPage } from '../pages/conversation-page';
import { DocumentsPage } from '../pages/documents-page';
import { MomentumPage } from '../pages/momentum-page';
import { WorkspacePage } from '../pages/workspace-page';

/** What the README shows, drawn from the real app as a newcomer finds it. */
test.use({ deviceScaleFactor: 2 });

test('a conversation and the approval it asks for, in the light', async ({ page }) => {
  await page.setViewportSize({ width: 1360, height: 860 });
  const { app } = await openIn(page, 'light');
  const chat = new ConversationPage(app);
  await chat.ask("Create a task 'Deploy API' and add subtasks 'Update docs' and 'Run tests' in Partner API");
  await chat.say(
    'Move everything that is overdue to next Friday and delete the done tasks in Website launch',
  );
  await expect(chat.approvals.first()).toBeVisible({ timeout: 15_000 });
  await draw(page, 'chat-light');
});

test('an approval in the dark', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 860 });
  const { app } = await openIn(page, 'dark');
  const chat = new ConversationPage(app);
  await chat.say('Email a status update for Website launch to all stakeholders');
  const approval = chat.approvals.first();
  await expect(approval).toBeVisible({ timeout: 15_000 });
  await approval.getByRole('button', { name: 'Modify' }).click();
  await expect(approval.getByRole('textbox', { name: 'Subject' })).toBeVisible();
  await draw(page, 'approval-dark');
});

test('a question on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 780 });
  const { app } = await openIn(page, 'light');
  const chat = new ConversationPage(app);
  await chat.show();
  await chat.say('Set the priority of the API project to urgent');
  await expect(chat.question).toBeVisible({ timeout: 15_000 });
  await draw(page, 'question-phone');
});

test('the workspace on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 780 });
  await openIn(page, 'dark');
  await draw(page, 'workspace-phone');
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
