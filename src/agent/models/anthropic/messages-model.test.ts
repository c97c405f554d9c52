import { afterEach, describe, expect, it } from 'vitest';

import { gate } from '@/testing/model-scripts';
import { ModelTrial } from '@/testing/model-trial';
import { canaryKey, ProviderBench } from '@/testing/provider-bench';
import { events, refused, spoken } from '@/testing/provider-replies';
import type { ProviderReply } from '@/testing/provider-server';

const api = 'anthropic-messages';
const benches: ProviderBench[] = [];

async function bench(...replies: readonly ProviderReply[]): Promise<ProviderBench> {
  const started = await ProviderBench.start(api, ...replies);
  benches.push(started);
  return started;
}

afterEach(async () => {
  await Promise.all(benches.splice(0).map((each) => each.close()));
});

const completed = { type: 'completed' };
const noAdaptive = refused(400, {
  type: 'invalid_request_error',
  message: 'adaptive thinking is not supported',
});

/** @param input - how many of 200,000 tokens the conversation takes. */
function overflow(input: number): ProviderReply {
  const sum = `${String(input)} + 32000 > 200000`;
  const message = `input length and \`max_tokens\` exceed context limit: ${sum}, decrease input length or \`max_tokens\` and try again`;
  return refused(400, { type: 'invalid_request_error', message });
}

const hello = { role: 'user', content: [{ type: 'text', text: 'Hello' }] };

describe('a conversation in the form of the Messages API', () => {
  it('asks for thoughts that can be read, and for no stored or half-checked things', async () => {
    const trial = new ModelTrial();
    const provider = await bench(spoken(api, { text: 'Hi' }));
    await expect(trial.run(provider.choice())).resolves.toEqual(completed);
    expect(provider.body(0)).toEqual({
      model: 'scripted',
      max_tokens: 32_000,
      system: [{ type: 'text', text: 'Be good.' }],
      messages: [hello],
      thinking: { type: 'adaptive', display: 'summarized' },
      tools: [
        {
          name: 'echo',
          description: 'Echoes.',
          input_schema: { type: 'object', properties: {}, required: [], additionalProperties: false },
        },
      ],
      stream: true,
    });
  });

  it('puts signed thoughts first, then text and calls, then all outputs before the next words', async () => {
    const trial = new ModelTrial();
    trial.items = [
      { type: 'message', role: 'user', content: 'Hello' },
      thought('Two things.', { signature: 'SIG1' }),
      thought('', { redactedData: 'SEALED' }),
      said('I do both.'),
      call('call_a', '{"n":1}'),
      call('functions.echo:1', '{"n":2}'),
      output('call_a', 'did a'),
      output('functions.echo:1', 'did b'),
      { type: 'message', role: 'system', content: 'The person stopped you here.' },
      { type: 'message', role: 'user', content: 'Go on' },
    ];
    const provider = await bench(spoken(api, { text: 'Ok' }));
    await trial.run(provider.choice());
    expect(provider.body(0)).toMatchObject({
      messages: [
        hello,
        {
          role: 'assistant',
          content: [
            { type: 'thinking', thinking: 'Two things.', signature: 'SIG1' },
            { type: 'redacted_thinking', data: 'SEALED' },
            { type: 'text', text: 'I do both.' },
            { type: 'tool_use', id: 'call_a', name: 'echo', input: { n: 1 } },
            { type: 'tool_use', id: 'functions_echo_1', name: 'echo', input: { n: 2 } },
          ],
        },
        {
          role: 'user',
          content: [
            { type: 'tool_result', tool_use_id: 'call_a', content: 'did a' },
            { type: 'tool_result', tool_use_id: 'functions_echo_1', content: 'did b' },
            { type: 'text', text: '[Note of the app, not of the person: The person stopped you here.]' },
            { type: 'text', text: 'Go on' },
          ],
        },
      ],
    });
  });

  it('leaves out what would be refused: thoughts of others, text of blanks, a thought that led to nothing', async () => {
    const trial = new ModelTrial();
    trial.items = [
      { type: 'message', role: 'user', content: 'Hello' },
      { type: 'reasoning', content: [{ type: 'input_text', text: 'Not signed.' }] },
      said(' \n'),
      said('Well.'),
      thought('And then?', { signature: 'SIG2' }),
      { type: 'message', role: 'user', content: 'Go on' },
    ];
    const provider = await bench(spoken(api, { text: 'Ok' }));
    await trial.run(provider.choice());
    expect(provider.body(0)).toMatchObject({
      messages: [
        hello,
        { role: 'assistant', content: [{ type: 'text', text: 'Well.' }] },
        { role: 'user', content: [{ type: 'text', text: 'Go on' }] },
      ],
    });
  });

  it('gives ids that become the same under its rules ids of their own', async () => {
    const trial = new ModelTrial();
    trial.items = [
      { type: 'message', role: 'user', content: 'Hello' },
      call('a.b', '{}'),
      call('a:b', '{}'),
      output('a.b', 'first'),
      output('a:b', 'second'),
    ];
    const provider = await bench(spoken(api, { text: 'Ok' }));
    await trial.run(provider.choice());
    expect(provider.body(0)).toMatchObject({
      messages: [
        hello,
        { role: 'assistant', content: [{ id: 'a_b' }, { id: 'a_b-2' }] },
        {
          role: 'user',
          content: [
            { tool_use_id: 'a_b', content: 'first' },
            { tool_use_id: 'a_b-2', content: 'second' },
          ],
        },
      ],
    });
  });
});

describe('what a model takes about thinking', () => {
  it('is found out by asking for less, and remembered', async () => {
    const trial = new ModelTrial();
    const provider = await bench(noAdaptive, spoken(api, { text: 'Hi' }), spoken(api, { text: 'Hi again' }));
    const choice = provider.choice();
    await expect(trial.run(choice)).resolves.toEqual(completed);
    await expect(trial.run(choice)).resolves.toEqual(completed);
    const budgeted = { thinking: { type: 'enabled', budget_tokens: 4_096 }, max_tokens: 36_096 };
    expect(provider.body(1)).toMatchObject(budgeted);
    expect(provider.body(2)).toMatchObject(budgeted);
    expect(provider.pauses).toEqual([]);
  });

  it('may be nothing at all', async () => {
    const trial = new ModelTrial();
    const refusal = refused(400, { type: 'invalid_request_error', message: 'thinking: not supported' });
    const provider = await bench(refusal, refusal, spoken(api, { text: 'Hi' }));
    await expect(trial.run(provider.choice())).resolves.toEqual(completed);
    expect(provider.body(2)).not.toHaveProperty('thinking');
  });

  it('may be less for one conversation alone, which goes on without its old thoughts', async () => {
    const trial = new ModelTrial();
    const items = [
      { type: 'message', role: 'user', content: 'Hello' },
      thought('Hm.', { signature: 'STALE' }),
      said('Hi.'),
      { type: 'message', role: 'user', content: 'Go on' },
    ] as const;
    trial.items = [...items];
    const provider = await bench(
      refused(400, {
        type: 'invalid_request_error',
        message: 'messages.1.content.0: Invalid `signature` in `thinking` block',
      }),
      spoken(api, { text: 'Ok' }),
      spoken(api, { text: 'Ok' }),
    );
    const choice = provider.choice();
    await expect(trial.run(choice)).resolves.toEqual(completed);
    expect(JSON.stringify(provider.body(0))).toContain('STALE');
    expect(JSON.stringify(provider.body(1))).not.toContain('STALE');
    trial.items = items.slice(0, 1);
    await trial.run(choice);
    expect(provider.body(2)).toMatchObject({ thinking: { type: 'adaptive' } });
  });
});

describe('a conversation that leaves less room than an answer may need', () => {
  const answer = spoken(api, { text: 'Hi' });

  it('is answered within what is left, with the same thinking, and the next one is asked for all again', async () => {
    const trial = new ModelTrial();
    const provider = await bench(overflow(180_000), answer, answer);
    const choice = provider.choice();
    await expect(trial.run(choice)).resolves.toEqual(completed);
    await expect(trial.run(choice)).resolves.toEqual(completed);
    const thinking = { type: 'adaptive', display: 'summarized' };
    expect(provider.body(0)).toMatchObject({ max_tokens: 32_000, thinking });
    expect(provider.body(1)).toMatchObject({ max_tokens: 20_000, thinking });
    expect(provider.body(2)).toMatchObject({ max_tokens: 32_000, thinking });
    expect(provider.pauses).toEqual([]);
  });

  it.each([
    ['beside all of its thoughts', 180_000, { max_tokens: 20_000, thinking: { budget_tokens: 4_096 } }],
    ['with no more thoughts than words', 195_000, { max_tokens: 5_000, thinking: { budget_tokens: 2_500 } }],
  ])('is answered %s by a model that thinks within a budget', async (_what, input, asked) => {
    const trial = new ModelTrial();
    const provider = await bench(noAdaptive, overflow(input), answer);
    await expect(trial.run(provider.choice())).resolves.toEqual(completed);
    expect(provider.body(2)).toMatchObject(asked);
    expect(provider.body(2)).toMatchObject({ thinking: { type: 'enabled' } });
  });

  it('keeps to what is left when the model wants other thinking as well', async () => {
    const trial = new ModelTrial();
    const refusal = refused(400, { type: 'invalid_request_error', message: 'thinking: not supported' });
    const provider = await bench(overflow(180_000), noAdaptive, refusal, answer);
    await expect(trial.run(provider.choice())).resolves.toEqual(completed);
    expect(provider.body(2)).toMatchObject({ max_tokens: 20_000, thinking: { budget_tokens: 4_096 } });
    expect(provider.body(3)).toMatchObject({ max_tokens: 20_000 });
    expect(provider.body(3)).not.toHaveProperty('thinking');
  });

  it.each([
    ['leaves too little for an answer', [overflow(196_000)]],
    ['is longer than the context alone', [overflow(210_000)]],
    ['does not fit the second time either', [overflow(180_000), overflow(181_000)]],
  ])('[L6] is told to be too long when it %s', async (_what, replies) => {
    const trial = new ModelTrial();
    const provider = await bench(...replies);
    expect(await trial.run(provider.choice())).toMatchObject({
      type: 'failed',
      failure: { code: 'model-too-long', message: expect.stringMatching(/new session/u) },
    });
    expect(provider.server.requests).toHaveLength(replies.length);
  });
});

describe('[L6] a failure that only the Messages API knows', () => {
  it.each([
    [
      'a server that is overloaded in the middle of an answer',
      events(begun, ...word, told('overloaded_error', 'Overloaded')),
      'model-provider-down',
      /trouble of its own \(529\).*“Overloaded”/u,
    ],
    [
      'a key that is refused in the stream',
      events(told('authentication_error', `invalid x-api-key ${canaryKey}`)),
      'model-key-refused',
      /refused the API key \(401\).*•••/u,
    ],
    [
      'a prompt that is too long',
      refused(400, { type: 'invalid_request_error', message: 'prompt is too long: 210000 tokens > 200000' }),
      'model-too-long',
      /longer than the model.*new session/u,
    ],
    [
      'an account without credit',
      refused(400, { type: 'invalid_request_error', message: 'Your credit balance is too low to access.' }),
      'model-quota',
      /no credit left/u,
    ],
    [
      'an answer at its limit of length',
      events(begun, ...word, ...stopped('max_tokens')),
      'answer-too-long',
      /limit of length/u,
    ],
    [
      'an answer at the end of the context',
      events(begun, ...word, ...stopped('model_context_window_exceeded')),
      'answer-too-long',
      /limit of length/u,
    ],
    [
      'a refusal',
      events(
        begun,
        ...word,
        ...stopped('refusal', { stop_details: { type: 'refusal', explanation: 'I may not.' } }),
      ),
      'model-refused',
      /declined.*“I may not\.”/u,
    ],
    ['an event of another API', events(begun, { type: 'nonsense' }), 'answer-garbled', /not in the form/u],
    ['a first event of another API', events({ type: 'nonsense' }), 'answer-garbled', /not in the form/u],
  ] as const)('%s: is told in plain words, once', async (_what, reply, code, words) => {
    const trial = new ModelTrial();
    const provider = await bench(reply);
    const end = await trial.run(provider.choice());
    expect(end).toMatchObject({ type: 'failed', failure: { code, message: expect.stringMatching(words) } });
    expect(JSON.stringify(end)).not.toContain(canaryKey);
    expect(trial.calls).toEqual([]);
    expect(provider.server.requests).toHaveLength(1);
  });

  it('an overload before the first word is waited out', async () => {
    const trial = new ModelTrial();
    const provider = await bench(
      events(told('overloaded_error', 'Overloaded')),
      spoken(api, { text: 'Here I am.' }),
    );
    await expect(trial.run(provider.choice())).resolves.toEqual(completed);
    expect(provider.pauses).toEqual([250]);
  });

  it('[C8] a cancel while the first event is awaited closes the connection', async () => {
    const trial = new ModelTrial();
    const never = gate();
    const provider = await bench({
      headers: { 'Content-Type': 'text/event-stream' },
      steps: [': the head leaves\n\n', () => never.opened],
    });
    const ending = trial.run(provider.choice());
    await expect.poll(() => provider.server.requests.length).toBe(1);
    trial.stopper.abort();
    expect(await ending).toEqual({ type: 'stopped' });
    await expect.poll(() => provider.server.requests[0]?.closedAt ?? null).not.toBeNull();
    never.open();
  });
});

const begun = { type: 'message_start', message: { id: 'msg_1', model: 'm', usage: { input_tokens: 1 } } };

const word = [
  { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
  { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'Hm' } },
];

function told(type: string, message: string) {
  return { type: 'error', error: { type, message } };
}

function stopped(reason: string, details: object = {}) {
  const delta = { stop_reason: reason, stop_sequence: null, ...details };
  return [{ type: 'message_delta', delta, usage: { output_tokens: 3 } }, { type: 'message_stop' }];
}

function thought(
  text: string,
  anthropic: { readonly signature: string } | { readonly redactedData: string },
) {
  return {
    type: 'reasoning',
    content: [{ type: 'input_text', text }],
    providerData: { anthropic: { ...anthropic } },
  } as const;
}

function said(text: string) {
  return {
    type: 'message',
    role: 'assistant',
    status: 'completed',
    content: [{ type: 'output_text', text }],
  } as const;
}

function call(callId: string, args: string) {
  return { type: 'function_call', callId, name: 'echo', arguments: args, status: 'completed' } as const;
}

function output(callId: string, text: string) {
  return {
    type: 'function_call_result',
    name: 'echo',
    callId,
    status: 'completed',
    output: { type: 'text', text },
  } as const;
}
