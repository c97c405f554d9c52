import type {
  CallArguments,
  RequestId,
  SessionHappening,
  SessionId,
  SessionSummary,
  SessionView,
} from '@/domain/sessions';

import { auditSession } from './audit/audit-session';
import type { ApprovalDraft, Engine, EngineCommand, EngineEvent, EngineReply, SessionUpdate } from './engine';
import type { EnginePorts } from './engine-ports';
import { canAdvance, isForInbox, SessionInbox } from './inbox/session-inbox';
import { SessionTurns } from './inbox/session-turns';
import { closeDeadRun } from './loop/close-dead-run';
import { begunByContinuing, begunByMessage, done, refusal } from './loop/decisions';
import { SessionLog } from './loop/session-log';
import { SessionRuns } from './loop/session-runs';
import { StatusStream } from './loop/status-stream';
import { SessionRequests } from './requests/session-requests';

/** Makes the agent runtime. It first closes what dead pages left unfinished; commands wait for that. */
export function createEngine(ports: EnginePorts): Engine {
  return new MomentumEngine(ports);
}

type SessionCommand = Exclude<EngineCommand, { readonly type: 'create-session' }>;

class MomentumEngine implements Engine {
  readonly #ports: EnginePorts;
  readonly #listeners = new Set<(event: EngineEvent) => void>();
  readonly #logs = new Map<SessionId, Promise<SessionLog | null>>();
  readonly #turns = new SessionTurns();
  readonly #stream = new StatusStream();
  readonly #listed = new Map<SessionId, string>();
  readonly #runs: SessionRuns;
  readonly #inbox: SessionInbox;
  readonly #requests: SessionRequests;
  #isClosed = false;
  readonly #ready: Promise<void>;

  constructor(ports: EnginePorts) {
    this.#ports = ports;
    this.#runs = new SessionRuns(ports, {
      onLive: (sessionId, live) => {
        this.#emit({ type: 'live-text', sessionId, live });
        this.#stream.show(sessionId, live);
      },
      onEnded: (log) => {
        this.#checkAfterStop(log);
        this.#advance(log);
      },
    });
    this.#inbox = new SessionInbox(this.#runs);
    this.#requests = new SessionRequests(ports, this.#runs);
    this.#ready = this.#closeDeadRuns();
  }

  command(command: EngineCommand): Promise<EngineReply> {
    if (command.type === 'create-session') return this.#create();
    const { sessionId } = command;
    // Before anything is awaited: the tool's signal is out when the click returns.
    if (command.type === 'cancel' || command.type === 'delete-session') this.#runs.get(sessionId)?.cancel();
    if (command.type === 'send' && command.mode !== 'queue') this.#runs.makeWay(sessionId, command);
    return this.#turns.inOrder(sessionId, async () => {
      await this.#ready;
      const log = await this.#log(sessionId);
      if (log === null || (log.isDeleted() && command.type !== 'restore-session')) return unknownSession;
      const reply = await retriedOnConflict(() => this.#handle(log, command));
      this.#advance(log);
      return reply;
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
    await this.#ready;
    return words.length === 0 ? this.#ports.journal.summaries() : this.#ports.journal.search(words);
  }

  async open(sessionId: SessionId): Promise<SessionView | null> {
    await this.#ready;
    const log = await this.#log(sessionId);
    if (log === null || log.isDeleted()) return null;
    await this.#requests.expireOverdue(log);
    return log.view();
  }

  async draft(sessionId: SessionId, requestId: RequestId, args: CallArguments): Promise<ApprovalDraft> {
    await this.#ready;
    return this.#requests.draft(await this.#log(sessionId), requestId, args);
  }

  subscribe(listener: (event: EngineEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  follow(sessionId: SessionId, afterSequence: number, listener: (update: SessionUpdate) => void): () => void {
    const following: { isOver: boolean; stop: () => void } = { isOver: false, stop: () => undefined };
    const begin = async (): Promise<void> => {
      await this.#ready;
      const log = await this.#log(sessionId);
      if (log === null || following.isOver || this.#isClosed) return;
      following.stop = this.#stream.follow(log, afterSequence, listener);
    };
    // What cannot be read says nothing, as a session that does not exist; opening it says why.
    void begin().catch(() => undefined);
    return () => {
      following.isOver = true;
      following.stop();
    };
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#runs.close();
    await this.#ready;
    await this.#turns.idle();
    this.#listeners.clear();
    this.#stream.clear();
  }

  async #create(): Promise<EngineReply> {
    await this.#ready;
    const id = this.#ports.sessionIds.session();
    const log = await SessionLog.create(this.#ports, id, (view) => {
      this.#changed(view);
    });
    this.#logs.set(id, Promise.resolve(log));
    this.#changed(log.view());
    return done(id);
  }

  async #handle(log: SessionLog, command: SessionCommand): Promise<EngineReply> {
    await this.#requests.expireOverdue(log);
    if (isForInbox(command)) return this.#inbox.handle(log, command);
    switch (command.type) {
      case 'resend':
        return this.#runs.begin(log, (standing) => begunByMessage(standing, command));
      case 'continue':
        return this.#runs.begin(
          log,
          (standing) => begunByContinuing(standing, command.runId ?? null),
          'refuse',
        );
      case 'cancel':
        return this.#runs.cancel(log);
      case 'retry-now':
        this.#runs.get(log.id)?.retryNow();
        return done(log.id);
      case 'respond':
        return this.#requests.respond(log, command);
      case 'rename-session':
        return this.#rename(log, command.title);
      case 'delete-session':
        await this.#runs.cancel(log);
        return this.#noted(log, { type: 'session-deleted' });
      case 'restore-session':
        return log.isDeleted() ? this.#noted(log, { type: 'session-restored' }) : done(log.id);
      case 'edit-summary':
        return this.#editSummary(log, command.text);
      case 'grant':
        return this.#noted(log, { type: 'grant-given', tool: command.tool });
      case 'revoke-grant':
        return this.#noted(log, { type: 'grant-revoked', tool: command.tool });
    }
  }

  async #rename(log: SessionLog, title: string): Promise<EngineReply> {
    const line = title.replaceAll(/\s+/gu, ' ').trim();
    if (line === '') return refusal('empty', 'A session needs a title.');
    return this.#noted(log, { type: 'session-renamed', title: line });
  }

  async #editSummary(log: SessionLog, text: string): Promise<EngineReply> {
    const { summary } = log.view();
    if (summary === undefined) return refusal('empty', 'Nothing of this session has been summarised.');
    return this.#noted(log, { type: 'history-summarised', through: summary.through, text, by: 'person' });
  }

  async #noted(log: SessionLog, happening: SessionHappening): Promise<EngineReply> {
    await log.append([happening]);
    if (happening.type === 'session-deleted' || happening.type === 'session-restored') {
      this.#emit({ type: 'sessions-changed' });
    }
    return done(log.id);
  }

  /** Opening a session closes what a dead page left in it. What cannot be opened now says so when somebody opens it. */
  async #closeDeadRuns(): Promise<void> {
    const summaries = await this.#ports.journal.summaries().catch(() => []);
    for (const { id, status } of summaries) {
      if (status === 'running') await this.#log(id).catch(() => null);
    }
  }

  #log(id: SessionId): Promise<SessionLog | null> {
    const known = this.#logs.get(id);
    if (known !== undefined) return known;
    const opened = this.#opened(id);
    this.#logs.set(id, opened);
    return opened;
  }

  /** What cannot be read, or is not there yet, is looked for again the next time. */
  async #opened(id: SessionId): Promise<SessionLog | null> {
    let log: SessionLog | null = null;
    try {
      log = await SessionLog.open(this.#ports, id, (view) => {
        this.#changed(view);
      });
      if (log !== null) await this.#settleOnOpening(log);
      return log;
    } finally {
      if (log === null) this.#logs.delete(id);
    }
  }

  /** Nobody drives a session that was just opened here, unless another window does. */
  async #settleOnOpening(log: SessionLog): Promise<void> {
    const release = await this.#ports.locks.tryHold(log.id);
    if (release === null) return;
    try {
      await auditSession(this.#ports, log, null);
      await closeDeadRun(this.#ports, log);
    } catch {
      // What cannot be stored now is closed by the next message to the session; what is there can be read.
    } finally {
      release();
    }
  }

  /** After a run that was stopped, everything is looked at once more. */
  #checkAfterStop(log: SessionLog): void {
    const last = log.events().findLast((event) => event.type === 'run-ended');
    if (this.#isClosed || last?.type !== 'run-ended' || last.outcome === 'completed') return;
    const checked = this.#turns.inOrder(log.id, async () => {
      await this.#runs.whileHeld(log, async () => {
        await auditSession(this.#ports, log, this.#runs.get(log.id)?.id ?? null);
        return done(log.id);
      });
    });
    // What could not be reported now is found again when the session is opened.
    void checked.catch(() => undefined);
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

  /** Sends the next of the queue once nothing else is to be done: a message that comes meanwhile goes before it [I3]. */
  #advance(log: SessionLog): void {
    if (this.#isClosed || !canAdvance(log.view())) return;
    const advanced = this.#turns.inOrder(log.id, async () => {
      if (this.#turns.count(log.id) > 1 || log.isDeleted() || this.#isClosed) return;
      await retriedOnConflict(() => this.#inbox.advance(log));
    });
    // It stays in the queue; the next command to the session tries again.
    void advanced.catch(() => undefined);
  }
}

const unknownSession = refusal('unknown-session', 'This session does not exist any more.');

const conflictRetries = 3;

/** Another window was quicker: its events have been read meanwhile, and the command is decided anew on them. */
async function retriedOnConflict<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const isConflict = error instanceof Error && 'code' in error && error.code === 'journal-conflict';
      if (!isConflict || attempt === conflictRetries) throw error;
    }
  }
}
