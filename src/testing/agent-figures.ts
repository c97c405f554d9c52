import type { Model, ModelRequest, StreamEvent } from '@openai/agents';
import { assistantMessage, functionCall } from '@openai/agents/testing';

import type { AnyTool, MailOutcome } from '@/agent';
import { historyFor, type SessionId } from '@/domain/sessions';

import { AgentBench, doneOf } from './agent-bench';
import { measureOverhead } from './agent-overhead';
import { gate, responseDone, textDelta } from './model-scripts';

/** One measure of `npm run bench:agent`: the median of several rounds, and what it must not exceed. */
export interface Figure {
  readonly name: string;
  readonly median: number;
  readonly limit: number;
  readonly unit: 'ms' | 'x';
}

/** Everything that the agent's runtime is measured by, in memory and without a screen, through the SDK's runner. */
export async function agentFigures(rounds: number): Promise<readonly Figure[]> {
  const interrupts = await repeated(rounds, measureInterrupt);
  const contexts = await measureContext(rounds);
  const ratios = await repeated(
    Math.max(3, Math.ceil(rounds / 5)),
    async () => (await measureOverhead(200, 20)).ratio,
  );
  const of = (pick: (one: InterruptTimes) => number): number => median(interrupts.map(pick));
  return [
    {
      name: 'A new message during a run is noticed',
      median: of((one) => one.noticedMs),
      limit: 1,
      unit: 'ms',
    },
    {
      name: 'Interrupt to the aborted tool, which has ended',
      median: of((one) => one.toolMs),
      limit: 5,
      unit: 'ms',
    },
    {
      name: 'Interrupt to the first request of the new run',
      median: of((one) => one.requestMs),
      limit: 50,
      unit: 'ms',
    },
    {
      name: 'Interrupt of a streaming answer to the new request',
      median: median(await repeated(rounds, measureStream)),
      limit: 50,
      unit: 'ms',
    },
    {
      name: 'Cancel to the aborted tool',
      median: median(await repeated(rounds, measureCancel)),
      limit: 5,
      unit: 'ms',
    },
    { name: 'Context of the last five runs', median: contexts.listMs, limit: 1, unit: 'ms' },
    {
      name: 'Notes of five stopped runs, folded into a history of 200 runs',
      median: contexts.historyMs,
      limit: 5,
      unit: 'ms',
    },
    {
      name: '200 calls that do nothing, against the bare SDK',
      median: median(ratios),
      limit: 1.25,
      unit: 'x',
    },
  ];
}

interface InterruptTimes {
  readonly noticedMs: number;
  readonly toolMs: number;
  readonly requestMs: number;
}

/** A tool that sends, listens to its signal, and is interrupted in the middle of it. */
async function measureInterrupt(): Promise<InterruptTimes> {
  const { bench, session, model, ended } = await sendingBench();
  const requested = model.nextRequest();
  const start = performance.now();
  const sent = bench.send(session, 'Something else');
  const noticedMs = performance.now() - start;
  const toolMs = (await ended) - start;
  const requestMs = (await requested) - start;
  doneOf(await sent);
  await bench.ended(session);
  await bench.close();
  return { noticedMs, toolMs, requestMs };
}

async function measureCancel(): Promise<number> {
  const { bench, session, ended } = await sendingBench();
  const start = performance.now();
  const cancelled = bench.command({ type: 'cancel', sessionId: session });
  const endedAt = await ended;
  await cancelled;
  await bench.close();
  return endedAt - start;
}

async function measureStream(): Promise<number> {
  const never = gate();
  const model = new TimedModel(async function* stream() {
    yield textDelta('I was about to');
    await never.opened;
  });
  const bench = await AgentBench.open({ model });
  const session = await bench.newSession();
  const first = model.nextRequest();
  await bench.send(session, 'Tell me');
  await first;
  const requested = model.nextRequest();
  const start = performance.now();
  void bench.send(session, 'Something else');
  const requestedAt = await requested;
  await bench.command({ type: 'cancel', sessionId: session });
  await bench.close();
  never.open();
  return requestedAt - start;
}

/** A long session with five runs that were stopped, read by whoever needs their context. */
async function measureContext(
  rounds: number,
): Promise<{ readonly listMs: number; readonly historyMs: number }> {
  const model = new TimedModel(() => [responseDone([assistantMessage('Understood.')])]);
  const bench = await AgentBench.open({ model });
  const session = await bench.newSession();
  for (let index = 0; index < 195; index += 1) await bench.ask(session, `Message ${String(index)}`);
  model.answer = () => [responseDone([functionCall('ask_user', { question: 'Which?' }, { callId: 'q' })])];
  for (let index = 0; index < 5; index += 1) {
    await bench.send(session, `Stop ${String(index)}`);
    await bench.request(session);
  }
  await bench.command({ type: 'cancel', sessionId: session });
  const events = bench.journal(session);
  const listMs = await repeated(rounds, async () => {
    const start = performance.now();
    const view = await bench.engine.open(session);
    if (view?.interruptedRuns.length !== 5) throw new Error('Five runs were stopped.');
    return performance.now() - start;
  });
  const historyMs = await repeated(rounds, () => {
    const start = performance.now();
    historyFor(events, 'scripted');
    return Promise.resolve(performance.now() - start);
  });
  await bench.close();
  return { listMs: median(listMs), historyMs: median(historyMs) };
}

/** A run whose tool is sending an email when it is stopped; the email's program listens to its signal. */
async function sendingBench() {
  let count = 0;
  const model = new TimedModel(() => {
    count += 1;
    const call = functionCall('send', {}, { callId: 'send' });
    return [responseDone(count === 1 ? [call] : [assistantMessage('Fine.')])];
  });
  const bench = await AgentBench.open({ model, tools: [sending] });
  const session: SessionId = await bench.newSession();
  const started = gate();
  const ended = new Promise<number>((resolve) => {
    bench.device.mailer.answer = ({ signal }) =>
      new Promise<MailOutcome>((settle) => {
        started.open();
        const stop = (): void => {
          resolve(performance.now());
          settle({ type: 'failed', message: 'Stopped.' });
        };
        signal.addEventListener('abort', stop, { once: true });
      });
  });
  await bench.send(session, 'Go');
  await bench.respond(session, await bench.request(session), { type: 'approved' });
  await started.opened;
  return { bench, session, model, ended };
}

/** Plans to send an email, which takes as long as the mailer wants. */
const sending: AnyTool = {
  name: 'send',
  description: 'Sends.',
  parameters: { type: 'object', properties: {}, required: [], additionalProperties: false },
  prepare: (_workspace, _raw, { mint }) => ({
    type: 'prepared',
    args: {},
    title: 'Send',
    fields: [],
    plan: {
      type: 'change',
      deltas: [],
      effects: [{ type: 'email', emailId: mint('email'), to: [], cc: [], subject: 'Hi', body: '' }],
      summary: 'Send',
      output: 'ok',
      data: null,
    },
  }),
};

type Answering = () => AsyncIterable<StreamEvent> | Iterable<StreamEvent>;

/** Tells when it is asked. */
class TimedModel implements Model {
  answer: Answering;
  #onRequest: (at: number) => void = () => undefined;

  constructor(answer: Answering) {
    this.answer = answer;
  }

  nextRequest(): Promise<number> {
    return new Promise((resolve) => {
      this.#onRequest = resolve;
    });
  }

  getResponse(): Promise<never> {
    return Promise.reject(new Error('This model only streams.'));
  }

  async *getStreamedResponse(_request: ModelRequest): AsyncIterable<StreamEvent> {
    this.#onRequest(performance.now());
    yield* this.answer();
  }
}

async function repeated<T>(rounds: number, measure: () => Promise<T>): Promise<readonly T[]> {
  const results: T[] = [];
  while (results.length < rounds) results.push(await measure());
  return results;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
