import type { Model } from '@openai/agents';
import { ScriptedModel, type ScriptedModelInput } from '@openai/agents/testing';

import {
  createEngine,
  type AnyTool,
  type Engine,
  type EngineCommand,
  type EngineEvent,
  type EngineReply,
  type EngineSettings,
  type ModelLoop,
  type SendMode,
} from '@/agent';
import { createModelLoop } from '@/agent/models';
import { LiveWorkspace } from '@/agent/workspace';
import { planImport } from '@/domain/planning';
import {
  turnId,
  type Answer,
  type PersonRequest,
  type RequestResponse,
  type SessionEvent,
  type SessionId,
  type SessionView,
  type SettledCall,
  type TurnId,
} from '@/domain/sessions';
import { snapshotOf, type WorkspaceSnapshot } from '@/domain/workspace';
import { allTools } from '@/tools';

import { CountingIds, FakeClock, FakeFrames, FakeLocks, FakeMailer, lonelyFeed } from './agent-ports';
import { workspaceOf } from './builders';
import { MemoryDatabase } from './memory-database';

export interface BenchOptions {
  readonly model?: Model;
  readonly script?: readonly ScriptedModelInput[];
  /** Drives a model without the SDK. */
  readonly modelLoop?: ModelLoop;
  /** The part that talks to models cannot be loaded. */
  readonly isModelMissing?: true;
  readonly tools?: readonly AnyTool[];
  readonly settings?: Partial<EngineSettings>;
  /** What outlives a page; given to the next bench to see a reload. */
  readonly device?: Device;
}

/** What a reload leaves as it is. */
export interface Device {
  readonly database: MemoryDatabase;
  readonly clock: FakeClock;
  readonly ids: CountingIds;
  readonly locks: FakeLocks;
  readonly mailer: FakeMailer;
}

export function newDevice(): Device {
  return {
    database: new MemoryDatabase(),
    clock: new FakeClock(),
    ids: new CountingIds(),
    locks: new FakeLocks(),
    mailer: new FakeMailer(),
  };
}

/** The runtime with a scripted model and everything else in memory: one page, and the hands of a person. */
export class AgentBench {
  readonly engine: Engine;
  readonly live: LiveWorkspace;
  readonly device: Device;
  readonly frames: FakeFrames;
  readonly model: Model;
  readonly events: EngineEvent[] = [];
  settings: EngineSettings;
  readonly #views = new Map<SessionId, SessionView>();
  readonly #watchers = new Set<() => void>();
  #turns = 0;

  private constructor(live: LiveWorkspace, device: Device, options: BenchOptions) {
    this.live = live;
    this.device = device;
    this.frames = new FakeFrames();
    this.model = options.model ?? new ScriptedModel(options.script ?? []);
    this.settings = {
      askMode: 'when-it-matters',
      maxTurns: 25,
      requestPatienceMs: null,
      timeZone: 'Europe/Berlin',
      ...options.settings,
    };
    const { database, clock, ids, locks, mailer } = device;
    this.engine = createEngine({
      live,
      journal: database,
      clock,
      ids,
      sessionIds: ids,
      frames: this.frames,
      locks,
      mailer,
      tools: options.tools ?? allTools,
      modelLoop: () =>
        options.isModelMissing === true
          ? Promise.reject(new Error('It cannot be loaded.'))
          : Promise.resolve(options.modelLoop ?? createModelLoop({ name: 'scripted', model: this.model })),
      settings: () => this.settings,
    });
    this.engine.subscribe((event) => {
      this.events.push(event);
      if (event.type === 'session-changed') this.#views.set(event.view.id, event.view);
      for (const watch of this.#watchers) watch();
    });
  }

  static async open(options: BenchOptions = {}): Promise<AgentBench> {
    const device = options.device ?? newDevice();
    const { database, clock, ids } = device;
    const live = await LiveWorkspace.open({ store: database, clock, ids, feed: lonelyFeed });
    return new AgentBench(live, device, options);
  }

  async newSession(): Promise<SessionId> {
    return doneOf(await this.engine.command({ type: 'create-session' }));
  }

  /** Sends a message and answers once it is accepted. */
  async send(sessionId: SessionId, text: string, mode?: SendMode): Promise<EngineReply> {
    const message = { type: 'send', sessionId, turnId: this.nextTurn(), text } as const;
    return this.engine.command(mode === undefined ? message : { ...message, mode });
  }

  /** Lets a message wait behind the active run. @returns its turn. */
  async queue(sessionId: SessionId, text: string): Promise<TurnId> {
    const turn = this.nextTurn();
    doneOf(await this.engine.command({ type: 'send', sessionId, turnId: turn, text, mode: 'queue' }));
    return turn;
  }

  nextTurn(): TurnId {
    this.#turns += 1;
    return turnId(`turn-${String(this.#turns)}-${String(this.device.clock.now())}`);
  }

  /** Sends a message and waits for the end of the run. */
  async ask(sessionId: SessionId, text: string): Promise<Answer> {
    doneOf(await this.send(sessionId, text));
    return this.ended(sessionId);
  }

  command(command: EngineCommand): Promise<EngineReply> {
    return this.engine.command(command);
  }

  respond(sessionId: SessionId, request: PersonRequest, response: RequestResponse): Promise<EngineReply> {
    return this.engine.command({ type: 'respond', sessionId, requestId: request.id, response });
  }

  view(sessionId: SessionId): SessionView {
    const view = this.#views.get(sessionId);
    if (view === undefined) throw new Error(`Nothing was shown of session ${sessionId} yet.`);
    return view;
  }

  /** Resolves as soon as the view of a session is as wanted. */
  async until(sessionId: SessionId, isWanted: (view: SessionView) => boolean): Promise<SessionView> {
    for (;;) {
      const view = this.#views.get(sessionId) ?? (await this.engine.open(sessionId));
      if (view !== null && isWanted(view)) return view;
      await this.#nextEvent();
    }
  }

  async ended(sessionId: SessionId): Promise<Answer> {
    const view = await this.until(
      sessionId,
      ({ status }) => status !== 'running' && status !== 'awaiting_user',
    );
    return newestAnswer(view);
  }

  /** The request that a session waits with. */
  async request(sessionId: SessionId): Promise<PersonRequest> {
    const view = await this.until(sessionId, ({ openRequests }) => openRequests.length > 0);
    const [request] = view.openRequests;
    if (request === undefined) throw new Error('There is no open request.');
    return request;
  }

  journal(sessionId: SessionId): readonly SessionEvent[] {
    return this.device.database.events(sessionId);
  }

  settledCalls(sessionId: SessionId): readonly SettledCall[] {
    return this.journal(sessionId).flatMap((event) => (event.type === 'call-settled' ? [event] : []));
  }

  /** What the person has in their workspace already. */
  async seed(entities: Partial<WorkspaceSnapshot>): Promise<void> {
    const snapshot = snapshotOf(workspaceOf(entities));
    const result = await this.live.change((workspace) => planImport(workspace, snapshot));
    if (result.type !== 'committed') throw new Error(`The workspace was not filled: ${result.type}.`);
  }

  taskTitles(): readonly string[] {
    return [...this.live.state().workspace.tables.task.values()].map((task) => task.title).toSorted();
  }

  /** A page that closes in order. */
  async close(): Promise<void> {
    await this.engine.close();
    this.live.close();
  }

  #nextEvent(): Promise<void> {
    return new Promise((resolve) => {
      const watch = (): void => {
        this.#watchers.delete(watch);
        resolve();
      };
      this.#watchers.add(watch);
    });
  }
}

export function newestAnswer(view: SessionView): Answer {
  const answer = view.entries.findLast((entry) => entry.type === 'answer');
  if (answer?.type !== 'answer') throw new Error('There is no answer yet.');
  return answer;
}

export function doneOf(reply: EngineReply): SessionId {
  if (reply.type === 'refused') throw new Error(`Refused with ${reply.code}: ${reply.message}`);
  return reply.sessionId;
}
