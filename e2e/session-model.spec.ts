import { expect } from './fixtures';
import { test } from './model-test';
import { streamChat } from './pages/model-server';

test('one session has another model, says so, and keeps it over a reload; others have theirs', async ({
  app,
  models,
  conversation,
  server,
  page,
}) => {
  // Five runs and three loads of the page.
  test.slow();
  server.answerWith(({ body }, response) => {
    const model = /"model":"(\w+)"/u.exec(body)?.[1] ?? 'nobody';
    return streamChat(response, [{ content: `I am ${model}.` }]);
  });
  await models.connect({ baseUrl: server.baseUrl, model: 'usual' });
  await models.close();
  await expect(models.chip).toHaveText(`usual at ${server.host}`);
  await expect(await conversation.ask('Who are you?')).toContainText('I am usual.');

  await models.chooseForSession('special');
  await expect(models.chip).toHaveText(`special at ${server.host}`);
  await expect(await conversation.ask('And now?')).toContainText('I am special.');
  await app.reload();
  await expect(models.chip).toHaveText(`special at ${server.host}`);
  await expect(await conversation.ask('And still?')).toContainText('I am special.');

  const address = page.url();
  await page.goto('/');
  await app.waitUntilOpen();
  await expect(models.chip).toHaveText(`usual at ${server.host}`);
  await expect(await conversation.ask('And you?')).toContainText('I am usual.');

  await page.goto(address);
  await models.chip.click();
  await app.expectAccessible();
  await page.getByRole('menuitemradio', { name: /^As set for all/ }).click();
  await expect(models.chip).toHaveText(`usual at ${server.host}`);
  await expect(await conversation.ask('And at last?')).toContainText('I am usual.');
});

test('a session that has not begun can have its model first', async ({ models, conversation, server }) => {
  server.answerWith((_request, response) => streamChat(response, [{ content: 'Never asked.' }]));
  await models.connect({ baseUrl: server.baseUrl, model: 'usual' });
  await models.close();
  await models.chip.click();
  await models.app.page.getByRole('menuitemradio', { name: 'Built-in offline model' }).click();
  await expect(models.chip).toHaveText('Built-in offline model');
  await conversation.ask('Hello');
  expect(server.requests).toEqual([]);
});
