import { Agent, Runner, tool, type Model, type ModelRequest, type StreamEvent } from '@openai/agents';
import { assistantMessage, functionCall } from '@openai/agents/testing';

import type { AnyTool } from '@/agent';

import { AgentBench } from './agent-bench';
import { responseDone } from './model-scripts';

export interface Overhead {
  readonly bareMs: number;
  readonly engineMs: number;
  readonly ratio: number;
}

const emptyObject = { type: 'object', properties: {}, required: [], additionalProperties: false } as const;

/** A tool that looks at nothing and changes nothing. */
const noop: AnyTool = {
  name: 'noop',
  description: 'Does nothing.',
  parameters: emptyObject,
  prepare: () => ({
    type: 'prepared',
    args: {},
    title: 'Do nothing',
    fields: [],
    plan: { type: 'answer', summary: 'Nothing done', output: 'ok', data: null },
  }),
};

/** Asks for so many calls, so many at a time, and then says that it is done. */
class CallingModel implements Model {
  readonly #perResponse: number;
  #left: number;
  #id = 0;

  constructor(calls: number, perResponse: number) {
    this.#left = calls;
    this.#perResponse = perResponse;
  }

  getResponse(): Promise<never> {
    return Promise.reject(new Error('This model only streams.'));
  }

  async *getStreamedResponse(_request: ModelRequest): AsyncIterable<StreamEvent> {
    const count = Math.min(this.#perResponse, this.#left);
    this.#left -= count;
    const calls = Array.from({ length: count }, () => {
      this.#id += 1;
      return functionCall('noop', {}, { callId: `call-${String(this.#id)}` });
    });
    yield { type: 'response_started' };
    yield responseDone(count === 0 ? [assistantMessage('Done.')] : calls);
  }
}

/** Time that the same calls take with the SDK's runner alone and through the whole runtime, everything in memory. */
export async function measureOverhead(calls: number, perResponse: number): Promise<Overhead> {
  const bareMs = await timed(() => runBare(calls, perResponse));
  const bench = await AgentBench.open({
    model: new CallingModel(calls, perResponse),
    tools: [noop],
    settings: { maxTurns: calls + 2 },
  });
  const session = await bench.newSession();
  const engineMs = await timed(async () => {
    await bench.ask(session, 'Go');
  });
  await bench.close();
  return { bareMs, engineMs, ratio: engineMs / bareMs };
}

async function runBare(calls: number, perResponse: number): Promise<void> {
  const model = new CallingModel(calls, perResponse);
  const agent = new Agent({
    name: 'Bare',
    model,
    modelSettings: {},
    tools: [
      tool({
        name: 'noop',
        description: 'Does nothing.',
        parameters: { ...emptyObject, required: [] },
        strict: true,
        execute: () => 'ok',
      }),
    ],
  });
  const runner = new Runner({ tracingDisabled: true, toolExecution: { maxFunctionToolConcurrency: 1 } });
  const stream = await runner.run(agent, 'Go', { stream: true, maxTurns: calls + 2 });
  await stream.completed;
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
