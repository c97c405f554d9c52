import { afterEach, describe, expect, it } from 'vitest';

import type { WireApi } from '@/domain/models';
import type { SessionId } from '@/domain/sessions';
import { AgentBench, newDevice } from '@/testing/agent-bench';
import { gate } from '@/testing/model-scripts';
import { canaryKey, ProviderBench } from '@/testing/provider-bench';
import { refused, spoken, type Spoken } from '@/testing/provider-replies';

import { createModelLoop } from '../create-model-loop';

const closings: (() => unknown)[] = [];

afterEach(async () => {
  await Promise.all(closings.splice(0).map((close) => close()));
});

async function provider(api: WireApi, ...answers: readonly Spoken[]): Promise<ProviderBench> {
  const started = await ProviderBench.start(api, ...answers.map((answer) => spoken(api, answer)));
  closings.push(() => started.close());
  return started;
}

const addTwo: Spoken = {
  reasoning: 'Two projects, then a word.',
  encrypted: 'ENC1',
  calls: [
    { id: 'call_a', name: 'create_project', args: '{"name":"Launch"}' },
    { id: 'call_b', name: 'create_project', args: '{"name":"Party"}' },
  ],
};
const made: Spoken = { reasoning: 'Both are there.', encrypted: 'ENC2', text: 'I created Launch and Party.' };
const listed: Spoken = { text: 'Launch and Party.' };
const bye: Spoken = { text: 'Goodbye.' };

function plain({ reasoning: _reasoning, encrypted: _encrypted, ...rest }: Spoken): Spoken {
  return rest;
}

/** Two turns, perhaps a reload, and a third. @returns the body of the third turn's request. */
async function thirdBody(api: WireApi, answers: readonly Spoken[], isReloaded: boolean): Promise<unknown> {
  const server = await provider(api, ...answers);
  const device = newDevice();
  const first = await AgentBench.open({ device, modelLoop: createModelLoop(server.choice()) });
  const session = await first.newSession();
  await first.ask(session, 'Create Launch and Party');
  await first.ask(session, 'What is there?');
  let bench = first;
  if (isReloaded) {
    await first.engine.close();
    bench = await AgentBench.open({ device, modelLoop: createModelLoop(server.choice()) });
  }
  const answer = await bench.ask(session, 'Thanks, bye');
  expect(answer).toMatchObject({ status: 'completed' });
  await bench.engine.close();
  expect(server.server.requests).toHaveLength(4);
  return server.body(3);
}

describe.each(['responses', 'chat-completions', 'anthropic-messages'] as const)(
  'a session over %s',
  (api) => {
    it.each([
      ['with reasoning', [addTwo, made, listed, bye]],
      ['without reasoning', [addTwo, made, listed, bye].map(plain)],
    ] as const)('[L3] sends after a reload what it would have sent without: %s', async (_what, answers) => {
      const without = await thirdBody(api, answers, false);
      const reloaded = await thirdBody(api, answers, true);
      expect(reloaded).toEqual(without);
      expect(JSON.stringify(reloaded)).toContain('Thanks, bye');
      expect(JSON.stringify(reloaded).includes('ENC1')).toBe(
        api !== 'chat-completions' && answers[0] === addTwo,
      );
    });

    it('[L2] drops what only the other model understands when the model is changed, and keeps what happened', async () => {
      const server = await provider(api, addTwo, made, bye);
      const device = newDevice();
      const first = await AgentBench.open({ device, modelLoop: createModelLoop(server.choice()) });
      const session = await first.newSession();
      await first.ask(session, 'Create Launch and Party');
      await first.engine.close();
      const second = await AgentBench.open({
        device,
        modelLoop: createModelLoop(server.choice(null, { model: 'another' })),
      });
      await second.ask(session, 'Thanks, bye');
      await second.engine.close();
      const body = JSON.stringify(server.body(2));
      expect(body).not.toMatch(/ENC|rs_1|fc_1|msg_1|chatcmpl|Two projects/u);
      expect(body).toContain('call_a');
      expect(body).toContain('I created Launch and Party.');
    });

    it('counts what the session has cost', async () => {
      const server = await provider(api, addTwo, made);
      const bench = await AgentBench.open({ modelLoop: createModelLoop(server.choice()) });
      const session = await bench.newSession();
      const answer = await bench.ask(session, 'Create Launch and Party');
      expect(answer.usage).toEqual([
        {
          model: `${api} ${server.server.host}/v1 scripted`,
          tokens: { input: 200, cachedInput: 80, output: 40, reasoning: 10 },
          context: 120,
        },
      ]);
      await bench.engine.close();
    });

    it('[L6] shows a pause before it asks again, cuts it short when told to, and goes on', async () => {
      const { bench, session, server } = await waitingRun(api);
      expect(await bench.command({ type: 'retry-now', sessionId: session })).toMatchObject({ type: 'done' });
      const answer = await bench.ended(session);
      expect(answer).toMatchObject({ status: 'completed', failure: null });
      expect(lastLive(bench)).toBeNull();
      expect(server.server.requests).toHaveLength(2);
      await bench.engine.close();
    });

    it('[C8] cancels in a pause', async () => {
      const { bench, session, server } = await waitingRun(api);
      await bench.command({ type: 'cancel', sessionId: session });
      expect(await bench.ended(session)).toMatchObject({ status: 'cancelled' });
      expect(server.server.requests).toHaveLength(1);
      await bench.engine.close();
    });

    it('[X3] never writes the key into the journal, whatever the provider says', async () => {
      const server = await provider(api);
      const device = newDevice();
      server.server.enqueue(refused(401, { message: `The key ${canaryKey} is wrong.` }));
      const bench = await AgentBench.open({ device, modelLoop: createModelLoop(server.choice()) });
      const session = await bench.newSession();
      const answer = await bench.ask(session, 'Hello');
      expect(answer.failure).toMatchObject({ code: 'model-key-refused' });
      const journal = await device.database.read(session);
      expect(journal.length).toBeGreaterThan(2);
      expect(JSON.stringify([journal, bench.view(session), bench.events])).not.toContain(canaryKey);
      await bench.engine.close();
    });
  },
);

/** A run whose first request was refused for seven seconds, and that nothing but a person ends. */
async function waitingRun(api: WireApi): Promise<{
  readonly bench: AgentBench;
  readonly session: SessionId;
  readonly server: ProviderBench;
}> {
  const server = await provider(api);
  server.server.enqueue(refused(429, {}, { 'Retry-After': '7' }), spoken(api, { text: 'Hello again.' }));
  server.wait = untilStopped;
  const bench = await AgentBench.open({ modelLoop: createModelLoop(server.choice()) });
  const session = await bench.newSession();
  await bench.send(session, 'Hello');
  await expect.poll(() => server.pauses).toEqual([7_000]);
  bench.frames.paint();
  expect(lastLive(bench)).toMatchObject({
    retry: { until: 1_007_000, attempt: 2, reason: expect.stringContaining('pause of 7 seconds') },
  });
  return { bench, session, server };
}

function lastLive(bench: AgentBench): unknown {
  const last = bench.events.findLast((event) => event.type === 'live-text');
  return last?.type === 'live-text' ? last.live : undefined;
}

function untilStopped(_durationMs: number, signal: AbortSignal): Promise<void> {
  const never = gate();
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(new DOMException('Stopped.', 'AbortError'));
    });
    void never.opened.then(resolve);
  });
}
