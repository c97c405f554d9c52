import { describe, expect, it } from 'vitest';

import { millis } from '../workspace';
import { eventAt, type SessionHappening } from './events';
import { runId, sessionId } from './ids';
import { turnId } from './ids';
import { usageIn } from './usage';
import { viewOf } from './view-after';

const run = runId('run-1');
const tokens = { input: 100, cachedInput: 40, output: 20, reasoning: 5 };

function response(model: string, input: number): SessionHappening {
  return { type: 'response-received', runId: run, model, items: [], calls: [], usage: { ...tokens, input } };
}

describe('the usage of a session', () => {
  it('adds up by model, and says how full the context is after the newest response', () => {
    const happenings: readonly SessionHappening[] = [
      { type: 'session-created' },
      { type: 'message-sent', turnId: turnId('turn-1'), text: 'Hi', replaces: null },
      { type: 'run-started', runId: run, turnId: turnId('turn-1'), continues: null, carried: [] },
      response('a', 100),
      response('b', 50),
      response('a', 300),
      { type: 'response-received', runId: run, model: 'c', items: [], calls: [] },
    ];
    const view = viewOf(
      sessionId('s'),
      happenings.map((happening, index) => eventAt(millis(index), happening)),
    );

    expect(usageIn(view?.entries ?? [])).toEqual([
      { model: 'b', tokens: { ...tokens, input: 50 }, context: 70 },
      { model: 'a', tokens: { input: 400, cachedInput: 80, output: 40, reasoning: 10 }, context: 320 },
    ]);
  });
});
