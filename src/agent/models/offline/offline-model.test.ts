import { describe, expect, it } from 'vitest';

import { planExample } from '@/domain/planning';
import type { Answer, PersonRequest, RequestResponse, SessionId } from '@/domain/sessions';
import { childTasks, type Workspace } from '@/domain/workspace';
import { AgentBench } from '@/testing/agent-bench';

import { createOfflineModel } from '.';

/** What a person says, and how they answer each request that follows. */
type Decision = RequestResponse | ((request: PersonRequest) => RequestResponse);

class Talk {
  readonly requests: PersonRequest[] = [];
  readonly bench: AgentBench;
  readonly session: SessionId;

  private constructor(bench: AgentBench, session: SessionId) {
    this.bench = bench;
    this.session = session;
  }

  static async start(workspace: 'example' | 'empty' = 'example'): Promise<Talk> {
    const bench = await AgentBench.open({ model: createOfflineModel() });
    if (workspace === 'example') {
      const { clock, ids } = bench.device;
      const context = { now: clock.now(), today: clock.today(), mint: ids.entity.bind(ids) };
      await bench.live.change((present) => planExample(present, context));
    }
    return new Talk(bench, await bench.newSession());
  }

  async say(text: string, ...decisions: readonly Decision[]): Promise<Answer> {
    await this.bench.send(this.session, text);
    for (const decision of decisions) {
      const request = await this.bench.request(this.session);
      this.requests.push(request);
      const response = typeof decision === 'function' ? decision(request) : decision;
      await this.bench.respond(this.session, request, response);
    }
    return this.bench.ended(this.session);
  }

  get workspace(): Workspace {
    return this.bench.live.state().workspace;
  }

  titles(): readonly string[] {
    return [...this.workspace.tables.task.values()].map((task) => task.title);
  }

  statusOf(title: string): string | undefined {
    return [...this.workspace.tables.task.values()].find((task) => task.title === title)?.status;
  }

  calls(): readonly string[] {
    return this.bench.settledCalls(this.session).map((call) => `${call.tool} ${call.outcome}`);
  }
}

const yes: RequestResponse = { type: 'approved' };
const no: RequestResponse = { type: 'refused', reason: '' };

function choose(label: string): RequestResponse {
  return { type: 'answered', choices: [label], text: '' };
}

function write(text: string): RequestResponse {
  return { type: 'answered', choices: [], text };
}

function textOf(answer: Answer): string {
  return answer.blocks
    .map((block) => (block.type === 'text' ? block.text : ''))
    .join('\n')
    .trim();
}

function optionsOf(request: PersonRequest | undefined): readonly string[] {
  return request?.spec.type === 'question' ? request.spec.options.map(({ label }) => label) : [];
}

describe('the offline model on the real tools', () => {
  it('makes a task and its two subtasks with three calls of one response, and undoes them together', async () => {
    const talk = await Talk.start('empty');
    const answer = await talk.say(
      "Create a task 'Deploy API' and add subtasks 'Update docs' and 'Run tests'",
    );
    expect(answer.status).toBe('completed');
    expect(talk.calls()).toEqual(['add_task done', 'add_task done', 'add_task done']);
    expect(
      talk.bench.journal(talk.session).filter((event) => event.type === 'response-received'),
    ).toHaveLength(2);
    const parent = [...talk.workspace.tables.task.values()].find((task) => task.title === 'Deploy API');
    const below = parent === undefined ? [] : childTasks(talk.workspace, parent.projectId, parent.id);
    expect(below.map((task) => task.title)).toEqual(['Update docs', 'Run tests']);
    expect(answer.steps[0]).toMatchObject({ type: 'reasoning', status: 'completed' });
    await talk.say('undo that', yes);
    expect(talk.titles()).toEqual([]);
    await talk.say('redo');
    expect(talk.titles()).toHaveLength(3);
  });

  it('[Q1] asks which of two projects is meant and goes on with the one chosen', async () => {
    const talk = await Talk.start();
    await talk.say("create a project called 'Public API'");
    const answer = await talk.say(
      'Update the API project',
      choose('Public API'),
      write('make it high priority'),
    );
    expect(answer.status).toBe('completed');
    expect(optionsOf(talk.requests[0])).toEqual(expect.arrayContaining(['Partner API', 'Public API']));
    const priorities = [...talk.workspace.tables.project.values()].map(
      ({ name, priority }) => `${name} ${priority}`,
    );
    expect(priorities).toContain('Public API high');
    expect(priorities).toContain('Partner API medium');
  });

  it('sends a status update with the figures of the summary to the five stakeholders', async () => {
    const talk = await Talk.start();
    const answer = await talk.say(
      'Send a status update email to all stakeholders',
      choose('Website launch'),
      yes,
    );
    expect(answer.status).toBe('completed');
    const [attempt] = talk.bench.device.mailer.attempts;
    expect(attempt?.email.to).toHaveLength(5);
    expect(attempt?.email.body).toContain('Progress: 2 of 8 tasks done (25%)');
    expect(attempt?.email.body).not.toMatch(/task-\d|person-\d/u);
  });

  it('says plainly that nothing was sent when the person declines', async () => {
    const talk = await Talk.start();
    const answer = await talk.say(
      'Send a status update email to all stakeholders',
      choose('Website launch'),
      no,
    );
    expect(talk.bench.device.mailer.attempts).toEqual([]);
    expect(textOf(answer)).toBe('You declined this, so I did not do it.');
  });

  it('marks everything in a project as done after one approval', async () => {
    const talk = await Talk.start();
    const answer = await talk.say('Mark everything in Website launch as done', yes);
    expect(answer.commitIds).toHaveLength(1);
    const project = [...talk.workspace.tables.project.values()].find(({ name }) => name === 'Website launch');
    const open = [...talk.workspace.tables.task.values()].filter(
      (task) => task.projectId === project?.id && task.status !== 'done',
    );
    expect(open).toEqual([]);
  });

  it('deletes the completed tasks only after approval', async () => {
    const talk = await Talk.start();
    const before = talk.titles().length;
    const refused = await talk.say('Delete the completed tasks', no);
    expect(textOf(refused)).toBe('You declined this, so I did not do it.');
    expect(talk.titles()).toHaveLength(before);
    await talk.say('Delete the completed tasks', yes);
    expect(talk.statusOf('Agree on the launch date')).toBeUndefined();
    expect([...talk.workspace.tables.task.values()].every((task) => task.status !== 'done')).toBe(true);
  });

  it('answers what is overdue without ids', async () => {
    const talk = await Talk.start();
    const answer = await talk.say('What is overdue?');
    expect(textOf(answer)).toMatch(/“Finish the pricing page”: in progress/u);
    expect(textOf(answer)).not.toMatch(/task-\d/u);
  });

  it('says what it can do without making a call', async () => {
    const talk = await Talk.start();
    expect(textOf(await talk.say('what can you do?'))).toContain('Create a task');
    expect(talk.calls()).toEqual([]);
  });

  it('offers the nearest tasks when a name fits none', async () => {
    const talk = await Talk.start();
    await talk.say("mark 'Write the anouncement' as done", choose('Write the announcement'));
    expect(talk.statusOf('Write the announcement')).toBe('done');
  });

  it('asks instead of acting when it does not understand', async () => {
    const talk = await Talk.start();
    const answer = await talk.say('Should I delete the completed tasks?', { type: 'skipped' });
    expect(talk.calls()).toEqual(['ask_user done']);
    expect(textOf(answer)).toContain('nothing was changed');
  });
});
