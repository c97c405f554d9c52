import type { AnyTool, PreparedCall, ToolContext, ToolPlan } from '@/agent';
import {
  applyDeltas,
  commitId,
  emptyHistory,
  historyAfter,
  sequence,
  type Author,
  type Cause,
  type History,
} from '@/domain/deltas';
import type { Json } from '@/domain/sessions';
import {
  commentId,
  emailId,
  millis,
  parseIsoDate,
  personId,
  projectId,
  taskId,
  workspaceFrom,
  type EntityKind,
  type IdOf,
  type IsoDate,
  type Person,
  type Project,
  type Task,
  type Workspace,
} from '@/domain/workspace';
import { allTools } from '@/tools';

/** The moment at which the bench stands still: noon of 1 January 2026. */
export const benchNow = millis(Date.UTC(2026, 0, 1, 12));
const benchToday = day('2026-01-01');

/** Tools on a workspace, one call after the other, as the runtime would make them; nothing is stored or sent. */
export class ToolBench {
  readonly #tools: readonly AnyTool[];
  readonly #makeId: <K extends EntityKind>(kind: K) => IdOf<K>;
  readonly #justCreated = new Set<string>();
  #workspace: Workspace;
  #history: History = emptyHistory;
  #entryCount = 0;

  constructor(workspace: Workspace = benchWorkspace(), tools: readonly AnyTool[] = allTools) {
    this.#workspace = workspace;
    this.#tools = tools;
    this.#makeId = idMaker();
  }

  get workspace(): Workspace {
    return this.#workspace;
  }

  context(): ToolContext {
    return {
      now: benchNow,
      today: benchToday,
      mint: this.#makeId,
      undoable: this.#history.undoable,
      redoable: this.#history.redoable,
      agentName: 'Momentum',
      justCreated: this.#justCreated,
    };
  }

  prepare(name: string, args: Json): PreparedCall {
    const tool = this.#tools.find((one) => one.name === name);
    if (tool === undefined) throw new Error(`There is no tool ${name}.`);
    return tool.prepare(this.#workspace, args, this.context());
  }

  /** The prepared call, where the arguments must fit. */
  call(name: string, args: Json): Extract<PreparedCall, { readonly type: 'prepared' }> {
    const prepared = this.prepare(name, args);
    if (prepared.type === 'invalid') throw new Error(JSON.stringify(prepared.problems));
    return prepared;
  }

  plan(name: string, args: Json): ToolPlan {
    return this.call(name, args).plan;
  }

  /** Plans a change and makes it. The calls of one `turn` of the agent count as one model response. */
  run(name: string, args: Json, turn = 'turn-1'): Extract<ToolPlan, { readonly type: 'change' }> {
    const plan = this.plan(name, args);
    if (plan.type !== 'change') throw new Error(`${name} changes nothing: ${JSON.stringify(plan)}`);
    const author: Author = { type: 'agent', sessionId: 'session-1', turnId: turn, callId: `call-${name}` };
    this.commit(plan, { author, cause: causeOf(name, plan) });
    for (const delta of plan.deltas) if (delta.type === 'create') this.#justCreated.add(delta.entity.id);
    return plan;
  }

  /** A new model response begins: names that fit several things are ambiguous again. */
  nextResponse(): void {
    this.#justCreated.clear();
  }

  commit(
    { deltas, summary }: Pick<Extract<ToolPlan, { readonly type: 'change' }>, 'deltas' | 'summary'>,
    { author, cause }: { readonly author: Author; readonly cause: Cause },
  ): void {
    this.#entryCount += 1;
    const id = commitId(`commit-${String(this.#entryCount)}`);
    this.#workspace = applyDeltas(this.#workspace, deltas);
    this.#history = historyAfter(this.#history, {
      sequence: sequence(this.#entryCount),
      commit: { id, at: benchNow, author, cause, summary, deltas },
    });
  }
}

function causeOf(tool: string, plan: Extract<ToolPlan, { readonly type: 'change' }>): Cause {
  if (plan.takesBack === undefined) return { type: 'edit' };
  const commitIds = plan.takesBack.map((entry) => entry.commit.id);
  return { type: tool === 'redo_last_change' ? 'redo' : 'undo', commitIds };
}

/** Ids that count: `task-1`, `task-2`. */
function idMaker(): <K extends EntityKind>(kind: K) => IdOf<K> {
  const makers: { readonly [K in EntityKind]: (id: string) => IdOf<K> } = {
    project: projectId,
    task: taskId,
    person: personId,
    comment: commentId,
    email: emailId,
  };
  const counts = new Map<EntityKind, number>();
  return (kind) => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return makers[kind](`${kind}-${String(count)}`);
  };
}

/** Three projects, two of which share a word; two tasks of the same title; a person without address; a draft and a sent email. */
export function benchWorkspace(): Workspace {
  return workspaceFrom({
    person: [
      aPerson('ann', { name: 'Ann Lee', email: 'ann@example.com', team: 'Product' }),
      aPerson('bob', { name: 'Bob Stone', email: 'bob@example.com' }),
      aPerson('cid', { name: 'Cid' }),
    ],
    project: [
      aProject('launch', {
        name: 'Launch',
        priority: 'high',
        rank: 1,
        targetDate: day('2026-01-31'),
        stakeholderIds: [personId('ann'), personId('bob')],
      }),
      aProject('web', { name: 'Web API', rank: 2 }),
      aProject('phone', { name: 'Phone API', rank: 3, status: 'planning' }),
    ],
    task: [
      aTask('plan', { title: 'Plan the launch', rank: 1, status: 'done' }),
      aTask('docs', {
        title: 'Write docs',
        rank: 2,
        status: 'in_progress',
        priority: 'high',
        dueDate: day('2025-12-30'),
        assigneeId: personId('ann'),
        notes: 'For partners.',
      }),
      aTask('intro', { title: 'Intro', parentId: taskId('docs'), rank: 1 }),
      aTask('faq', { title: 'FAQ', parentId: taskId('docs'), rank: 2, status: 'done' }),
      aTask('tests', {
        title: 'Run tests',
        rank: 3,
        status: 'blocked',
        priority: 'urgent',
        dueDate: day('2026-01-03'),
        assigneeId: personId('bob'),
      }),
      aTask('deploy', {
        projectId: projectId('web'),
        title: 'Deploy',
        rank: 1,
        dueDate: day('2026-02-01'),
        assigneeId: personId('bob'),
      }),
      aTask('web-tests', { projectId: projectId('web'), title: 'Run tests', rank: 2 }),
    ],
    comment: [
      {
        id: commentId('remark'),
        projectId: projectId('launch'),
        taskId: taskId('docs'),
        author: 'Ann Lee',
        text: 'Nearly there.',
        at: benchNow,
      },
    ],
    email: [
      {
        id: emailId('draft'),
        projectId: projectId('launch'),
        to: [{ name: 'Ann Lee', address: 'ann@example.com' }],
        cc: [],
        subject: 'Launch news',
        body: 'Soon.',
        status: 'draft',
        failure: null,
        createdAt: benchNow,
        sentAt: null,
      },
      {
        id: emailId('sent'),
        projectId: null,
        to: [{ name: '', address: 'eve@example.com' }],
        cc: [],
        subject: 'Old news',
        body: 'Done.',
        status: 'sent',
        failure: null,
        createdAt: benchNow,
        sentAt: benchNow,
      },
    ],
  });
}

export function aProject(id: string, fields: Partial<Project> = {}): Project {
  return {
    id: projectId(id),
    name: id,
    status: 'active',
    priority: 'medium',
    description: '',
    startDate: null,
    targetDate: null,
    stakeholderIds: [],
    rank: 1,
    createdAt: benchNow,
    ...fields,
  };
}

/** On the top level of the project “Launch”. */
export function aTask(id: string, fields: Partial<Task> = {}): Task {
  return {
    id: taskId(id),
    projectId: projectId('launch'),
    parentId: null,
    title: id,
    status: 'todo',
    priority: 'medium',
    dueDate: null,
    dueTime: null,
    assigneeId: null,
    notes: '',
    rank: 1,
    createdAt: benchNow,
    completedAt: fields.status === 'done' ? benchNow : null,
    ...fields,
  };
}

export function aPerson(id: string, fields: Partial<Person> = {}): Person {
  return { id: personId(id), name: id, email: null, team: null, ...fields };
}

export function day(text: string): IsoDate {
  const date = parseIsoDate(text);
  if (date === null) throw new Error(`${text} is no day.`);
  return date;
}
