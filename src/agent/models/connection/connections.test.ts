import { createServer } from 'node:http';

import { afterEach, describe, expect, it } from 'vitest';

import type { ConnectionReport, WireApi } from '@/domain/models';
import { canaryKey, configFor } from '@/testing/provider-bench';
import { json, refused, spoken, webPage } from '@/testing/provider-replies';
import { ProviderServer, type ProviderReply } from '@/testing/provider-server';

import { createConnections } from './connections';

const servers: ProviderServer[] = [];
const { signal } = new AbortController();

async function server(...replies: readonly ProviderReply[]): Promise<ProviderServer> {
  const started = await ProviderServer.start(...replies);
  servers.push(started);
  return started;
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((each) => each.close()));
});

interface Circumstances {
  readonly apiKey?: string | null;
  readonly isOnline?: boolean;
  readonly fetch?: typeof fetch;
}

function test(baseUrl: string, api: WireApi, circumstances: Circumstances = {}): Promise<ConnectionReport> {
  const { apiKey = canaryKey, isOnline = true, fetch: ask = fetch } = circumstances;
  const connections = createConnections({ fetch: ask, isOnline: () => isOnline, now: () => 0 });
  return connections.test(configFor(baseUrl, api), apiKey, signal);
}

type TellingCase = readonly [what: string, code: string, words: RegExp, replies: readonly ProviderReply[]];

const paths = {
  responses: ['/v1/models', '/v1/responses'],
  'chat-completions': ['/v1/models', '/v1/chat/completions'],
  'anthropic-messages': ['/v1/models?limit=1000', '/v1/messages'],
} as const satisfies Record<WireApi, readonly string[]>;

const models = json({ object: 'list', data: [{ id: 'scripted' }, { id: 'another' }] });
const others = json({ data: [{ id: 'scripted-large' }, { id: 'unlike' }] });

describe.each(['responses', 'chat-completions', 'anthropic-messages'] as const)(
  'a test of a connection for %s',
  (api) => {
    it('says that it works, and what else there is', async () => {
      const provider = await server(models, json({ id: 'x', output: [] }));
      expect(await test(provider.baseUrl, api)).toEqual({
        type: 'works',
        models: ['another', 'scripted'],
        message: `${provider.host} answers with the model “scripted”.`,
      });
      expect(provider.requests.map(({ path }) => path)).toEqual(paths[api]);
    });

    it('works with servers that have no list of models', async () => {
      const provider = await server(refused(404, { message: 'Not found' }), spoken(api, { text: 'OK' }));
      expect(await test(provider.baseUrl, api)).toMatchObject({ type: 'works', models: [] });
    });

    it.each<TellingCase>([
      ['a wrong key', 'key-refused', /refused the API key/u, [refused(401, { message: `No: ${canaryKey}` })]],
      ['a key that is refused later', 'key-refused', /refused the API key/u, [models, refused(401, {})]],
      [
        'a missing model',
        'model-missing',
        /no model named “scripted”\. Did you mean “scripted-large”/u,
        [others, refused(404, {})],
      ],
      [
        'a model nobody lists',
        'model-missing',
        /does not know the model/u,
        [webPage(), refused(404, { message: 'model not found' })],
      ],
      [
        'another API',
        'api-missing',
        /does not speak the .* API\. Choose/u,
        [models, refused(404, { message: 'Not Found' })],
      ],
      [
        'what only the server understands',
        'request-refused',
        /answers, but: “No fixture matched”/u,
        [models, refused(404, { message: 'No fixture matched' })],
      ],
      ['a wrong address', 'wrong-address', /no API for models.*\/v1/u, [webPage(404), webPage(404)]],
      ['a web page', 'wrong-address', /web page/u, [webPage(), webPage()]],
      ['a limit of rate', 'rate-limited', /too many requests/u, [refused(429, {})]],
      ['a server in trouble', 'provider-down', /trouble of its own/u, [refused(500, {})]],
      [
        'a request that is refused',
        'request-refused',
        /did not accept.*“bad”/u,
        [models, refused(400, { message: 'bad' })],
      ],
    ])('tells %s', async (_what, code, words, replies) => {
      const provider = await server(...replies);
      const report = await test(provider.baseUrl, api);
      expect(report).toMatchObject({ type: 'fails', code, message: expect.stringMatching(words) });
      expect(JSON.stringify(report)).not.toContain(canaryKey);
    });

    it('tells a server that asks for a key', async () => {
      const provider = await server(refused(401, {}));
      expect(await test(provider.baseUrl, api, { apiKey: null })).toMatchObject({ code: 'key-missing' });
    });

    it('tells a server that nothing runs at', async () => {
      const provider = await server();
      const { baseUrl } = provider;
      await provider.close();
      servers.length = 0;
      expect(await test(baseUrl, api)).toMatchObject({
        code: 'not-reached',
        message: expect.stringMatching(/^Nothing answers at 127\.0\.0\.1:\d+\. Start the server/u),
      });
    });

    it('tells a server whose CORS rules refuse this page, and does not send it the key again', async () => {
      const asked: RequestInit[] = [];
      const report = await test('https://strict.example/v1', api, {
        fetch: (_url, init = {}) => {
          asked.push(init);
          return init.mode === 'no-cors'
            ? Promise.resolve(Response.json({}))
            : Promise.reject(new TypeError('Failed to fetch'));
        },
      });
      expect(report).toMatchObject({
        code: 'cors-refused',
        message: expect.stringMatching(/strict\.example is there.*CORS/u),
      });
      expect(JSON.stringify(asked[1])).not.toContain(canaryKey);
    });

    it('tells a device without a network', async () => {
      const report = await test('https://far.example/v1', api, {
        isOnline: false,
        fetch: () => Promise.reject(new TypeError('Failed to fetch')),
      });
      expect(report).toMatchObject({ code: 'device-offline' });
    });

    it('ends when it is called off', async () => {
      const stopper = new AbortController();
      const silent = createServer();
      await new Promise<void>((resolve) => {
        silent.listen(0, '127.0.0.1', resolve);
      });
      const address = silent.address();
      const port = typeof address === 'object' ? address?.port : 0;
      const connections = createConnections({ fetch, isOnline: () => true, now: () => 0 });
      const testing = connections.test(
        configFor(`http://127.0.0.1:${String(port)}/v1`, api),
        null,
        stopper.signal,
      );
      stopper.abort();
      await expect(testing).rejects.toThrow(/abort/iu);
      silent.closeAllConnections();
      silent.close();
    });
  },
);

describe('the list of models', () => {
  it.each([
    [{ data: [{ id: 'b' }, { id: 'a' }, { id: 'a' }] }, ['a', 'b']],
    [{ models: [{ name: 'llama' }] }, ['llama']],
    [[{ id: 'x' }, { no: 'name' }, null], ['x']],
    [{ anything: 'else' }, []],
  ])('is read from %j', async (body, names) => {
    const provider = await server(json(body));
    const connections = createConnections({ fetch, isOnline: () => true, now: () => 0 });
    const asked = configFor(provider.baseUrl, 'responses');
    expect(await connections.listModels(asked, null, signal)).toEqual(names);
  });

  it('has all pages of a list that has pages, in one order', async () => {
    const provider = await server(
      json({ data: [{ id: 'claude-b' }, { id: 'claude-c' }], has_more: true, last_id: 'claude-c' }),
      json({ data: [{ id: 'claude-a' }], has_more: false, last_id: 'claude-a' }),
    );
    const connections = createConnections({ fetch, isOnline: () => true, now: () => 0 });
    const asked = configFor(provider.baseUrl, 'anthropic-messages');
    expect(await connections.listModels(asked, canaryKey, signal)).toEqual([
      'claude-a',
      'claude-b',
      'claude-c',
    ]);
    expect(provider.requests.map(({ path }) => path)).toEqual([
      '/v1/models?limit=1000',
      '/v1/models?limit=1000&after_id=claude-c',
    ]);
    expect(provider.requests[1]?.headers['x-api-key']).toBe(canaryKey);
  });

  it('ends, even where a server always names another page', async () => {
    const endless = json({ data: [{ id: 'a' }], has_more: true, last_id: 'a' });
    const provider = await server(...Array.from({ length: 30 }, () => endless));
    const connections = createConnections({ fetch, isOnline: () => true, now: () => 0 });
    const asked = configFor(provider.baseUrl, 'anthropic-messages');
    expect(await connections.listModels(asked, null, signal)).toEqual(['a']);
    expect(provider.requests).toHaveLength(20);
  });

  it('fails with words for people', async () => {
    const provider = await server(refused(401, {}));
    const connections = createConnections({ fetch, isOnline: () => true, now: () => 0 });
    const asked = configFor(provider.baseUrl, 'responses');
    await expect(connections.listModels(asked, 'wrong', signal)).rejects.toThrow(/refused the API key/u);
  });
});
