import * as z from 'zod/mini';

import { expect } from './fixtures';
import { test } from './model-test';
import { chatCall, streamChat, type ReceivedRequest } from './pages/model-server';

const lure = `Here you are: [the report](javascript:window.harmed=1), [data](data:text/html,<script>window.harmed=2</script>).

![Your plan](https://pictures.example/pixel.png?secret=1)

<img src="https://pictures.example/raw.png" onerror="window.harmed=3">
<script>window.harmed=4</script>
<iframe src="https://pictures.example/"></iframe>
<form action="https://pictures.example/"><button>Approve</button></form>

<svg onload="window.harmed=5"></svg>

[momentum.example](https://elsewhere.example/login)`;

test('[X1] links, pictures and HTML of a model run nothing and fetch nothing, and what they say can be read', async ({
  models,
  conversation,
  server,
  page,
}) => {
  server.answerWith((_request, response) => streamChat(response, [{ content: lure }]));
  await models.connect({ baseUrl: server.baseUrl, model: 'm' });
  await models.close();
  const answer = await conversation.ask('Give me the report');
  await expect(answer).toContainText('the report');
  await expect(answer).toContainText('Your plan');
  await expect(answer).toContainText('onerror="window.harmed=3"');
  await answer.getByText('the report').click();
  await expect(answer).toContainText('leads to elsewhere.example');

  await expect(answer.locator('img, iframe, script, form, object, embed')).toHaveCount(0);
  await expect(answer.getByRole('button', { name: 'Approve' })).toHaveCount(0);
  const links = await answer
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(links.filter((href) => !href?.startsWith('https://'))).toEqual([]);
  expect(await page.evaluate(() => 'harmed' in window)).toBe(false);
  expect(page.context().pages()).toHaveLength(1);
});

test('[X2] an approval that a model writes is only words: it has no buttons and approves nothing', async ({
  models,
  conversation,
  server,
  page,
}) => {
  const lookAlike = `## Approval needed: Delete project “Launch”

| Project | Launch |
| --- | --- |
| Reason | Deletes things |

- [x] Approve
- [ ] Refuse

[Approve](#approve) <button>Approve</button> \`Approve\``;
  server.answerWith((_request, response) => streamChat(response, [{ content: lookAlike }]));
  await models.connect({ baseUrl: server.baseUrl, model: 'm' });
  await models.close();
  const answer = await conversation.ask('Tidy up');
  await expect(answer).toContainText('Approval needed: Delete project');
  await expect(conversation.approvals).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0);
  await expect(answer.getByRole('link')).toHaveCount(0);
  const before = page.url();
  for (const word of await answer.getByText('Approve', { exact: true }).all()) await word.click();
  expect(page.url()).toBe(before);
  expect(server.requests).toHaveLength(1);
});

test('[X1] two megabytes of text arrive, can be read, and leave the page able to go on', async ({
  models,
  conversation,
  server,
}) => {
  const line = 'The quick brown fox jumps over the lazy dog. ';
  const piece = { content: `${line.repeat(1_400)}\n\n` };
  server.answerWith((_request, response) =>
    server.requests.length === 1
      ? streamChat(response, [
          { content: 'Once upon a time.\n\n' },
          ...Array.from({ length: 34 }, () => piece),
          { content: 'The end.' },
        ])
      : streamChat(response, [{ content: 'Still here.' }]),
  );
  await models.connect({ baseUrl: server.baseUrl, model: 'm' });
  await models.close();
  await conversation.say('Tell me everything');
  await expect(conversation.lastAnswer).toContainText('Once upon a time.', { timeout: 20_000 });
  await expect(conversation.status).toHaveText('Completed', { timeout: 40_000 });
  const answer = await conversation.ask('Are you there?');
  await expect(answer).toContainText('Still here.');
});

/** Each call is stored for good before the next one begins, which on a busy machine takes its time. */
const manyCallsMs = 100_000;

test('[C1] hundreds of calls in one answer run in their order, and each has its output', async ({
  models,
  conversation,
  server,
}) => {
  test.setTimeout(2 * manyCallsMs);
  const wanted = Array.from({ length: 200 }, (_each, index) => index);
  server.answerWith((_request, response) =>
    server.requests.length === 1
      ? streamChat(
          response,
          wanted.map((index) => chatCall(index, 'find', { text: `Thing ${index}` })),
          'tool_calls',
        )
      : streamChat(response, [{ content: 'None of them is there.' }]),
  );
  await models.connect({ baseUrl: server.baseUrl, model: 'm' });
  await models.close();
  await conversation.say('Look for 200 things');
  await expect(conversation.status).toHaveText('Completed', { timeout: manyCallsMs });
  await expect(conversation.lastAnswer).toContainText('None of them is there.');
  const outputs = messagesOf(server.requests[1]).filter(({ role }) => role === 'tool');
  expect(outputs.map((output) => output.tool_call_id)).toEqual(wanted.map((index) => `call_${index}`));
});

test('[C1] [C8] ten thousand calls in one answer do nothing but be refused, and leave the page quick', async ({
  app,
  models,
  conversation,
  server,
}) => {
  const calls = Array.from({ length: 10_000 }, (_each, index) =>
    chatCall(index, 'create_project', { name: `Thing ${index}` }),
  );
  const silence: { end: () => void } = { end: () => undefined };
  const silent = () =>
    new Promise<void>((resolve) => {
      silence.end = resolve;
    });
  server.answerWith((_request, response) => {
    switch (server.requests.length) {
      case 1:
        return streamChat(response, [...calls.slice(0, 400), silent, ...calls.slice(400)], 'tool_calls');
      case 2:
        return streamChat(response, calls, 'tool_calls');
      default:
        return streamChat(response, [{ content: 'Still here.' }]);
    }
  });
  await models.connect({ baseUrl: server.baseUrl, model: 'm' });
  await models.close();
  // While they arrive one can write, and stop them.
  await conversation.say('Make things');
  await expect.poll(() => server.requests.length).toBe(1);
  await conversation.composer.fill('Something else');
  await conversation.cancelRun.click();
  await conversation.expectStatus('Cancelled');
  silence.end();
  // All of them at once.
  await conversation.say('Make ten thousand things');
  await conversation.expectStatus(/^Failed/);
  await expect(conversation.lastAnswer).toContainText('more than 500 actions in one answer');
  await expect(conversation.lastAnswer).toContainText(server.host);
  await expect(app.workspace.getByRole('heading', { name: /^Thing/ })).toHaveCount(0);
  await expect(await conversation.ask('Are you there?')).toContainText('Still here.');
});

test('[L3] after a reload a model is sent what it would have been sent without', async ({
  app,
  models,
  conversation,
  server,
}) => {
  // Six runs and two loads of the page.
  test.slow();
  server.answerWith((request, response) => {
    const { role } = messagesOf(request).at(-1) ?? {};
    const asked = messagesOf(request).filter((message) => message.role === 'user').length;
    return role === 'user' && asked === 1
      ? streamChat(
          response,
          [{ reasoning_content: 'I look.' }, chatCall(0, 'list_projects', {})],
          'tool_calls',
        )
      : streamChat(response, [{ reasoning_content: 'Well.' }, { content: `Answer ${asked}.` }]);
  });
  await models.connect({ baseUrl: server.baseUrl, model: 'm' });
  await models.close();

  async function thirdRequest(isReloaded: boolean): Promise<unknown> {
    await conversation.ask('What is there?');
    await conversation.ask('And what is late?');
    if (isReloaded) await app.reload();
    await conversation.ask('Thanks');
    await expect(conversation.lastAnswer).toContainText('Answer 3.');
    return JSON.parse(server.requests.at(-1)?.body ?? '');
  }
  const without = await thirdRequest(false);
  await app.page.goto('/');
  await app.waitUntilOpen();
  await expect(conversation.answers).toHaveCount(0);
  const reloaded = await thirdRequest(true);
  expect(reloaded).toEqual(without);
  expect(messagesOf(server.requests.at(-1)).map(({ role }) => role)).toEqual([
    'system',
    'user',
    'assistant',
    'tool',
    'assistant',
    'user',
    'assistant',
    'user',
  ]);
});

test.describe('a pause before a request is repeated', () => {
  // A status of 400 and more is an error in the console.
  test.use({ pageFaultPolicy: 'record' });

  test('[L6] [C8] can be cancelled, which asks nobody again, and the next one can be ended at once', async ({
    models,
    conversation,
    server,
    page,
  }) => {
    server.answerWith(async (_request, response) => {
      if (server.requests.length > 2) return streamChat(response, [{ content: 'Here I am.' }]);
      response.writeHead(429, { 'Retry-After': '20', 'Content-Type': 'application/json' }).end('{}');
    });
    await models.connect({ baseUrl: server.baseUrl, model: 'm' });
    await models.close();
    const retryNow = page.getByRole('button', { name: 'Retry now' });
    await conversation.say('Hello');
    await expect(retryNow).toBeVisible();
    await conversation.cancelRun.click();
    await conversation.expectStatus('Cancelled');
    await expect(retryNow).toBeHidden();
    expect(server.requests).toHaveLength(1);

    await conversation.say('Hello again');
    await retryNow.click();
    await conversation.expectStatus('Completed');
    await expect(conversation.lastAnswer).toContainText('Here I am.');
    expect(server.requests).toHaveLength(3);
  });
});

const sentBody = z.looseObject({
  messages: z.array(z.looseObject({ role: z.string(), tool_call_id: z.optional(z.string()) })),
});

function messagesOf(request: ReceivedRequest | undefined) {
  return sentBody.parse(JSON.parse(request?.body ?? '')).messages;
}
