import { assistantMessage, functionCall, ScriptedModel } from '@openai/agents/testing';
import { describe, expect, it } from 'vitest';

import { sessionId, turnId, type SessionId } from '@/domain/sessions';
import { AgentBench, doneOf, newestAnswer } from '@/testing/agent-bench';
import { projectWith } from '@/testing/builders';
import { TestStorageError } from '@/testing/memory-database';
import { gate, responseDone, SteppedModel } from '@/testing/model-scripts';

const call = (id: string, tool: string, args: Record<string, unknown>) =>
  functionCall(tool, args, { callId: id });
const says = (text: string) => [assistantMessage(text)];

function titlesOf(bench: AgentBench): Promise<readonly string[]> {
  return bench.engine.sessions().then((sessions) => sessions.map((session) => session.title));
}

describe('one message', () => {
  it('[C1] runs the calls of one response in order, each seeing what the one before it did', async () => {
    const bench = await AgentBench.open({
      script: [
        [
          call('a', 'create_project', { name: 'Launch' }),
          call('b', 'add_task', { title: 'Deploy API', project: 'Launch' }),
          call('c', 'add_subtasks', { parent: 'Deploy API', titles: ['Update docs', 'Run tests'] }),
        ],
        says('Done.'),
      ],
    });
    const session = await bench.newSession();
    const answer = await bench.ask(session, 'Create it all');
    expect(answer).toMatchObject({ status: 'completed', receipt: { created: 4, changed: 0 } });
    expect(answer.blocks.map((block) => (block.type === 'text' ? block.text : ''))).toEqual(['Done.']);
    expect(answer.steps.map((step) => `${step.type} ${step.status}: ${step.title}`)).toEqual([
      'planning completed: Planned 3 actions',
      'tool_call completed: Create project “Launch”',
      'result completed: “Launch” added',
      'tool_call completed: Add task “Deploy API” to Launch',
      'result completed: “Deploy API” added to Launch',
      'tool_call completed: Add 2 subtasks to “Deploy API”',
      'result completed: 2 tasks added to Launch',
      'planning completed: Answered',
    ]);
    expect(answer.commitIds).toEqual(bench.device.database.log().map(({ commit }) => commit.id));
  });

  it('[I1] runs once for one turn id, however often it is sent, and twice for two', async () => {
    const model = new ScriptedModel([says('One.'), says('Two.')]);
    const bench = await AgentBench.open({ model });
    const session = await bench.newSession();
    const send = (turn: string) =>
      bench.command({ type: 'send', sessionId: session, turnId: turnId(turn), text: 'Hi' });
    const replies = await Promise.all([send('t1'), send('t1'), send('t1')]);
    expect(replies.map((reply) => reply.type)).toEqual(['done', 'done', 'done']);
    await bench.ended(session);
    doneOf(await send('t1'));
    expect(model.calls).toHaveLength(1);
    doneOf(await send('t2'));
    await bench.ended(session);
    expect(model.calls).toHaveLength(2);
    expect(bench.view(session).entries.map((entry) => entry.type)).toEqual([
      'message',
      'answer',
      'message',
      'answer',
    ]);
  });

  it('is refused when it is empty and where there is no session, and nothing is continued while it is worked on', async () => {
    const never = gate();
    const bench = await AgentBench.open({ model: new SteppedModel([() => never.opened]) });
    const session = await bench.newSession();
    expect(await bench.send(session, ' \n ')).toMatchObject({ code: 'empty' });
    doneOf(await bench.send(session, 'Hi'));
    expect(await bench.send(session, '')).toMatchObject({ code: 'empty' });
    expect(await bench.command({ type: 'continue', sessionId: session })).toMatchObject({ code: 'busy' });
    expect(await bench.send(sessionId('nowhere'), 'Hi')).toMatchObject({ code: 'unknown-session' });
    expect(await bench.engine.open(sessionId('nowhere'))).toBeNull();
    await bench.command({ type: 'cancel', sessionId: session });
    never.open();
  });

  it('goes only to its own session, although both are at work', async () => {
    const bench = await AgentBench.open({ script: [says('One.'), says('Two.')] });
    const [first, second] = [await bench.newSession(), await bench.newSession()];
    await Promise.all([bench.ask(first, 'To the first'), bench.ask(second, 'To the second')]);
    const texts = (session: SessionId) =>
      bench.view(session).entries.flatMap((entry) => (entry.type === 'message' ? [entry.text] : []));
    expect([texts(first), texts(second)]).toEqual([['To the first'], ['To the second']]);
  });

  it('edited and sent again takes its place in what the model is told, and stays in what the person sees', async () => {
    const model = new ScriptedModel([says('One.'), says('Two.'), says('Three.')]);
    const bench = await AgentBench.open({ model });
    const session = await bench.newSession();
    const { turnId: first } = await bench.ask(session, 'First');
    await bench.ask(session, 'Second');
    const resend = { type: 'resend', sessionId: session, replaces: first, text: 'First, better' } as const;
    doneOf(await bench.command({ ...resend, turnId: turnId('better') }));
    await bench.ended(session);
    expect(model.calls[2]?.request.input).toEqual([
      { type: 'message', role: 'user', content: 'First, better' },
    ]);
    const messages = bench.view(session).entries.filter((entry) => entry.type === 'message');
    expect(messages).toMatchObject([
      { text: 'First', isReplaced: true },
      { text: 'Second', isReplaced: true },
      { text: 'First, better', isReplaced: false },
    ]);
    expect(await bench.command({ ...resend, turnId: turnId('again') })).toMatchObject({ code: 'invalid' });
  });

  it('has nothing to go on with before the first one, nor after a complete answer', async () => {
    const bench = await AgentBench.open({ script: [says('One.')] });
    const session = await bench.newSession();
    expect(await bench.command({ type: 'continue', sessionId: session })).toMatchObject({ code: 'invalid' });
    await bench.ask(session, 'Hi');
    expect(await bench.command({ type: 'continue', sessionId: session })).toMatchObject({ code: 'invalid' });
  });

  it('tells the model who it is, what day it is and what projects there are', async () => {
    const model = new ScriptedModel([says('Hi.')]);
    const bench = await AgentBench.open({ model });
    await bench.seed({ project: [projectWith('launch', { name: 'Launch' })] });
    await bench.ask(await bench.newSession(), 'Hi');
    const { systemInstructions } = model.calls[0]?.request ?? {};
    expect(systemInstructions).toContain('You are Momentum');
    expect(systemInstructions).toContain('Today is Thursday, 2026-01-15 (time zone Europe/Berlin).');
    expect(systemInstructions).toContain('- "Launch" (launch): active, 0 of 0 tasks done');
  });
});

describe('sessions', () => {
  it('get a title from the first message, and another one when they are renamed', async () => {
    const bench = await AgentBench.open({ script: [says('One.'), says('Two.')] });
    const session = await bench.newSession();
    expect(await titlesOf(bench)).toEqual(['']);
    await bench.ask(session, '  Plan the launch\nand the party ');
    expect(await titlesOf(bench)).toEqual(['Plan the launch']);
    doneOf(await bench.command({ type: 'rename-session', sessionId: session, title: ' The  launch ' }));
    expect(await bench.command({ type: 'rename-session', sessionId: session, title: ' ' })).toMatchObject({
      code: 'empty',
    });
    await bench.ask(session, 'Something else');
    expect(await titlesOf(bench)).toEqual(['The launch']);
  });

  it('are gone when they are deleted, whatever they do, and come back whole', async () => {
    const never = gate();
    const bench = await AgentBench.open({ model: new SteppedModel([() => never.opened]) });
    const session = await bench.newSession();
    await bench.send(session, 'Hi');
    doneOf(await bench.command({ type: 'delete-session', sessionId: session }));
    expect(await bench.engine.sessions()).toEqual([]);
    expect(await bench.engine.open(session)).toBeNull();
    expect(await bench.send(session, 'Hello?')).toMatchObject({ code: 'unknown-session' });
    expect(bench.events.at(-1)).toEqual({ type: 'sessions-changed' });
    doneOf(await bench.command({ type: 'restore-session', sessionId: session }));
    expect(await titlesOf(bench)).toEqual(['Hi']);
    expect(await bench.engine.open(session)).toMatchObject({ status: 'cancelled' });
    never.open();
  });

  it('[S6] are put away when they are archived, found all the same, and brought back by hand or by a message', async () => {
    const bench = await AgentBench.open({ script: [says('One.'), says('Two.')] });
    const session = await bench.newSession();
    await bench.ask(session, 'Plan the launch');
    const listed = async () => (await bench.engine.sessions()).map(({ isArchived }) => isArchived);
    const change = async (type: 'archive-session' | 'unarchive-session') => {
      doneOf(await bench.command({ type, sessionId: session }));
      return listed();
    };
    const before = bench.view(session);
    expect(await change('archive-session')).toEqual([true]);
    expect(bench.events.at(-1)).toEqual({ type: 'sessions-changed' });
    expect(bench.view(session)).toEqual({ ...before, isArchived: true });
    expect(await bench.engine.search('launch')).toMatchObject([{ id: session, isArchived: true }]);
    expect(await change('unarchive-session')).toEqual([false]);

    await change('archive-session');
    await change('archive-session');
    await bench.ask(session, 'One more thing');
    expect(await listed()).toEqual([false]);
    const noted = bench.journal(session).map(({ type }) => type);
    expect(noted.filter((type) => type === 'session-archived')).toHaveLength(2);
  });

  it('[S6] stop what runs in them when they are archived, and can go on with it when they are back', async () => {
    const never = gate();
    const bench = await AgentBench.open({
      model: new SteppedModel([() => never.opened], [responseDone(says('Done.'))]),
    });
    const session = await bench.newSession();
    await bench.send(session, 'Hi');
    await bench.queue(session, 'And then this');
    doneOf(await bench.command({ type: 'archive-session', sessionId: session }));
    never.open();
    expect(await bench.engine.sessions()).toMatchObject([{ status: 'cancelled', isArchived: true }]);
    expect(bench.view(session).queue).toMatchObject({ isHeld: true, items: [{ text: 'And then this' }] });

    doneOf(await bench.command({ type: 'continue', sessionId: session }));
    expect(await bench.ended(session)).toMatchObject({ status: 'completed' });
    expect(bench.view(session).isArchived).toBe(false);
  });

  it('are found by words in titles and in what was said by either side', async () => {
    const bench = await AgentBench.open({
      script: [says('The rocket is fuelled.'), says('Bread and butter.')],
    });
    const [launch, food] = [await bench.newSession(), await bench.newSession()];
    await bench.ask(launch, 'How is it going?');
    await bench.ask(food, 'What is missing?');
    const found = async (text: string) => (await bench.engine.search(text)).map((session) => session.id);
    expect(await found('ROCKET going')).toEqual([launch]);
    expect(await found('butter')).toEqual([food]);
    expect(await found('rocket butter')).toEqual([]);
    expect((await found(' ')).toSorted()).toEqual([launch, food].toSorted());
  });

  it('show the same after a reload', async () => {
    const bench = await AgentBench.open({
      script: [[call('a', 'create_project', { name: 'Launch' })], says('Done.')],
    });
    const session = await bench.newSession();
    await bench.ask(session, 'Create it');
    const before = bench.view(session);
    await bench.close();
    const after = await AgentBench.open({ device: bench.device });
    expect(await after.engine.open(session)).toEqual(before);
  });

  it('tell listeners of the list only when the list has changed, and of nothing once they have left', async () => {
    const bench = await AgentBench.open({
      script: [[call('a', 'create_project', { name: 'Launch' })], says('Done.'), says('Two.')],
    });
    const session = await bench.newSession();
    await bench.ask(session, 'Create it');
    const listed = bench.events.filter((event) => event.type === 'sessions-changed');
    // Made; titled and running at once; completed.
    expect(listed).toHaveLength(3);
    const heard: string[] = [];
    const leave = bench.engine.subscribe((event) => heard.push(event.type));
    leave();
    await bench.ask(session, 'More');
    expect(heard).toEqual([]);
  });

  it('keep the identity of every entry that did not change', async () => {
    const bench = await AgentBench.open({ script: [says('One.'), says('Two.')] });
    const session = await bench.newSession();
    await bench.ask(session, 'Hi');
    const before = bench.view(session).entries;
    await bench.ask(session, 'More');
    const after = bench.view(session).entries;
    expect(after.slice(0, 2).every((entry, index) => entry === before[index])).toBe(true);
    expect(newestAnswer(bench.view(session)).blocks).toMatchObject([{ text: 'Two.' }]);
  });

  it('report what storage says, and go on once it is well again', async () => {
    const bench = await AgentBench.open({ script: [says('One.')] });
    const session = await bench.newSession();
    bench.device.database.beforeWrite = () => Promise.reject(new TestStorageError('storage-full'));
    await expect(bench.send(session, 'Hi')).rejects.toMatchObject({ code: 'storage-full' });
    bench.device.database.beforeWrite = () => Promise.resolve();
    expect(await bench.ask(session, 'Hi')).toMatchObject({ status: 'completed' });
  });

  it('that another window has written to are read again, and the command is decided anew', async () => {
    const here = await AgentBench.open({ script: [says('Two.')] });
    const session = await here.newSession();
    const there = await AgentBench.open({ device: here.device, script: [says('One.')] });
    await there.ask(session, 'From there');
    await expect.poll(() => here.device.locks.held.size).toBe(0);
    expect(await here.ask(session, 'From here')).toMatchObject({ status: 'completed' });
    expect(here.view(session).entries).toMatchObject([
      { text: 'From there' },
      { type: 'answer' },
      { text: 'From here' },
      { type: 'answer' },
    ]);
  });

  it('hold nothing that could not be sent to another thread', async () => {
    const bench = await AgentBench.open({
      script: [[call('a', 'ask_user', { question: 'Which?' })], says('Done.')],
    });
    const session = await bench.newSession();
    await bench.send(session, 'Hi');
    await bench.respond(session, await bench.request(session), {
      type: 'answered',
      choices: [],
      text: 'That one',
    });
    await bench.ended(session);
    expect(structuredClone(bench.events)).toEqual(bench.events);
  });
});
