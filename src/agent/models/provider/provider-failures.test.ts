import { afterEach, describe, expect, it } from 'vitest';

import { gate } from '@/testing/model-scripts';
import { ModelTrial } from '@/testing/model-trial';
import { canaryKey, ProviderBench } from '@/testing/provider-bench';
import { brokenOff, events, json, refused, spoken, webPage } from '@/testing/provider-replies';
import type { ProviderReply } from '@/testing/provider-server';

import type { ModelRunEnd } from '../../loop/model-loop';

const benches: ProviderBench[] = [];

async function bench(...args: Parameters<typeof ProviderBench.start>): Promise<ProviderBench> {
  const started = await ProviderBench.start(...args);
  benches.push(started);
  return started;
}

afterEach(async () => {
  await Promise.all(benches.splice(0).map((each) => each.close()));
});

const call = { calls: [{ id: 'call_a', name: 'echo', args: '{}' }] };

interface Failed {
  readonly code: string;
  readonly message: string;
}

function failureIn(end: ModelRunEnd): Failed {
  if (end.type !== 'failed') throw new Error(`The run ended as ${end.type}.`);
  expect(end.failure).toMatchObject({ canRetry: true, canContinue: true });
  return end.failure;
}

describe.each(['responses', 'chat-completions', 'anthropic-messages'] as const)(
  '[L6] a failure behind %s',
  (api) => {
    const once: readonly (readonly [what: string, reply: ProviderReply, code: string, words: RegExp])[] = [
      [
        'a key that is refused',
        refused(401, { message: `Incorrect API key provided: ${canaryKey}.`, code: 'invalid_api_key' }),
        'model-key-refused',
        /refused the API key \(401\)\. Check it in the settings.*Incorrect API key provided: •••/u,
      ],
      [
        'a key that may not do this',
        refused(403, { message: 'No.' }),
        'model-not-allowed',
        /another model.*“No\.”/u,
      ],
      [
        'an account without credit',
        refused(429, { message: 'You exceeded your current quota.', code: 'insufficient_quota' }),
        'model-quota',
        /no credit left.*Add credit/u,
      ],
      [
        'an unknown model',
        refused(404, { message: 'The model `nope` does not exist.' }),
        'model-not-found',
        /does not know this model or address \(404\).*`nope`/u,
      ],
      [
        'a conversation that is too long',
        refused(400, {
          message: "This model's maximum context length is 8192 tokens.",
          code: 'context_length_exceeded',
        }),
        'model-too-long',
        /longer than the model.*new session/u,
      ],
      [
        'a request that is refused',
        refused(422, { message: 'tools: unknown' }),
        'model-request-refused',
        /tools: unknown/u,
      ],
      ['a web page instead of an answer', webPage(), 'answer-not-api', /web page.*\/v1/u],
      ['a web page that says not found', webPage(404), 'model-not-found', /settings\.$/u],
      [
        'an error that says 200 OK',
        json({ error: { message: 'Upstream is gone.' } }),
        'model-request-refused',
        /“Upstream is gone\.”/u,
      ],
      [
        'an answer without a word',
        { headers: { 'Content-Type': 'text/event-stream' }, steps: [] },
        'answer-empty',
        /nothing/u,
      ],
      ['an empty answer', spoken(api, {}), 'answer-empty', /answered with nothing/u],
      [
        'a stream that is cut before its first word',
        { headers: { 'Content-Type': 'text/event-stream' }, steps: [': here I am\n\n'], ending: 'cut' },
        'answer-cut',
        /broke off/u,
      ],
      [
        'a stream that is cut in the middle of a call',
        brokenOff(api, call, 'cut'),
        'answer-cut',
        /broke off/u,
      ],
      [
        'a stream that ends too early',
        brokenOff(api, call, 'complete'),
        'answer-cut',
        /Nothing of the part/u,
      ],
      [
        'a stream that is no stream of the API',
        {
          headers: { 'Content-Type': 'text/event-stream' },
          steps: [...spoken(api, call).steps.slice(0, 1), 'data: {"half": \n\n'],
        },
        'answer-garbled',
        /not in the form/u,
      ],
    ];

    it.each(once)('%s: says so, runs nothing, and asks once', async (_what, reply, code, words) => {
      const trial = new ModelTrial();
      const provider = await bench(api, reply);
      const failure = failureIn(await trial.run(provider.choice()));
      expect(failure.code).toBe(code);
      expect(failure.message).toMatch(words);
      expect(failure.message).not.toContain(canaryKey);
      expect(failure.message).not.toContain('/v1/');
      expect(trial.calls).toEqual([]);
      expect(provider.server.requests).toHaveLength(1);
    });

    it('ten thousand calls in one answer: says so, runs none, and hears it no further than it must', async () => {
      const trial = new ModelTrial();
      const calls = Array.from({ length: 10_000 }, () => ({ id: 'call', name: 'echo', args: '{"n":1}' }));
      const provider = await bench(api, spoken(api, { calls }));
      const failure = failureIn(await trial.run(provider.choice()));
      expect(failure.code).toBe('answer-too-many-calls');
      expect(failure.message).toMatch(/more than 500 actions.*Nothing of it was carried out.*Ask for less/u);
      expect(failure.message).toContain(provider.server.host);
      expect(trial.calls).toEqual([]);
      expect(trial.pieces.length).toBeLessThanOrEqual(501);
    });

    it('names the host of the server, and asks for a key where none was sent', async () => {
      const trial = new ModelTrial();
      const provider = await bench(api, refused(401, { message: 'Missing bearer.' }));
      const failure = failureIn(await trial.run(provider.choice(null)));
      expect(failure.code).toBe('model-key-missing');
      expect(failure.message).toContain(`${provider.server.host} asks for an API key`);
    });

    it.each([500, 502, 503, 529])(
      'a server in trouble (%d): is asked again, up to four times',
      async (status) => {
        const trial = new ModelTrial();
        const provider = await bench(
          api,
          ...Array.from({ length: 6 }, () => refused(status, { message: 'Oh no.' })),
        );
        const failure = failureIn(await trial.run(provider.choice()));
        expect(failure.code).toBe('model-provider-down');
        expect(failure.message).toMatch(/trouble of its own.*“Oh no\.”/u);
        expect(provider.server.requests).toHaveLength(5);
        expect(provider.pauses).toEqual([250, 500, 1_000, 2_000]);
      },
    );

    it('adds chance to the pauses, so that pages do not come back at once', async () => {
      const trial = new ModelTrial();
      const provider = await bench(api, ...Array.from({ length: 5 }, () => refused(503, {})));
      provider.random = 0.999;
      await trial.run(provider.choice());
      expect(provider.pauses).toEqual([500, 1_000, 1_999, 3_998]);
    });

    it('a limit of rate with Retry-After: waits as long as it says, tells until when, and goes on', async () => {
      const trial = new ModelTrial();
      const provider = await bench(
        api,
        refused(429, { message: 'Slow down.' }, { 'Retry-After': '7' }),
        spoken(api, { text: 'Here I am.' }),
      );
      expect(await trial.run(provider.choice())).toEqual({ type: 'completed' });
      expect(provider.pauses).toEqual([7_000]);
      expect(trial.waits).toEqual([
        {
          until: 1_007_000,
          attempt: 2,
          reason: expect.stringContaining('asks for a pause of 7 seconds (429)'),
          retryNow: expect.any(Function),
        },
        null,
      ]);
    });

    it.each([
      ['a date', { 'Retry-After': 'Thu, 01 Jan 1970 00:16:45 GMT' }, 5_000],
      ['milliseconds', { 'retry-after-ms': '1234' }, 1_234],
      ['a pause that is too short to be kind', { 'Retry-After': '0' }, 250],
    ])('understands %s as the pause that is asked for', async (_what, headers, pauseMs) => {
      const trial = new ModelTrial();
      const provider = await bench(api, refused(429, {}, headers), spoken(api, { text: 'Hi' }));
      await trial.run(provider.choice());
      expect(provider.pauses).toEqual([pauseMs]);
    });

    it('a pause of more than a minute is left to the person', async () => {
      const trial = new ModelTrial();
      const provider = await bench(api, refused(429, {}, { 'Retry-After': '300' }));
      const failure = failureIn(await trial.run(provider.choice()));
      expect(failure).toMatchObject({
        code: 'model-rate-limited',
        message: expect.stringContaining('asks for a pause of 5 minutes'),
      });
      expect(provider.pauses).toEqual([]);
    });

    it('believes a server that says that asking again is of no use', async () => {
      const trial = new ModelTrial();
      const provider = await bench(api, refused(500, {}, { 'x-should-retry': 'false' }));
      failureIn(await trial.run(provider.choice()));
      expect(provider.server.requests).toHaveLength(1);
    });

    it('a pause is cut short by the person, and by nobody else', async () => {
      const trial = new ModelTrial();
      const provider = await bench(api, refused(503, {}), spoken(api, { text: 'Hi' }));
      provider.wait = untilStopped;
      const ending = trial.run(provider.choice());
      await expect.poll(() => trial.waits.length).toBe(1);
      expect(provider.server.requests).toHaveLength(1);
      trial.waits[0]?.retryNow();
      expect(await ending).toEqual({ type: 'completed' });
      expect(trial.waits[1]).toBeNull();
    });

    it('a run that is cancelled in a pause ends at once and asks no more', async () => {
      const trial = new ModelTrial();
      const provider = await bench(api, refused(503, {}), spoken(api, { text: 'Hi' }));
      provider.wait = untilStopped;
      const ending = trial.run(provider.choice());
      await expect.poll(() => trial.waits.length).toBe(1);
      trial.stopper.abort();
      expect(await ending).toEqual({ type: 'stopped' });
      await expect.poll(() => trial.waits.length).toBe(2);
      expect(provider.server.requests).toHaveLength(1);
    });

    it('a server that cannot be reached: is asked three times, then says what it may be', async () => {
      const trial = new ModelTrial();
      const provider = await bench(api);
      const choice = provider.choice();
      const { host } = provider.server;
      await provider.close();
      benches.length = 0;
      const failure = failureIn(await trial.run(choice));
      expect(failure.code).toBe('model-unreachable');
      expect(failure.message).toContain(`${host} could not be reached`);
      expect(failure.message).toMatch(/network is down.*address is wrong.*not running.*CORS/u);
      expect(provider.pauses).toEqual([250, 500]);
    });

    it('a device that is offline: says so at once', async () => {
      const trial = new ModelTrial();
      const provider = await bench(api);
      provider.isOnline = false;
      const choice = provider.choice();
      await provider.close();
      benches.length = 0;
      const failure = failureIn(await trial.run(choice));
      expect(failure).toMatchObject({
        code: 'device-offline',
        message: expect.stringContaining('built-in model'),
      });
      expect(provider.pauses).toEqual([]);
    });

    it('[X3] a redirect is not followed, so the key goes nowhere else', async () => {
      const trial = new ModelTrial();
      const elsewhere = await bench(api, spoken(api, { text: 'Thanks for the key.' }));
      const provider = await bench(
        api,
        ...Array.from({ length: 3 }, () => ({
          status: 307,
          headers: { Location: `${elsewhere.server.baseUrl}/stolen` },
          steps: [],
        })),
      );
      expect(failureIn(await trial.run(provider.choice())).code).toBe('model-unreachable');
      expect(elsewhere.server.requests).toEqual([]);
    });

    it('an answer that breaks off after its first words is not repeated', async () => {
      const trial = new ModelTrial();
      const provider = await bench(
        api,
        brokenOff(api, { text: 'Once upon' }, 'cut'),
        spoken(api, { text: 'Never' }),
      );
      expect(failureIn(await trial.run(provider.choice())).code).toBe('answer-cut');
      expect(provider.server.requests).toHaveLength(1);
      expect(trial.waits).toEqual([]);
    });
  },
);

describe('[L6] what only one API says', () => {
  it.each([
    [
      'an error in the stream of Responses',
      'responses',
      events(
        { type: 'response.created', response: {} },
        { type: 'error', message: 'Overloaded.', code: 'x' },
      ),
      'model-failed',
      /“Overloaded\.”/u,
    ],
    [
      'a response that failed',
      'responses',
      events(
        { type: 'response.created', response: {} },
        {
          type: 'response.failed',
          response: { id: 'r', status: 'failed', error: { message: 'Model crashed.' } },
        },
      ),
      'model-failed',
      /“Model crashed\.”/u,
    ],
    [
      'a response at its limit of length',
      'responses',
      events(
        { type: 'response.created', response: {} },
        {
          type: 'response.incomplete',
          response: { id: 'r', status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } },
        },
      ),
      'answer-too-long',
      /limit of length/u,
    ],
    [
      'a chat answer at its limit of length',
      'chat-completions',
      events({ id: 'c', choices: [{ index: 0, delta: { content: 'Long' }, finish_reason: 'length' }] }),
      'answer-too-long',
      /limit of length/u,
    ],
    [
      'a chat answer that is all limit and no words',
      'chat-completions',
      events({ id: 'c', choices: [{ index: 0, delta: {}, finish_reason: 'length' }] }),
      'answer-too-long',
      /limit of length/u,
    ],
    [
      'an error in the stream of Chat Completions',
      'chat-completions',
      events(
        { id: 'c', choices: [{ index: 0, delta: { content: 'Hm' } }] },
        { error: { message: 'Out of memory.' } },
      ),
      'model-failed',
      /“.*Out of memory\./u,
    ],
    [
      'a content filter',
      'chat-completions',
      events({ id: 'c', choices: [{ index: 0, delta: {}, finish_reason: 'content_filter' }] }),
      'model-refused',
      /declined/u,
    ],
    [
      'a refusal',
      'chat-completions',
      events({ id: 'c', choices: [{ index: 0, delta: { refusal: 'I will not.' }, finish_reason: 'stop' }] }),
      'model-refused',
      /declined.*“I will not\.”/u,
    ],
  ] as const)('%s', async (_what, api, reply, code, words) => {
    const trial = new ModelTrial();
    const provider = await bench(api, reply);
    const failure = failureIn(await trial.run(provider.choice()));
    expect(failure.code).toBe(code);
    expect(failure.message).toMatch(words);
    expect(trial.calls).toEqual([]);
  });
});

/** A pause that only its signal ends. */
function untilStopped(_durationMs: number, signal: AbortSignal): Promise<void> {
  const never = gate();
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(new DOMException('Stopped.', 'AbortError'));
    });
    void never.opened.then(resolve);
  });
}
