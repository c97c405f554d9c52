import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';

import type { OutgoingEmail } from '@/agent';

import { createHttpMailer, type HttpMailerOptions } from './http-mailer';

const email: OutgoingEmail = {
  to: [
    { name: 'Sara', address: 'sara@example.com' },
    { name: 'Tom, Bcc: eve@example.com', address: 'tom@example.com' },
  ],
  cc: [{ name: '', address: 'mina@example.com' }],
  subject: 'Status',
  body: 'All is well.\n',
};

const key = 're_secret_123';
const sendOptions = { idempotencyKey: 'session:turn:call', signal: new AbortController().signal };

/** A mailer whose service answers as given, and the requests it got. */
function mailerWith(answer: typeof fetch, options: Partial<HttpMailerOptions> = {}) {
  const requests: { readonly url: string; readonly init: RequestInit | undefined }[] = [];
  const mailer = createHttpMailer({
    endpoint: 'https://mail.example/emails?token=abc',
    from: 'momentum@example.com',
    key,
    isIdempotent: true,
    fetch: (url, init) => {
      requests.push({ url: String(url instanceof Request ? url.url : url), init });
      return answer(url, init);
    },
    ...options,
  });
  return { mailer, requests };
}

function sentJson(init: RequestInit | undefined): unknown {
  return typeof init?.body === 'string' ? JSON.parse(init.body) : null;
}

function answering(status: number, body = '', headers: Record<string, string> = {}): typeof fetch {
  return () => Promise.resolve(new Response(body === '' ? null : body, { status, headers }));
}

/** Never answers; ends as `fetch` does when it is aborted. */
const silent: typeof fetch = (_url, init) =>
  new Promise((_resolve, reject) => {
    init?.signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
  });

afterEach(() => {
  vi.useRealTimers();
});

describe('createHttpMailer', () => {
  it('posts the email as JSON with key and idempotency key', async () => {
    const { mailer, requests } = mailerWith(answering(200, '{"id":"1"}'));
    expect(await mailer.send(email, sendOptions)).toEqual({ type: 'sent' });
    const [request, ...others] = requests;
    expect(others).toEqual([]);
    expect(request?.url).toBe('https://mail.example/emails?token=abc');
    expect(request?.init).toMatchObject({
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': 'session:turn:call',
        Authorization: `Bearer ${key}`,
      },
      redirect: 'error',
      credentials: 'omit',
    });
    expect(sentJson(request?.init)).toEqual({
      from: 'momentum@example.com',
      to: ['sara@example.com', 'tom@example.com'],
      cc: ['mina@example.com'],
      subject: 'Status',
      text: 'All is well.\n',
    });
  });

  it('sends no authorization without a key', async () => {
    const { mailer, requests } = mailerWith(answering(202), { key: null });
    expect(await mailer.send(email, sendOptions)).toEqual({ type: 'sent' });
    expect(requests[0]?.init?.headers).toEqual({
      'Content-Type': 'application/json',
      'Idempotency-Key': 'session:turn:call',
    });
  });

  it('says where it posts, without what may be secret', () => {
    expect(mailerWith(answering(200)).mailer.describe()).toBe('Posts to https://mail.example');
  });

  it.each([
    [400, 'failed', 'The mail service did not accept the email; check sender and recipients (HTTP 400).'],
    [
      401,
      'failed',
      'The mail service refused the key, or the sender is not allowed; check both in Settings (HTTP 401).',
    ],
    [
      403,
      'failed',
      'The mail service refused the key, or the sender is not allowed; check both in Settings (HTTP 403).',
    ],
    [404, 'failed', 'The mail service’s address does not take emails; correct it in Settings (HTTP 404).'],
    [405, 'failed', 'The mail service’s address does not take emails; correct it in Settings (HTTP 405).'],
    [413, 'failed', 'The email is too large for the mail service; shorten it (HTTP 413).'],
    [418, 'failed', 'The mail service reported a fault (HTTP 418).'],
    [422, 'failed', 'The mail service did not accept the email; check sender and recipients (HTTP 422).'],
    [429, 'failed', 'The mail service wants a pause; try again later (HTTP 429).'],
    [503, 'failed', 'The mail service is out of order; try again later (HTTP 503).'],
    [
      409,
      'unknown',
      'The mail service has had this email before (HTTP 409). It may have been sent or not; look into the service’s own list before trying again.',
    ],
    [
      500,
      'unknown',
      'The mail service reported a fault (HTTP 500). It may have been sent or not; look into the service’s own list before trying again.',
    ],
    [
      504,
      'unknown',
      'The mail service reported a fault (HTTP 504). It may have been sent or not; look into the service’s own list before trying again.',
    ],
  ] as const)('[C7] tells what HTTP %d means: %s', async (status, type, message) => {
    const { mailer } = mailerWith(answering(status));
    expect(await mailer.send(email, sendOptions)).toEqual({ type, message });
  });

  it('says how long to wait, and what the service says', async () => {
    const { mailer } = mailerWith(answering(429, '{"message":"Too\\nmany"}', { 'Retry-After': '7' }));
    expect(await mailer.send(email, sendOptions)).toEqual({
      type: 'failed',
      message: 'The mail service wants a pause; try again in 7 seconds (HTTP 429). It says: “Too many”',
    });
  });

  it('[X3] never shows the key, even when the service repeats it', async () => {
    const { mailer } = mailerWith(answering(401, JSON.stringify({ message: `Bad key ${key}` })));
    expect(JSON.stringify(await mailer.send(email, sendOptions))).not.toContain(key);
  });

  it('[C7] does not know what happened when the connection breaks', async () => {
    const { mailer } = mailerWith(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await mailer.send(email, sendOptions)).toEqual({
      type: 'unknown',
      message:
        'The connection to the mail service broke, or the service does not allow calls from a web page (CORS). It may have been sent or not; look into the service’s own list before trying again.',
    });
  });

  it('[C7] does not know what happened when no answer comes in time', async () => {
    vi.useFakeTimers();
    const { mailer } = mailerWith(silent);
    const outcome = mailer.send(email, sendOptions);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await outcome).toEqual({
      type: 'unknown',
      message:
        'The mail service did not answer in time. It may have been sent or not; look into the service’s own list before trying again.',
    });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('[C8] sends nothing once cancelled, and does not know after that', async () => {
    const before = mailerWith(answering(200));
    expect(await before.mailer.send(email, { ...sendOptions, signal: AbortSignal.abort() })).toEqual({
      type: 'failed',
      message: 'Cancelled before it left the app.',
    });
    expect(before.requests).toEqual([]);

    const stop = new AbortController();
    const outcome = mailerWith(silent).mailer.send(email, { ...sendOptions, signal: stop.signal });
    stop.abort();
    expect(await outcome).toMatchObject({ type: 'unknown' });
  });

  it.each([
    'http://mail.example/emails',
    'https://user:pass@mail.example',
    'ftp://mail.example',
    'mail.example',
    'javascript:alert(1)',
    '',
  ])('[X3] never posts to %s', async (endpoint) => {
    const { mailer, requests } = mailerWith(answering(200), { endpoint });
    expect(await mailer.send(email, sendOptions)).toMatchObject({ type: 'failed' });
    expect(requests).toEqual([]);
    expect(mailer.describe()).toBe('Posts to an address that cannot be used');
  });

  it.each(['http://localhost:3000/send', 'http://127.0.0.1/send', 'http://[::1]:80/send'])(
    'posts to %s on this machine',
    async (endpoint) => {
      const { mailer } = mailerWith(answering(200), { endpoint });
      expect(await mailer.send(email, sendOptions)).toEqual({ type: 'sent' });
    },
  );

  it('[S8] sends exactly what was approved, whatever the texts hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        async (subject, body) => {
          const { mailer, requests } = mailerWith(answering(200));
          await mailer.send({ ...email, subject, body }, sendOptions);
          expect(sentJson(requests[0]?.init)).toMatchObject({ subject, text: body });
        },
      ),
    );
  });
});
