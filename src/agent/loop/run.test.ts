import type { Model } from '@openai/agents';
import { assistantMessage, functionCall, modelError, ScriptedModel } from '@openai/agents/testing';
import { describe, expect, it } from 'vitest';

import { AgentBench, doneOf, newestAnswer } from '@/testing/agent-bench';
import { projectWith, taskWith } from '@/testing/builders';
import { containing } from '@/testing/matching';
import { TestStorageError } from '@/testing/memory-database';
import { gate, reasoningDelta, responseDone, SteppedModel, textDelta } from '@/testing/model-scripts';

import type { EngineEvent } from '../engine';

const call = (id: string, tool: string, args: Record<string, unknown>) =>
  functionCall(tool, args, { callId: id });
const add = (id: string, title: string) => call(id, 'add_task', { title, project: 'Launch' });
const done = [assistantMessage('Done.')];

async function benchWith(model: Model) {
  const bench = await AgentBench.open({ model });
  await bench.seed({ project: [projectWith('launch', { name: 'Launch' })], task: [taskWith('Old')] });
  return { bench, session: await bench.newSession() };
}

function liveTexts(bench: AgentBench): readonly Extract<EngineEvent, { type: 'live-text' }>[] {
  return bench.events.filter((event) => event.type === 'live-text');
}

describe('what streams', () => {
  it('[L5] is shown at most once a frame, and taken away when the response is there', async () => {
    const [first, second] = [gate(), gate()];
    const { bench, session } = await benchWith(
      new SteppedModel([
        reasoningDelta('Hm. '),
        textDelta('Hel'),
        textDelta('lo'),
        () => first.opened,
        textDelta(' there'),
        () => second.opened,
        responseDone([assistantMessage('Hello there')]),
      ]),
    );
    await bench.send(session, 'Hi');
    await expect.poll(() => bench.frames.waitingCount).toBe(1);
    expect(liveTexts(bench)).toEqual([]);
    bench.frames.paint();
    first.open();
    await expect.poll(() => bench.frames.waitingCount).toBe(1);
    bench.frames.paint();
    second.open();
    const answer = await bench.ended(session);
    const { runId } = answer;
    expect(liveTexts(bench).map((event) => event.live)).toEqual([
      { runId, reasoning: 'Hm. ', text: 'Hello', calls: [] },
      { runId, reasoning: 'Hm. ', text: 'Hello there', calls: [] },
      null,
    ]);
    expect(answer.blocks).toMatchObject([{ type: 'text', text: 'Hello there', isComplete: true }]);
  });

  it('[L5] is kept once a second, relaxed, and only what is new', async () => {
    const [first, second] = [gate(), gate()];
    const { bench, session } = await benchWith(
      new SteppedModel([
        textDelta('One '),
        () => first.opened,
        textDelta('two'),
        () => second.opened,
        responseDone([assistantMessage('One two')]),
      ]),
    );
    await bench.send(session, 'Count');
    for (const open of [first.open, second.open]) {
      await expect.poll(() => bench.frames.waitingCount).toBe(1);
      bench.device.clock.advance(1_500);
      bench.frames.paint();
      open();
    }
    await bench.ended(session);
    const kept = bench.device.database.writes.flatMap((write) =>
      write.type === 'append' && write.append.durability === 'relaxed'
        ? write.append.records.map((record) => record.event)
        : [],
    );
    expect(kept).toMatchObject([
      { type: 'text-checkpointed', text: 'One ' },
      { type: 'text-checkpointed', text: 'two' },
    ]);
  });

  it('[I5] stays, marked incomplete, when the person cancels, and nothing changes in the answer after that', async () => {
    const never = gate();
    const { bench, session } = await benchWith(
      new SteppedModel([reasoningDelta('Hm'), textDelta('Hal'), () => never.opened, textDelta('lo')]),
    );
    await bench.send(session, 'Hi');
    await expect.poll(() => bench.frames.waitingCount).toBe(1);
    bench.frames.paint();
    doneOf(await bench.command({ type: 'cancel', sessionId: session }));
    const view = bench.view(session);
    expect(newestAnswer(view)).toMatchObject({
      status: 'cancelled',
      blocks: [{ type: 'text', text: 'Hal', isComplete: false }],
      steps: [
        { type: 'reasoning', status: 'cancelled', detail: 'Hm' },
        { type: 'planning', status: 'cancelled' },
      ],
    });
    expect(liveTexts(bench).at(-1)?.live).toBeNull();
    const count = bench.events.length;
    never.open();
    await new Promise((resolve) => setImmediate(resolve));
    bench.frames.paint();
    expect(bench.events).toHaveLength(count);
    expect(bench.view(session)).toBe(view);
  });
});

describe('the end of a run', () => {
  it('[L6] says that the limit of turns is reached, and Continue goes on without repeating anything', async () => {
    const model = new ScriptedModel([[add('a', 'one')], [add('b', 'two')], [add('c', 'three')], done]);
    const { bench, session } = await benchWith(model);
    bench.settings = { ...bench.settings, maxTurns: 2 };
    const stopped = await bench.ask(session, 'Add three');
    expect(stopped).toMatchObject({
      status: 'failed',
      receipt: { created: 2 },
      failure: { code: 'turn-limit', canContinue: true, message: containing('2 steps') },
    });
    doneOf(await bench.command({ type: 'continue', sessionId: session }));
    const answer = await bench.ended(session);
    expect(answer).toMatchObject({ status: 'completed', turnId: stopped.turnId, receipt: { created: 1 } });
    expect(bench.taskTitles()).toEqual(['Old', 'one', 'three', 'two']);
    expect(model.calls[2]?.request.input).toMatchObject([
      { role: 'user', content: 'Add three' },
      { callId: 'a' },
      { type: 'function_call_result', callId: 'a' },
      { callId: 'b' },
      { type: 'function_call_result', callId: 'b' },
      { role: 'system', content: containing('go on') },
    ]);
  });

  it('[L6] says what went wrong with the model, and trying again repeats nothing that is done', async () => {
    const model = new ScriptedModel([[add('a', 'one')], modelError(new Error('The model is tired.')), done]);
    const { bench, session } = await benchWith(model);
    expect(await bench.ask(session, 'Add one')).toMatchObject({
      status: 'failed',
      failure: { code: 'model-failed', canRetry: true },
    });
    doneOf(await bench.command({ type: 'continue', sessionId: session }));
    expect(await bench.ended(session)).toMatchObject({ status: 'completed', receipt: { created: 0 } });
    expect(bench.taskTitles()).toEqual(['Old', 'one']);
  });

  it('says that the model could not be loaded', async () => {
    const bench = await AgentBench.open({ model: new ScriptedModel([]), isModelMissing: true });
    const session = await bench.newSession();
    expect(await bench.ask(session, 'Hi')).toMatchObject({
      failure: { code: 'model-not-loaded', canRetry: true },
    });
  });

  it('[S3] comes when storage fails in the middle of a call, which then did not happen, and says why', async () => {
    const model = new ScriptedModel([[add('a', 'one'), add('b', 'two')], done]);
    const { bench, session } = await benchWith(model);
    bench.device.database.beforeWrite = (write) =>
      write === 'commit' ? Promise.reject(new TestStorageError('storage-full')) : Promise.resolve();
    const failed = await bench.ask(session, 'Add two');
    expect(failed).toMatchObject({
      status: 'failed',
      failure: { code: 'storage-full' },
      receipt: { created: 0 },
    });
    expect(bench.taskTitles()).toEqual(['Old']);
    bench.device.database.beforeWrite = () => Promise.resolve();
    doneOf(await bench.command({ type: 'continue', sessionId: session }));
    expect(await bench.ended(session)).toMatchObject({ status: 'completed', receipt: { created: 2 } });
  });

  it('is shown even when it cannot be stored, and the next message runs', async () => {
    const { bench, session } = await benchWith(new ScriptedModel([done, done]));
    const journaled = (): boolean =>
      bench.journal(session).some((event) => event.type === 'response-received');
    bench.device.database.beforeWrite = () =>
      journaled() ? Promise.reject(new TestStorageError('storage-full')) : Promise.resolve();
    expect(await bench.ask(session, 'Hi')).toMatchObject({
      status: 'failed',
      failure: { code: 'storage-full' },
    });
    bench.device.database.beforeWrite = () => Promise.resolve();
    expect(await bench.ask(session, 'Again')).toMatchObject({ status: 'completed' });
    expect(bench.journal(session).filter((event) => event.type === 'run-ended')).toMatchObject([
      { outcome: 'completed' },
      { outcome: 'completed' },
    ]);
  });

  it('is completed when the last answer had arrived before the cancel', async () => {
    const { bench, session } = await benchWith(new ScriptedModel([done]));
    const [reached, disk] = [gate(), gate()];
    bench.device.database.afterWrite = () => {
      if (bench.journal(session).at(-1)?.type !== 'response-received') return Promise.resolve();
      reached.open();
      return disk.opened;
    };
    await bench.send(session, 'Hi');
    await reached.opened;
    const cancelling = bench.command({ type: 'cancel', sessionId: session });
    disk.open();
    await cancelling;
    expect(newestAnswer(bench.view(session))).toMatchObject({
      status: 'completed',
      blocks: [{ text: 'Done.' }],
    });
  });
});
