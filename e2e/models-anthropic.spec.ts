import type { ServerResponse } from 'node:http';

import * as z from 'zod/mini';

import { expect } from './fixtures';
import { test } from './model-test';
import { streamMessages, type MessageBlock } from './pages/messages-stream';
import type { ReceivedRequest } from './pages/model-server';

const canary = 'sk-ant-canary-7f3e9b21d4';

const thought: MessageBlock = { type: 'thinking', thinking: 'Two new projects.', signature: 'SIGNED-1' };
const calls: readonly MessageBlock[] = ['Moon base', 'Mars base'].map((name, index) => ({
  type: 'tool_use',
  id: `toolu_${index}`,
  name: 'create_project',
  input: { name },
}));

test('[L4] [L3] Anthropic is chosen, its models are listed, it thinks, calls two tools, and goes on after a reload', async ({
  app,
  models,
  conversation,
  server,
  page,
}) => {
  // Three runs and two loads of the page.
  test.slow();
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  const isLoaded = () => scripts.some((url) => url.includes('/create-messages-model'));
  const thinking: { isSeen: () => void } = { isSeen: () => undefined };
  const seen = new Promise<void>((resolve) => {
    thinking.isSeen = resolve;
  });
  server.answerWith((request, response) => {
    if (request.method === 'GET') return whole(response, listed);
    // The test of the connection asks for next to nothing.
    if (/"max_tokens":16\b/u.test(request.body)) return whole(response, {});
    const { messages } = bodyOf(request);
    const last = messages.at(-1)?.content.at(-1)?.type;
    if (last === 'tool_result') {
      return streamMessages(response, [{ type: 'text', text: 'Both bases are there.' }]);
    }
    return messages.length === 1
      ? streamMessages(response, [thought, () => seen, ...calls])
      : streamMessages(response, [{ type: 'text', text: 'You are welcome.' }]);
  });

  await models.connect({ baseUrl: server.baseUrl, apiKey: canary, model: '', api: 'Messages' });
  await models.dialog.getByRole('button', { name: 'List models' }).click();
  await models.dialog.getByRole('button', { name: 'claude-large' }).click();
  await expect(models.modelName).toHaveValue('claude-large');
  await models.test();
  await expect(models.connection).toContainText('It works');
  await models.close();
  expect(isLoaded()).toBe(false);

  await conversation.say('Create a moon base and a mars base');
  const live = conversation.lastAnswer.locator('[data-step-type="reasoning"]');
  await expect(live).toContainText('Two new projects.');
  thinking.isSeen();
  await conversation.expectStatus('Completed');
  expect(isLoaded()).toBe(true);
  await expect(conversation.lastAnswer).toContainText('Both bases are there.');
  for (const name of ['Moon base', 'Mars base']) {
    await expect(app.workspace.getByRole('heading', { name })).toBeVisible();
  }

  await app.reload();
  await expect(await conversation.ask('Thanks')).toContainText('You are welcome.');
  for (const { headers } of server.requests) {
    expect(headers['x-api-key']).toBe(canary);
    expect(headers).not.toHaveProperty('authorization');
  }
  expect(bodyOf(server.requests.at(-1)).messages).toEqual([
    { role: 'user', content: [expect.objectContaining({ type: 'text' })] },
    { role: 'assistant', content: [thought, ...calls] },
    {
      role: 'user',
      content: calls.map((_call, index) =>
        expect.objectContaining({ type: 'tool_result', tool_use_id: `toolu_${index}` }),
      ),
    },
    { role: 'assistant', content: [{ type: 'text', text: 'Both bases are there.' }] },
    { role: 'user', content: [{ type: 'text', text: 'Thanks' }] },
  ]);
});

test('[C8] cancelling closes the connection to Anthropic', async ({ models, conversation, server }) => {
  const silence: { end: () => void } = { end: () => undefined };
  server.answerWith((_request, response) =>
    streamMessages(response, [
      { type: 'text', text: 'Once upon' },
      () =>
        new Promise((resolve) => {
          silence.end = resolve;
        }),
    ]),
  );
  await models.connect({ baseUrl: server.baseUrl, model: 'claude', api: 'Messages' });
  await models.close();
  await conversation.say('Tell me a story');
  await expect(conversation.lastAnswer).toContainText('Once upon');
  await conversation.cancelRun.click();
  await expect.poll(() => server.requests.at(-1)?.closedAt ?? null).not.toBeNull();
  await conversation.expectStatus('Cancelled');
  silence.end();
});

const listed = { data: [{ id: 'claude-small' }, { id: 'claude-large' }], has_more: false };

function whole(response: ServerResponse, body: object): void {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}

const sentBody = z.looseObject({
  messages: z.array(
    z.looseObject({ role: z.string(), content: z.array(z.looseObject({ type: z.string() })) }),
  ),
});

function bodyOf(request: ReceivedRequest | undefined) {
  return sentBody.parse(JSON.parse(request?.body ?? ''));
}
