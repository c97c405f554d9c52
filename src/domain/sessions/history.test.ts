import { describe, expect, it } from 'vitest';

import { noon } from '@/testing/builders';

import {
  eventAt,
  type ModelItem,
  type SessionEvent,
  type SessionHappening,
  type SettledCall,
} from './events';
import { historyFor } from './history';
import { callId, runId, turnId } from './ids';

const run = runId('run');
const user = (content: string): ModelItem => ({ type: 'message', role: 'user', content });
const assistant = (text: string): ModelItem => ({
  type: 'message',
  role: 'assistant',
  status: 'completed',
  content: [{ type: 'output_text', text }],
});
const asked = (id: string): ModelItem => ({
  type: 'function_call',
  callId: id,
  name: 'echo',
  arguments: '{}',
});
const heard = (id: string): ModelItem => ({
  type: 'function_call_result',
  name: 'echo',
  callId: id,
  status: 'completed',
  output: { type: 'text', text: `heard ${id}` },
});

function journal(...happenings: readonly SessionHappening[]): readonly SessionEvent[] {
  return happenings.map((happening) => eventAt(noon, happening));
}

const sent = (text: string, replaces: string | null = null, turn = text): SessionHappening => ({
  type: 'message-sent',
  turnId: turnId(turn),
  text,
  replaces: replaces === null ? null : turnId(replaces),
});
const started = (turn = 'turn', id = run): SessionHappening => ({
  type: 'run-started',
  runId: id,
  turnId: turnId(turn),
  continues: null,
  carried: [],
});
const answered = (items: readonly ModelItem[], id = run, model = 'm'): SessionHappening => ({
  type: 'response-received',
  runId: id,
  model,
  items,
  calls: items.flatMap((item) =>
    item.type === 'function_call' && typeof item['callId'] === 'string'
      ? [{ callId: callId(item['callId']), tool: 'echo', title: `Echo ${item['callId']}` }]
      : [],
  ),
});
const settled = (id: string): SessionHappening => ({ type: 'call-settled', ...aCall(id) });

function aCall(id: string): SettledCall {
  return {
    runId: run,
    callId: callId(id),
    tool: 'echo',
    title: `Echo ${id}`,
    outcome: 'done',
    args: {},
    summary: '',
    output: `heard ${id}`,
    data: null,
    commitId: null,
    counts: { created: 0, changed: 0, deleted: 0, sent: 0 },
    touched: [],
    createdIds: [],
    startedAt: noon,
  };
}

describe('the history a model is given', () => {
  it('[L2] is what was said, the calls of each response, then their outputs in the same order', () => {
    const events = journal(
      sent('Hi'),
      started(),
      answered([asked('a'), asked('b')]),
      settled('a'),
      settled('b'),
      answered([assistant('Done.')]),
    );
    expect(historyFor(events, 'm')).toEqual([
      user('Hi'),
      asked('a'),
      asked('b'),
      heard('a'),
      heard('b'),
      assistant('Done.'),
    ]);
  });

  it('[I4] has no call without an output, and says after a cancel what did not happen', () => {
    const events = journal(
      sent('Hi'),
      started(),
      answered([asked('a'), asked('b'), asked('c')]),
      settled('a'),
      { type: 'run-ended', runId: run, outcome: 'cancelled', failure: null },
      sent('Next'),
    );
    expect(historyFor(events, 'm')).toEqual([
      user('Hi'),
      asked('a'),
      heard('a'),
      {
        type: 'message',
        role: 'system',
        content: 'The person stopped you here. Done: Echo a. This did not happen: Echo b; Echo c.',
      },
      user('Next'),
    ]);
  });

  it('[I4] leaves out a response of which nothing happened, its reasoning included', () => {
    const reasoning: ModelItem = { type: 'reasoning', id: 'rs_1', content: [] };
    const events = journal(sent('Hi'), started(), answered([reasoning, asked('a')]));
    expect(historyFor(events, 'm')).toEqual([user('Hi')]);
  });

  it('[I5] keeps what had streamed of a response that broke off, marked incomplete', () => {
    const cut: SessionHappening = { type: 'response-cut', runId: run, text: 'Hal', reasoning: 'Hm' };
    expect(historyFor(journal(sent('Hi'), started(), cut), 'm')).toEqual([
      user('Hi'),
      {
        type: 'message',
        role: 'assistant',
        status: 'incomplete',
        content: [{ type: 'output_text', text: 'Hal' }],
      },
    ]);
    const silent = journal(sent('Hi'), started(), { ...cut, text: '' });
    expect(historyFor(silent, 'm')).toEqual([user('Hi')]);
  });

  it('forgets a replaced message and everything behind it, and only that', () => {
    const [second, third] = [runId('second'), runId('third')];
    const events = journal(
      sent('One'),
      started('One'),
      answered([assistant('1')]),
      sent('Two'),
      started('Two', second),
      answered([assistant('2')], second),
      sent('Three'),
      sent('Two, better', 'Two'),
      started('Two, better', third),
      answered([assistant('2!')], third),
    );
    expect(historyFor(events, 'm')).toEqual([
      user('One'),
      assistant('1'),
      user('Two, better'),
      assistant('2!'),
    ]);
  });

  it('puts messages before calls when a model wrote them behind', () => {
    const events = journal(
      sent('Hi'),
      started(),
      answered([asked('a'), assistant('I echo.'), asked('b')]),
      settled('a'),
      settled('b'),
    );
    expect(historyFor(events, 'm')).toEqual([
      user('Hi'),
      assistant('I echo.'),
      asked('a'),
      asked('b'),
      heard('a'),
      heard('b'),
    ]);
  });

  it('takes from what another model sent only what every model understands', () => {
    const events = journal(
      sent('Hi'),
      started(),
      answered([
        { type: 'reasoning', id: 'rs_1', content: [] },
        { ...asked('a'), id: 'fc_1', providerData: { secret: 1 } },
      ]),
      settled('a'),
    );
    expect(historyFor(events, 'another')).toEqual([user('Hi'), asked('a'), heard('a')]);
    expect(historyFor(events, 'm')).toHaveLength(4);
  });

  it('gives the same items for the same journal, whatever happened besides', () => {
    const events = journal(sent('Hi'), started(), answered([asked('a')]), settled('a'));
    const more = [
      ...events,
      ...journal(
        { type: 'grant-given', tool: 'x' },
        { type: 'session-renamed', title: 'T' },
        { type: 'text-checkpointed', runId: run, text: 'x', reasoning: '' },
      ),
    ];
    expect(historyFor(more, 'm')).toEqual(historyFor(events, 'm'));
  });
});
