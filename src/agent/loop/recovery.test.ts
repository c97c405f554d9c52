import {
  assistantMessage,
  functionCall,
  ScriptedModel,
  type ScriptedModelInput,
} from '@openai/agents/testing';
import { describe, expect, it } from 'vitest';

import type { SessionId } from '@/domain/sessions';
import { AgentBench, doneOf, newDevice, newestAnswer, type Device } from '@/testing/agent-bench';
import { projectWith, taskWith } from '@/testing/builders';
import { gate, responseDone, SteppedModel, textDelta } from '@/testing/model-scripts';

const call = (id: string, tool: string, args: Record<string, unknown>) =>
  functionCall(tool, args, { callId: id });
const addNew = call('a', 'add_task', { title: 'New', project: 'Launch' });
const deleteOld = call('b', 'delete_tasks', { tasks: ['Old'] });
const addLast = call('c', 'add_task', { title: 'Last', project: 'Launch' });
const done = [assistantMessage('Done.')];

async function pageOn(device: Device, script: readonly ScriptedModelInput[]): Promise<AgentBench> {
  return AgentBench.open({ device, model: new ScriptedModel(script) });
}

async function seededPage(script: readonly ScriptedModelInput[], device = newDevice()): Promise<AgentBench> {
  const bench = await pageOn(device, script);
  await bench.seed({ project: [projectWith('launch', { name: 'Launch' })], task: [taskWith('Old')] });
  return bench;
}

describe('a page that comes back', () => {
  it('[Q3] finds an approval open, and its answer goes on with the run', async () => {
    const before = await seededPage([[addNew, deleteOld, addLast]]);
    const session = await before.newSession();
    await before.send(session, 'Replace it');
    const request = await before.request(session);
    await before.close();
    expect(before.device.locks.held.size).toBe(0);

    const after = await pageOn(before.device, [done]);
    expect(await after.engine.open(session)).toMatchObject({
      status: 'awaiting_user',
      openRequests: [request],
    });
    expect(await after.command({ type: 'continue', sessionId: session })).toMatchObject({ code: 'busy' });
    doneOf(await after.respond(session, request, { type: 'approved' }));
    const answer = await after.ended(session);
    expect(answer).toMatchObject({ status: 'completed', receipt: { created: 2, deleted: 1, approvals: 1 } });
    expect(after.taskTitles()).toEqual(['Last', 'New']);
    expect(after.settledCalls(session).map((each) => each.callId)).toEqual(['a', 'b', 'c']);
  });

  it('[Q3] [L3] goes on from a question with the same request that an uninterrupted run would have sent', async () => {
    const question = call('q', 'ask_user', {
      question: 'Which?',
      options: [{ label: 'One' }, { label: 'Two' }],
    });
    const answerIt = { type: 'answered', choices: ['Two'], text: '' } as const;
    const inputs = await Promise.all(
      [false, true].map(async (isInterrupted) => {
        const model = new ScriptedModel([[question, addNew], done]);
        const bench = await AgentBench.open({ model });
        await bench.seed({ project: [projectWith('launch', { name: 'Launch' })] });
        const session = await bench.newSession();
        await bench.send(session, 'Go');
        const request = await bench.request(session);
        let page = bench;
        let answering = model;
        if (isInterrupted) {
          await bench.close();
          answering = new ScriptedModel([done]);
          page = await AgentBench.open({ device: bench.device, model: answering });
        }
        doneOf(await page.respond(session, request, answerIt));
        await page.ended(session);
        return answering.lastCall?.request.input;
      }),
    );
    expect(inputs[1]).toEqual(inputs[0]);
  });

  it('cancels a run that waits for the person, although nobody drives it', async () => {
    const before = await seededPage([[deleteOld]]);
    const session = await before.newSession();
    await before.send(session, 'Delete it');
    await before.request(session);
    await before.close();

    const after = await pageOn(before.device, [done]);
    doneOf(await after.command({ type: 'cancel', sessionId: session }));
    expect(await after.engine.open(session)).toMatchObject({ status: 'cancelled', openRequests: [] });
    expect(await after.ask(session, 'Never mind')).toMatchObject({ status: 'completed' });
  });

  it('[L3] [L5] goes on with a run that was at work: what had streamed is shown once, until it is said anew', async () => {
    const never = gate();
    const device = newDevice();
    const session = await cutOff(device, never.opened);
    const model = new SteppedModel(
      [() => never.opened],
      [textDelta('I was about to say it.'), responseDone(done)],
    );
    const after = await AgentBench.open({ device, model });
    await after.until(session, ({ status }) => status === 'running');
    await expect.poll(() => model.requests.length).toBe(1);
    after.frames.paint();
    expect(liveTexts(after)).toEqual(['I was about to']);
    // And the page goes away once more, before a word came.
    after.live.close();
    device.locks.held.clear();
    const last = await pageOn(device, [done]);
    const answer = await last.ended(session);
    expect(answer).toMatchObject({ status: 'completed', blocks: [{ type: 'text', text: 'Done.' }] });
    never.open();
  });

  it('[L5] counts what streamed anew after a reload, and not what streamed before, when it is cut off again', async () => {
    const never = gate();
    const device = newDevice();
    const session = await cutOff(device, never.opened);
    const after = await AgentBench.open({
      device,
      model: new SteppedModel([textDelta('I was about to say'), () => never.opened]),
    });
    await expect.poll(() => after.frames.waitingCount).toBe(1);
    device.clock.advance(2_000);
    await expect
      .poll(() => {
        after.frames.paint();
        return liveTexts(after).at(-1);
      })
      .toBe('I was about to say');
    doneOf(await after.command({ type: 'cancel', sessionId: session }));
    expect(newestAnswer(after.view(session)).blocks).toMatchObject([
      { type: 'text', text: 'I was about to say', isComplete: false },
    ]);
    never.open();
  });

  it('[S2] finds a run that rested for long closed as interrupted, with what streamed, and can go on', async () => {
    const never = gate();
    const device = newDevice();
    const session = await cutOff(device, never.opened);
    device.clock.advance(11 * 60_000);
    const after = await pageOn(device, [done]);
    const view = await after.engine.open(session);
    expect(view).toMatchObject({ status: 'interrupted' });
    expect(view?.entries.at(-1)).toMatchObject({
      blocks: [{ type: 'text', text: 'I was about to', isComplete: false }],
      failure: { code: 'page-closed', canContinue: true },
    });
    doneOf(await after.command({ type: 'continue', sessionId: session }));
    expect(await after.ended(session)).toMatchObject({ status: 'completed' });
    never.open();
  });

  it('leaves alone what another window is driving', async () => {
    const never = gate();
    const before = await AgentBench.open({ model: new SteppedModel([() => never.opened]) });
    const session = await before.newSession();
    await before.send(session, 'Tell me');
    const other = await pageOn(before.device, [done]);
    expect(await other.engine.open(session)).toMatchObject({ status: 'running' });
    expect(await other.send(session, 'And me')).toMatchObject({
      code: 'elsewhere',
      message: expect.stringContaining('window'),
    });
    never.open();
    await before.command({ type: 'cancel', sessionId: session });
  });

  it('[Q2] lets exactly one of two windows answer', async () => {
    const before = await seededPage([[deleteOld]]);
    const session = await before.newSession();
    await before.send(session, 'Delete it');
    const request = await before.request(session);
    await before.close();
    const [left, right] = [await pageOn(before.device, [done]), await pageOn(before.device, [done])];
    await Promise.all([left.engine.open(session), right.engine.open(session)]);
    const replies = await Promise.all([
      left.respond(session, request, { type: 'approved' }),
      right.respond(session, request, { type: 'refused', reason: '' }),
    ]);
    expect(replies.map((reply) => reply.type).toSorted()).toEqual(['done', 'refused']);
    const winner = replies[0]?.type === 'done' ? left : right;
    await winner.ended(session);
    expect(before.settledCalls(session)).toHaveLength(1);
  });
});

describe('a session in which nothing was ever said', () => {
  it('[S6] is cleared away after a day, and not before; one that was used or named stays', async () => {
    const before = await pageOn(newDevice(), [done]);
    const { device } = before;
    const empty = await before.newSession();
    const named = await before.newSession();
    doneOf(await before.command({ type: 'rename-session', sessionId: named, title: 'Later' }));
    const used = await before.newSession();
    await before.ask(used, 'Hello');
    await before.close();
    const soon = await pageOn(device, []);
    expect(await soon.engine.sessions()).toHaveLength(3);
    await soon.close();
    device.clock.advance(25 * 60 * 60_000);
    const later = await pageOn(device, []);
    await expect
      .poll(async () => (await later.engine.sessions()).map(({ id }) => id).toSorted())
      .toEqual([named, used].toSorted());
    expect(await later.engine.open(empty)).toBeNull();
  });
});

describe('a run that died at any moment', () => {
  it('[L3] [C7] goes on from the journal: nothing is lost, nothing happens twice, and the order stays', async () => {
    const writeCount = await countWrites();
    expect(writeCount).toBeGreaterThan(8);
    for (let place = 1; place <= writeCount; place += 1) {
      for (const when of ['before', 'after'] as const) {
        const device = newDevice();
        const session = await dieAt(device, { place, when });
        await goOn(device, session);
        const settled = device.database.events(session).filter((event) => event.type === 'call-settled');
        const told = `died ${when} write ${String(place)}`;
        expect(
          settled.map((event) => event.callId),
          told,
        ).toEqual(['a', 'b', 'c']);
        const commits = device.database.log().filter(({ commit }) => commit.author.type === 'agent');
        expect(
          commits.map(({ commit }) => 'callId' in commit.author && commit.author.callId),
          told,
        ).toEqual(['a', 'b', 'c']);
      }
    }
  });

  it('never leaves a session busy: the next message runs, wherever the run died', async () => {
    const writeCount = await countWrites();
    for (let place = 1; place <= writeCount; place += 1) {
      const device = newDevice();
      const session = await dieAt(device, { place, when: 'after' });
      const page = await pageOn(device, [done]);
      const view = await page.engine.open(session);
      if (view?.status === 'awaiting_user') await page.command({ type: 'cancel', sessionId: session });
      expect(await page.ask(session, 'Still there?')).toMatchObject({ status: 'completed' });
      await expect.poll(() => device.locks.held.size).toBe(0);
    }
  });
});

/** A page that goes away while its model streams. */
async function cutOff(device: Device, forEver: Promise<void>): Promise<SessionId> {
  const before = await AgentBench.open({
    device,
    model: new SteppedModel([textDelta('I was about to'), () => forEver]),
  });
  const session = await before.newSession();
  await before.send(session, 'Tell me');
  await expect.poll(() => before.frames.waitingCount).toBe(1);
  device.clock.advance(2_000);
  before.frames.paint();
  await expect.poll(() => before.journal(session).at(-1)?.type).toBe('text-checkpointed');
  before.live.close();
  device.locks.held.clear();
  return session;
}

function liveTexts(bench: AgentBench): readonly (string | undefined)[] {
  return bench.events.flatMap((event) => (event.type === 'live-text' ? [event.live?.text] : []));
}

const wholeScript: readonly ScriptedModelInput[] = [[addNew, deleteOld, addLast], done];

async function startAndApprove(bench: AgentBench, session: SessionId): Promise<void> {
  await bench.send(session, 'Replace it');
  await bench.respond(session, await bench.request(session), { type: 'approved' });
}

async function countWrites(): Promise<number> {
  const bench = await seededPage(wholeScript);
  const session = await bench.newSession();
  const before = bench.device.database.writes.length;
  await startAndApprove(bench, session);
  await bench.ended(session);
  return bench.device.database.writes.length - before;
}

/** Runs until the page dies just before or just after it has stored its n-th record of the run. */
async function dieAt(
  device: Device,
  { place, when }: { readonly place: number; readonly when: 'before' | 'after' },
): Promise<SessionId> {
  const bench = await seededPage(wholeScript, device);
  const session = await bench.newSession();
  const { database } = device;
  const dead = gate();
  const never = new Promise<void>(() => undefined);
  let count = 0;
  let isDead = false;
  database.beforeWrite = () => {
    count += 1;
    isDead ||= when === 'before' && count === place;
    if (isDead) dead.open();
    return isDead ? never : Promise.resolve();
  };
  database.afterWrite = () => {
    isDead ||= when === 'after' && count === place;
    if (isDead) dead.open();
    return isDead ? never : Promise.resolve();
  };
  void startAndApprove(bench, session);
  await dead.opened;
  bench.live.close();
  database.beforeWrite = () => Promise.resolve();
  database.afterWrite = () => Promise.resolve();
  device.locks.held.clear();
  return session;
}

/** What the person does next: send it again if it was lost, answer what is open, continue what was interrupted. */
async function goOn(device: Device, session: SessionId): Promise<void> {
  const hasAnswered = device.database.events(session).some((event) => event.type === 'response-received');
  const page = await pageOn(device, hasAnswered ? [done] : wholeScript);
  let view = await page.engine.open(session);
  if (view?.status === 'idle') await page.send(session, 'Replace it');
  if (view?.status === 'interrupted') await page.command({ type: 'continue', sessionId: session });
  for (;;) {
    view = await page.until(session, ({ status }) => status !== 'running');
    const [request] = view.openRequests;
    if (request === undefined) break;
    doneOf(await page.respond(session, request, { type: 'approved' }));
  }
  expect(newestAnswer(view).status).toBe('completed');
}
