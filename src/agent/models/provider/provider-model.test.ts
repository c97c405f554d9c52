import { afterEach, describe, expect, it } from 'vitest';

import type { WireApi } from '@/domain/models';
import { gate } from '@/testing/model-scripts';
import { ModelTrial } from '@/testing/model-trial';
import { canaryKey, ProviderBench } from '@/testing/provider-bench';
import { events, spoken, type Spoken } from '@/testing/provider-replies';

const benches: ProviderBench[] = [];

async function bench(...args: Parameters<typeof ProviderBench.start>): Promise<ProviderBench> {
  const started = await ProviderBench.start(...args);
  benches.push(started);
  return started;
}

afterEach(async () => {
  await Promise.all(benches.splice(0).map((each) => each.close()));
});

const twoCalls: Spoken = {
  reasoning: 'Two things to do.',
  encrypted: 'ENC1',
  text: 'Working on it.',
  calls: [
    { id: 'call_a', name: 'echo', args: '{"n":1}' },
    { id: 'call_b', name: 'echo', args: '{"n":2}' },
  ],
};

/** Lets the trial's conversation grow as the journal would. */
function growing(trial: ModelTrial): void {
  trial.onAnswer = (answer) => {
    trial.items = [...trial.items, ...answer.items];
    return Promise.resolve();
  };
  trial.execute = (call) => {
    trial.items = [
      ...trial.items,
      {
        type: 'function_call_result',
        name: call.tool,
        callId: call.callId,
        status: 'completed',
        output: { type: 'text', text: `did ${call.callId}` },
      },
    ];
    return Promise.resolve(`did ${call.callId}`);
  };
}

describe.each(['responses', 'chat-completions', 'anthropic-messages'] as const)(
  'a model behind %s',
  (api) => {
    it('[L4] shows reasoning before the answer, while it streams', async () => {
      const trial = new ModelTrial();
      const seen = gate();
      const provider = await bench(
        api,
        spoken(api, {
          reasoning: 'Hm, let me see.',
          text: 'Hello there.',
          meanwhile: () =>
            expect
              .poll(() => trial.pieces.length)
              .toBe(2)
              .then(seen.open),
        }),
      );
      await expect(trial.run(provider.choice())).resolves.toEqual({ type: 'completed' });
      await seen.opened;
      expect(trial.pieces.map(({ type }) => type)).toEqual(['reasoning', 'reasoning', 'text', 'text']);
      expect(joined(trial, 'reasoning')).toBe('Hm, let me see.');
      expect(joined(trial, 'text')).toBe('Hello there.');
    });

    it('[L1] [C1] journals a response, then runs its calls in order, and tells the model what came of them', async () => {
      const trial = new ModelTrial();
      growing(trial);
      const provider = await bench(api, spoken(api, twoCalls), spoken(api, { text: 'Done.' }));
      await expect(trial.run(provider.choice())).resolves.toEqual({ type: 'completed' });
      expect(trial.happened).toEqual([
        'journal call_a call_b',
        'journaled',
        'begin call_a',
        'end call_a',
        'begin call_b',
        'end call_b',
        'journal',
        'journaled',
      ]);
      const asked = `POST /v1${wires[api].route}`;
      expect(provider.server.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([asked, asked]);
      expect(provider.body(1)).toMatchObject(wires[api].secondBody);
    });

    it('counts tokens', async () => {
      const trial = new ModelTrial();
      const provider = await bench(api, spoken(api, { text: 'Hi', inputTokens: 1_234 }));
      await trial.run(provider.choice());
      expect(trial.answers[0]?.usage).toEqual({ input: 1_234, cachedInput: 40, output: 20, reasoning: 5 });
    });

    it('[X3] sends the key in one header, no header that a strict server would refuse, and no cookie', async () => {
      const trial = new ModelTrial();
      const provider = await bench(api, spoken(api, { text: 'Hi' }));
      await trial.run(provider.choice());
      const [sent] = provider.server.requests;
      const headers = sent?.headers ?? {};
      expect(Object.fromEntries(Object.entries(headers).filter(([name]) => !sentByNode.has(name)))).toEqual({
        accept: expect.any(String),
        'content-type': 'application/json',
        ...wires[api].headers,
      });
      expect(`${String(sent?.path)} ${JSON.stringify(sent?.body)}`).not.toContain(canaryKey);
    });

    it('sends no header of authorisation to a server without a key', async () => {
      const trial = new ModelTrial();
      const provider = await bench(api, spoken(api, { text: 'Hi' }));
      await trial.run(provider.choice(null));
      expect(provider.server.requests[0]?.headers).not.toHaveProperty('authorization');
      expect(provider.server.requests[0]?.headers).not.toHaveProperty('x-api-key');
    });

    it('[C2] keeps calls of unknown tools and of broken arguments, and sends them back in a form that servers take', async () => {
      const trial = new ModelTrial();
      growing(trial);
      const odd = {
        calls: [
          { id: 'call_a', name: 'functions.nope', args: '{}' },
          { id: 'call_b', name: 'echo', args: '{"title": ' },
        ],
      };
      const provider = await bench(api, spoken(api, odd), spoken(api, { text: 'Sorry.' }));
      await expect(trial.run(provider.choice())).resolves.toEqual({ type: 'completed' });
      expect(trial.calls).toEqual([
        { callId: 'call_a', tool: 'functions.nope', rawArguments: '{}' },
        { callId: 'call_b', tool: 'echo', rawArguments: '{"title": ' },
      ]);
      expect(JSON.stringify(provider.body(1))).toContain('functions_nope');
      expect(JSON.stringify(provider.body(1))).not.toContain('{\\"title\\": ');
    });

    it('gives two calls of one id ids of their own, and runs both', async () => {
      const trial = new ModelTrial();
      growing(trial);
      const twice = {
        calls: [
          { id: 'call_0', name: 'echo', args: '{"n":1}' },
          { id: 'call_0', name: 'echo', args: '{"n":2}' },
        ],
      };
      const provider = await bench(api, spoken(api, twice), spoken(api, { text: 'Done.' }));
      await trial.run(provider.choice());
      expect(trial.calls.map(({ callId, rawArguments }) => [callId, rawArguments])).toEqual([
        ['call_0', '{"n":1}'],
        ['call_0-2', '{"n":2}'],
      ]);
      expect(idsIn(provider.body(1))).toEqual(['call_0', 'call_0-2', 'call_0', 'call_0-2']);
    });

    it.each(['before the first byte', 'in the middle of the answer'])(
      '[C8] closes the connection when it is cancelled %s, within 100 ms as the server sees it',
      async (moment) => {
        const trial = new ModelTrial();
        const never = gate();
        const isEarly = moment === 'before the first byte';
        const begun = spoken(api, { reasoning: 'H', text: 'i', meanwhile: () => never.opened });
        const provider = await bench(api, isEarly ? { ...begun, steps: [() => never.opened] } : begun);
        const ending = trial.run(provider.choice());
        await expect.poll(() => (isEarly ? provider.server.requests.length : trial.pieces.length)).toBe(1);
        const cancelledAt = performance.now();
        trial.stopper.abort();
        expect(await ending).toEqual({ type: 'stopped' });
        await expect.poll(() => provider.server.requests[0]?.closedAt ?? null).not.toBeNull();
        expect((provider.server.requests[0]?.closedAt ?? Infinity) - cancelledAt).toBeLessThan(100);
        never.open();
      },
    );
  },
);

describe('Responses', () => {
  it('are asked for without being stored, with their reasoning encrypted', async () => {
    const trial = new ModelTrial();
    const provider = await bench('responses', spoken('responses', { text: 'Hi' }));
    await trial.run(provider.choice());
    expect(provider.body(0)).toEqual({
      model: 'scripted',
      instructions: 'Be good.',
      input: [{ role: 'user', content: 'Hello' }],
      include: ['reasoning.encrypted_content'],
      tools: [
        {
          type: 'function',
          name: 'echo',
          description: 'Echoes.',
          parameters: { type: 'object', properties: {}, required: [], additionalProperties: false },
          strict: false,
        },
      ],
      reasoning: { summary: 'auto' },
      store: false,
      stream: true,
    });
  });

  it('leave out reasoning that a stateless server could not find again, and the ids that refer to it', async () => {
    const trial = new ModelTrial();
    growing(trial);
    const { encrypted: _encrypted, ...open } = twoCalls;
    const provider = await bench('responses', spoken('responses', open), spoken('responses', { text: 'Ok' }));
    await trial.run(provider.choice());
    const body = JSON.stringify(provider.body(1));
    expect(body).not.toMatch(/rs_1|fc_1|msg_1/u);
    expect(idsIn(provider.body(1))).toEqual(['call_a', 'call_b', 'call_a', 'call_b']);
  });

  it.each([
    ["Unsupported parameter: 'reasoning.summary' is not supported with this model.", { include: true }],
    ['Encrypted content is not supported with this model.', { include: true }],
  ])('ask for less when a server refuses to reason: %s', async (message) => {
    const trial = new ModelTrial();
    const refusal = {
      status: 400,
      headers: { 'Content-Type': 'application/json' },
      steps: [JSON.stringify({ error: { message } })],
    };
    const provider = await bench(
      'responses',
      refusal,
      refusal,
      spoken('responses', { text: 'Hi' }),
      spoken('responses', { text: 'Hi again' }),
    );
    const choice = provider.choice();
    await expect(trial.run(choice)).resolves.toEqual({ type: 'completed' });
    expect(provider.body(1)).toMatchObject({ include: ['reasoning.encrypted_content'] });
    expect(provider.body(1)).not.toHaveProperty('reasoning');
    expect(provider.body(2)).not.toHaveProperty('reasoning');
    await trial.run(choice);
    expect(provider.server.requests).toHaveLength(4);
    expect(provider.body(3)).toMatchObject({ store: false });
  });
});

describe('Chat Completions', () => {
  it('send text as text, and nothing that only OpenAI knows', async () => {
    const trial = new ModelTrial();
    trial.items = [
      { type: 'message', role: 'user', content: 'Hello' },
      {
        type: 'message',
        role: 'assistant',
        status: 'completed',
        content: [
          { type: 'output_text', text: 'Hi.' },
          { type: 'output_text', text: 'Well?' },
        ],
      },
      { type: 'message', role: 'system', content: 'The person stopped you here.' },
      { type: 'message', role: 'user', content: 'Go on' },
    ];
    const provider = await bench('chat-completions', spoken('chat-completions', { text: 'Ok' }));
    await trial.run(provider.choice());
    expect(provider.body(0)).toEqual({
      model: 'scripted',
      messages: [
        { role: 'system', content: 'Be good.' },
        { role: 'user', content: 'Hello' },
        { role: 'assistant', content: 'Hi.\n\nWell?' },
        { role: 'user', content: '[Note of the app, not of the person: The person stopped you here.]' },
        { role: 'user', content: 'Go on' },
      ],
      tools: [
        {
          type: 'function',
          function: {
            name: 'echo',
            description: 'Echoes.',
            parameters: { type: 'object', properties: {}, required: [], additionalProperties: false },
            strict: false,
          },
        },
      ],
      stream: true,
      stream_options: { include_usage: true },
    });
  });

  it.each(['reasoning', 'reasoning_content'] as const)(
    'send reasoning back in the field it came in: %s',
    async (reasoningField) => {
      const trial = new ModelTrial();
      growing(trial);
      const provider = await bench(
        'chat-completions',
        spoken('chat-completions', { ...twoCalls, reasoningField }),
        spoken('chat-completions', { text: 'Done.' }),
      );
      await trial.run(provider.choice());
      const sent = messagesIn(provider.body(1)).filter((message) => message['role'] === 'assistant');
      expect(sent).toEqual([
        {
          role: 'assistant',
          content: 'Working on it.',
          [reasoningField]: 'Two things to do.',
          tool_calls: [
            { id: 'call_a', type: 'function', function: { name: 'echo', arguments: '{"n":1}' } },
            { id: 'call_b', type: 'function', function: { name: 'echo', arguments: '{"n":2}' } },
          ],
        },
      ]);
    },
  );

  it('understand a name that is repeated with every piece as what it is: an unknown tool', async () => {
    const trial = new ModelTrial();
    growing(trial);
    const provider = await bench(
      'chat-completions',
      events(namedPiece('{"n"'), namedPiece(':1}', 'tool_calls')),
      spoken('chat-completions', { text: 'Sorry.' }),
    );
    await trial.run(provider.choice());
    expect(trial.calls).toEqual([{ callId: 'call_a', tool: 'echoecho', rawArguments: '{"n":1}' }]);
  });

  it('take a call in many pieces for one call, although each piece says its name', async () => {
    const trial = new ModelTrial();
    const pieces = Array.from({ length: 600 }, () => namedPiece('7'));
    const provider = await bench(
      'chat-completions',
      events(...pieces, namedPiece('', 'tool_calls')),
      spoken('chat-completions', { text: 'Sorry.' }),
    );
    await expect(trial.run(provider.choice())).resolves.toEqual({ type: 'completed' });
    expect(trial.calls).toMatchObject([{ callId: 'call_a', rawArguments: '7'.repeat(600) }]);
    expect(trial.pieces.filter(({ type }) => type === 'call')).toEqual([{ type: 'call', tool: 'echo' }]);
  });
});

const secondResponsesBody = {
  store: false,
  input: [
    { role: 'user', content: 'Hello' },
    { id: 'rs_1', type: 'reasoning', summary: [{ text: 'Two things to do.' }], encrypted_content: 'ENC1' },
    { id: 'msg_1', type: 'message', role: 'assistant' },
    { id: 'fc_1', type: 'function_call', call_id: 'call_a', name: 'echo', arguments: '{"n":1}' },
    { id: 'fc_2', type: 'function_call', call_id: 'call_b', name: 'echo', arguments: '{"n":2}' },
    { type: 'function_call_output', call_id: 'call_a', output: 'did call_a' },
    { type: 'function_call_output', call_id: 'call_b', output: 'did call_b' },
  ],
};

const secondChatBody = {
  messages: [
    { role: 'system', content: 'Be good.' },
    { role: 'user', content: 'Hello' },
    { role: 'assistant', tool_calls: [{ id: 'call_a' }, { id: 'call_b' }] },
    { role: 'tool', tool_call_id: 'call_a', content: 'did call_a' },
    { role: 'tool', tool_call_id: 'call_b', content: 'did call_b' },
  ],
};

const secondMessagesBody = {
  messages: [
    { role: 'user', content: [{ type: 'text', text: 'Hello' }] },
    {
      role: 'assistant',
      content: [
        { type: 'thinking', thinking: 'Two things to do.', signature: 'ENC1' },
        { type: 'text', text: 'Working on it.' },
        { type: 'tool_use', id: 'call_a', name: 'echo', input: { n: 1 } },
        { type: 'tool_use', id: 'call_b', name: 'echo', input: { n: 2 } },
      ],
    },
    {
      role: 'user',
      content: [
        { type: 'tool_result', tool_use_id: 'call_a', content: 'did call_a' },
        { type: 'tool_result', tool_use_id: 'call_b', content: 'did call_b' },
      ],
    },
  ],
};

/** What differs from API to API on the wire. */
const wires = {
  responses: {
    route: '/responses',
    headers: { authorization: `Bearer ${canaryKey}` },
    secondBody: secondResponsesBody,
  },
  'chat-completions': {
    route: '/chat/completions',
    headers: { authorization: `Bearer ${canaryKey}` },
    secondBody: secondChatBody,
  },
  'anthropic-messages': {
    route: '/messages',
    headers: {
      'x-api-key': canaryKey,
      'anthropic-version': '2023-06-01',
      'anthropic-dangerous-direct-browser-access': 'true',
    },
    secondBody: secondMessagesBody,
  },
} as const satisfies Record<WireApi, object>;

/** What Node.js adds to every request; browsers add others of their own. */
const sentByNode = new Set([
  'accept-encoding',
  'accept-language',
  'cache-control',
  'connection',
  'content-length',
  'host',
  'pragma',
  'sec-fetch-mode',
  'user-agent',
]);

/** A piece of a call as some servers send it: with the whole name each time. */
function namedPiece(args: string, finish: string | null = null): object {
  const delta = { tool_calls: [{ index: 0, id: 'call_a', function: { name: 'echo', arguments: args } }] };
  return { id: 'c', choices: [{ index: 0, delta, finish_reason: finish }] };
}

function joined(trial: ModelTrial, type: 'reasoning' | 'text'): string {
  return trial.pieces.map((piece) => (piece.type === type ? piece.text : '')).join('');
}

function messagesIn(body: unknown): readonly Readonly<Record<string, unknown>>[] {
  const messages = fieldsOf(body)['messages'];
  return Array.isArray(messages) ? messages.map(fieldsOf) : [];
}

/** The ids of calls and outputs in the order in which they were sent. */
function idsIn(body: unknown): readonly unknown[] {
  const input = fieldsOf(body)['input'];
  const items: readonly unknown[] = Array.isArray(input) ? input : [];
  const fromResponses = items.map((item) => fieldsOf(item)['call_id']);
  const fromChat = messagesIn(body).flatMap((message) => {
    const calls = message['tool_calls'];
    return Array.isArray(calls) ? calls.map((call) => fieldsOf(call)['id']) : [message['tool_call_id']];
  });
  const fromMessages = messagesIn(body)
    .flatMap(({ content }): readonly unknown[] => (Array.isArray(content) ? content : []))
    .map((block) => fieldsOf(block)['id'] ?? fieldsOf(block)['tool_use_id']);
  return [...fromResponses, ...fromChat, ...fromMessages].filter((id) => id !== undefined);
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
