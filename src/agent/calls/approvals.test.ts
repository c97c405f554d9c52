import {
  assistantMessage,
  functionCall,
  ScriptedModel,
  type ScriptedModelInput,
} from '@openai/agents/testing';
import { describe, expect, it } from 'vitest';

import { planUpdateTasks } from '@/domain/planning';
import type { ApprovalSpec, PersonRequest, RequestResponse } from '@/domain/sessions';
import type { Task } from '@/domain/workspace';
import { AgentBench, doneOf, newestAnswer, type BenchOptions } from '@/testing/agent-bench';
import { noon, projectWith, taskWith } from '@/testing/builders';
import { gate } from '@/testing/model-scripts';

const call = (id: string, tool: string, args: Record<string, unknown>) =>
  functionCall(tool, args, { callId: id });
const tasks = ['one', 'two', 'three', 'four'].map((id) => taskWith(id));

async function benchWith(script: readonly ScriptedModelInput[], options: Partial<BenchOptions> = {}) {
  const model = new ScriptedModel([...script, [assistantMessage('Done.')]]);
  const bench = await AgentBench.open({ model, ...options });
  await bench.seed({ project: [projectWith('launch', { name: 'Launch' })], task: tasks });
  return { bench, model, session: await bench.newSession() };
}

function approvalOf(request: PersonRequest): ApprovalSpec {
  if (request.spec.type !== 'approval') throw new Error('It is a question.');
  return request.spec;
}

const complete = call('a', 'complete_tasks', { tasks: ['one', 'two', 'three'] });
const statusOf = (bench: AgentBench, id: string): Task['status'] | undefined =>
  bench.live.state().workspace.tables.task.get(taskWith(id).id)?.status;

describe('an approval', () => {
  it('[C3] [C4] is asked for from the plan, shows exactly what will change, and that is what is committed', async () => {
    const { bench, session } = await benchWith([[complete]]);
    await bench.send(session, 'Finish them');
    const request = await bench.request(session);
    const spec = approvalOf(request);
    expect(spec).toMatchObject({
      tool: 'complete_tasks',
      effects: [],
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(spec.reasons).toEqual([{ type: 'bulk', text: 'Changes 3 tasks at once' }]);
    expect(spec.preview.map(({ type, name, fields }) => [type, name, fields[0]?.becomes])).toEqual([
      ['changed', 'one', 'Done'],
      ['changed', 'two', 'Done'],
      ['changed', 'three', 'Done'],
    ]);
    expect(bench.view(session).status).toBe('awaiting_user');

    doneOf(await bench.respond(session, request, { type: 'approved' }));
    const answer = await bench.ended(session);
    expect(answer).toMatchObject({ status: 'completed', receipt: { changed: 3, approvals: 1 } });
    expect(bench.device.database.log()).toHaveLength(2);
    expect(['one', 'two', 'three', 'four'].map((id) => statusOf(bench, id))).toEqual([
      'done',
      'done',
      'done',
      'todo',
    ]);
  });

  it('[C4] is superseded when the plan has changed meanwhile, and what it would do now is asked anew', async () => {
    const { bench, session } = await benchWith([[complete]]);
    await bench.send(session, 'Finish them');
    const first = await bench.request(session);
    const other = await AgentBench.open({ device: bench.device });
    await other.live.change((workspace) =>
      planUpdateTasks(workspace, [taskWith('one').id], { status: 'done' }, noon),
    );
    await bench.live.catchUp();
    doneOf(await bench.respond(session, first, { type: 'approved' }));
    const view = await bench.until(session, ({ openRequests }) =>
      openRequests.some(({ id }) => id !== first.id),
    );
    const [second] = view.openRequests;
    expect(newestAnswer(view).blocks).toMatchObject([
      {
        request: { id: first.id, status: { type: 'superseded', reason: expect.stringContaining('changed') } },
      },
      { request: { id: second?.id, status: { type: 'open' } } },
    ]);
    expect(statusOf(bench, 'two')).toBe('todo');
    if (second === undefined) throw new Error('Nothing was asked.');
    expect(approvalOf(second)).toMatchObject({
      reasons: [{ type: 'asked' }],
      preview: [{ name: 'two' }, { name: 'three' }],
    });
    doneOf(await bench.respond(session, second, { type: 'approved' }));
    expect((await bench.ended(session)).receipt).toMatchObject({ changed: 2, approvals: 1 });
  });

  it('[C4] stays good when something else changed meanwhile', async () => {
    const { bench, session } = await benchWith([[complete]]);
    await bench.send(session, 'Finish them');
    const request = await bench.request(session);
    await bench.seed({ task: [taskWith('unrelated')] });
    bench.device.clock.advance(86_400_000);
    doneOf(await bench.respond(session, request, { type: 'approved' }));
    const answer = await bench.ended(session);
    expect(answer.blocks).toHaveLength(2);
    expect(answer.receipt).toMatchObject({ changed: 3, approvals: 1 });
  });

  it('[C4] of something that there is nothing left to do about is superseded, and the model hears so', async () => {
    const { bench, session } = await benchWith([[complete]]);
    await bench.send(session, 'Finish them');
    const request = await bench.request(session);
    await bench.live.change<never>((workspace) => {
      const deltas = tasks.slice(0, 3).flatMap((task) => {
        const present = workspace.tables.task.get(task.id);
        return present === undefined
          ? []
          : [{ type: 'delete' as const, kind: 'task' as const, entity: present }];
      });
      return { type: 'planned', plan: { deltas, summary: 'Gone' } };
    });
    doneOf(await bench.respond(session, request, { type: 'approved' }));
    const answer = await bench.ended(session);
    expect(answer.blocks[0]).toMatchObject({ request: { status: { type: 'superseded' } } });
    expect(bench.settledCalls(session)).toMatchObject([{ outcome: 'failed', commitId: null }]);
  });

  it('[C5] with changed arguments runs what the person wrote, and tells the model', async () => {
    const { bench, model, session } = await benchWith([[complete]]);
    await bench.send(session, 'Finish them');
    const request = await bench.request(session);
    const args = { ...approvalOf(request).args, tasks: ['one', 'two'] };
    const draft = await bench.engine.draft(session, request.id, args);
    expect(draft).toMatchObject({ type: 'planned', spec: { preview: [{ name: 'one' }, { name: 'two' }] } });
    if (draft.type !== 'planned') throw new Error('It cannot be planned.');
    const { hash } = draft.spec;
    doneOf(await bench.respond(session, request, { type: 'approved-with-changes', args, hash }));
    const answer = await bench.ended(session);
    expect(answer.blocks[0]).toMatchObject({
      request: { status: { type: 'responded', response: { type: 'approved-with-changes' } } },
    });
    expect(['one', 'two', 'three'].map((id) => statusOf(bench, id))).toEqual(['done', 'done', 'todo']);
    expect(model.calls[1]?.request.input).toMatchObject([
      {},
      {},
      {
        output: {
          text: expect.stringMatching(/^The person changed it before approving: tasks from .* to .*/),
        },
      },
    ]);
  });

  it('[C4] [C5] with changed arguments is good for the draft that was shown, and asked anew when that has changed', async () => {
    const { bench, session } = await benchWith([[complete]]);
    await bench.send(session, 'Finish them');
    const request = await bench.request(session);
    const args = { ...approvalOf(request).args, tasks: ['one', 'two'] };
    const draft = await bench.engine.draft(session, request.id, args);
    if (draft.type !== 'planned') throw new Error('It cannot be planned.');
    const other = await AgentBench.open({ device: bench.device });
    await other.live.change((workspace) =>
      planUpdateTasks(workspace, [taskWith('two').id], { status: 'done' }, noon),
    );
    await bench.live.catchUp();
    const { hash } = draft.spec;
    doneOf(await bench.respond(session, request, { type: 'approved-with-changes', args, hash }));

    const view = await bench.until(session, ({ openRequests }) =>
      openRequests.some(({ id }) => id !== request.id),
    );
    const [again] = view.openRequests;
    if (again === undefined) throw new Error('Nothing was asked.');
    expect(approvalOf(again).preview).toMatchObject([{ name: 'one' }]);
    expect(statusOf(bench, 'one')).toBe('todo');
    doneOf(await bench.respond(session, again, { type: 'approved' }));
    await bench.ended(session);
    expect(['one', 'two', 'three'].map((id) => statusOf(bench, id))).toEqual(['done', 'done', 'todo']);
  });

  it('[C5] with changed arguments that do not fit says at which field, and stays open', async () => {
    const { bench, session } = await benchWith([
      [call('a', 'update_tasks', { tasks: ['one', 'two', 'three'], due_date: '2026-02-01' })],
    ]);
    await bench.send(session, 'Move them');
    const request = await bench.request(session);
    const args = { ...approvalOf(request).args, due_date: 'soonish' };
    expect(await bench.engine.draft(session, request.id, args)).toMatchObject({
      type: 'invalid',
      problems: [{ field: 'due_date' }],
    });
    expect(await bench.respond(session, request, { type: 'approved-with-changes', args })).toMatchObject({
      type: 'refused',
      code: 'invalid',
      message: expect.stringContaining('due_date'),
    });
    expect(bench.view(session).openRequests).toEqual([request]);
    await bench.command({ type: 'cancel', sessionId: session });
  });

  it('[Q2] is decided once: the second click, and every one after it, is told so and changes nothing', async () => {
    const { bench, session } = await benchWith([[complete]]);
    await bench.send(session, 'Finish them');
    const request = await bench.request(session);
    const replies = await Promise.all([
      bench.respond(session, request, { type: 'approved' }),
      bench.respond(session, request, { type: 'approved' }),
      bench.respond(session, request, { type: 'refused', reason: 'Wait' }),
    ]);
    expect(replies).toMatchObject([
      { type: 'done' },
      { type: 'refused', code: 'already-settled' },
      { type: 'refused', code: 'already-settled' },
    ]);
    await bench.ended(session);
    expect(bench.device.database.log()).toHaveLength(2);
    expect(await bench.respond(session, request, { type: 'approved' })).toMatchObject({
      code: 'already-settled',
    });
  });

  it('[Q2] refuses an answer to a question, and a request that nobody opened', async () => {
    const { bench, session } = await benchWith([[complete]]);
    await bench.send(session, 'Finish them');
    const request = await bench.request(session);
    const answer: RequestResponse = { type: 'answered', choices: [], text: 'Yes' };
    expect(await bench.respond(session, request, answer)).toMatchObject({ code: 'mismatch' });
    const stranger = { ...request, id: bench.device.ids.request() };
    expect(await bench.respond(session, stranger, { type: 'approved' })).toMatchObject({
      code: 'unknown-request',
    });
    expect(bench.view(session).openRequests).toEqual([request]);
    await bench.command({ type: 'cancel', sessionId: session });
  });

  it('[Q4] that nobody decided in time is “no answer”, never a refusal, and a late click is told so', async () => {
    const { bench, session } = await benchWith(
      [[complete, call('b', 'add_task', { title: 'New', project: 'Launch' })]],
      {
        settings: { requestPatienceMs: 60_000 },
      },
    );
    await bench.send(session, 'Finish them');
    const request = await bench.request(session);
    expect(request.deadline).toBe(request.openedAt + 60_000);
    bench.device.clock.advance(60_000);
    expect(await bench.respond(session, request, { type: 'approved' })).toMatchObject({ code: 'expired' });
    const answer = await bench.ended(session);
    expect(answer.blocks[0]).toMatchObject({ request: { status: { type: 'expired' } } });
    expect(bench.settledCalls(session).map((each) => [each.outcome, each.output])).toEqual([
      ['unanswered', expect.stringMatching(/^No answer.*did not refuse/)],
      ['superseded', expect.stringContaining('was not answered')],
    ]);
    expect(bench.taskTitles()).not.toContain('New');
  });

  it('[Q4] can be given more time, which other windows and later visits see, until somebody decides or it is over', async () => {
    const { bench, session } = await benchWith([[complete]], { settings: { requestPatienceMs: 60_000 } });
    await bench.send(session, 'Finish them');
    const request = await bench.request(session);
    const extend = () => bench.command({ type: 'extend-request', sessionId: session, requestId: request.id });
    bench.device.clock.advance(50_000);
    doneOf(await extend());
    const [extended] = bench.view(session).openRequests;
    expect(extended?.deadline).toBeGreaterThanOrEqual(request.openedAt + 110_000);
    expect(extended).toEqual({ ...request, deadline: extended?.deadline });
    expect(bench.journal(session).at(-1)).toMatchObject({
      type: 'request-extended',
      requestId: request.id,
      deadline: extended?.deadline,
    });

    bench.device.clock.advance(50_000);
    expect(await bench.engine.open(session)).toMatchObject({ openRequests: [extended] });
    doneOf(await bench.respond(session, request, { type: 'approved' }));
    await bench.ended(session);
    expect(await extend()).toMatchObject({ code: 'already-settled' });
  });

  it('[Q4] never have less time after more was taken, and for ever where the person has set no limit since', async () => {
    const { bench, session } = await benchWith([[complete]], { settings: { requestPatienceMs: 60_000 } });
    await bench.send(session, 'Finish them');
    const request = await bench.request(session);
    const extended = async (requestPatienceMs: number | null) => {
      bench.settings = { ...bench.settings, requestPatienceMs };
      doneOf(await bench.command({ type: 'extend-request', sessionId: session, requestId: request.id }));
      return bench.view(session).openRequests[0]?.deadline;
    };
    expect(await extended(1_000)).toBe(request.deadline);
    expect(await extended(null)).toBeNull();
    expect(await extended(60_000)).toBeNull();
    bench.device.clock.advance(10_000_000);
    doneOf(await bench.respond(session, request, { type: 'approved' }));
    expect(await bench.ended(session)).toMatchObject({ status: 'completed' });
  });

  it('[Q4] is not over for its run when more time was taken in the last moment', async () => {
    const { bench, session } = await benchWith([[complete]], { settings: { requestPatienceMs: 60_000 } });
    await bench.send(session, 'Finish them');
    const request = await bench.request(session);
    const { clock, database } = bench.device;
    const stored = gate();
    let isWriting = false;
    database.afterWrite = () => {
      isWriting = true;
      return stored.opened;
    };
    clock.advance(50_000);
    const extending = bench.command({ type: 'extend-request', sessionId: session, requestId: request.id });
    await expect.poll(() => isWriting).toBe(true);
    clock.advance(20_000);
    const looking = bench.engine.open(session);
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    stored.open();
    doneOf(await extending);
    expect((await looking)?.openRequests).toMatchObject([{ id: request.id }]);
    doneOf(await bench.respond(session, request, { type: 'approved' }));
    await bench.ended(session);
    expect(bench.settledCalls(session)).toMatchObject([{ outcome: 'done' }]);
  });

  it('[Q4] takes no more time once it is over', async () => {
    const { bench, session } = await benchWith([[complete]], { settings: { requestPatienceMs: 60_000 } });
    await bench.send(session, 'Finish them');
    const { id: requestId } = await bench.request(session);
    bench.device.clock.advance(60_000);
    expect(await bench.command({ type: 'extend-request', sessionId: session, requestId })).toMatchObject({
      code: 'expired',
    });
    await bench.ended(session);
  });
});

function update(id: string, task: string) {
  return call(id, 'update_task', { task, priority: 'high' });
}

describe('what needs the person', () => {
  it('[C3] adds up over the calls of one message, and forgets what the person has seen', async () => {
    const { bench, session } = await benchWith([
      [update('a', 'one'), update('b', 'one'), update('c', 'two')],
      [update('d', 'three')],
      [update('e', 'four')],
    ]);
    await bench.send(session, 'Raise them');
    const request = await bench.request(session);
    expect(approvalOf(request).reasons).toEqual([
      { type: 'bulk', text: 'Makes it 3 items changed for this message' },
    ]);
    expect(bench.settledCalls(session).map((each) => each.callId)).toEqual(['a', 'b', 'c']);
    doneOf(await bench.respond(session, request, { type: 'approved' }));
    const next = await bench.until(session, ({ openRequests }) =>
      openRequests.some(({ id }) => id !== request.id),
    );
    expect(next.openRequests).toHaveLength(1);
    await bench.command({ type: 'cancel', sessionId: session });
  });

  it('[C3] is not what the same message created', async () => {
    const titles = ['x', 'y', 'z'];
    const { bench, session } = await benchWith([
      titles.map((title) => call(`add-${title}`, 'add_task', { title, project: 'Launch' })),
      titles.map((title) => call(`up-${title}`, 'update_task', { task: title, priority: 'high' })),
    ]);
    expect(await bench.ask(session, 'Add three and raise them')).toMatchObject({
      status: 'completed',
      receipt: { created: 3, changed: 3, approvals: 0 },
    });
  });

  it('[C3] is everything that deletes, in every mode and whatever was granted', async () => {
    for (const askMode of ['every-change', 'when-it-matters', 'trust'] as const) {
      const { bench, session } = await benchWith([[call('a', 'delete_tasks', { tasks: ['one'] })]], {
        settings: { askMode },
      });
      doneOf(await bench.command({ type: 'grant', sessionId: session, tool: 'delete_tasks' }));
      await bench.send(session, 'Delete one');
      const request = await bench.request(session);
      expect(approvalOf(request).reasons).toEqual([{ type: 'destructive', text: 'Deletes 1 task' }]);
      await bench.command({ type: 'cancel', sessionId: session });
    }
  });

  it('[C3] is nothing in bulk for those who trust, and every change for those who want to see them', async () => {
    const trusting = await benchWith([[complete]], { settings: { askMode: 'trust' } });
    expect(await trusting.bench.ask(trusting.session, 'Finish them')).toMatchObject({
      receipt: { changed: 3, approvals: 0 },
    });

    const wary = await benchWith([[call('a', 'add_task', { title: 'New', project: 'Launch' })]], {
      settings: { askMode: 'every-change' },
    });
    await wary.bench.send(wary.session, 'Add one');
    const request = await wary.bench.request(wary.session);
    expect(approvalOf(request).reasons.map((reason) => reason.type)).toEqual(['asked']);
    await wary.bench.command({ type: 'cancel', sessionId: wary.session });
  });

  it('lets a granted tool run unasked in its session only, until the grant is taken back', async () => {
    const { bench, session } = await benchWith([[complete]]);
    doneOf(await bench.command({ type: 'grant', sessionId: session, tool: 'complete_tasks' }));
    doneOf(await bench.command({ type: 'grant', sessionId: session, tool: 'complete_tasks' }));
    expect(bench.view(session).grants).toEqual(['complete_tasks']);
    expect(await bench.ask(session, 'Finish them')).toMatchObject({ receipt: { changed: 3, approvals: 0 } });
    doneOf(await bench.command({ type: 'revoke-grant', sessionId: session, tool: 'complete_tasks' }));
    expect(bench.view(session).grants).toEqual([]);
    const elsewhere = await bench.newSession();
    expect((await bench.engine.open(elsewhere))?.grants).toEqual([]);
  });

  it('leaves requests that are open as they are when trust is switched on', async () => {
    const { bench, session } = await benchWith([[complete]]);
    await bench.send(session, 'Finish them');
    const request = await bench.request(session);
    bench.settings = { ...bench.settings, askMode: 'trust' };
    doneOf(await bench.command({ type: 'grant', sessionId: session, tool: 'complete_tasks' }));
    expect(bench.view(session).openRequests).toEqual([request]);
    doneOf(await bench.respond(session, request, { type: 'approved' }));
    expect(await bench.ended(session)).toMatchObject({ receipt: { changed: 3, approvals: 1 } });
  });
});

describe('a question', () => {
  const ask = call('a', 'ask_user', {
    question: 'Which one?',
    options: [{ label: 'Launch' }, { label: 'Lunch' }],
    answer_with: 'one',
  });

  it('[Q1] goes to the person, and their answer to the model', async () => {
    const { bench, model, session } = await benchWith([[ask]]);
    await bench.send(session, 'Update it');
    const request = await bench.request(session);
    expect(request.spec).toMatchObject({
      type: 'question',
      options: [{ label: 'Launch' }, { label: 'Lunch' }],
    });
    expect(await bench.respond(session, request, { type: 'approved' })).toMatchObject({ code: 'mismatch' });
    expect(
      await bench.respond(session, request, { type: 'answered', choices: ['Brunch'], text: '' }),
    ).toMatchObject({
      code: 'mismatch',
    });
    doneOf(await bench.respond(session, request, { type: 'answered', choices: ['Lunch'], text: '' }));
    await bench.ended(session);
    expect(model.calls[1]?.request.input).toMatchObject([
      {},
      {},
      { type: 'function_call_result', callId: 'a', output: { text: 'The person answered: "Lunch".' } },
    ]);
  });

  it('[Q4] that is skipped or runs out of time is told as what it is', async () => {
    const { bench, session } = await benchWith([[ask], [call('b', 'ask_user', { question: 'Why?' })]], {
      settings: { requestPatienceMs: 1_000_000 },
    });
    await bench.send(session, 'Update it');
    doneOf(await bench.respond(session, await bench.request(session), { type: 'skipped' }));
    const view = await bench.until(session, ({ openRequests }) =>
      openRequests.some(({ spec }) => spec.type === 'question' && spec.question === 'Why?'),
    );
    expect(view.status).toBe('awaiting_user');
    bench.device.clock.advance(1_000_000);
    await bench.engine.open(session);
    await bench.ended(session);
    expect(bench.settledCalls(session).map((each) => [each.outcome, each.output])).toEqual([
      ['done', expect.stringContaining('skipped')],
      ['unanswered', expect.stringContaining('No answer')],
    ]);
  });
});
