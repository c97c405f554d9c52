import { getEventListeners } from 'node:events';
import process from 'node:process';

import type { ScriptedModelInput } from '@openai/agents/testing';
import { describe, expect, it } from 'vitest';

import type { SessionId } from '@/domain/sessions';
import type { AgentBench } from '@/testing/agent-bench';
import { addTask, deleteOld, redirectBench, said } from '@/testing/redirect-bench';

interface Ending {
  readonly script: readonly ScriptedModelInput[];
  readonly end: (bench: AgentBench, session: SessionId) => Promise<unknown>;
  readonly status: string;
}

const asking: readonly ScriptedModelInput[] = [[addTask('a', 'New'), deleteOld], said('Done.')];

const endings: Readonly<Record<string, Ending>> = {
  'was answered': {
    script: [[addTask('a', 'New')], said('Done.')],
    end: (bench, session) => bench.ended(session),
    status: 'completed',
  },
  'was approved': {
    script: asking,
    end: async (bench, session) => {
      await bench.respond(session, await bench.request(session), { type: 'approved' });
      await bench.ended(session);
    },
    status: 'completed',
  },
  'was cancelled with an open approval': {
    script: asking,
    end: async (bench, session) => {
      await bench.request(session);
      await bench.command({ type: 'cancel', sessionId: session });
    },
    status: 'cancelled',
  },
  'was interrupted by a message': {
    script: asking,
    end: async (bench, session) => {
      await bench.request(session);
      await bench.ask(session, 'Something else');
    },
    status: 'completed',
  },
  failed: {
    script: [[addTask('a', 'New')]],
    end: (bench, session) => bench.ended(session),
    status: 'failed',
  },
};

function timers(): number {
  return process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;
}

describe('a run that has ended', () => {
  it.each(Object.entries(endings))('[L7] because it %s leaves nothing behind', async (_name, ending) => {
    const before = timers();
    const { bench, model, session } = await redirectBench(ending.script);
    await bench.send(session, 'Go');
    await ending.end(bench, session);
    expect(bench.view(session)).toMatchObject({ status: ending.status, openRequests: [] });
    await expect.poll(() => bench.device.locks.held.size).toBe(0);
    const signals = model.calls.flatMap(({ request }) =>
      request.signal === undefined ? [] : [request.signal],
    );
    expect(signals.length).toBeGreaterThan(0);
    expect(signals.map((signal) => getEventListeners(signal, 'abort').length)).toEqual(signals.map(() => 0));
    expect(bench.frames.waitingCount).toBe(0);
    await bench.close();
    expect(timers()).toBeLessThanOrEqual(before);
  });
});
