import type { ServerResponse } from 'node:http';

import { LLMock } from '@copilotkit/aimock';
import type { Locator } from '@playwright/test';

import { headersFor } from '../scripts/security-headers.mjs';
import { expect } from './fixtures';
import { test as base } from './model-test';
import { DocumentsPage } from './pages/documents-page';
import { streamMessages } from './pages/messages-stream';
import { ModelServer, streamChat } from './pages/model-server';

const canary = 'sk-canary-7f3e9b21d4';

const test = base.extend<{ readonly mock: LLMock }>({
  mock: async ({ browserName: _browserName }, use) => {
    const mock = new LLMock({ port: 0 });
    await mock.start();
    await use(mock);
    await mock.stop();
  },
});

for (const api of ['Responses', 'Chat Completions'] as const) {
  test(`[L4] a model behind ${api} thinks, calls tools and answers`, async ({
    models,
    conversation,
    mock,
    app,
  }) => {
    mock.on(
      { userMessage: 'Create a project', hasToolResult: false },
      {
        reasoning: 'They want a new project.',
        toolCalls: [{ id: 'call_1', name: 'create_project', arguments: { name: 'Moon base' } }],
      },
    );
    mock.on({ userMessage: 'Create a project', hasToolResult: true }, { content: 'Moon base is there now.' });
    mock.onMessage(/Say OK/, { content: 'OK' });
    await models.connect({ baseUrl: `${mock.url}/v1`, apiKey: canary, model: 'gpt-4o', api });
    await models.test();
    await expect(models.connection).toContainText('It works');
    await models.close();

    const answer = await conversation.ask('Create a project for the moon base');
    await conversation.expectStatus('Completed');
    await expect(answer).toContainText('Moon base is there now.');
    await expect(app.workspace.getByRole('heading', { name: 'Moon base' })).toBeVisible();
    await answer.getByRole('button', { name: /Thinking process/ }).click();
    await expect(answer.locator('[data-step-type="reasoning"]').first()).toContainText(
      'They want a new project.',
    );
  });
}

test('the models of a server are listed, and who answers is said', async ({ models, mock, page }) => {
  await models.connect({ baseUrl: `${mock.url}/v1`, model: '' });
  await models.dialog.getByRole('button', { name: 'List models' }).click();
  await models.dialog
    .getByRole('list', { name: /^Models at/ })
    .getByRole('button', { name: 'gpt-4o' })
    .click();
  await expect(models.modelName).toHaveValue('gpt-4o');
  await models.close();
  await expect(page.getByRole('button', { name: /^Model: gpt-4o at 127\.0\.0\.1/ })).toBeVisible();
});

test.describe('what stands in the way', () => {
  // A refused preflight and a status of 400 and more are errors in the console.
  test.use({ pageFaultPolicy: 'record' });

  test('is told apart: a wrong key, a missing model, CORS, nobody there', async ({ models, server }) => {
    server.answerWith((_request, response) => {
      response.writeHead(401, { 'Content-Type': 'application/json' }).end('{"error":{"message":"Bad key"}}');
    });
    await models.connect({ baseUrl: server.baseUrl, apiKey: canary, model: 'nope' });
    await models.test();
    await expect(models.connection).toContainText(`${server.host} refused the API key (401)`);

    server.answerWith(({ method }, response) => {
      const body =
        method === 'GET' ? '{"data":[{"id":"nope-large"}]}' : '{"error":{"message":"no such model"}}';
      response.writeHead(method === 'GET' ? 200 : 404, { 'Content-Type': 'application/json' }).end(body);
    });
    await models.test();
    await expect(models.connection).toContainText('no model named “nope”. Did you mean “nope-large”?');

    const strict = await ModelServer.start({ allowsPages: false });
    await models.baseUrl.fill(strict.baseUrl);
    await models.test();
    await expect(models.connection).toContainText('does not allow this page to read its answers (CORS)');
    strict.close();
    await models.test();
    await expect(models.connection).toContainText('Nothing answers at 127.0.0.1');
  });

  test('[L6] a limit of rate shows a countdown, and asks again at once when told to', async ({
    models,
    conversation,
    server,
    page,
  }) => {
    let count = 0;
    server.answerWith(async (_request, response) => {
      count += 1;
      if (count > 1) return streamChat(response, [{ content: 'Here I am.' }]);
      response.writeHead(429, { 'Retry-After': '30', 'Content-Type': 'application/json' }).end('{}');
    });
    await models.connect({ baseUrl: server.baseUrl, model: 'm' });
    await models.close();
    await conversation.say('Hello');
    await page.getByRole('button', { name: 'Retry now' }).click();
    await conversation.expectStatus('Completed');
    await expect(conversation.lastAnswer).toContainText('Here I am.');
    expect(count).toBe(2);
  });

  test('[L6] a refused key ends the run with words and a way on', async ({
    models,
    conversation,
    server,
  }) => {
    server.answerWith((_request, response) => {
      response
        .writeHead(401, { 'Content-Type': 'application/json' })
        .end(`{"error":{"message":"Incorrect API key ${canary}"}}`);
    });
    await models.connect({ baseUrl: server.baseUrl, apiKey: canary, model: 'm' });
    await models.close();
    await conversation.ask('Hello');
    await conversation.expectStatus(/^Failed/);
    await expect(conversation.lastAnswer).toContainText(`${server.host} refused the API key (401)`);
    await expect(conversation.lastAnswer).not.toContainText(canary);
  });
});

test('[C8] cancelling closes the connection, within 100 ms as the server sees it', async ({
  models,
  conversation,
  server,
  page,
}) => {
  const silence: { end: () => void } = { end: () => undefined };
  server.answerWith((_request, response) =>
    streamChat(response, [
      { content: 'Once upon' },
      () =>
        new Promise((resolve) => {
          silence.end = resolve;
        }),
    ]),
  );
  await models.connect({ baseUrl: server.baseUrl, model: 'm' });
  await models.close();
  const delaysMs: number[] = [];
  // The quickest counts: on a busy machine the others measure the machine.
  for (const index of [0, 1, 2]) {
    await conversation.say(`Tell me story ${index + 1}`);
    await expect(conversation.answers.nth(index)).toContainText('Once upon');
    // One machine, so the page and the server read the same clock.
    const clicked = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          document.addEventListener('click', () => resolve(Date.now()), { once: true });
        }),
    );
    await conversation.cancelRun.click();
    await expect.poll(() => server.requests[index]?.closedAt ?? null).not.toBeNull();
    delaysMs.push((server.requests[index]?.closedAt ?? Infinity) - (await clicked));
    await conversation.expectStatus('Cancelled');
    silence.end();
  }
  expect(Math.min(...delaysMs)).toBeLessThan(100);
});

const words = `The key ${canary} is tired.`;

/** How each API takes the key, gives it away in an error, and answers. */
const tellingKeys = {
  'Chat Completions': {
    header: 'authorization',
    error: { error: { message: words } },
    answer: (response: ServerResponse) => streamChat(response, [{ content: 'Hello you.' }]),
  },
  Messages: {
    header: 'x-api-key',
    error: { type: 'error', error: { type: 'invalid_request_error', message: words } },
    answer: (response: ServerResponse) => streamMessages(response, [{ type: 'text', text: 'Hello you.' }]),
  },
} as const;

for (const api of ['Chat Completions', 'Messages'] as const) {
  test(`[X3] a key for ${api} is nowhere but in its own place: not in the page, the database, the address or an export`, async ({
    models,
    conversation,
    server,
    page,
    app,
  }) => {
    const told = tellingKeys[api];
    const lines: string[] = [];
    page.on('console', (message) => lines.push(message.text()));
    server.answerWith(async (_request, response) => {
      if (server.requests.length > 1) return told.answer(response);
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      response.end(`data: ${JSON.stringify(told.error)}\n\n`);
    });
    await models.connect({ baseUrl: server.baseUrl, apiKey: canary, model: 'm', api });
    await models.close();
    await conversation.ask('Hello');
    await expect(conversation.lastAnswer).toContainText('is tired');
    await conversation.ask('Hello again');
    await expect(conversation.lastAnswer).toContainText('Hello you.');
    expect(server.requests.at(-1)?.headers[told.header]).toContain(canary);
    expect(server.requests.filter(({ path }) => path.includes(canary))).toEqual([]);
    const exported = await new DocumentsPage(app).export();
    expect(exported.text).toContain('Hello you.');

    const stored = await page.evaluate(async () => {
      const texts: string[] = [document.documentElement.outerHTML, location.href];
      for (const [key, value] of [...Object.entries(localStorage), ...Object.entries(sessionStorage)]) {
        if (key !== 'momentum.model-keys') texts.push(String(value));
      }
      texts.push(...performance.getEntries().map((entry) => entry.name));
      for (const { name = '' } of await indexedDB.databases()) {
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const request = indexedDB.open(name);
          request.addEventListener('success', () => resolve(request.result));
          request.addEventListener('error', () => reject(request.error ?? new Error('It cannot be opened.')));
        });
        for (const store of database.objectStoreNames) {
          const all = database.transaction(store).objectStore(store).getAll();
          await new Promise((resolve) => {
            all.addEventListener('success', resolve);
          });
          texts.push(JSON.stringify(all.result));
        }
        database.close();
      }
      return texts;
    });
    expect(stored.length).toBeGreaterThan(3);
    expect(
      [...stored, ...lines, exported.name, exported.text].filter((text) => text.includes(canary)),
    ).toEqual([]);
  });
}

test('[X3] a passphrase locks the key until it is entered again', async ({
  models,
  conversation,
  server,
  page,
  app,
}) => {
  server.answerWith((_request, response) => streamChat(response, [{ content: 'Hello you.' }]));
  await models.connect({ baseUrl: server.baseUrl, apiKey: canary, model: 'm' });
  await models.dialog.getByText('Protect keys with a passphrase').click();
  await models.dialog.getByLabel('New passphrase').fill('correct horse battery');
  await models.dialog.getByLabel('Repeat passphrase').fill('correct horse battery');
  await models.dialog.getByRole('button', { name: 'Protect keys' }).click();
  await expect(models.dialog.getByRole('button', { name: 'Lock now' })).toBeVisible();
  const kept = await page.evaluate(() => localStorage.getItem('momentum.model-keys'));
  expect(kept).toContain('sealed');
  expect(kept).not.toContain(canary);

  await app.reload();
  await conversation.ask('Hello');
  await expect(conversation.lastAnswer).toContainText('Your API keys are locked');
  expect(server.requests).toEqual([]);
  await models.open();
  await models.dialog.getByLabel('Passphrase').fill('correct horse battery');
  await models.dialog.getByRole('button', { name: 'Unlock' }).click();
  await expect(models.dialog.getByRole('button', { name: 'Lock now' })).toBeVisible();
  await models.dialog.getByRole('button', { name: 'Forget key' }).click();
  await expect(models.dialog.getByRole('button', { name: 'Forget key' })).toBeHidden();
});

test.describe('what a script on the page may try', () => {
  test.use({ pageFaultPolicy: 'record' });

  test('[X4] the worker that reaches models has a policy of its own, and the page makes no other', async ({
    page,
    app: _app,
    request,
  }) => {
    const workers = await page.evaluate(() => {
      try {
        const types: unknown = Reflect.get(window, 'trustedTypes');
        if (typeof types !== 'object' || types === null) return 'no trusted types';
        const create: unknown = Reflect.get(types, 'createPolicy');
        if (typeof create === 'function') Reflect.apply(create, types, ['momentum-relay', {}]);
        return 'made again';
      } catch (error) {
        return error instanceof Error ? error.name : 'unknown';
      }
    });
    expect(workers).toBe('TypeError');
    const policy = headersFor('/assets/relay-worker-x1.js')['Content-Security-Policy'] ?? '';
    expect(policy).toContain("connect-src 'self' https: http:");
    expect(policy).toContain("script-src 'self'");
    const answered = await request.get('/assets/relay-worker-x1.js');
    expect(answered.headers()['content-security-policy']).toBe(policy);
  });
});

test('the choice of a model is accessible', async ({ app, models }) => {
  await models.open();
  await models.choose('OpenAI-compatible server');
  await models.dialog.getByText('Prices', { exact: true }).click();
  await app.expectAccessible();
  await app.expectNoSidewaysScroll();
});

test('a model is set up, tested and asked without a mouse', async ({
  app,
  models,
  conversation,
  server,
  page,
}) => {
  await page.evaluate(() => {
    document.addEventListener('pointerdown', () => {
      document.documentElement.dataset['pressed'] = 'true';
    });
  });
  server.answerWith(async ({ method }, response) => {
    if (method === 'POST') await streamChat(response, [{ content: 'Hello you.' }]);
    else response.writeHead(200, { 'Content-Type': 'application/json' }).end(twoModels);
  });
  await pressUntilFocused(app.menuButton, 'Tab');
  await page.keyboard.press('Enter');
  await pressUntilFocused(page.getByRole('menuitem', { name: 'Settings' }), 'ArrowDown');
  await page.keyboard.press('Enter');
  await pressUntilFocused(models.choice.getByRole('radio', { name: 'Built-in offline model' }), 'Tab');
  const compatible = models.choice.getByRole('radio', { name: 'OpenAI-compatible server' });
  await pressUntilFocused(compatible, 'ArrowDown');
  await expect(compatible).toBeChecked();

  await pressUntilFocused(models.baseUrl, 'Tab');
  await page.keyboard.type(server.baseUrl);
  await pressUntilFocused(models.dialog.getByRole('button', { name: 'List models' }), 'Tab');
  await page.keyboard.press('Enter');
  await pressUntilFocused(models.dialog.getByRole('button', { name: 'm2' }), 'Tab');
  await page.keyboard.press('Enter');
  await expect(models.modelName).toHaveValue('m2');
  await pressUntilFocused(models.dialog.getByRole('button', { name: 'Test connection' }), 'Tab');
  await page.keyboard.press('Enter');
  await expect(models.connection).toContainText('It works');
  await pressUntilFocused(models.dialog.locator('summary', { hasText: 'Prices' }), 'Tab');
  await page.keyboard.press('Enter');
  await expect(models.dialog.getByRole('table')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(models.dialog).toBeHidden();

  await pressUntilFocused(conversation.composer, 'Tab');
  await page.keyboard.type('Hello');
  await page.keyboard.press('Enter');
  await conversation.expectStatus('Completed');
  await expect(conversation.lastAnswer).toContainText('Hello you.');
  expect(await page.evaluate(() => document.documentElement.dataset['pressed'])).toBeUndefined();
});

const twoModels = '{"data":[{"id":"m1"},{"id":"m2"}]}';

/** Goes on with one key until it has led there, as somebody without a mouse does. */
async function pressUntilFocused(wanted: Locator, key: 'Tab' | 'ArrowDown'): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < mostPresses; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await wanted.page().keyboard.press(key);
  }
  await expect(wanted).toBeFocused();
}

/** More things than that to go through are on no page. */
const mostPresses = 120;
