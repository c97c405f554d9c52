import { expect } from './fixtures';
import { addTask, call, conversationIn, pause, say } from './pages/scripted-model';
import { patient, test } from './scripted-test';

test.describe.configure({ timeout: 120_000 });
// Messages that are out of view are not in the page.
test.use({ viewport: { width: 1280, height: 2_400 } });

test('[I7] Continue right after a cancel goes on at the first call that did not run, and repeats nothing', async ({
  chat,
  model,
  workspace,
}) => {
  model.answers('Clean up', [
    addTask('Before', 'Launch'),
    call('delete_tasks', { tasks: ['Ship'] }),
    addTask('Behind', 'Launch'),
  ]);
  await chat.say('Clean up');
  await chat.approval(/Delete/);
  await chat.cancelRun.click();
  await chat.expectStatus('Cancelled');
  await expect(chat.lastAnswer).toContainText('You stopped this run.');
  await workspace.expectOutline('Launch', ['Plan', 'Ship', 'Before']);

  await chat.lastAnswer.getByRole('button', { name: 'Continue', exact: true }).click();

  await chat.decide(await chat.approval(/Delete/), 'Approve');
  await chat.expectStatus('Completed');
  await expect(chat.lastAnswer).toContainText('Done.');
  await workspace.expectOutline('Launch', ['Plan', 'Before', 'Behind']);
  expect(model.server.requests).toHaveLength(2);
  const sent = conversationIn(model.server.requests.at(-1));
  const asked = sent.flatMap(({ tool_calls: calls = [] }) => calls.map(({ id }) => id));
  const told = sent.flatMap(({ tool_call_id: id }) => (id === undefined ? [] : [id]));
  expect(asked).toHaveLength(3);
  expect(told.toSorted()).toEqual(asked.toSorted());
});

test('[I7] a run that was interrupted can be continued where it stopped, after another message and a reload', async ({
  app,
  chat,
  model,
  workspace,
}) => {
  model.answers('Clean up', [call('delete_tasks', { tasks: ['Ship'] }), addTask('Behind', 'Launch')]);
  await chat.say('Clean up');
  await chat.approval(/Delete/);
  await chat.say('Never mind');
  await expect(chat.answers.nth(1)).toContainText('Done.', patient);
  await chat.expectStatus('Completed');
  await app.reload();
  await expect(chat.answers).toHaveCount(2);

  await chat.answers.first().getByRole('button', { name: 'Continue where you stopped' }).click();

  await chat.decide(await chat.approval(/Delete/), 'Approve');
  await chat.expectStatus('Completed');
  await workspace.expectOutline('Launch', ['Plan', 'Behind']);
  await expect(chat.answers).toHaveCount(3);
  await expect(chat.log.getByRole('button', { name: 'Continue where you stopped' })).toHaveCount(0);
});

test('[I1] interrupting one session leaves another one running', async ({ app, chat, model, page }) => {
  model.answers('Tell a long story', [say('Once upon'), pause, say(' a time.')]);
  model.answers('Tell a short story', [say('There was'), pause, say(' nobody.')]);
  await chat.say('Tell a long story');
  await expect(chat.lastAnswer).toContainText('Once upon', patient);
  const longStory = page.url();
  await app.sessions.getByRole('button', { name: 'New session' }).click();
  await expect(chat.messages).toHaveCount(0);
  await chat.say('Tell a short story');
  await expect(chat.lastAnswer).toContainText('There was', patient);

  await chat.say('Stop that');

  await expect(chat.answers.nth(1)).toContainText('Done.', patient);
  await chat.expectStatus('Completed');
  const [shortStory] = model.requestsFor('Tell a short story');
  await expect.poll(() => shortStory?.closedAt ?? null, 'when the page closed the connection').not.toBeNull();
  expect(model.requestsFor('Tell a long story')[0]?.closedAt).toBeNull();
  const link = app.sessions.getByRole('link', { name: /Tell a long story/ });
  await expect(link).toContainText('working');

  await link.click();
  await expect(page).toHaveURL(longStory);
  await chat.expectStatus('Working…');
  await expect(chat.lastAnswer).toContainText('Once upon');
  model.goOn();
  await chat.expectStatus('Completed');
  await expect(chat.lastAnswer).toContainText('Once upon a time.');
  await expect(chat.messages).toHaveCount(1);
});
