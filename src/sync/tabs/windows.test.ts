import { assistantMessage, functionCall, ScriptedModel } from '@openai/agents/testing';
import { describe, expect, it } from 'vitest';

import type { SessionId } from '@/domain/sessions';
import { doneOf, newestAnswer } from '@/testing/agent-bench';
import { TestStorageError } from '@/testing/memory-database';
import { gate, SteppedModel, textDelta } from '@/testing/model-scripts';
import { kill, Windows, type Tab } from '@/testing/tab-bench';
import { settled } from '@/testing/tab-windows';

const deleteOld = functionCall('delete_tasks', { tasks: ['Old'] }, { callId: 'b' });
const calls = [
  functionCall('add_task', { title: 'New', project: 'Launch' }, { callId: 'a' }),
  deleteOld,
  functionCall('add_task', { title: 'Last', project: 'Launch' }, { callId: 'c' }),
];
const done = [assistantMessage('Done.')];

/** One window waits for an approval in the middle of a batch, and another one shows it. */
async function waiting(): Promise<{ windows: Windows; one: Tab; two: Tab; session: SessionId }> {
  const windows = new Windows();
  const one = await windows.open('one', { model: new ScriptedModel([calls, done]) });
  await windows.seed(one);
  const two = await windows.open('two', { model: new ScriptedModel([done]) });
  await two.bench.live.catchUp();
  const session = await one.bench.newSession();
  await one.bench.send(session, 'Replace it');
  await one.bench.request(session);
  await two.bench.engine.open(session);
  await settled();
  return { windows, one, two, session };
}

function settledIds({ bench }: Tab, session: SessionId): readonly string[] {
  return bench.settledCalls(session).map(({ callId }) => callId);
}

/**
 * A window stops in the moment between journaling that an email leaves and letting it, is robbed, and comes back; the person tells the
 * other window that it was not sent.
 *
 * @returns how many emails left all the same.
 */
async function emailsOfRobbed(windows: Windows): Promise<number> {
  const { database, mailer } = windows.device;
  const send = functionCall(
    'send_email',
    { to: ['Ada'], subject: 'Status', body: 'All well.' },
    { callId: 'mail' },
  );
  const one = await windows.open('one', { model: new ScriptedModel([[send], done]) });
  await windows.seed(one);
  const two = await windows.open('two', { model: new ScriptedModel([done]) });
  await two.bench.live.catchUp();
  const session = await one.bench.newSession();
  await one.bench.send(session, 'Tell Ada');
  const request = await one.bench.request(session);
  const late = gate();
  const lastType = () => one.bench.journal(session).at(-1)?.type;
  database.afterWrite = () => (lastType() === 'effect-started' ? late.opened : Promise.resolve());
  void one.bench.respond(session, request, { type: 'approved' });
  await expect.poll(lastType).toBe('effect-started');
  database.afterWrite = () => Promise.resolve();
  // What the window does from now on happens only after it was robbed, of which it hears last.
  one.window.hang();
  windows.isRobberySilent = true;
  await windows.browser.time.pass(6_000);
  const question = await two.bench.request(session);
  expect(question.spec).toMatchObject({ type: 'question', question: 'Was the email “Status” sent?' });
  const answer = { type: 'answered', choices: ['It was not sent'], text: '' } as const;
  doneOf(await two.bench.respond(session, question, answer));
  expect(await two.bench.ended(session)).toMatchObject({ status: 'completed' });
  late.open();
  await windows.browser.time.pass(1_000);
  expect(two.bench.settledCalls(session).map(({ callId }) => callId)).toEqual(['mail']);
  return mailer.attempts.length;
}

describe('windows with the real runtime', () => {
  it('[S1] see the same conversation, letter by letter, and cancel each other’s runs', async () => {
    const windows = new Windows();
    const never = gate();
    const model = new SteppedModel([textDelta('Once'), textDelta(' upon'), () => never.opened]);
    const one = await windows.open('one', { model });
    const two = await windows.open('two', { model: new ScriptedModel([]) });
    const session = await one.bench.newSession();
    await one.bench.send(session, 'Tell me');
    await two.bench.engine.open(session);
    await expect.poll(() => one.bench.frames.waitingCount).toBe(1);
    one.bench.frames.paint();
    await settled();
    const live = two.bench.events.findLast((event) => event.type === 'live-text');
    expect(live).toMatchObject({ live: { text: 'Once upon' } });

    doneOf(await two.bench.command({ type: 'cancel', sessionId: session }));
    expect(two.bench.view(session)).toEqual(one.bench.view(session));
    expect(newestAnswer(two.bench.view(session))).toMatchObject({
      status: 'cancelled',
      blocks: [{ text: 'Once upon', isComplete: false }],
    });
    never.open();
  });

  it('[Q3] answer for each other, and the batch goes on where it waited, in order', async () => {
    const { one, two, session } = await waiting();
    doneOf(await two.bench.respond(session, await two.bench.request(session), { type: 'approved' }));
    expect(await two.bench.ended(session)).toMatchObject({ status: 'completed' });
    expect(settledIds(two, session)).toEqual(['a', 'b', 'c']);
    await settled();
    expect(two.bench.view(session)).toEqual(one.bench.view(session));
  });

  it('[Q2] let one of two answers count, and say so to the other', async () => {
    const { windows, one, two, session } = await waiting();
    const request = await two.bench.request(session);
    const replying = Promise.all([
      two.bench.respond(session, request, { type: 'refused', reason: 'No' }),
      one.bench.respond(session, request, { type: 'approved' }),
    ]);
    // The driver may be through with its run before it hears the other answer: that window then waits, and looks for itself.
    await windows.browser.time.pass(1_000);
    const replies = await replying;
    expect(replies.map((reply) => (reply.type === 'done' ? 'done' : reply.code)).toSorted()).toEqual([
      'already-settled',
      'done',
    ]);
    await one.bench.ended(session);
    const answers = one.bench.journal(session).filter((event) => event.type === 'request-settled');
    expect(answers).toHaveLength(1);
    const refused = replies.find((reply) => reply.type === 'refused');
    expect(refused).toMatchObject({ message: expect.stringMatching(/it was (approved|cancelled)/) });
  });

  it('[S3] [Q3] say at once why the driver could not store an answer, and let it be given again', async () => {
    const { windows, two, session } = await waiting();
    const request = await two.bench.request(session);
    windows.device.database.beforeWrite = () => Promise.reject(new TestStorageError('storage-full'));
    const replying = two.bench.respond(session, request, { type: 'approved' });
    await windows.browser.time.pass(1_000);
    expect(await Promise.race([replying, settled()])).toEqual({
      type: 'refused',
      code: 'not-stored',
      message: 'The test made storage fail: storage-full.',
    });
    windows.device.database.beforeWrite = () => Promise.resolve();
    doneOf(await two.bench.respond(session, request, { type: 'approved' }));
    expect(await two.bench.ended(session)).toMatchObject({ status: 'completed' });
    expect(settledIds(two, session)).toEqual(['a', 'b', 'c']);
  });

  it('[S2] [L3] go on with each other’s batches when one is killed, and do nothing twice', async () => {
    const { windows, one, two, session } = await waiting();
    kill(one);
    await settled();
    expect(windows.browser.holderOf(session)?.name).toBe('two');
    doneOf(await two.bench.respond(session, await two.bench.request(session), { type: 'approved' }));
    expect(await two.bench.ended(session)).toMatchObject({ status: 'completed' });
    expect(settledIds(two, session)).toEqual(['a', 'b', 'c']);
    expect(two.bench.taskTitles()).toEqual(['Last', 'New']);
  });

  it('[S1a] refuse what a window still writes after it was robbed in the middle of a call', async () => {
    const { windows, one, two, session } = await waiting();
    // Its storage answers late, and the window hangs meanwhile.
    const late = gate();
    const hold = windows.device.database.beforeWrite;
    let isFirst = true;
    windows.device.database.beforeWrite = (write) => {
      if (write !== 'commit' || !isFirst) return hold(write);
      isFirst = false;
      return late.opened;
    };
    void one.bench.respond(session, await one.bench.request(session), { type: 'approved' });
    await expect.poll(() => isFirst).toBe(false);
    one.window.hang();
    await windows.browser.time.pass(6_000);
    expect(await two.bench.ended(session)).toMatchObject({ status: 'completed' });
    one.window.thaw();
    late.open();
    await windows.browser.time.pass(1_000);
    expect(settledIds(two, session)).toEqual(['a', 'b', 'c']);
    const applied = windows.device.database
      .log()
      .flatMap(({ commit: { author } }) => (author.type === 'agent' ? [author.callId] : []));
    expect(applied).toEqual(['a', 'b', 'c']);
    await one.bench.engine.open(session);
    expect(one.bench.view(session)).toEqual(two.bench.view(session));
    expect(windows.browser.isFree(session)).toBe(true);
  });

  it('[S1a] are not kept from a session by a window that got its lock and hangs', async () => {
    const { windows, one, two, session } = await waiting();
    doneOf(await two.bench.command({ type: 'cancel', sessionId: session }));
    await settled();
    one.window.locks.wait(session, new AbortController().signal).catch(() => null);
    one.window.hang();
    expect(windows.browser.holderOf(session)?.name).toBe('one');
    const reply = two.bench.send(session, 'Are you there?');
    await windows.browser.time.pass(6_000);
    expect(await reply).toMatchObject({ type: 'done' });
    expect(await two.bench.ended(session)).toMatchObject({ status: 'completed' });
  });

  it('[S1a] [C7] send no email that another window may have sent since', async () => {
    expect(await emailsOfRobbed(new Windows())).toBe(0);
  });

  it('(control) would send it, if nobody looked at the lease', async () => {
    const windows = new Windows();
    windows.looksAtLeases = false;
    expect(await emailsOfRobbed(windows)).toBe(1);
  });

  it('[W4] drive two sessions at once on one workspace', async () => {
    const { windows, one, two, session } = await waiting();
    const other = await two.bench.newSession();
    await two.bench.send(other, 'Hello');
    expect(await two.bench.ended(other)).toMatchObject({ status: 'completed' });
    expect(windows.browser.holderOf(session)?.name).toBe('one');
    doneOf(await one.bench.respond(session, await one.bench.request(session), { type: 'approved' }));
    expect(await one.bench.ended(session)).toMatchObject({ status: 'completed' });
  });

  it('[Q1] [Q4] let a request expire at its time, seen, and without anybody having to do anything', async () => {
    const windows = new Windows();
    const question = functionCall('ask_user', { question: 'Which?' }, { callId: 'q' });
    const one = await windows.open('one', {
      model: new ScriptedModel([[question], done]),
      settings: { requestPatienceMs: 60_000 },
    });
    const session = await one.bench.newSession();
    await one.bench.send(session, 'Ask me');
    await one.bench.request(session);
    windows.device.clock.advance(61_000);
    await windows.browser.time.pass(1_100);
    expect(await one.bench.ended(session)).toMatchObject({ status: 'completed' });
    expect(one.bench.settledCalls(session)).toMatchObject([{ callId: 'q', outcome: 'unanswered' }]);
  });

  it('[Q2] [Q3] say of an answer which of them was first, and refuse the other', async () => {
    const { windows, one, two, session } = await waiting();
    const { id: requestId } = await one.bench.request(session);
    const respond = (by: Tab, type: 'approved' | 'refused') =>
      by.bench.command({
        type: 'respond',
        sessionId: session,
        requestId,
        response: type === 'approved' ? { type } : { type: 'refused', reason: '' },
        by: by.window.name,
      });
    const replying = Promise.all([respond(two, 'approved'), respond(one, 'refused')]);
    // The driver may have come to its end before the other's answer reaches it, which then takes a while to notice.
    await windows.browser.time.pass(1_000);
    const replies = await replying;
    await one.bench.ended(session);
    await settled();
    const winner = replies[0]?.type === 'done' ? 'two' : 'one';
    expect(replies.map(({ type }) => type).toSorted()).toEqual(['done', 'refused']);
    for (const { bench } of [one, two]) {
      const [block] = newestAnswer(bench.view(session)).blocks;
      expect(block).toMatchObject({ request: { status: { type: 'responded', by: winner } } });
    }
  });

  it('[Q4] give a request more time from any of them, and all of them count with it', async () => {
    const windows = new Windows();
    const question = functionCall('ask_user', { question: 'Which?' }, { callId: 'q' });
    const settings = { requestPatienceMs: 60_000 };
    const one = await windows.open('one', { model: new ScriptedModel([[question], done]), settings });
    const two = await windows.open('two', { model: new ScriptedModel([done]), settings });
    const session = await one.bench.newSession();
    await one.bench.send(session, 'Ask me');
    const { id: requestId, deadline } = await one.bench.request(session);
    await two.bench.engine.open(session);
    windows.device.clock.advance(50_000);
    doneOf(await two.bench.command({ type: 'extend-request', sessionId: session, requestId }));
    await settled();
    const [here, there] = [one, two].map(({ bench }) => bench.view(session).openRequests[0]?.deadline);
    expect(here).toBeGreaterThan(Number(deadline) + 40_000);
    expect(there).toBe(here);

    windows.device.clock.advance(50_000);
    await windows.browser.time.pass(1_100);
    expect(one.bench.view(session).status).toBe('awaiting_user');
    windows.device.clock.advance(11_000);
    await windows.browser.time.pass(1_100);
    expect(await one.bench.ended(session)).toMatchObject({ status: 'completed' });
  });

  it('queue for each other, in the order of the driver', async () => {
    const { one, two, session } = await waiting();
    const turn = await two.bench.queue(session, 'And then');
    await settled();
    expect(one.bench.view(session).queue.items).toMatchObject([{ turnId: turn, text: 'And then' }]);
    doneOf(await two.bench.command({ type: 'edit-queued', sessionId: session, turnId: turn, text: 'Later' }));
    expect(two.bench.view(session).queue.items).toMatchObject([{ text: 'Later' }]);
    doneOf(await two.bench.command({ type: 'cancel', sessionId: session }));
    expect(two.bench.view(session)).toMatchObject({ status: 'cancelled', queue: { isHeld: true } });
  });

  it('follow a session that another window drives, without gaps', async () => {
    const { one, two, session } = await waiting();
    const heard: number[] = [];
    const stop = two.bench.engine.follow(session, 0, (update) => {
      if (update.type === 'happened') heard.push(update.sequence);
    });
    doneOf(await one.bench.respond(session, await one.bench.request(session), { type: 'approved' }));
    await one.bench.ended(session);
    await settled();
    stop();
    const { length } = one.bench.journal(session);
    expect(heard).toEqual(Array.from({ length }, (_each, index) => index + 1));
  });
});
