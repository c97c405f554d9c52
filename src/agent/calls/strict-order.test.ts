import { assistantMessage, functionCall, ScriptedModel } from '@openai/agents/testing';
import { describe, expect, it } from 'vitest';

import { AgentBench, doneOf, newestAnswer } from '@/testing/agent-bench';
import { projectWith, taskWith } from '@/testing/builders';
import { gate } from '@/testing/model-scripts';

const call = (id: string, tool: string, args: string | Record<string, unknown>) =>
  functionCall(tool, args, { callId: id });
const launch = { project: [projectWith('launch', { name: 'Launch' })] };

function stepsOf(bench: AgentBench, session: Awaited<ReturnType<AgentBench['newSession']>>) {
  return newestAnswer(bench.view(session)).steps.map((step) => `${step.type} ${step.status}: ${step.title}`);
}

describe('the calls of one response', () => {
  it('[C1] wait behind the call that waits for the person: A is read, B would delete, C would create', async () => {
    const model = new ScriptedModel([
      [
        call('a', 'list_tasks', { project: 'Launch' }),
        call('b', 'delete_tasks', { tasks: ['Old'] }),
        call('c', 'add_task', { title: 'New', project: 'Launch' }),
      ],
      [assistantMessage('Understood.')],
    ]);
    const bench = await AgentBench.open({ model });
    await bench.seed({ ...launch, task: [taskWith('Old')] });
    const session = await bench.newSession();
    await bench.send(session, 'Replace the old task');
    const request = await bench.request(session);
    expect(request.spec).toMatchObject({ type: 'approval', tool: 'delete_tasks' });
    expect(stepsOf(bench, session).slice(1)).toEqual([
      'tool_call completed: List the tasks in Launch',
      expect.stringMatching(/^result completed/),
      'tool_call in_progress: Delete “Old”',
      'tool_call pending: Add task “New” to Launch',
    ]);
    expect(bench.taskTitles()).toEqual(['Old']);

    doneOf(await bench.respond(session, request, { type: 'refused', reason: 'I still need it' }));
    const answer = await bench.ended(session);
    expect(answer.status).toBe('completed');
    expect(bench.settledCalls(session).map(({ callId, outcome }) => `${callId} ${outcome}`)).toEqual([
      'a done',
      'b refused',
      'c superseded',
    ]);
    expect(bench.taskTitles()).toEqual(['Old']);
    expect(bench.device.database.log()).toHaveLength(1);

    const told = model.calls[1]?.request.input;
    expect(told).toMatchObject([
      { role: 'user' },
      { type: 'function_call', callId: 'a' },
      { type: 'function_call', callId: 'b' },
      { type: 'function_call', callId: 'c' },
      { type: 'function_call_result', callId: 'a', output: { text: expect.stringContaining('Old') } },
      {
        type: 'function_call_result',
        callId: 'b',
        output: {
          text: expect.stringMatching(/refused.*I still need it.*Not run because of it: Add task “New”/),
        },
      },
      { type: 'function_call_result', callId: 'c', output: { text: expect.stringContaining('Not run') } },
    ]);
  });

  it('[C5] says in the output of a refused call what had already happened before it', async () => {
    const model = new ScriptedModel([
      [
        call('a', 'add_task', { title: 'New', project: 'Launch' }),
        call('b', 'delete_tasks', { tasks: ['Old'] }),
      ],
      [assistantMessage('Understood.')],
    ]);
    const bench = await AgentBench.open({ model });
    await bench.seed({ ...launch, task: [taskWith('Old')] });
    const session = await bench.newSession();
    await bench.send(session, 'Replace the old task');
    await bench.respond(session, await bench.request(session), { type: 'refused', reason: '' });
    await bench.ended(session);
    expect(bench.settledCalls(session)[1]?.output).toMatch(
      /no reason.*Done before it: Add task “New” to Launch/,
    );
  });

  it('[C2] that cannot run fail one by one, each with what was wrong and what is allowed, and the others go on', async () => {
    const model = new ScriptedModel([
      [
        call('a', 'add_task', '{"title": "Half'),
        call('b', 'summon_dragon', {}),
        call('c', 'add_task', { title: 'New', project: 'Launch', priority: 'enormous' }),
        call('d', 'add_task', { title: 'New', project: 'Lunch' }),
        call('e', 'add_task', { title: 'New', project: 'Launch' }),
      ],
      [assistantMessage('Done.')],
    ]);
    const bench = await AgentBench.open({ model });
    await bench.seed(launch);
    const session = await bench.newSession();
    const answer = await bench.ask(session, 'Add a task');
    expect(bench.settledCalls(session).map(({ outcome, output }) => [outcome, output])).toEqual([
      ['failed', expect.stringContaining('not JSON')],
      ['failed', expect.stringMatching(/no tool “summon_dragon”.*add_task/)],
      ['failed', expect.stringMatching(/priority.*urgent/)],
      ['failed', expect.stringContaining('Launch')],
      ['done', expect.stringContaining('New')],
    ]);
    expect(answer.steps.filter((step) => step.type === 'tool_call').map((step) => step.status)).toEqual([
      'failed',
      'failed',
      'failed',
      'failed',
      'completed',
    ]);
    expect(bench.taskTitles()).toEqual(['New']);
  });

  it('[C6] keep their arguments, output, figures and commit, and who made it', async () => {
    const model = new ScriptedModel([
      [call('a', 'update_task', { task: 'Old', priority: 'high' })],
      [assistantMessage('Done.')],
    ]);
    const bench = await AgentBench.open({ model });
    await bench.seed({ ...launch, task: [taskWith('Old')] });
    const session = await bench.newSession();
    const answer = await bench.ask(session, 'Make it urgent');
    const entry = bench.device.database.log().at(-1);
    expect(entry?.commit.author).toEqual({
      type: 'agent',
      sessionId: session,
      turnId: answer.turnId,
      callId: 'a',
    });
    expect(bench.settledCalls(session)).toMatchObject([
      {
        outcome: 'done',
        commitId: entry?.commit.id,
        counts: { created: 0, changed: 1, deleted: 0, sent: 0 },
        touched: ['Old'],
        args: { priority: 'high' },
      },
    ]);
    expect(answer.receipt).toMatchObject({ created: 0, changed: 1, approvals: 0 });
    expect(answer.commitIds).toEqual([entry?.commit.id]);
  });

  it('are written together with what they did: one transaction a call, and none for showing', async () => {
    const model = new ScriptedModel([
      [call('a', 'add_task', { title: 'New', project: 'Launch' }), call('b', 'list_tasks', {})],
      [assistantMessage('Done.')],
    ]);
    const bench = await AgentBench.open({ model });
    await bench.seed(launch);
    const session = await bench.newSession();
    await bench.ask(session, 'Add a task');
    const writes = bench.device.database.writes.map((write) =>
      write.type === 'commit'
        ? ['commit', ...write.journal.map((record) => record.event)]
        : write.append.records.map((record) => record.event),
    );
    expect(writes.slice(2)).toMatchObject([
      [{ type: 'message-sent' }, { type: 'run-started' }],
      [{ type: 'response-received' }],
      ['commit', { type: 'call-settled', callId: 'a' }],
      [{ type: 'call-settled', callId: 'b' }],
      [{ type: 'response-received' }],
      [{ type: 'run-ended' }],
    ]);
  });

  it('[W4] are planned again when the workspace moves while they are being stored', async () => {
    const model = new ScriptedModel([
      [call('a', 'update_task', { task: 'Old', priority: 'high' })],
      [assistantMessage('Done.')],
    ]);
    const bench = await AgentBench.open({ model });
    await bench.seed({ ...launch, task: [taskWith('Old')] });
    const session = await bench.newSession();
    const other = await AgentBench.open({ device: bench.device });
    let isMoved = false;
    bench.device.database.beforeWrite = async (write) => {
      if (write !== 'commit' || isMoved) return;
      isMoved = true;
      await other.seed({ project: [projectWith('other')] });
    };
    await bench.ask(session, 'Make it urgent');
    expect(bench.device.database.log().map(({ commit }) => commit.author.type)).toEqual([
      'person',
      'person',
      'agent',
    ]);
    expect(bench.live.state().workspace.tables.task.get(taskWith('Old').id)?.priority).toBe('high');
  });
});

describe('cancelling', () => {
  it('[C8] aborts the running call, starts none behind it, keeps what is done, and leaves the history whole', async () => {
    const model = new ScriptedModel([
      [
        call('a', 'add_task', { title: 'New', project: 'Launch' }),
        call('b', 'delete_tasks', { tasks: ['Old'] }),
        call('c', 'add_task', { title: 'Third', project: 'Launch' }),
        call('d', 'add_task', { title: 'Fourth', project: 'Launch' }),
      ],
      [assistantMessage('What else?')],
    ]);
    const bench = await AgentBench.open({ model });
    await bench.seed({ ...launch, task: [taskWith('Old')] });
    const session = await bench.newSession();
    await bench.send(session, 'Do a lot');
    const request = await bench.request(session);
    doneOf(await bench.command({ type: 'cancel', sessionId: session }));

    const view = bench.view(session);
    expect(view).toMatchObject({ status: 'cancelled', openRequests: [] });
    expect(stepsOf(bench, session).slice(1)).toEqual([
      'tool_call completed: Add task “New” to Launch',
      'result completed: “New” added to Launch',
      'tool_call cancelled: Delete “Old”',
      'tool_call cancelled: Add task “Third” to Launch',
      'tool_call cancelled: Add task “Fourth” to Launch',
    ]);
    expect(newestAnswer(view).blocks).toMatchObject([
      { type: 'request', request: { id: request.id, status: { type: 'withdrawn' } } },
    ]);
    expect(bench.taskTitles()).toEqual(['New', 'Old']);

    await bench.ask(session, 'Never mind');
    expect(model.calls[1]?.request.input).toMatchObject([
      { role: 'user', content: 'Do a lot' },
      { type: 'function_call', callId: 'a' },
      { type: 'function_call_result', callId: 'a' },
      { role: 'system', content: expect.stringMatching(/stopped.*Delete “Old”; Add task “Third”/) },
      { role: 'user', content: 'Never mind' },
    ]);
  });

  it('[C8] lets a commit that is under way finish, and counts it as done', async () => {
    const model = new ScriptedModel([
      [
        call('a', 'add_task', { title: 'New', project: 'Launch' }),
        call('b', 'add_task', { title: 'Second', project: 'Launch' }),
      ],
    ]);
    const bench = await AgentBench.open({ model });
    await bench.seed(launch);
    const session = await bench.newSession();
    const [reached, disk] = [gate(), gate()];
    bench.device.database.beforeWrite = async (write) => {
      if (write !== 'commit') return;
      reached.open();
      await disk.opened;
    };
    await bench.send(session, 'Add two');
    await reached.opened;
    const cancelled = bench.command({ type: 'cancel', sessionId: session });
    disk.open();
    await cancelled;
    expect(bench.settledCalls(session)).toMatchObject([{ callId: 'a', outcome: 'done' }]);
    expect(newestAnswer(bench.view(session))).toMatchObject({ status: 'cancelled', receipt: { created: 1 } });
    expect(bench.taskTitles()).toEqual(['New']);
  });
});
