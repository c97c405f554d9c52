import { ScriptedModel, type ScriptedModelInput } from '@openai/agents/testing';
import { describe, expect, it } from 'vitest';

import type { SessionId } from '@/domain/sessions';
import { AgentBench, doneOf } from '@/testing/agent-bench';
import { gate, SteppedModel } from '@/testing/model-scripts';
import { deleteOld, redirectBench, said } from '@/testing/redirect-bench';

async function waitingBench(script: readonly ScriptedModelInput[]) {
  const made = await redirectBench([[deleteOld], ...script]);
  await made.bench.send(made.session, 'Delete it');
  return { ...made, request: await made.bench.request(made.session) };
}
function queued(bench: AgentBench, session: SessionId): readonly string[] {
  return bench.view(session).queue.items.map((item) => item.text);
}

function messages(bench: AgentBench, session: SessionId): readonly string[] {
  return bench.view(session).entries.flatMap((entry) => (entry.type === 'message' ? [entry.text] : []));
}

describe('the queue', () => {
  it('[I3] sends its messages in order, one run each, when the active run is done', async () => {
    const { bench, session, request } = await waitingBench([said('0'), said('1'), said('2'), said('3')]);
    for (const text of ['one', 'two', 'three']) await bench.queue(session, text);
    expect(bench.view(session)).toMatchObject({ status: 'awaiting_user', queue: { isHeld: false } });
    await bench.respond(session, request, { type: 'approved' });
    await bench.until(session, ({ entries, status }) => entries.length === 8 && status === 'completed');
    expect(messages(bench, session)).toEqual(['Delete it', 'one', 'two', 'three']);
    expect(queued(bench, session)).toEqual([]);
  });

  it('[I3] is held by a cancel: all three are still there, none is sent, and Resume sends them in order', async () => {
    const { bench, session } = await waitingBench([said('1'), said('2'), said('3')]);
    for (const text of ['one', 'two', 'three']) await bench.queue(session, text);
    await bench.command({ type: 'cancel', sessionId: session });
    expect(bench.view(session)).toMatchObject({ status: 'cancelled', queue: { isHeld: true } });
    expect(queued(bench, session)).toEqual(['one', 'two', 'three']);
    doneOf(await bench.command({ type: 'resume-queue', sessionId: session }));
    await bench.until(session, ({ entries, status }) => entries.length === 8 && status === 'completed');
    expect(messages(bench, session)).toEqual(['Delete it', 'one', 'two', 'three']);
  });

  it('[I3] is edited, reordered and shortened without losing anything', async () => {
    const { bench, session } = await waitingBench([]);
    const [one, two, three] = [
      await bench.queue(session, 'one'),
      await bench.queue(session, 'two'),
      await bench.queue(session, 'three'),
    ];
    const change = { sessionId: session } as const;
    doneOf(await bench.command({ ...change, type: 'edit-queued', turnId: two, text: 'second' }));
    doneOf(await bench.command({ ...change, type: 'remove-queued', turnId: one }));
    doneOf(await bench.command({ ...change, type: 'move-queued', turnId: three, before: two }));
    expect(queued(bench, session)).toEqual(['three', 'second']);
    doneOf(await bench.command({ ...change, type: 'move-queued', turnId: three, before: null }));
    expect(queued(bench, session)).toEqual(['second', 'three']);
    expect(await bench.command({ ...change, type: 'edit-queued', turnId: one, text: 'x' })).toMatchObject({
      code: 'not-queued',
    });
    expect(await bench.command({ ...change, type: 'move-queued', turnId: two, before: one })).toMatchObject({
      code: 'not-queued',
    });
    expect(await bench.command({ ...change, type: 'edit-queued', turnId: two, text: ' ' })).toMatchObject({
      code: 'empty',
    });
    await bench.command({ type: 'cancel', sessionId: session });
  });

  it('[I3] takes back what was removed: with its last words, to its place, and each only once', async () => {
    const { bench, session } = await waitingBench([]);
    const one = await bench.queue(session, 'one');
    const two = await bench.queue(session, 'two');
    const three = await bench.queue(session, 'three');
    const change = { sessionId: session } as const;
    doneOf(await bench.command({ ...change, type: 'edit-queued', turnId: two, text: 'second' }));
    doneOf(await bench.command({ ...change, type: 'remove-queued', turnId: two }));
    doneOf(await bench.command({ ...change, type: 'remove-queued', turnId: one }));
    expect(queued(bench, session)).toEqual(['three']);
    doneOf(await bench.command({ ...change, type: 'restore-queued', turnId: two }));
    doneOf(await bench.command({ ...change, type: 'restore-queued', turnId: two }));
    doneOf(await bench.command({ ...change, type: 'restore-queued', turnId: one }));
    expect(queued(bench, session)).toEqual(['one', 'second', 'three']);

    doneOf(await bench.command({ ...change, type: 'remove-queued', turnId: two }));
    doneOf(await bench.command({ ...change, type: 'remove-queued', turnId: three }));
    doneOf(await bench.command({ ...change, type: 'restore-queued', turnId: two }));
    expect(queued(bench, session)).toEqual(['one', 'second']);
    await bench.command({ type: 'cancel', sessionId: session });
  });

  it('[I3] holds what was taken back into a held queue, and sends nothing twice', async () => {
    const { bench, model, session } = await waitingBench([said('1')]);
    const one = await bench.queue(session, 'one');
    await bench.command({ type: 'cancel', sessionId: session });
    const change = { sessionId: session, turnId: one } as const;
    doneOf(await bench.command({ ...change, type: 'remove-queued' }));
    expect(bench.view(session).queue).toEqual({ items: [], isHeld: false });
    doneOf(await bench.command({ ...change, type: 'restore-queued' }));
    expect(bench.view(session).queue).toMatchObject({ items: [{ text: 'one' }], isHeld: true });
    expect(model.calls).toHaveLength(1);

    doneOf(await bench.command({ type: 'resume-queue', sessionId: session }));
    await bench.until(session, ({ entries, status }) => entries.length === 4 && status === 'completed');
    expect(await bench.command({ ...change, type: 'restore-queued' })).toMatchObject({ code: 'not-queued' });
    expect(model.calls).toHaveLength(2);
  });

  it('[I3] does not send what is taken back after a cancel, though nothing waited that it could hold', async () => {
    const { bench, model, session } = await waitingBench([said('1')]);
    const change = { sessionId: session, turnId: await bench.queue(session, 'one') } as const;
    doneOf(await bench.command({ ...change, type: 'remove-queued' }));
    await bench.command({ type: 'cancel', sessionId: session });
    doneOf(await bench.command({ ...change, type: 'restore-queued' }));
    expect(bench.view(session)).toMatchObject({
      status: 'cancelled',
      queue: { items: [{ text: 'one' }], isHeld: true },
    });
    expect(model.calls).toHaveLength(1);
  });

  it('[I3] sends one of them now, once, after the active run has ended, and keeps the others', async () => {
    const { bench, model, session } = await waitingBench([said('2')]);
    await bench.queue(session, 'one');
    const two = await bench.queue(session, 'two');
    await bench.command({ type: 'cancel', sessionId: session });
    const now = { type: 'send-queued-now', sessionId: session, turnId: two } as const;
    const replies = await Promise.all([bench.command(now), bench.command(now)]);
    expect(replies.map((reply) => reply.type)).toEqual(['done', 'done']);
    expect(await bench.ended(session)).toMatchObject({ status: 'completed', turnId: two });
    expect(bench.view(session).queue).toMatchObject({ items: [{ text: 'one' }], isHeld: true });
    expect(model.calls).toHaveLength(2);
  });

  it('[I2] [I3] lets an interrupting message go before it, and goes on behind that', async () => {
    const { bench, session } = await waitingBench([said('now'), said('1')]);
    await bench.queue(session, 'one');
    await bench.send(session, 'now');
    await bench.until(session, ({ entries, status }) => entries.length === 6 && status === 'completed');
    expect(messages(bench, session)).toEqual(['Delete it', 'now', 'one']);
  });

  it('[I3] [L3] goes on after a reload, in its order, behind the run that was cut off', async () => {
    const never = gate();
    const before = await AgentBench.open({ model: new SteppedModel([() => never.opened]) });
    const session = await before.newSession();
    await before.send(session, 'Tell me');
    await before.queue(session, 'one');
    await before.queue(session, 'two');
    before.device.locks.held.clear();
    const after = await AgentBench.open({
      device: before.device,
      model: new ScriptedModel([said('0'), said('1'), said('2')]),
    });
    await after.until(session, ({ entries, status }) => entries.length === 6 && status === 'completed');
    expect(messages(after, session)).toEqual(['Tell me', 'one', 'two']);
    never.open();
  });

  it('[I3] [S2] is there after a long rest, in its order, and waits for the person', async () => {
    const never = gate();
    const before = await AgentBench.open({ model: new SteppedModel([() => never.opened]) });
    const session = await before.newSession();
    await before.send(session, 'Tell me');
    await before.queue(session, 'one');
    await before.queue(session, 'two');
    before.device.locks.held.clear();
    before.device.clock.advance(11 * 60_000);
    const after = await AgentBench.open({
      device: before.device,
      model: new ScriptedModel([said('1'), said('2')]),
    });
    expect(await after.engine.open(session)).toMatchObject({
      status: 'interrupted',
      queue: { items: [{ text: 'one' }, { text: 'two' }], isHeld: true },
    });
    doneOf(await after.command({ type: 'resume-queue', sessionId: session }));
    await after.until(session, ({ entries, status }) => entries.length === 6 && status === 'completed');
    expect(messages(after, session)).toEqual(['Tell me', 'one', 'two']);
    never.open();
  });

  it('[I3] belongs to its own session: another one is neither held up nor sent anything', async () => {
    const { bench, session } = await waitingBench([said('elsewhere')]);
    await bench.queue(session, 'one');
    const other = await bench.newSession();
    expect(await bench.ask(other, 'Hello')).toMatchObject({ status: 'completed' });
    expect(messages(bench, other)).toEqual(['Hello']);
    expect(queued(bench, session)).toEqual(['one']);
    await bench.command({ type: 'cancel', sessionId: session });
  });

  it('is held when a run fails: what comes next may depend on it', async () => {
    const { bench, session, request } = await waitingBench([]);
    await bench.queue(session, 'one');
    await bench.respond(session, request, { type: 'refused', reason: '' });
    expect(await bench.ended(session)).toMatchObject({ status: 'failed' });
    expect(bench.view(session).queue).toMatchObject({ items: [{ text: 'one' }], isHeld: true });
  });
});
