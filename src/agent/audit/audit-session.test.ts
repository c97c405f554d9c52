import { ScriptedModel } from '@openai/agents/testing';
import { describe, expect, it } from 'vitest';

import { historyFor, type SessionEvent, type SessionId, type SessionView } from '@/domain/sessions';
import { AgentBench, doneOf, newDevice, newestAnswer, type Device } from '@/testing/agent-bench';
import { addTask, deleteOld, redirectBench, said } from '@/testing/redirect-bench';

/** The same device with another journal of the session, as a damaged disk would give it back. */
async function damaged(
  before: AgentBench,
  session: SessionId,
  change: (events: readonly SessionEvent[]) => readonly unknown[],
): Promise<Device> {
  const device = newDevice();
  const [summary] = await before.engine.sessions();
  if (summary === undefined) throw new Error('There is no session.');
  await device.database.damage({
    summary,
    events: change(before.journal(session)),
  });
  return device;
}

async function opened(device: Device, session: SessionId, script = [said('Done.'), said('Done again.')]) {
  const bench = await AgentBench.open({ device, model: new ScriptedModel(script) });
  const view = await bench.engine.open(session);
  if (view === null) throw new Error('The session is gone.');
  return { bench, view };
}

function codes({ findings }: SessionView): readonly string[] {
  return [...new Set(findings.map((finding) => `${finding.code} ${finding.outcome}`))].toSorted();
}

const without = (type: SessionEvent['type']) => (events: readonly SessionEvent[]) =>
  events.map((event) => (event.type === type ? { type: 'unreadable' } : event));

describe('the audit of a session', () => {
  it('finds nothing in a healthy one, however often it was interrupted', async () => {
    const { bench, session } = await redirectBench([
      [addTask('a', 'New'), deleteOld],
      [deleteOld],
      said('Done.'),
    ]);
    await bench.send(session, 'One');
    await bench.request(session);
    await bench.send(session, 'Two');
    await bench.request(session);
    await bench.ask(session, 'Three');
    const { view } = await opened(bench.device, session);
    expect(view.findings).toEqual([]);
    expect(bench.journal(session).some((event) => event.type === 'audited')).toBe(false);
  });

  it('[S4] opens a session whose beginning cannot be read, says so once, and goes on with it', async () => {
    const { bench, session } = await redirectBench([said('Hello.')]);
    await bench.ask(session, 'Hello');
    const device = await damaged(bench, session, without('session-created'));
    const { bench: after, view } = await opened(device, session);
    expect(codes(view)).toEqual(['record-unreadable set-aside']);
    expect(view).toMatchObject({ status: 'completed', entries: [{ text: 'Hello' }, { type: 'answer' }] });
    expect(await after.ask(session, 'Still there?')).toMatchObject({ status: 'completed' });
    await after.close();
    const again = await opened(device, session);
    expect(again.view.findings).toHaveLength(1);
  });

  it('gives a message whose run cannot be read a run to go on from, which repeats nothing', async () => {
    const { bench, session } = await redirectBench([[addTask('a', 'New')], said('Done.')]);
    await bench.ask(session, 'Add it');
    const device = await damaged(bench, session, without('run-started'));
    const { bench: after, view } = await opened(device, session);
    expect(codes(view)).toEqual(['message-without-run repaired', 'record-unreadable set-aside']);
    expect(view).toMatchObject({ status: 'interrupted', interruptedRuns: [{ asked: 'Add it' }] });
    doneOf(await after.command({ type: 'continue', sessionId: session }));
    expect(await after.ended(session)).toMatchObject({ status: 'completed' });
    expect(after.settledCalls(session)).toHaveLength(1);
  });

  it('ends a run whose end cannot be read, once another one has begun', async () => {
    const { bench, session } = await redirectBench([said('One.'), said('Two.')]);
    await bench.ask(session, 'One');
    await bench.ask(session, 'Two');
    let count = 0;
    const device = await damaged(bench, session, (events) =>
      events.map((event) => {
        if (event.type !== 'run-ended') return event;
        count += 1;
        return count === 1 ? null : event;
      }),
    );
    const { view } = await opened(device, session);
    expect(codes(view)).toEqual(['record-unreadable set-aside', 'run-overtaken repaired']);
    expect(view.entries.map((entry) => entry.type === 'answer' && entry.status)).toEqual([
      false,
      'interrupted',
      false,
      'completed',
    ]);
  });

  it('withdraws a request that nothing waits for any more', async () => {
    const { bench, session } = await redirectBench([[deleteOld], said('Done.')]);
    await bench.send(session, 'Delete it');
    await bench.respond(session, await bench.request(session), { type: 'approved' });
    await bench.ended(session);
    const device = await damaged(bench, session, without('request-settled'));
    const { view } = await opened(device, session);
    expect(codes(view)).toEqual(['record-unreadable set-aside', 'request-without-run repaired']);
    expect(view.entries[1]).toMatchObject({
      blocks: [{ request: { status: { type: 'withdrawn' } } }, { type: 'text' }],
    });
  });

  it('brings back what a person wrote into the queue, and holds it', async () => {
    const { bench, session } = await redirectBench([[deleteOld]]);
    await bench.send(session, 'Delete it');
    const turn = await bench.queue(session, 'And then');
    await bench.command({ type: 'edit-queued', sessionId: session, turnId: turn, text: 'And then this' });
    await bench.command({ type: 'cancel', sessionId: session });
    const device = await damaged(bench, session, without('message-queued'));
    const { bench: after, view } = await opened(device, session);
    expect(codes(view)).toEqual(['queued-without-origin repaired', 'record-unreadable set-aside']);
    expect(view.queue).toMatchObject({ items: [{ text: 'And then this' }], isHeld: true });
    doneOf(await after.command({ type: 'resume-queue', sessionId: session }));
    const done = await after.until(session, ({ status }) => status === 'completed');
    expect(newestAnswer(done).turnId).toBe(turn);
  });

  it('sets aside calls that ended twice or were never asked for: the model hears of each call once', async () => {
    const { bench, session } = await redirectBench([[addTask('a', 'New')], said('Done.')]);
    await bench.ask(session, 'Add it');
    const device = await damaged(bench, session, (events) =>
      events.flatMap((event): SessionEvent[] => (event.type === 'call-settled' ? [event, event] : [event])),
    );
    const { bench: after, view } = await opened(device, session);
    expect(codes(view)).toEqual(['call-ended-twice set-aside']);
    const history = historyFor(after.journal(session), 'scripted');
    expect(history.filter((item) => item.type === 'function_call_result')).toHaveLength(1);
    const unasked = await damaged(bench, session, without('response-received'));
    expect(codes((await opened(unasked, session)).view)).toEqual([
      'event-without-origin set-aside',
      'record-unreadable set-aside',
    ]);
  });
});
