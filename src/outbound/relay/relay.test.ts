import { afterEach, describe, expect, it } from 'vitest';

import { gate } from '@/testing/model-scripts';
import { json, refused } from '@/testing/provider-replies';
import { ProviderServer, type ProviderReply } from '@/testing/provider-server';

import { relayFetch, type RelayFetch } from './relay-fetch';
import { serveRelay } from './serve-relay';

const closings: (() => unknown)[] = [];

afterEach(async () => {
  await Promise.all(closings.splice(0).map((close) => close()));
});

/** A relay at the other end of a real port, as a worker would be. */
async function relayed(...replies: readonly ProviderReply[]): Promise<{
  readonly server: ProviderServer;
  readonly ask: RelayFetch;
}> {
  const server = await ProviderServer.start(...replies);
  const { port1, port2 } = new MessageChannel();
  serveRelay(server.baseUrl, port2, fetch);
  const ask = relayFetch(port1);
  port1.start();
  port2.start();
  closings.push(
    () => server.close(),
    () => {
      port1.close();
    },
  );
  return { server, ask };
}

describe('the relay', () => {
  it('sends a request as it was meant, and passes on the answer', async () => {
    const { server, ask } = await relayed(json({ data: [] }, { 'x-limit': '7' }));
    const response = await ask(`${server.baseUrl}/models`, {
      method: 'POST',
      headers: { Authorization: 'Bearer key', 'Content-Type': 'application/json' },
      body: '{"a":1}',
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('x-limit')).toBe('7');
    expect(await response.json()).toEqual({ data: [] });
    expect(server.requests).toMatchObject([
      { method: 'POST', path: '/v1/models', headers: { authorization: 'Bearer key' }, body: { a: 1 } },
    ]);
  });

  it('passes on an error of the server as an answer', async () => {
    const { server, ask } = await relayed(refused(429, { message: 'Slow' }, { 'Retry-After': '3' }));
    const response = await ask(`${server.baseUrl}/models`, {});
    expect([response.ok, response.status, response.headers.get('retry-after')]).toEqual([false, 429, '3']);
  });

  it('passes on pieces as they come', async () => {
    const second = gate();
    const { server, ask } = await relayed({ steps: ['one ', () => second.opened, 'two'] });
    const response = await ask(`${server.baseUrl}/models`, {});
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toBe('one ');
    second.open();
    expect((await reader?.read())?.value).toBe('two');
    expect((await reader?.read())?.done).toBe(true);
  });

  it('[X3] reaches nothing outside its endpoint, whatever it is asked', async () => {
    const { server, ask } = await relayed(json({}));
    const elsewhere = await ProviderServer.start(json({}));
    closings.push(() => elsewhere.close());
    for (const address of [
      `${elsewhere.baseUrl}/models`,
      `http://${server.host}/admin`,
      'data:text/plain,x',
    ]) {
      await expect(ask(address, {})).rejects.toThrow(/outside the endpoint/u);
    }
    expect([...server.requests, ...elsewhere.requests]).toEqual([]);
  });

  it('fails as a fetch does when nothing answers, and when the answer breaks off', async () => {
    const { server, ask } = await relayed({ steps: ['half'], ending: 'cut' });
    const broken = await ask(`${server.baseUrl}/models`, {});
    await expect(broken.text()).rejects.toThrow(TypeError);
    const { baseUrl } = server;
    await server.close();
    closings.shift();
    await expect(ask(`${baseUrl}/models`, {})).rejects.toThrow(TypeError);
  });

  it('[C8] closes the connection when the request is called off, at any moment', async () => {
    const never = gate();
    const silent: ProviderReply = { steps: [() => never.opened] };
    const { server, ask } = await relayed(silent, { steps: ['Hello', () => never.opened] });

    const early = new AbortController();
    const unanswered = ask(`${server.baseUrl}/models`, { signal: early.signal });
    await expect.poll(() => server.requests.length).toBe(1);
    early.abort();
    await expect(unanswered).rejects.toThrow(/stopped/u);

    const late = new AbortController();
    const response = await ask(`${server.baseUrl}/models`, { signal: late.signal });
    const reading = response.text();
    late.abort();
    await expect(reading).rejects.toThrow(/stopped/u);

    await expect.poll(() => server.requests.map(({ closedAt }) => closedAt !== null)).toEqual([true, true]);
    never.open();
  });

  it('asks nothing for a request that was called off before', async () => {
    const { server, ask } = await relayed(json({}));
    await expect(ask(`${server.baseUrl}/models`, { signal: AbortSignal.abort() })).rejects.toThrow(
      /stopped/u,
    );
    expect(server.requests).toEqual([]);
  });

  it('stops reading when nobody wants the rest', async () => {
    const never = gate();
    const { server, ask } = await relayed({ steps: ['Hello', () => never.opened] });
    const response = await ask(`${server.baseUrl}/models`, {});
    await response.body?.cancel();
    await expect.poll(() => server.requests[0]?.closedAt ?? null).not.toBeNull();
    never.open();
  });
});
