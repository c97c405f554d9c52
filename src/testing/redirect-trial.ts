import type { EngineCommand, EngineReply, SendMode } from '@/agent';
import {
  type RequestResponse,
  type SessionEvent,
  type SessionId,
  type SessionView,
  type TurnId,
} from '@/domain/sessions';

import { AgentBench, type Device } from './agent-bench';
import { ScriptedLoop, type ScriptedAnswer } from './scripted-loop';
import type { TrialPlan, TrialStep } from './trial-plans';
import { trialTools } from './trial-tools';

/** One session under the hands of somebody who does not wait. Its model is scripted, its disk may be slow, its time is its own. */
export class RedirectTrial {
  readonly bench: AgentBench;
  readonly loop: ScriptedLoop;
  readonly session: SessionId;
  /** Messages that were accepted, in the order in which they were sent. */
  readonly sent: { readonly turnId: TurnId; text: string }[] = [];
  readonly replies: Promise<EngineReply>[] = [];
  /** What the model will answer next; behind the last it has nothing left to do. */
  readonly script: ScriptedAnswer[];

  private constructor(page: TrialPage, session: SessionId) {
    this.bench = page.bench;
    this.loop = page.loop;
    this.script = page.script;
    this.session = session;
  }

  static async open(plan: Pick<TrialPlan, 'answers' | 'isDiskSlow'>): Promise<RedirectTrial> {
    const page = await openPage(plan);
    const trial = new RedirectTrial(page, await page.bench.newSession());
    if (plan.isDiskSlow) page.bench.device.database.beforeWrite = () => page.loop.pauses.pause();
    return trial;
  }

  /** Several sessions on one page. */
  static async openMany(
    count: number,
    plan: Pick<TrialPlan, 'answers' | 'isDiskSlow'>,
  ): Promise<readonly RedirectTrial[]> {
    const page = await openPage(plan);
    const trials: RedirectTrial[] = [];
    while (trials.length < count) trials.push(new RedirectTrial(page, await page.bench.newSession()));
    if (plan.isDiskSlow) page.bench.device.database.beforeWrite = () => page.loop.pauses.pause();
    return trials;
  }

  /** A session with a past: everything of the plan has happened and come to its end, and the disk is quick. */
  static async withPast(plan: TrialPlan): Promise<RedirectTrial> {
    const trial = await RedirectTrial.open(plan);
    for (const step of plan.steps) await trial.take(step);
    await trial.finish();
    trial.bench.device.database.beforeWrite = () => Promise.resolve();
    trial.script.splice(0);
    return trial;
  }

  /** Another page on the same device, after this one is gone without a word. */
  async reload(): Promise<{ readonly bench: AgentBench; readonly view: SessionView | null }> {
    const { device } = this.bench;
    device.database.beforeWrite = () => new Promise(() => undefined);
    this.loop.pauses.releaseAll();
    await this.rest();
    device.database.beforeWrite = () => Promise.resolve();
    device.locks.held.clear();
    return reopened(device, this.session);
  }

  view(): SessionView {
    return this.bench.view(this.session);
  }

  events(): readonly SessionEvent[] {
    return this.bench.journal(this.session);
  }

  isActive(): boolean {
    const { status } = this.view();
    return status === 'running' || status === 'awaiting_user';
  }

  send(mode: SendMode): TurnId {
    const turnId = this.bench.nextTurn();
    const text = `Message ${String(this.sent.length + 1)}`;
    this.sent.push({ turnId, text });
    void this.command({ type: 'send', sessionId: this.session, turnId, text, mode });
    return turnId;
  }

  command(command: EngineCommand): Promise<EngineReply> {
    const reply = this.bench.command(command);
    this.replies.push(reply);
    return reply;
  }

  /** Does one step without waiting for what comes of it. */
  async take(step: TrialStep): Promise<void> {
    if (step.type === 'rest') return this.rest();
    if (step.type === 'let-on') {
      this.loop.pauses.release(step.pick);
      return this.rest();
    }
    if (step.type === 'send') this.send(step.mode);
    else {
      const command = this.#commandOf(step);
      if (command !== null) void this.command(command);
    }
  }

  /** Lets everything happen that needs nobody: all of it is promises. */
  async rest(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
  }

  /** Lets everybody on, answers what is asked and resumes what is held, until nothing is left to do. */
  async finish(): Promise<void> {
    for (let round = 0; round < 400; round += 1) {
      this.loop.pauses.releaseAll();
      await this.rest();
      if (this.loop.pauses.count > 0) continue;
      const view = this.view();
      const [request] = view.openRequests;
      if (request !== undefined) {
        void this.bench.respond(this.session, request, { type: 'skipped' });
      } else if (view.queue.isHeld && !this.isActive()) {
        void this.command({ type: 'resume-queue', sessionId: this.session });
      } else if (!this.isActive() && view.queue.items.length === 0) {
        await Promise.all(this.replies);
        await this.rest();
        if (this.loop.pauses.count === 0 && !this.isActive()) return;
      }
    }
    throw new Error(`The session is stuck as ${this.view().status}.`);
  }

  #commandOf(step: CommandStep): EngineCommand | null {
    const sessionId = this.session;
    if (isOfQueue(step)) return queueCommand(this.view(), step);
    switch (step.type) {
      case 'cancel':
        return { type: 'cancel', sessionId };
      case 'resume':
        return { type: 'resume-queue', sessionId };
      case 'send-again': {
        const last = this.sent.at(-1);
        return last === undefined ? null : { type: 'send', sessionId, ...last };
      }
      case 'resend': {
        const replaced = this.sent[step.pick];
        if (replaced === undefined) return null;
        const turnId = this.bench.nextTurn();
        return {
          type: 'resend',
          sessionId,
          replaces: replaced.turnId,
          turnId,
          text: `${replaced.text}, again`,
        };
      }
      case 'restore': {
        const removed = removedTurns(this.events());
        const turnId = removed[step.pick % Math.max(1, removed.length)];
        return turnId === undefined ? null : { type: 'restore-queued', sessionId, turnId };
      }
      case 'answer':
        return answering(this.view(), step.skips);
      case 'continue': {
        const run = this.view().interruptedRuns[step.pick];
        return { type: 'continue', sessionId, ...(run === undefined ? {} : { runId: run.runId }) };
      }
    }
  }
}

type CommandStep = Exclude<TrialStep, { type: 'rest' | 'let-on' | 'send' }>;

function answering({ id, openRequests }: SessionView, skips: boolean): EngineCommand | null {
  const [request] = openRequests;
  const response: RequestResponse = skips
    ? { type: 'skipped' }
    : { type: 'answered', choices: ['Yes'], text: '' };
  return request === undefined ? null : { type: 'respond', sessionId: id, requestId: request.id, response };
}

/** The messages that were taken out of the queue and have not come back. */
export function removedTurns(events: readonly SessionEvent[]): readonly TurnId[] {
  const removed = new Set<TurnId>();
  for (const event of events) {
    if (event.type === 'queued-removed') removed.add(event.turnId);
    if (event.type === 'message-queued') removed.delete(event.turnId);
  }
  return [...removed];
}

const queueSteps = ['edit', 'remove', 'send-now', 'move'] as const;

type QueueStep = Extract<TrialStep, { type: (typeof queueSteps)[number] }>;

function isOfQueue(step: CommandStep): step is QueueStep {
  return queueSteps.some((type) => type === step.type);
}

function queueCommand(
  { id: sessionId, queue: { items } }: SessionView,
  step: QueueStep,
): EngineCommand | null {
  const item = items[step.pick % Math.max(1, items.length)];
  if (item === undefined) return null;
  const { turnId, text } = item;
  if (step.type === 'move') {
    return { type: 'move-queued', sessionId, turnId, before: items[step.before]?.turnId ?? null };
  }
  switch (step.type) {
    case 'edit':
      return { type: 'edit-queued', sessionId, turnId, text: `${text}, edited` };
    case 'remove':
      return { type: 'remove-queued', sessionId, turnId };
    case 'send-now':
      return { type: 'send-queued-now', sessionId, turnId };
  }
}

/** A page that opens a session as the device has it. */
export async function reopened(
  device: Device,
  session: SessionId,
): Promise<{ readonly bench: AgentBench; readonly view: SessionView | null }> {
  const loop = new ScriptedLoop(() => ({ calls: [] }));
  const bench = await AgentBench.open({ device, modelLoop: loop, tools: trialTools });
  return { bench, view: await bench.engine.open(session) };
}

interface TrialPage {
  readonly bench: AgentBench;
  readonly loop: ScriptedLoop;
  readonly script: ScriptedAnswer[];
}

async function openPage({ answers }: Pick<TrialPlan, 'answers'>): Promise<TrialPage> {
  const script = [...answers];
  const loop = new ScriptedLoop(() => script.shift() ?? { calls: [] });
  const bench = await AgentBench.open({ modelLoop: loop, tools: trialTools });
  return { bench, loop, script };
}
