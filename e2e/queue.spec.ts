import { expect } from './fixtures';
import type { ConversationPage } from './pages/conversation-page';
import { addTask, pause, say, type ScriptedModel } from './pages/scripted-model';
import { patient, test } from './scripted-test';

test.describe.configure({ timeout: 120_000 });
// Messages that are out of view are not in the page.
test.use({ viewport: { width: 1280, height: 2_400 } });

/** A run is active, and these wait behind it. */
async function beginQueue(
  chat: ConversationPage,
  model: ScriptedModel,
  texts: readonly string[],
): Promise<void> {
  model.answers('Take your time', [say('Well'), pause, say(', here I am.')]);
  await chat.say('Take your time');
  await expect(chat.lastAnswer).toContainText('Well', patient);
  for (const text of texts) await chat.queue(text);
  await expect(chat.queued).toHaveText(texts);
}

async function cancel(chat: ConversationPage): Promise<void> {
  await chat.cancelRun.click();
  await chat.expectStatus('Cancelled');
}

test('[I3] three messages are edited, reordered by keyboard, kept over a reload, held by a cancel, and sent in order', async ({
  app,
  chat,
  model,
  page,
}) => {
  await beginQueue(chat, model, ['One', 'Two', 'Three']);

  await chat.queued.nth(1).getByRole('button', { name: 'Edit' }).click();
  const field = page.getByRole('textbox', { name: 'Edit queued message' });
  await expect(field).toBeFocused();
  await field.fill('Second');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(chat.queued).toHaveText(['One', 'Second', 'Three']);

  await chat.queued.nth(2).focus();
  await page.keyboard.press('ArrowUp');
  await expect(chat.queued).toHaveText(['One', 'Three', 'Second']);
  await expect(chat.queued.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(chat.queued).toHaveText(['Three', 'One', 'Second']);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowDown');
  await expect(chat.queued).toHaveText(['One', 'Three', 'Second']);

  await app.reload();
  await expect(chat.queued).toHaveText(['One', 'Three', 'Second']);

  await cancel(chat);
  await expect(page.getByText('Held after you stopped the run')).toBeVisible();
  await expect(chat.queued).toHaveText(['One', 'Three', 'Second']);
  await expect(chat.messages).toHaveCount(1);
  await app.reload();
  await expect(page.getByText('Held after you stopped the run')).toBeVisible();
  await expect(chat.queued).toHaveText(['One', 'Three', 'Second']);

  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(chat.messages).toHaveCount(4, patient);
  await expect(chat.queued).toHaveCount(0);
  await expect(chat.answers).toHaveCount(4);
  await chat.expectStatus('Completed');
  for (const [place, text] of ['Take your time', 'One', 'Three', 'Second'].entries()) {
    await expect(chat.messages.nth(place)).toContainText(text);
  }
  for (const text of ['One', 'Three', 'Second']) expect(model.requestsFor(text)).toHaveLength(1);
  expect(model.requestsFor('Two')).toEqual([]);
});

test('[I3] they are sent by themselves, one run each, when the run before them is done', async ({
  chat,
  model,
  workspace,
}) => {
  model.answers('One', [addTask('First', 'Launch')]);
  model.answers('Two', [addTask('Second', 'Launch')]);
  await beginQueue(chat, model, ['One', 'Two']);
  expect(model.server.requests).toHaveLength(1);

  model.goOn();

  await expect(chat.messages).toHaveCount(3, patient);
  await chat.expectStatus('Completed');
  await expect(chat.answers.first()).toContainText('Well, here I am.');
  await workspace.expectOutline('Launch', ['Plan', 'Ship', 'First', 'Second']);
  await expect(chat.queued).toHaveCount(0);
});

test('[I3] one is sent now, and only that one, once; the others stay where they are', async ({
  chat,
  model,
  page,
}) => {
  await beginQueue(chat, model, ['One', 'Two', 'Three']);
  await cancel(chat);

  await chat.queued.nth(1).getByRole('button', { name: 'Send now' }).dblclick();

  await expect(chat.messages).toHaveText([/Take your time/, /Two/]);
  await chat.expectStatus('Completed');
  await expect(chat.queued).toHaveText(['One', 'Three']);
  await expect(page.getByText('Held after you stopped the run')).toBeVisible();
  expect(model.requestsFor('Two')).toHaveLength(1);
  expect(model.requestsFor('One')).toEqual([]);
});

test('[I2] [I3] one that is sent now takes the place of the run that is active, and the others follow it', async ({
  chat,
  model,
}) => {
  await beginQueue(chat, model, ['One', 'Two']);

  await chat.queued.nth(1).getByRole('button', { name: 'Send now' }).click();

  await expect(chat.messages).toHaveText([/Take your time/, /Two/, /One/], patient);
  await chat.expectStatus('Completed');
  await expect(chat.answers.first()).toContainText('Interrupted: another message took its place.');
  await expect(chat.queued).toHaveCount(0);
});

test('one that was removed can be brought back to its place, with its words', async ({
  app,
  chat,
  model,
}) => {
  await beginQueue(chat, model, ['One', 'Two', 'Three']);
  await chat.queued.nth(1).getByRole('button', { name: 'Remove' }).click();
  await expect(chat.queued).toHaveText(['One', 'Three']);
  await chat.queued.first().getByRole('button', { name: 'Remove' }).click();
  await expect(chat.queued).toHaveText(['Three']);

  await app.toast('Message “Two” removed').getByRole('button', { name: 'Undo' }).click();
  await expect(chat.queued).toHaveText(['Two', 'Three']);
  await app.toast('Message “One” removed').getByRole('button', { name: 'Undo' }).click();
  await expect(chat.queued).toHaveText(['One', 'Two', 'Three']);
  await app.reload();
  await expect(chat.queued).toHaveText(['One', 'Two', 'Three']);
  expect(model.requestsFor('One')).toEqual([]);
});
