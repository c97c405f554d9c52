import {
  openWork,
  type CallArguments,
  type PersonRequest,
  type RequestId,
  type RequestResponse,
  type RunId,
  type SessionHappening,
  type SessionId,
  type SessionSummary,
  type SessionView,
  type TurnId,
} from '@/domain/sessions';

import { draftApproval } from './calls/draft-approval';
import type { ApprovalDraft, Engine, EngineCommand, EngineEvent, EngineReply } from './engine';
import type { EnginePorts } from './engine-ports';
import { closeDeadRuns } from './loop/close-dead-runs';
import {
  begunByContinuing,
  begunByMessage,
  cancellingDeadRun,
  refusal,
  type Begun,
  type Standing,
} from './loop/decisions';
import { Run } from './loop/run';
import { SessionLog } from './loop/session-log';
import { checkResponse, isOverdue } from './requests/check-response';
import { RequestDesk, type SettledStatus } from './requests/request-desk';

/** Makes the agent runtime. It first closes what dead pages left unfinished; commands wait for that. */
export function createEngine(ports: EnginePorts): Engine {
  return new MomentumEngine(ports);
}

type SessionCommand = Exclude<EngineCommand, { readonly type: 'create-session' }>;
type CommandOf<Type extends EngineCommand['type']> = Extract<EngineCommand, { readonly type: Type }>;

class MomentumEngine implements Engine {
  readonly #ports: EnginePorts;
  readonly #listeners = new Set<(event: EngineEvent) => void>();
  readonly #logs = new Map<SessionId, Promise<SessionLog | null>>();
  readonly #runs = new Map<SessionId, Run>();
  readonly #turns = new Map<SessionId, Promise<unknown>>();
  readonly #listed = new Map<SessionId, string>();
  readonly #ready: Promise<void>;
  #isClosed = false;

  constructor(ports: EnginePorts) {
    this.#ports = ports;
    // What cannot be closed now is closed by the next message to its session; commands report what is wrong with storage.
    this.#ready = closeDeadRuns(ports, (id) => this.#log(id)).catch(() => undefined);
  }

  command(command: EngineCommand): Promise<EngineReply> {
    if (command.type === 'create-session') return this.#create();
    // Before anything is awaited: the tool's signal is out when the click returns.
    if (command.type === 'cancel') this.#runs.get(command.sessionId)?.cancel();
    return this.#inOrder(command.sessionId, async () => {
      await this.#ready;
      const log = await this.#log(command.sessionId);
      if (log === null || (log.isDeleted() && command.type !== 'restore-session')) return unknownSession;
      return retriedOnConflict(() => this.#handle(log, command));
    });
  }

  async sessions(): Promise<readonly SessionSummary[]> {
    await this.#ready;
    return this.#ports.journal.summaries();
  }

  async search(text: string): Promise<readonly SessionSummary[]> {
    const words = text
      .toLowerCase()
      .split(/\s+/u)
      .filter((word) => word !== '');
    if (words.length === 0) return this.sessions();
    await this.#ready;
    return this.#ports.journal.search(words);
  }

  async open(sessionId: SessionId): Promise<SessionView | null> {
    await this.#ready;
    const log = await this.#log(sessionId);
    if (log === null || log.isDeleted()) return null;
    await this.#expireOverdue(log);
    return log.view();
  }

  async draft(sessionId: SessionId, requestId: RequestId, args: CallArguments): Promise<ApprovalDraft> {
    await this.#ready;
    const log = await this.#log(sessionId);
    const request = log?.view().openRequests.find((each) => each.id === requestId);
    if (request === undefined) {
      return { type: 'invalid', problems: [{ field: '', message: 'This request is not open any more.' }] };
    }
    return this.#draft(request, args);
  }

  subscribe(listener: (event: EngineEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const runs = [...this.#runs.values()];
    for (const run of runs) run.interrupt();
    await Promise.all(runs.map((run) => run.ended));
    await this.#ready;
    await Promise.allSettled(this.#turns.values());
    this.#listeners.clear();
  }

  async #create(): Promise<EngineReply> {
    await this.#ready;
    const id = this.#ports.sessionIds.session();
    const log = await SessionLog.create(this.#ports, id, (view) => {
      this.#changed(view);
    });
    this.#logs.set(id, Promise.resolve(log));
    this.#changed(log.view());
    return { type: 'done', sessionId: id };
  }

  async #handle(log: SessionLog, command: SessionCommand): Promise<EngineReply> {
    await this.#expireOverdue(log);
    switch (command.type) {
      case 'send':
        return this.#begin(log, (standing) => begunByMessage(standing, { ...command, replaces: null }));
      case 'resend':
        return this.#begin(log, (standing) => begunByMessage(standing, command));
      case 'continue':
        return this.#begin(log, begunByContinuing);
      case 'cancel':
        return this.#cancel(log);
      case 'respond':
        return this.#respond(log, command);
      case 'rename-session':
        return this.#rename(log, command.title);
      case 'delete-session':
        return this.#delete(log);
      case 'restore-session':
        return this.#note(log, log.isDeleted() ? [{ type: 'session-restored' }] : []);
      case 'grant': {
        const isGranted = log.view().grants.includes(command.tool);
        return this.#note(log, isGranted ? [] : [{ type: 'grant-given', tool: command.tool }]);
      }
      case 'revoke-grant': {
        const isGranted = log.view().grants.includes(command.tool);
        return this.#note(log, isGranted ? [{ type: 'grant-revoked', tool: command.tool }] : []);
      }
    }
  }

  async #begin(log: SessionLog, decide: (standing: Standing) => Begun): Promise<EngineReply> {
    const active = await this.#activeRun(log);
    const runId = this.#ports.sessionIds.run();
    const standing = { view: log.view(), events: log.events(), runId, now: this.#ports.clock.now() };
    if (active !== null) {
      const asked = decide(standing);
      return asked.type === 'done-already' ? done(log) : asked.type === 'refused' ? asked : busy;
    }
    const release = await this.#ports.locks.tryHold(log.id);
    if (release === null) return drivenElsewhere;
    const decided: { begun: Begun } = { begun: busy };
    try {
      await log.decide((view, events) => {
        const begun = decide({ ...standing, view, events });
        decided.begun = begun;
        return begun.type === 'begun' ? begun.happenings : [];
      });
    } catch (error) {
      release();
      throw error;
    }
    return this.#started(log, decided.begun, { runId, release });
  }

  #started(
    log: SessionLog,
    begun: Begun,
    { runId, release }: { readonly runId: RunId; readonly release: () => void },
  ): EngineReply {
    if (begun.type === 'begun' && !this.#isClosed) {
      this.#drive(log, { runId, turnId: begun.turnId, release });
      return done(log);
    }
    release();
    return begun.type === 'refused' ? begun : done(log);
  }

  #drive(
    log: SessionLog,
    {
      runId,
      turnId,
      release,
    }: { readonly runId: RunId; readonly turnId: TurnId; readonly release: () => void },
  ): void {
    const { live, clock, ids, sessionIds, frames, mailer, modelLoop, settings } = this.#ports;
    const desk = new RequestDesk({
      log,
      clock,
      ids: sessionIds,
      patienceMs: () => settings().requestPatienceMs,
    });
    const run = Run.start(
      {
        log,
        live,
        desk,
        clock,
        ids,
        frames,
        mailer,
        modelLoop,
        tools: new Map(this.#ports.tools.map((tool) => [tool.name, tool])),
        askMode: () => settings().askMode,
        maxTurns: () => settings().maxTurns,
        timeZone: () => settings().timeZone,
        showLive: (shown) => {
          this.#emit({ type: 'live-text', sessionId: log.id, live: shown });
        },
      },
      { sessionId: log.id, turnId, runId },
    );
    this.#runs.set(log.id, run);
    // `ended` never rejects.
    void run.ended.then(() => {
      this.#runs.delete(log.id);
      release();
    });
  }

  /** The run that is at work; one whose end is journaled is waited for. */
  async #activeRun(log: SessionLog): Promise<Run | null> {
    const run = this.#runs.get(log.id);
    if (run === undefined) return null;
    const { status } = log.view();
    if (status === 'running' || status === 'awaiting_user') return run;
    await run.ended;
    return null;
  }

  async #cancel(log: SessionLog): Promise<EngineReply> {
    const run = this.#runs.get(log.id);
    if (run !== undefined) {
      run.cancel();
      await run.ended;
      return done(log);
    }
    const { status } = log.view();
    if (status !== 'running' && status !== 'awaiting_user') return done(log);
    const release = await this.#ports.locks.tryHold(log.id);
    if (release === null) return drivenElsewhere;
    try {
      await log.decide((view, events) => cancellingDeadRun({ view, events, now: this.#ports.clock.now() }));
    } finally {
      release();
    }
    return done(log);
  }

  async #respond(log: SessionLog, command: CommandOf<'respond'>): Promise<EngineReply> {
    const { requestId, response } = command;
    const request = requestIn(log.view(), requestId);
    if (request === null) return unknownRequest;
    const check = checkResponse(request, response, this.#ports.clock.now());
    if (check.type === 'refused') return check;
    const problem = await this.#argumentProblem(request, response);
    if (problem !== null) return problem;
    const run = this.#runs.get(log.id);
    if (run !== undefined) return this.#settle(log, { requestId, response, desk: run.desk });
    // The page that asked is gone: the answer is journaled, and the run goes on from there [Q3].
    const release = await this.#ports.locks.tryHold(log.id);
    if (release === null) return drivenElsewhere;
    let reply: EngineReply;
    try {
      reply = await this.#settle(log, { requestId, response, desk: null });
    } catch (error) {
      release();
      throw error;
    }
    const work = openWork(log.events());
    if (reply.type === 'refused' || work === null || work.hasEnded) release();
    else this.#drive(log, { ...work, release });
    return reply;
  }

  /** Arguments that a person changed are checked like any others, before the request is settled [C5]. */
  async #argumentProblem(request: PersonRequest, response: RequestResponse): Promise<EngineReply | null> {
    if (response.type !== 'approved-with-changes') return null;
    const draft = await this.#draft(request, response.args);
    if (draft.type === 'planned') return null;
    const words = draft.problems.map(({ field, message }) =>
      field === '' ? message : `${field}: ${message}`,
    );
    return refusal('invalid', words.join(' '));
  }

  async #settle(log: SessionLog, { requestId, response, desk }: Settling): Promise<EngineReply> {
    const at = this.#ports.clock.now();
    const status: SettledStatus = { type: 'responded', response, at };
    const settled: { reply: EngineReply } = { reply: unknownRequest };
    await log.decide((view) => {
      const request = requestIn(view, requestId);
      if (request === null) return [];
      const check = checkResponse(request, response, at);
      settled.reply = check.type === 'refused' ? check : done(log);
      return check.type === 'refused' ? [] : [{ type: 'request-settled', requestId, status }];
    });
    if (settled.reply.type === 'done') desk?.tell(requestId, status);
    return settled.reply;
  }

  async #rename(log: SessionLog, title: string): Promise<EngineReply> {
    const line = title.replaceAll(/\s+/gu, ' ').trim();
    if (line === '') return refusal('empty', 'A session needs a title.');
    return this.#note(log, line === log.view().title ? [] : [{ type: 'session-renamed', title: line }]);
  }

  async #delete(log: SessionLog): Promise<EngineReply> {
    await this.#cancel(log);
    return this.#note(log, [{ type: 'session-deleted' }]);
  }

  async #note(log: SessionLog, happenings: readonly SessionHappening[]): Promise<EngineReply> {
    if (happenings.length > 0) await log.append(happenings);
    if (happenings.some((each) => each.type === 'session-deleted' || each.type === 'session-restored')) {
      this.#emit({ type: 'sessions-changed' });
    }
    return done(log);
  }

  /** Deadlines are timestamps that are looked at whenever somebody comes by, not timers [Q1] [Q4]. */
  async #expireOverdue(log: SessionLog): Promise<void> {
    const at = this.#ports.clock.now();
    const status: SettledStatus = { type: 'expired', at };
    let overdue: readonly PersonRequest[] = [];
    if (!log.view().openRequests.some((request) => isOverdue(request, at))) return;
    await log.decide((view) => {
      overdue = view.openRequests.filter((request) => isOverdue(request, at));
      return overdue.map((request) => ({ type: 'request-settled', requestId: request.id, status }));
    });
    const run = this.#runs.get(log.id);
    for (const request of overdue) run?.desk.tell(request.id, status);
    if (run === undefined && overdue.length > 0) await this.#resume(log);
  }

  /** Goes on with a run that waited for somebody when its page went away. */
  async #resume(log: SessionLog): Promise<void> {
    const work = openWork(log.events());
    if (work === null || work.hasEnded || this.#isClosed) return;
    const release = await this.#ports.locks.tryHold(log.id);
    if (release !== null) this.#drive(log, { ...work, release });
  }

  #draft(request: PersonRequest, args: CallArguments): Promise<ApprovalDraft> {
    const { live, clock, ids, mailer, tools, settings } = this.#ports;
    const { workspace, history } = live.state();
    const ports = { clock, ids, mailer, tools, history: () => history, askMode: settings().askMode };
    return draftApproval(ports, workspace, { request, args });
  }

  #log(id: SessionId): Promise<SessionLog | null> {
    const known = this.#logs.get(id);
    if (known !== undefined) return known;
    const opened = SessionLog.open(this.#ports, id, (view) => {
      this.#changed(view);
    });
    this.#logs.set(id, opened);
    // What could not be read, or is not there yet, is looked for again the next time.
    opened.then(
      (log) => log ?? this.#logs.delete(id),
      () => this.#logs.delete(id),
    );
    return opened;
  }

  #changed(view: SessionView): void {
    this.#emit({ type: 'session-changed', view });
    const listed = `${view.status} ${view.title}`;
    if (this.#listed.get(view.id) === listed) return;
    this.#listed.set(view.id, listed);
    this.#emit({ type: 'sessions-changed' });
  }

  #emit(event: EngineEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  /** Commands to one session run one at a time, in the order in which they came. */
  #inOrder(id: SessionId, work: () => Promise<EngineReply>): Promise<EngineReply> {
    const before = this.#turns.get(id) ?? Promise.resolve();
    const result = before.then(work);
    const settled = result.catch(() => undefined);
    this.#turns.set(id, settled);
    void settled.then(() => {
      if (this.#turns.get(id) === settled) this.#turns.delete(id);
    });
    return result;
  }
}

interface Settling {
  readonly requestId: RequestId;
  readonly response: RequestResponse;
  readonly desk: RequestDesk | null;
}

const unknownSession = refusal('unknown-session', 'This session does not exist any more.');
const unknownRequest = refusal('unknown-request', 'This request does not exist in this session.');
const busy = refusal(
  'busy',
  'Momentum is working on your last message. Wait for it, or cancel the run first.',
);
const drivenElsewhere = refusal(
  'busy',
  'Another window is working on this session. Go on there, or close it first.',
);

function done(log: SessionLog): EngineReply {
  return { type: 'done', sessionId: log.id };
}

function requestIn(view: SessionView, requestId: RequestId): PersonRequest | null {
  for (const entry of view.entries) {
    if (entry.type !== 'answer') continue;
    for (const block of entry.blocks) {
      if (block.type === 'request' && block.request.id === requestId) return block.request;
    }
  }
  return null;
}

const conflictRetries = 3;

/** Another window was quicker: its events have been read meanwhile, and the command is decided anew on them. */
async function retriedOnConflict(work: () => Promise<EngineReply>): Promise<EngineReply> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const isConflict = error instanceof Error && 'code' in error && error.code === 'journal-conflict';
      if (!isConflict || attempt === conflictRetries) throw error;
    }
  }
}
