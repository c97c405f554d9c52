import type { Model } from '@openai/agents';
import { assistantMessage, functionCall, ScriptedModel } from '@openai/agents/testing';
import { describe, expect, it } from 'vitest';

import { callId } from '@/domain/sessions';
import {
  gate,
  rawEvent,
  reasoningDelta,
  responseDone,
  SteppedModel,
  textDelta,
} from '@/testing/model-scripts';
import { ModelTrial, noParameters } from '@/testing/model-trial';

import type { ModelRun, ModelRunEnd } from '../loop/model-loop';

class Trial extends ModelTrial {
  ask(model: Model, settings: Partial<ModelRun> = {}): Promise<ModelRunEnd> {
    return this.run({ name: 'trial', model }, settings);
  }
}

const call = (id: string, args: string | Record<string, unknown> = {}, name = 'echo') =>
  functionCall(name, args, { callId: id });

/** Pieces of calls as they come in one event of Chat Completions. */
const parts = (...calls: readonly object[]) => rawEvent({ choices: [{ delta: { tool_calls: calls } }] });

const named = (name: string) => ({ function: { name } });

describe('the guarded model', () => {
  it('[L1] journals a response before any of its calls starts, and runs the calls one at a time in order [C1]', async () => {
    const trial = new Trial();
    trial.onAnswer = () => new Promise((resolve) => setImmediate(resolve));
    trial.execute = async ({ callId: id }) => {
      await new Promise((resolve) => setImmediate(resolve));
      return id;
    };
    const end = await trial.ask(
      new ScriptedModel([[call('a'), call('b'), call('c')], [assistantMessage('Ok')]]),
    );
    expect(end).toEqual({ type: 'completed' });
    expect(trial.happened).toEqual([
      'journal a b c',
      'journaled',
      'begin a',
      'end a',
      'begin b',
      'end b',
      'begin c',
      'end c',
      'journal',
      'journaled',
    ]);
  });

  it('[L1] runs no call of a response that could not be journaled', async () => {
    const trial = new Trial();
    trial.onAnswer = () => Promise.reject(new Error('No space.'));
    const end = await trial.ask(new ScriptedModel([[call('a')]]));
    expect(end).toMatchObject({ type: 'failed', failure: { code: 'model-failed' } });
    expect(trial.calls).toEqual([]);
  });

  it('[L2] sends the conversation it is given, not what the SDK has gathered', async () => {
    const trial = new Trial();
    const model = new ScriptedModel([[call('a')], [assistantMessage('Ok')]]);
    trial.execute = () => {
      trial.items = [...trial.items, { type: 'message', role: 'user', content: 'From the journal' }];
      return Promise.resolve('ok');
    };
    await trial.ask(model);
    expect(model.calls.map(({ request }) => request.input)).toEqual([
      [{ type: 'message', role: 'user', content: 'Hello' }],
      trial.items,
    ]);
    expect(model.calls[0]?.request.systemInstructions).toBe('Be good.');
    expect(model.calls[0]?.request.tools.map((tool) => 'name' in tool && tool.name)).toEqual(['echo']);
    expect(model.calls[0]?.request.tools[0]).toMatchObject({ parameters: noParameters, strict: false });
  });

  it('[C2] hands over calls of unknown tools and with arguments that are not JSON, in their place', async () => {
    const trial = new Trial();
    const model = new ScriptedModel([
      [call('a', '{"title": '), call('b', {}, 'nope'), call('c', '[1, 2]'), call('d', '')],
      [assistantMessage('Ok')],
    ]);
    await trial.ask(model);
    expect(trial.calls).toEqual([
      { callId: 'a', tool: 'echo', rawArguments: '{"title": ' },
      { callId: 'b', tool: 'nope', rawArguments: '{}' },
      { callId: 'c', tool: 'echo', rawArguments: '[1, 2]' },
      { callId: 'd', tool: 'echo', rawArguments: '' },
    ]);
  });

  it('gives calls ids of their own where they are missing, repeated, or taken in the session', async () => {
    const trial = new Trial();
    trial.used.add('x');
    await trial.ask(
      new ScriptedModel([
        [call('a', { n: 1 }), call('a', { n: 2 }), call('x', { n: 3 }), call(' ', { n: 4 })],
        [call('a', { n: 1 })],
        [assistantMessage('Ok')],
      ]),
    );
    expect(trial.calls.map(({ callId: id, rawArguments }) => [id, rawArguments])).toEqual([
      ['a', '{"n":1}'],
      ['a-2', '{"n":2}'],
      ['x-2', '{"n":3}'],
      ['call-2', '{"n":4}'],
      ['a-3', '{"n":1}'],
    ]);
    expect(trial.answers[0]?.items.map((item) => item['callId'])).toEqual(['a', 'a-2', 'x-2', 'call-2']);
  });

  it('keeps the items of a response as plain JSON, without what hangs on parts of messages', async () => {
    const trial = new Trial();
    const message = {
      ...assistantMessage('Hi'),
      content: [{ type: 'output_text' as const, text: 'Hi', providerData: { annotations: [] } }],
    };
    const reasoning = {
      type: 'reasoning' as const,
      id: 'rs_1',
      content: [{ type: 'input_text' as const, text: 'Well…' }],
      providerData: { encrypted_content: 'E' },
    };
    await trial.ask(new SteppedModel([responseDone([reasoning, message])]));
    expect(trial.answers[0]?.items).toEqual([
      reasoning,
      { ...message, content: [{ type: 'output_text', text: 'Hi' }] },
    ]);
  });

  it('drops ids of reasoning that only count, for the SDK would mix such items up', async () => {
    const trial = new Trial();
    const reasoning = { type: 'reasoning' as const, id: '0', content: [] };
    await trial.ask(new SteppedModel([responseDone([reasoning, assistantMessage('Hi')])]));
    expect(trial.answers[0]?.items[0]).toEqual({ type: 'reasoning', content: [] });
  });

  it('[L5] tells what streams as it comes, reasoning of either API included, and tells the SDK nothing of it', async () => {
    const trial = new Trial();
    await trial.ask(
      new SteppedModel([
        reasoningDelta('I '),
        reasoningDelta('think'),
        rawEvent({ choices: [{ delta: { reasoning: 'so' } }] }),
        textDelta('He'),
        textDelta(''),
        textDelta('llo'),
        rawEvent({ type: 'response.output_item.added', item: { type: 'function_call', name: 'echo' } }),
        rawEvent({
          choices: [{ delta: { tool_calls: [{ function: { name: 'echo' } }] }, finish_reason: 'stop' }],
        }),
        responseDone([assistantMessage('Hello')]),
      ]),
    );
    expect(trial.pieces).toEqual([
      { type: 'reasoning', text: 'I ' },
      { type: 'reasoning', text: 'think' },
      { type: 'reasoning', text: 'so' },
      { type: 'text', text: 'He' },
      { type: 'text', text: 'llo' },
      { type: 'call', tool: 'echo' },
      { type: 'call', tool: 'echo' },
    ]);
  });

  it('tells each call once, by its place or else by its id, however often its name comes', async () => {
    const trial = new Trial();
    await trial.ask(
      new SteppedModel([
        parts({ index: 0, id: 'x', ...named('a') }, { index: 1, id: 'x', ...named('b') }),
        parts({ index: 1, id: 'x', ...named('b') }, { index: 0, ...named('a') }),
        parts({ id: 'y', ...named('c') }, { id: 'z', ...named('d') }),
        parts({ id: 'y', ...named('c') }, { id: 'z', ...named('d') }),
        rawEvent({ choices: [{ delta: {}, finish_reason: 'stop' }] }),
        responseDone([assistantMessage('Hello')]),
      ]),
    );
    expect(trial.pieces).toEqual(['a', 'b', 'c', 'd'].map((tool) => ({ type: 'call', tool })));
  });

  it('keeps reasoning that the SDK drops, and sends it back where its converter looks for it', async () => {
    const trial = new Trial();
    await trial.ask(
      new SteppedModel([
        rawEvent({ choices: [{ delta: { reasoning_content: 'Deep ' } }] }),
        rawEvent({ choices: [{ delta: { reasoning_content: 'thought' }, finish_reason: 'stop' }] }),
        responseDone([assistantMessage('Hi')]),
      ]),
    );
    expect(trial.answers[0]?.items).toMatchObject([
      { type: 'reasoning', rawContent: [{ type: 'reasoning_text', text: 'Deep thought' }] },
      { type: 'message', providerData: { reasoning_content: 'Deep thought' } },
    ]);
  });

  it.each([
    ['nothing at all', [responseDone([])], 'answer-empty'],
    ['an empty message', [responseDone([assistantMessage('')])], 'answer-empty'],
    [
      'reasoning and nothing else',
      [responseDone([{ type: 'reasoning' as const, content: [] }])],
      'answer-empty',
    ],
    [
      'a Chat stream without an end',
      [rawEvent({ choices: [{ delta: { content: 'Hal' } }] }), responseDone([call('a')])],
      'answer-cut',
    ],
    [
      'a Chat answer at its limit of length',
      [rawEvent({ choices: [{ delta: {}, finish_reason: 'length' }] }), responseDone([call('a')])],
      'answer-too-long',
    ],
  ] as const)('[L6] refuses %s, runs nothing of it, and asks only once', async (_what, steps, code) => {
    const trial = new Trial();
    const model = new SteppedModel(steps);
    expect(await trial.ask(model)).toMatchObject({ type: 'failed', failure: { code, canRetry: true } });
    expect(trial.calls).toEqual([]);
    expect(model.requests).toHaveLength(1);
  });

  it("[L6] keeps the provider's own words about a failure", async () => {
    const trial = new Trial();
    const failing = new SteppedModel([
      rawEvent({ type: 'response.failed', response: { error: { message: 'The model is overloaded.' } } }),
      () => Promise.reject(new Error('unsuccessful terminal state')),
    ]);
    expect(await trial.ask(failing)).toMatchObject({
      failure: { code: 'model-failed', message: expect.stringContaining('The model is overloaded.') },
    });
  });

  it('ends with the limit when the model wants more turns than allowed', async () => {
    const trial = new Trial();
    const model = new ScriptedModel([[call('a')], [call('b')], [call('c')]]);
    expect(await trial.ask(model, { maxTurns: 2 })).toEqual({ type: 'limit' });
    expect(trial.calls.map((each) => each.callId)).toEqual(['a', 'b']);
  });

  it('[C8] ends at once when it is stopped, although the model listens to nobody', async () => {
    const trial = new Trial();
    const never = gate();
    const model = new SteppedModel([textDelta('Hel'), () => never.opened, textDelta('lo')]);
    const ending = trial.ask(model);
    await expect.poll(() => trial.pieces.length).toBe(1);
    trial.stopper.abort();
    expect(await ending).toEqual({ type: 'stopped' });
    never.open();
    await expect.poll(() => model.returnedCount).toBe(1);
  });

  it('[C8] ends when a call is stopped, and starts none behind it', async () => {
    const trial = new Trial();
    trial.execute = ({ callId: id }) => {
      if (id === 'a') return Promise.resolve('ok');
      trial.stopper.abort();
      return Promise.reject(trial.stopper.signal.reason);
    };
    expect(await trial.ask(new ScriptedModel([[call('a'), call('b'), call('c')]]))).toEqual({
      type: 'stopped',
    });
    expect(trial.happened.at(-1)).toBe('begin b');
  });

  it('does not ask the model at all when it is stopped before', async () => {
    const trial = new Trial();
    trial.stopper.abort();
    const model = new ScriptedModel([[assistantMessage('Hi')]]);
    expect(await trial.ask(model)).toEqual({ type: 'stopped' });
    expect(model.calls).toEqual([]);
  });

  it('[L7] leaves no listener on the signal that it was given', async () => {
    const trial = new Trial();
    const { signal } = trial.stopper;
    let count = 0;
    const listening: Pick<EventTarget, 'addEventListener' | 'removeEventListener'> = {
      addEventListener(...args) {
        count += 1;
        EventTarget.prototype.addEventListener.apply(signal, args);
      },
      removeEventListener(...args) {
        count -= 1;
        EventTarget.prototype.removeEventListener.apply(signal, args);
      },
    };
    Object.assign(signal, listening);
    await trial.ask(new ScriptedModel([[call('a'), call('b')], [assistantMessage('Ok')]]));
    expect(count).toBe(0);
  });

  it('passes on what one tool rejects with as the end of the run, not as an answer for the model', async () => {
    const trial = new Trial();
    trial.execute = () => Promise.reject(new Error('The disk is gone.'));
    const model = new ScriptedModel([[call('a'), call('b')]]);
    expect(await trial.ask(model)).toMatchObject({ type: 'failed' });
    expect(trial.calls.map((each) => each.callId)).toEqual([callId('a')]);
  });

  it('guards answers that do not stream in the same way', async () => {
    const trial = new Trial();
    const { guard } = await import('./guard');
    const guarded = guard(new ScriptedModel([[call('x', '{bad')]]), {
      briefing: () => ({ instructions: '', tools: new Set() }),
      items: () => trial.items,
      isUsed: (id) => id === 'x',
      onPiece: () => undefined,
      onSaid: () => undefined,
      isKnownTool: () => true,
      onAnswer: (answer) => {
        trial.answers.push(answer);
        return Promise.resolve();
      },
    });
    const response = await guarded.getResponse({
      input: 'ignored',
      modelSettings: {},
      tools: [],
      outputType: 'text',
      handoffs: [],
      tracing: false,
    });
    expect(response.output).toEqual([
      { type: 'function_call', callId: 'x-2', name: 'echo', arguments: '{}', status: 'completed' },
    ]);
    expect(trial.answers[0]?.calls).toEqual([{ callId: 'x-2', tool: 'echo', rawArguments: '{bad' }]);
  });
});
