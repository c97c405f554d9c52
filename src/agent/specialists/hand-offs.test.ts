import { assistantMessage, functionCall, ScriptedModel } from '@openai/agents/testing';
import { describe, expect, it } from 'vitest';

import type { SessionId } from '@/domain/sessions';
import { AgentBench, newestAnswer } from '@/testing/agent-bench';
import { personWith, projectWith, taskWith } from '@/testing/builders';

import { createModelLoop } from '../models';
import { createOfflineModel } from '../models/offline';

const call = (id: string, tool: string, args: Record<string, unknown>) =>
  functionCall(tool, args, { callId: id });
const toPlanner = call('h', 'transfer_to_planner', { task: 'Plan the launch' });
const toCommunications = call('m', 'transfer_to_communications', { task: 'Tell Ada' });
const addNew = call('a', 'add_task', { title: 'New', project: 'Launch' });
const deleteOld = call('b', 'delete_tasks', { tasks: ['Old'] });
const done = [assistantMessage('Done.')];

const seed = {
  project: [projectWith('launch', { name: 'Launch' })],
  task: [taskWith('Old')],
};

async function benchWith(model: ScriptedModel): Promise<{ bench: AgentBench; session: SessionId }> {
  const bench = await AgentBench.open({ model });
  await bench.seed(seed);
  return { bench, session: await bench.newSession() };
}

/** Names of the tools that a request offered. */
function offered(model: ScriptedModel, index: number): readonly string[] {
  return (model.calls[index]?.request.tools ?? []).flatMap((tool) => ('name' in tool ? [tool.name] : []));
}

function outcomes(bench: AgentBench, session: SessionId): readonly string[] {
  return bench.settledCalls(session).map(({ callId, outcome }) => `${callId} ${outcome}`);
}

describe('a hand-off', () => {
  it('[L4] is a step of the visible thinking, and the next request has the charge and the tools of who took over', async () => {
    const model = new ScriptedModel([[toPlanner], [addNew], done]);
    const { bench, session } = await benchWith(model);
    const answer = await bench.ask(session, 'Plan it');
    expect(answer.status).toBe('completed');
    expect(answer.steps.map(({ type, title }) => `${type}: ${title}`)).toEqual([
      'planning: Planned 1 action',
      'tool_call: Hand over to Planner',
      'result: Handed to Planner: Plan the launch',
      'planning: Planned 1 action',
      'tool_call: Add task “New” to Launch',
      expect.stringMatching(/^result: /),
      'planning: Answered',
    ]);
    expect(offered(model, 0)).toContain('delete_tasks');
    expect(offered(model, 0)).toContain('transfer_to_planner');
    expect(offered(model, 1)).toContain('add_task');
    expect(offered(model, 1)).toContain('transfer_to_communications');
    expect(offered(model, 1)).not.toContain('delete_tasks');
    expect(offered(model, 1)).not.toContain('transfer_to_planner');
    expect(model.calls[0]?.request.systemInstructions).not.toContain('you are Planner');
    expect(model.calls[1]?.request.systemInstructions).toContain('you are Planner');
    expect(bench.taskTitles()).toEqual(['New', 'Old']);
  });

  it('offers Momentum every tool, and each of them to one specialist at least', async () => {
    const model = new ScriptedModel([
      [toPlanner],
      [call('w', 'transfer_to_workspace', { task: 'Tidy up' })],
      [toCommunications],
      done,
    ]);
    const { bench, session } = await benchWith(model);
    await bench.ask(session, 'Go round');
    expect(outcomes(bench, session)).toEqual(['h done', 'w done', 'm done']);
    const [all = [], ...theirs] = [0, 1, 2, 3].map((index) => offered(model, index));
    expect(new Set(theirs.flat())).toEqual(new Set(all));
    for (const tools of theirs) expect(tools.length).toBeLessThan(all.length);
  });

  it('[C1] takes its turn among the calls of a response, which keep the tools of who asked for them', async () => {
    const model = new ScriptedModel([[toCommunications, addNew], done]);
    const { bench, session } = await benchWith(model);
    await bench.ask(session, 'Both');
    expect(outcomes(bench, session)).toEqual(['m done', 'a done']);
    expect(offered(model, 1)).not.toContain('add_task');
  });

  it('[C2] is refused in words a second time in a response, to oneself, and without a task', async () => {
    const again = call('m2', 'transfer_to_communications', { task: 'Again' });
    const empty = call('e', 'transfer_to_planner', { task: ' ' });
    const model = new ScriptedModel([[toCommunications, toPlanner], [again, empty], done]);
    const { bench, session } = await benchWith(model);
    await bench.ask(session, 'Go');
    expect(outcomes(bench, session)).toEqual(['m done', 'h failed', 'm2 failed', 'e failed']);
    expect(bench.settledCalls(session).map(({ output }) => output)).toEqual([
      'Handed to Communications, who goes on with this message from here.',
      expect.stringContaining('handed to Communications already'),
      expect.stringContaining('you are Communications'),
      expect.stringContaining('task: Say in task'),
    ]);
    expect(offered(model, 2)).not.toContain('add_task');
  });

  it('[C2] leaves calls outside the charge undone and says who does them', async () => {
    const model = new ScriptedModel([[toPlanner], [deleteOld], done]);
    const { bench, session } = await benchWith(model);
    await bench.ask(session, 'Plan it');
    expect(outcomes(bench, session)).toEqual(['h done', 'b failed']);
    expect(bench.settledCalls(session)[1]?.output).toBe(
      'Not run: Planner has no tool “delete_tasks”. If it is needed, hand the conversation over with transfer_to_workspace.',
    );
    expect(bench.taskTitles()).toEqual(['Old']);
  });

  it('holds for one message: the next one comes to Momentum, and other sessions know nothing of it', async () => {
    const model = new ScriptedModel([[toPlanner], done, done, done]);
    const { bench, session } = await benchWith(model);
    await bench.ask(session, 'Plan it');
    await bench.ask(session, 'And now?');
    await bench.ask(await bench.newSession(), 'Hello');
    expect(offered(model, 1)).not.toContain('delete_tasks');
    expect(offered(model, 2)).toContain('delete_tasks');
    expect(offered(model, 3)).toContain('delete_tasks');
  });

  it('[L3] [Q3] is still in force when another page goes on from the journal, for open calls and for what follows', async () => {
    const question = call('q', 'ask_user', { question: 'Which?' });
    const { bench, session } = await benchWith(new ScriptedModel([[toPlanner], [question, deleteOld]]));
    await bench.send(session, 'Plan it');
    const request = await bench.request(session);
    await bench.close();

    const model = new ScriptedModel([done]);
    const after = await AgentBench.open({ model, device: bench.device });
    await after.engine.open(session);
    await after.respond(session, request, { type: 'answered', choices: [], text: 'Both' });
    expect((await after.ended(session)).status).toBe('completed');
    expect(outcomes(after, session)).toEqual(['h done', 'q done', 'b failed']);
    expect(offered(model, 0)).not.toContain('delete_tasks');
    expect(offered(model, 0)).toContain('add_task');
  });

  it('[I2] [I5] [I7] is interrupted like any work: the new message comes to Momentum, and Continue to who had it', async () => {
    const question = call('q', 'ask_user', { question: 'Which?' });
    const model = new ScriptedModel([[toPlanner], [addNew, question, deleteOld], done, done]);
    const { bench, session } = await benchWith(model);
    await bench.send(session, 'Plan it');
    await bench.request(session);
    const [first] = bench.view(session).entries.filter((entry) => entry.type === 'answer');
    await bench.ask(session, 'How are you?');
    expect(offered(model, 2)).toContain('delete_tasks');
    const stopped = bench.view(session).interruptedRuns[0];
    expect(stopped).toMatchObject({
      runId: first?.runId,
      done: ['Hand over to Planner', 'Add task “New” to Launch'],
    });
    if (stopped === undefined) return;
    await bench.command({ type: 'continue', sessionId: session, runId: stopped.runId });
    const request = await bench.request(session);
    await bench.respond(session, request, { type: 'answered', choices: [], text: 'Both' });
    await bench.ended(session);
    expect(outcomes(bench, session)).toEqual(['h done', 'a done', 'q done', 'b failed']);
    expect(offered(model, 3)).not.toContain('delete_tasks');
  });
});

describe('the built-in model', () => {
  it('hands a message about nothing but an email to Communications, and does it there', async () => {
    const { bench, session } = await offlineBench();
    await bench.send(session, 'Send an email to Ada Lovelace saying the server is back up');
    const request = await bench.request(session);
    expect(newestAnswer(bench.view(session)).steps.map(({ title }) => title)).toContain(
      'Handed to Communications: Send an email to Ada Lovelace saying the server is back up',
    );
    await bench.respond(session, request, { type: 'approved' });
    expect((await bench.ended(session)).receipt.sent).toBe(1);
    expect(bench.settledCalls(session).map(({ tool, outcome }) => `${tool} ${outcome}`)).toEqual([
      'transfer_to_communications done',
      'send_email done',
    ]);
  });

  it('hands several projects to Planner, and keeps one task for itself', async () => {
    const { bench, session } = await offlineBench();
    await bench.ask(session, 'Create a project called Apollo and create a project called Gemini');
    await bench.ask(session, 'Add a task “Call Tom” to Launch');
    expect(bench.settledCalls(session).map(({ tool, outcome }) => `${tool} ${outcome}`)).toEqual([
      'transfer_to_planner done',
      'create_project done',
      'create_project done',
      'add_task done',
    ]);
  });
});

async function offlineBench(): Promise<{ bench: AgentBench; session: SessionId }> {
  const modelLoop = createModelLoop({ name: 'offline', model: createOfflineModel() });
  const bench = await AgentBench.open({ modelLoop });
  await bench.seed({
    ...seed,
    person: [personWith('ada', { name: 'Ada Lovelace', email: 'ada@example.com' })],
  });
  return { bench, session: await bench.newSession() };
}
