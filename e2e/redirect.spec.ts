import type { Locator } from '@playwright/test';
import * as z from 'zod/mini';

import { expect } from './fixtures';
import type { ConversationPage } from './pages/conversation-page';
import { DocumentsPage } from './pages/documents-page';
import { MailService } from './pages/mail-service';
import { addTask, call, conversationIn, pause, say, type ScriptedModel } from './pages/scripted-model';
import { SettingsPage } from './pages/settings-page';
import { patient, test } from './scripted-test';

test.describe.configure({ timeout: 120_000 });

const newMessage = 'Add Celebrate instead';
const exportedTasks = z.looseObject({ tasks: z.array(z.looseObject({ title: z.string() })) });
const interruptedWords = 'Interrupted: another message took its place.';

test.beforeEach(({ model }) => {
  model.answers(newMessage, [addTask('Celebrate', 'Launch')], [say('Celebrate is there.')]);
});

/** Sends the new message, which does its own work; the run before it says that it was interrupted. @returns what that one said. */
async function interrupt(chat: ConversationPage): Promise<Locator> {
  await chat.say(newMessage);
  await expect(chat.answers.nth(1)).toContainText('Celebrate is there.', patient);
  await chat.expectStatus('Completed');
  await expect(chat.cancelRun).toHaveCount(0);
  const interrupted = chat.answers.first();
  await expect(interrupted).toContainText(interruptedWords);
  return interrupted;
}

/** [I4] [I5] What the model was sent for the new message: it comes last, and every call before it has its output. */
function expectWholeHistory(model: ScriptedModel): void {
  const [request] = model.requestsFor(newMessage);
  const conversation = conversationIn(request);
  expect(conversation.at(-1)?.role).toBe('user');
  const asked = conversation.flatMap(({ tool_calls: calls = [] }) => calls.map(({ id }) => id));
  const told = conversation.flatMap(({ tool_call_id: id }) => (id === undefined ? [] : [id]));
  expect(told).toEqual(asked);
}

test('[I2] [I5] while text streams: it is kept, marked as unfinished, and the connection is closed', async ({
  app,
  chat,
  model,
}) => {
  model.answers('Tell me a story', [say('Once upon a time'), pause, say(' there was a launch.')]);
  await chat.say('Tell me a story');
  await expect(chat.lastAnswer).toContainText('Once upon a time', patient);

  const first = await interrupt(chat);

  const [story] = model.requestsFor('Tell me a story');
  await expect.poll(() => story?.closedAt ?? null, 'when the page closed the connection').not.toBeNull();
  await expect(first).toContainText('The answer stops here; it was not finished.');
  await expect(first).not.toContainText('there was a launch');
  expect(JSON.stringify(conversationIn(model.requestsFor(newMessage)[0]))).toContain('Once upon a time');
  expectWholeHistory(model);

  await app.reload();
  await expect(chat.answers.first()).toContainText('Once upon a time');
  await expect(chat.answers.first()).toContainText(interruptedWords);
  await expect(chat.answers).toHaveCount(2);
});

test('[C8] [C7] during a call that is leaving the app: its connection is closed, and the calls behind it never start', async ({
  app,
  workspace,
  chat,
  model,
}) => {
  const settings = new SettingsPage(app);
  const service = await MailService.start();
  const hanging: { reply: () => void } = { reply: () => undefined };
  service.beforeReply = () =>
    new Promise((resolve) => {
      hanging.reply = resolve;
    });
  try {
    await settings.open();
    await settings.useEndpoint({ endpoint: service.endpoint, from: 'me@example.com' });
    await settings.close();
    model.answers('Tell Tom', [
      addTask('Before', 'Launch'),
      call('send_email', { to: ['tom@example.com'], subject: 'News', body: 'We launch.' }),
      addTask('Behind', 'Launch'),
    ]);
    await chat.say('Tell Tom');
    await chat.decide(await chat.approval('News'), 'Approve');
    await expect.poll(() => service.received.length).toBe(1);

    const first = await interrupt(chat);

    await workspace.expectOutline('Launch', ['Plan', 'Ship', 'Before', 'Celebrate']);
    await expect(first).toContainText('created 1');
    expectWholeHistory(model);
    await settings.openOutbox();
    await expect(settings.emails).toHaveCount(1);
    await expect(settings.emails.first()).toContainText('In doubt');
  } finally {
    hanging.reply();
    service.close();
  }
});

test('[I6] among 300 calls: those that were done stay done, the others never run, and the receipt counts them', async ({
  app,
  workspace,
  chat,
  model,
}) => {
  const titles = Array.from({ length: 300 }, (_each, index) => `Step ${String(index + 1)}`);
  model.answers(
    'Plan it all',
    titles.map((title) => addTask(title, 'Launch')),
  );
  await chat.say('Plan it all');
  // Written beforehand, so that it goes out as soon as the first of them is seen.
  await chat.composer.fill(newMessage);
  await expect(workspace.task('Step 2')).toBeAttached(patient);
  await chat.composer.press('Enter');

  await expect(chat.answers.nth(1)).toContainText('Celebrate is there.', patient);
  await chat.expectStatus('Completed');
  const first = chat.answers.first();
  await expect(first).toContainText(interruptedWords);
  const created = Number(/created (\d+)/u.exec(await first.innerText())?.[1]);
  expect(created).toBeGreaterThanOrEqual(2);
  expect(created).toBeLessThan(titles.length);
  // Not all of them are in view, and so not in the page.
  const { text } = await new DocumentsPage(app).export();
  const tasks = exportedTasks.parse(JSON.parse(text)).tasks.map(({ title }) => title);
  expect(tasks.toSorted()).toEqual(['Plan', 'Ship', ...titles.slice(0, created), 'Celebrate'].toSorted());
  expectWholeHistory(model);
});

test('[Q2] during an open question: it is superseded, cannot be answered any more, and nothing behind it runs', async ({
  workspace,
  chat,
  model,
}) => {
  model.answers('Ask me', [
    call('ask_user', { question: 'Which day?', options: [{ label: 'Monday' }, { label: 'Friday' }] }),
    addTask('Behind', 'Launch'),
  ]);
  await chat.say('Ask me');
  await expect(chat.question.getByRole('button', { name: 'Friday' })).toBeVisible(patient);

  await interrupt(chat);

  const card = chat.settled('Superseded').first();
  await expect(card).toContainText('Which day?');
  await expect(card.getByRole('button', { name: /Monday|Friday|Answer|Skip/ })).toHaveCount(0);
  await workspace.expectOutline('Launch', ['Plan', 'Ship', 'Celebrate']);
  expectWholeHistory(model);
});

test('[I2] during an open approval: it is superseded, cannot be approved any more, and nothing of it is done', async ({
  workspace,
  chat,
  model,
}) => {
  model.answers('Clean up', [
    addTask('Before', 'Launch'),
    call('delete_tasks', { tasks: ['Ship'] }),
    addTask('Behind', 'Launch'),
  ]);
  await chat.say('Clean up');
  await chat.approval(/Delete/);

  const first = await interrupt(chat);

  await expect(chat.settled('Superseded').first()).toContainText('Ship');
  await expect(chat.approvals).toHaveCount(0);
  await expect(chat.log.getByRole('button', { name: 'Approve' })).toHaveCount(0);
  await workspace.expectOutline('Launch', ['Plan', 'Ship', 'Before', 'Celebrate']);
  await expect(first).toContainText('created 1');
  expect(await chat.stepsOf(first)).toContain('tool_call cancelled');
  expectWholeHistory(model);
});

test.describe('during the pause before a request is repeated', () => {
  // A status of 400 and more is an error in the console.
  test.use({ pageFaultPolicy: 'record' });

  test('[L6] the pause ends, and the request is never repeated', async ({ workspace, chat, model, page }) => {
    model.answers('Hello', [{ type: 'busy', seconds: 60 }]);
    await chat.say('Hello');
    const retryNow = page.getByRole('button', { name: 'Retry now' });
    await expect(retryNow).toBeVisible(patient);

    await interrupt(chat);

    await expect(retryNow).toHaveCount(0);
    expect(model.requestsFor('Hello')).toHaveLength(1);
    await workspace.expectOutline('Launch', ['Plan', 'Ship', 'Celebrate']);
  });
});
