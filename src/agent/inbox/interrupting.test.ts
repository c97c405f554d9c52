import { ScriptedModel } from '@openai/agents/testing';
import { describe, expect, it } from 'vitest';

import { AgentBench, doneOf } from '@/testing/agent-bench';
import { gate, SteppedModel, textDelta } from '@/testing/model-scripts';
import { addTask, deleteOld, redirectBench, said, scriptedCall } from '@/testing/redirect-bench';

const send = scriptedCall('mail', 'send_email', {
  to: ['ada@example.com'],
  subject: 'Status',
  body: 'All well.',
});

function inputOf(model: ScriptedModel, index: number) {
  const input = model.calls[index]?.request.input;
  return typeof input === 'string' || input === undefined ? [] : input;
}

describe('a message while a run is active', () => {
  it('[I2] [I5] interrupts it: what is done stays, what is not is told as dropped, and the new message is last', async () => {
    const { bench, model, session } = await redirectBench([
      [addTask('a', 'New'), deleteOld, addTask('c', 'Third')],
      said('Understood.'),
    ]);
    await bench.send(session, 'Replace the old task');
    const request = await bench.request(session);
    doneOf(await bench.send(session, 'No, keep it'));
    const answer = await bench.ended(session);
    expect(answer).toMatchObject({ status: 'completed', blocks: [{ type: 'text', text: 'Understood.' }] });
    expect(inputOf(model, 1)).toMatchObject([
      { role: 'user', content: 'Replace the old task' },
      { type: 'function_call', callId: 'a' },
      { type: 'function_call_result', callId: 'a' },
      {
        role: 'system',
        content:
          'The person stopped you here. They had asked: “Replace the old task”. Done: Add task “New” to Launch. ' +
          'This did not happen: Delete “Old”; Add task “Third” to Launch.',
      },
      { role: 'user', content: 'No, keep it' },
    ]);
    const [, interrupted] = bench.view(session).entries;
    expect(interrupted).toMatchObject({
      status: 'interrupted',
      failure: null,
      blocks: [{ type: 'request', request: { id: request.id, status: { type: 'superseded' } } }],
    });
    expect(bench.taskTitles()).toEqual(['New', 'Old']);
    expect(bench.view(session).interruptedRuns).toMatchObject([
      {
        asked: 'Replace the old task',
        done: ['Add task “New” to Launch'],
        dropped: ['Delete “Old”', 'Add task “Third” to Launch'],
      },
    ]);
  });

  it('[Q2] supersedes its open approval at once, and a click on it decides nothing any more', async () => {
    const { bench, session } = await redirectBench([[deleteOld], said('Fine.')]);
    await bench.send(session, 'Delete it');
    const request = await bench.request(session);
    await bench.send(session, 'Wait');
    expect(await bench.respond(session, request, { type: 'approved' })).toMatchObject({
      code: 'already-settled',
    });
    await bench.ended(session);
    expect(bench.taskTitles()).toEqual(['Old']);
    expect(bench.settledCalls(session)).toEqual([]);
  });

  it('[I5] keeps the text that had streamed, marked incomplete', async () => {
    const never = gate();
    const model = new SteppedModel([textDelta('I was about to'), () => never.opened]);
    const bench = await AgentBench.open({ model });
    const session = await bench.newSession();
    await bench.send(session, 'Tell me');
    await expect.poll(() => bench.frames.waitingCount).toBe(1);
    doneOf(await bench.send(session, 'Something else'));
    expect(bench.view(session).entries[1]).toMatchObject({
      status: 'interrupted',
      blocks: [{ type: 'text', text: 'I was about to', isComplete: false }],
    });
    await expect.poll(() => model.requests.length).toBe(2);
    expect(model.requests[1]?.input).toMatchObject([
      { role: 'user' },
      { role: 'assistant', status: 'incomplete' },
      { role: 'system', content: expect.stringContaining('stopped you here') },
      { role: 'user', content: 'Something else' },
    ]);
    never.open();
  });

  it('[C8] has its signal out before the sender is answered', async () => {
    const { bench, session } = await redirectBench([[send], said('Fine.')]);
    const [reached, mail] = [gate(), gate()];
    bench.device.mailer.answer = async () => {
      reached.open();
      await mail.opened;
      return { type: 'sent' };
    };
    await bench.send(session, 'Tell Ada');
    await bench.respond(session, await bench.request(session), { type: 'approved' });
    await reached.opened;
    const sent = bench.send(session, 'Stop');
    expect(bench.device.mailer.attempts[0]?.signal.aborted).toBe(true);
    mail.open();
    doneOf(await sent);
    await bench.ended(session);
    expect(bench.settledCalls(session)).toMatchObject([{ callId: 'mail', outcome: 'done' }]);
  });

  it('[I2] [C7] does not wait for a tool that ignores its signal; its late outcome is recorded, shown and told', async () => {
    const { bench, model, session } = await redirectBench([
      [send],
      said('Fine.'),
      said('It went after all.'),
    ]);
    const [reached, mail] = [gate(), gate()];
    bench.device.mailer.answer = async () => {
      reached.open();
      await mail.opened;
      return { type: 'sent' };
    };
    await bench.send(session, 'Tell Ada');
    await bench.respond(session, await bench.request(session), { type: 'approved' });
    await reached.opened;
    const sent = bench.send(session, 'Stop');
    bench.device.clock.advance(1_000);
    await expect.poll(() => bench.frames.waitingCount).toBe(1);
    bench.frames.paint();
    doneOf(await sent);
    await bench.ended(session);
    expect(inputOf(model, 1).at(-2)).toMatchObject({
      content: expect.stringContaining('Nobody knows yet whether this happened: Send “Status”'),
    });
    mail.open();
    await expect
      .poll(() => bench.settledCalls(session))
      .toMatchObject([{ outcome: 'done', counts: { sent: 1 } }]);
    expect(bench.view(session)).toMatchObject({ status: 'completed' });
    expect(bench.view(session).entries[1]).toMatchObject({
      receipt: { sent: 1 },
      steps: expect.arrayContaining([
        expect.objectContaining({ type: 'result', title: 'After the run had ended: Email “Status” sent' }),
      ]),
    });
    await bench.ask(session, 'Did it go?');
    expect(inputOf(model, 2).map((item) => item.type)).toEqual([
      'message',
      'function_call',
      'function_call_result',
      'message',
      'message',
      'message',
      'message',
    ]);
    expect(bench.frames.waitingCount).toBe(0);
  });

  it('[I1] runs once for one turn, and twice for the same text sent twice on purpose', async () => {
    const { bench, session } = await redirectBench([said('One.'), said('Two.')]);
    const twice = { type: 'send', sessionId: session, turnId: bench.nextTurn(), text: 'Hello' } as const;
    const replies = await Promise.all([bench.command(twice), bench.command(twice)]);
    expect(replies.map((reply) => reply.type)).toEqual(['done', 'done']);
    expect(await bench.ended(session)).toMatchObject({ status: 'completed' });
    await bench.command(twice);
    await bench.ask(session, 'Hello');
    expect(bench.view(session).entries.map((entry) => entry.type)).toEqual([
      'message',
      'answer',
      'message',
      'answer',
    ]);
  });

  it('is not stopped by an empty message, nor by one that was sent before', async () => {
    const { bench, session } = await redirectBench([[deleteOld], said('Done.')]);
    const first = { type: 'send', sessionId: session, turnId: bench.nextTurn(), text: 'Delete it' } as const;
    await bench.command(first);
    const request = await bench.request(session);
    expect(await bench.send(session, '   ')).toMatchObject({ code: 'empty' });
    doneOf(await bench.command(first));
    expect(bench.view(session)).toMatchObject({ status: 'awaiting_user', openRequests: [request] });
    await bench.command({ type: 'cancel', sessionId: session });
  });

  it('loses none of five that come at once: each has an answer, the last one is worked on', async () => {
    const never = gate();
    const model = new SteppedModel(...Array.from({ length: 6 }, () => [() => never.opened]));
    const bench = await AgentBench.open({ model });
    const session = await bench.newSession();
    await bench.send(session, 'First');
    const texts = ['one', 'two', 'three', 'four', 'five'];
    await Promise.all(texts.map((text) => bench.send(session, text)));
    const { entries, status } = bench.view(session);
    expect(status).toBe('running');
    expect(entries.map((entry) => (entry.type === 'message' ? entry.text : entry.status))).toEqual(
      ['First', ...texts].flatMap((text) => [text, text === 'five' ? 'running' : 'interrupted']),
    );
    await bench.command({ type: 'cancel', sessionId: session });
    never.open();
  });

  it('[Q3] takes the place of a run that waits for the person since before a reload', async () => {
    const { bench: before, session } = await redirectBench([[deleteOld]]);
    await before.send(session, 'Delete it');
    await before.request(session);
    await before.close();
    const after = await AgentBench.open({ device: before.device, model: new ScriptedModel([said('Fine.')]) });
    await after.engine.open(session);
    expect(await after.ask(session, 'Keep it')).toMatchObject({ status: 'completed' });
    expect(after.view(session).entries[1]).toMatchObject({
      status: 'interrupted',
      blocks: [{ request: { status: { type: 'superseded' } } }],
    });
  });
});

describe('continuing', () => {
  it('[I7] [C8] right after a cancel picks up at the first call that did not run', async () => {
    const { bench, model, session } = await redirectBench([
      [addTask('a', 'New'), deleteOld, addTask('c', 'Third')],
      said('Done.'),
    ]);
    await bench.send(session, 'Replace it');
    await bench.request(session);
    await bench.command({ type: 'cancel', sessionId: session });
    doneOf(await bench.command({ type: 'continue', sessionId: session }));
    await bench.respond(session, await bench.request(session), { type: 'approved' });
    expect(await bench.ended(session)).toMatchObject({
      status: 'completed',
      receipt: { created: 1, deleted: 1 },
    });
    expect(bench.settledCalls(session).map(({ callId, outcome }) => `${callId} ${outcome}`)).toEqual([
      'a done',
      'b done',
      'c done',
    ]);
    expect(bench.taskTitles()).toEqual(['New', 'Third']);
    expect(inputOf(model, 1)).toMatchObject([
      { role: 'user' },
      { type: 'function_call', callId: 'a' },
      { type: 'function_call', callId: 'b' },
      { type: 'function_call', callId: 'c' },
      { type: 'function_call_result', callId: 'a' },
      { type: 'function_call_result', callId: 'b' },
      { type: 'function_call_result', callId: 'c' },
      { role: 'system', content: expect.not.stringContaining('did not happen') },
      { role: 'system', content: expect.stringContaining('go on where you stopped') },
    ]);
    expect(bench.view(session).interruptedRuns).toEqual([]);
  });

  it('[I7] goes on with an older run, whose calls then stand where they ran', async () => {
    const { bench, model, session } = await redirectBench([
      [addTask('a', 'New'), deleteOld],
      said('Hello.'),
      said('Deleted.'),
    ]);
    await bench.send(session, 'Replace it');
    await bench.request(session);
    await bench.ask(session, 'Say hello');
    const [run] = bench.view(session).interruptedRuns;
    doneOf(await bench.command({ type: 'continue', sessionId: session, ...(run && { runId: run.runId }) }));
    await bench.respond(session, await bench.request(session), { type: 'approved' });
    expect(await bench.ended(session)).toMatchObject({ status: 'completed', turnId: run?.turnId });
    expect(
      inputOf(model, 2).map((item) => ('callId' in item ? item.callId : 'role' in item && item.role)),
    ).toEqual(['user', 'a', 'a', 'system', 'user', 'assistant', 'system', 'b', 'b']);
    expect(inputOf(model, 2).at(-3)).toMatchObject({ content: expect.stringContaining('“Replace it”') });
    expect(bench.view(session).interruptedRuns).toEqual([]);
    expect(
      await bench.command({ type: 'continue', sessionId: session, ...(run && { runId: run.runId }) }),
    ).toMatchObject({ code: 'invalid' });
  });

  it('[I7] keeps the last five runs that were stopped, newest first', async () => {
    const { bench, session } = await redirectBench(
      Array.from({ length: 7 }, (_, index) => [
        scriptedCall(`d${String(index)}`, 'delete_tasks', { tasks: ['Old'] }),
      ]),
    );
    for (let index = 1; index <= 7; index += 1) {
      await bench.send(session, `Try ${String(index)}`);
      await bench.request(session);
    }
    await bench.command({ type: 'cancel', sessionId: session });
    expect(bench.view(session).interruptedRuns.map((run) => run.asked)).toEqual([
      'Try 7',
      'Try 6',
      'Try 5',
      'Try 4',
      'Try 3',
    ]);
  });
});
