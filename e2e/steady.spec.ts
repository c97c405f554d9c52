import type { Locator } from '@playwright/test';

import { expect } from './fixtures';
import { call, pause, say } from './pages/scripted-model';
import { SessionsPage } from './pages/sessions-page';
import { patient, test } from './scripted-test';

/* A run ends when it ends, also between the two halves of a click. */

const story = [say('Once upon a time'), pause, say(' it was done.')];

test('what is being pressed when a run ends takes the click', async ({ chat, model, page }) => {
  model.answers('Tell me a story', story);
  await chat.say('Tell me a story');
  await expect(chat.lastAnswer).toContainText('Once upon a time', patient);
  await chat.composer.fill('And now?');

  const leftOfIt = await leftEdge(page.getByRole('button', { name: 'Interrupt and send' }));
  await page.mouse.move(leftOfIt.x, leftOfIt.y);
  await page.mouse.down();
  model.goOn();
  await chat.expectStatus('Completed');
  await page.mouse.up();

  await expect(chat.composer).toHaveValue('');
  await expect(chat.messages).toHaveCount(2);
  await expect(chat.lastAnswer).toContainText('Done.', patient);
  await chat.expectStatus('Completed');
  await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeVisible();
});

test('a session that is being pressed stays under the pointer when another one’s run ends', async ({
  chat,
  model,
  page,
}) => {
  const sessions = new SessionsPage(chat);
  for (const message of ['First', 'Second']) {
    await chat.ask(message);
    await sessions.startAnother();
  }
  model.answers('Tell me a story', story);
  await chat.say('Tell me a story');
  await expect(chat.lastAnswer).toContainText('Once upon a time', patient);
  await expect.poll(() => sessions.lines()).toContain('# Running 1');

  const link = sessions.link('First');
  const before = await link.boundingBox();
  await link.hover();
  await page.mouse.down();
  model.goOn();
  await chat.expectStatus('Completed');
  expect(await link.boundingBox()).toEqual(before);
  await page.mouse.up();
  await expect(chat.messages).toHaveText(/First/);
  await expect.poll(() => sessions.lines()).not.toContain('# Running 1');
});

test('whoever is about to cancel by keyboard goes on from where one writes when the run ends by itself', async ({
  chat,
  model,
}) => {
  model.answers('Tell me a story', story);
  await chat.say('Tell me a story');
  await expect(chat.lastAnswer).toContainText('Once upon a time', patient);
  await chat.cancelRun.focus();
  model.goOn();
  await chat.expectStatus('Completed');
  await expect(chat.composer).toBeFocused();
});

test('where one writes is as high in a run as before and after it', async ({ chat, model, page }) => {
  for (const width of [1280, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    const before = await chat.composer.boundingBox();
    model.answers('Tell me a story', story);
    await chat.say('Tell me a story');
    await expect(chat.lastAnswer).toContainText('Once upon a time', patient);
    await expect(chat.cancelRun).toBeVisible();
    expect(await chat.composer.boundingBox()).toEqual(before);
    model.goOn();
    await chat.expectStatus('Completed');
    expect(await chat.composer.boundingBox()).toEqual(before);
  }
});

test('a row is as high while it says that it was changed as when it no longer does', async ({
  app,
  chat,
  model,
  page,
}) => {
  // As long as the line is without a word beside it.
  const title = 'Ship it to everybody who has been waiting for it';
  model.answers('Get it out', [call('update_task', { task: 'Ship', title, priority: 'high' })]);
  await chat.say('Get it out');

  const row = page.locator('[data-row-key]').filter({ hasText: title });
  const mark = row.getByText('Updated');
  await expect(mark).toBeVisible(patient);
  const marked = await row.boundingBox();
  await chat.expectStatus('Completed');
  await expect(mark).toHaveCount(0, { timeout: 15_000 });
  expect(await row.boundingBox()).toEqual(marked);
  await expect(app.workspace.getByText(title)).toBeVisible();
});

async function leftEdge(button: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await button.boundingBox();
  if (box === null) throw new Error('The button is not on the screen.');
  return { x: box.x + 6, y: box.y + box.height / 2 };
}
