import { assistantMessage, ScriptedModel } from '@openai/agents/testing';
import { describe, expect, it } from 'vitest';

import type { SessionModel } from '@/domain/sessions';
import { AgentBench, newDevice, type Device } from '@/testing/agent-bench';

import { createModelLoop } from './models';

const small: SessionModel = { provider: 'compatible', model: 'small' };

/** A runtime that notes for which choice it was asked for a model; each answers with its own name. */
async function open(asked: (SessionModel | null)[], device: Device = newDevice()): Promise<AgentBench> {
  return AgentBench.open({
    device,
    ports: (ports) => ({
      ...ports,
      modelLoop: (choice) => {
        asked.push(choice);
        const name = choice?.model ?? 'default';
        const model = new ScriptedModel([[assistantMessage(`I am ${name}.`)]]);
        return Promise.resolve(createModelLoop({ name, model }));
      },
    }),
  });
}

describe('the model of a session', () => {
  it('answers in that session from the next run on, and in no other', async () => {
    const asked: (SessionModel | null)[] = [];
    const bench = await open(asked);
    const session = await bench.newSession();
    const other = await bench.newSession();
    await bench.ask(session, 'Who are you?');
    await bench.command({ type: 'choose-model', sessionId: session, choice: small });
    expect(bench.view(session).modelChoice).toEqual(small);
    await bench.ask(session, 'And now?');
    await bench.ask(other, 'And you?');
    await bench.command({ type: 'choose-model', sessionId: session, choice: null });
    await bench.ask(session, 'And at last?');
    expect(asked).toEqual([null, small, null, null]);
    expect(bench.view(session).modelChoice).toBeUndefined();
    await bench.engine.close();
  });

  it('[S2] is still the same after a reload', async () => {
    const device = newDevice();
    const before = await open([], device);
    const session = await before.newSession();
    await before.command({ type: 'choose-model', sessionId: session, choice: small });
    await before.engine.close();

    const asked: (SessionModel | null)[] = [];
    const after = await open(asked, device);
    await after.ask(session, 'Who are you?');
    expect(asked).toEqual([small]);
    await after.engine.close();
  });
});
