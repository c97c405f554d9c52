import type {
  CallArguments,
  LiveText,
  RequestId,
  SessionId,
  SessionSummary,
  SessionView,
} from '@/domain/sessions';

import { auditSession } from './audit/audit-session';
import type { ApprovalDraft, EngineCommand, EngineEvent, EngineReply, SessionUpdate } from './engine';
import type { EnginePorts } from './engine-ports';
import { canAdvance, SessionInbox } from './inbox/session-inbox';
import { SessionTurns } from './inbox/session-turns';
import type { LocalEngine, WrittenSession } from './local-engine';
import { done, refusal } from './loop/decisions';
import { OpenSessions } from './loop/open-sessions';
import { Recovery } from './loop/recovery';
import type { SessionLog } from './loop/session-log';
import { SessionRuns } from './loop/session-runs';
import { StatusStream } from './loop/status-stream';
import type { SessionHold } from './ports';
import { SessionRequests } from './requests/session-requests';
import { SessionCommands } from './session-commands';

/** Makes the agent runtime. It first goes on with what dead pages left unfinished; commands wait until it has begun. */
export function createEngine(ports: EnginePorts): LocalEngine {
  return new MomentumEngine(ports);
}

class MomentumEngine implements LocalEngine {
  readonly #ports: EnginePorts;
  readonly #listeners = new Set<(event: EngineEvent) => void>();
  readonly #drivingListeners = new Set<(id: SessionId, isDriving: boolean) => void>();
  readonly #writtenListeners = new Set<(written: WrittenSession) => void>();
  readonly #sessions: OpenSessions;
  readonly #turns = new SessionTurns();
  readonly #stream = new StatusStream();
  readonly #listed = new Map<SessionId, string>();
  readonly #runs: SessionRuns;
  readonly #inbox: SessionInbox;
  readonly #requests: SessionRequests;
  readonly #commands: SessionCommands;
  readonly #recovery: Recovery;
  #isClosed = false;
  readonly #ready: Promise<void>;

  constructor(ports: EnginePorts) {
    this.#ports = ports;
    this.#runs = new SessionRuns(ports, {
      onLive: (sessionId, live) => {
        this.#emit({ type: 'live-text', sessionId, live });
        this.#stream.show(sessionId, live);
      },
      onDriving: (sessionId, isDriving) => {
        for (const listener of this.#drivingListeners) listener(sessionId, isDriving);
      },
      onEnded: async (log) => {
        void this.#checkAfterStop(log);
        await this.#advance(log);
      },
    });
    this.#inbox = new SessionInbox(this.#runs);
    this.#requests = new SessionRequests(ports, this.#runs);
    this.#recovery = new Recovery(ports, this.#runs);
    this.#commands = new SessionCommands({
      runs: this.#runs,
      inbox: this.#inbox,
      requests: this.#requests,
      onListChanged: () => {
        this.relist();
      },
    });
    this.#sessions = new OpenSessions(ports, {
      onChange: (view) => {
        this.#changed(view);
      },
      onWritten: (log, head) => {
        this.#written(log, head);
      },
      onOpened: (log) => this.#settleOnOpening(log),
    });
    this.#ready = this.#goOn();
    void this.#clearAway();
  }

  command(command: EngineCommand): Promise<EngineReply> {
    if (command.type === 'create-session') return this.#create();
    const { sessionId } = command;
    // Before anything is awaited: the tool's signal is out when the click returns.
    if (stopping.has(command.type)) this.#runs.get(sessionId)?.cancel();
    if (command.type === 'send' && command.mode !== 'queue') this.#runs.makeWay(sessionId, command);
    return this.#turns.inOrder(sessionId, async () => {
      await this.#ready;
      const log = await this.#sessions.get(sessionId);
      if (log === null || (log.isDeleted() && command.type !== 'restore-session')) return unknownSession;
      const reply = await retriedOnConflict(() => this.#commands.handle(log, command));
      void this.#advance(log);
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
    const log = await this.#sessions.get(sessionId);
    if (log === null || log.isDeleted()) return null;
    await this.#requests.expireOverdue(log);
    const live = this.#stream.liveIn(sessionId);
    if (live !== null) this.#emit({ type: 'live-text', sessionId, live });
    return log.view();
  }

  async draft(sessionId: SessionId, requestId: RequestId, args: CallArguments): Promise<ApprovalDraft> {
    await this.#ready;
    return this.#requests.draft(await this.#sessions.get(sessionId), requestId, args);
  }

  subscribe(listener: (event: EngineEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  drives(sessionId: SessionId): boolean {
    return this.#runs.get(sessionId) !== null;
  }

  onDriving(listener: (sessionId: SessionId, isDriving: boolean) => void): () => void {
    this.#drivingListeners.add(listener);
    return () => {
      this.#drivingListeners.delete(listener);
    };
  }

  onWritten(listener: (written: WrittenSession) => void): () => void {
    this.#writtenListeners.add(listener);
    return () => {
      this.#writtenListeners.delete(listener);
    };
  }

  refresh(sessionId: SessionId): Promise<void> {
    return this.#sessions.refresh(sessionId);
  }

  async noteImported(sessionIds: readonly SessionId[]): Promise<void> {
    for (const id of sessionIds) await this.#lookAgain(id);
    this.relist();
  }

  async refreshAll(): Promise<void> {
    this.relist();
    await this.#sessions.refreshAll();
  }

  relist(): void {
    this.#emit({ type: 'sessions-changed' });
  }

  resume(sessionId: SessionId, hold: SessionHold): Promise<void> {
    return this.#turns.inOrder(sessionId, async () => {
      const log = await this.#sessions.get(sessionId).catch(() => null);
      if (log === null || log.isDeleted() || this.#isClosed || this.drives(sessionId)) {
        hold.release();
        return;
      }
      await this.#runs.whileAdopted(log, hold, (use) => this.#recovery.settle(log, use));
      void this.#advance(log);
    });
  }

  expireOverdue(): void {
    for (const log of this.#runs.driven()) {
      // What cannot be stored now is looked at again a moment later.
      void this.#requests.expireOverdue(log).catch(() => undefined);
    }
  }

  prepare(): void {
    // What cannot be fetched now is fetched, or reported, by the run itself.
    void this.#ports.modelLoop(null).catch(() => undefined);
  }

  letGo(sessionId: SessionId): void {
    void this.#runs.letGo(sessionId);
  }

  mirror(sessionId: SessionId, live: LiveText | null): void {
    if (this.drives(sessionId)) return;
    this.#emit({ type: 'live-text', sessionId, live });
    this.#stream.show(sessionId, live);
  }

  follow(sessionId: SessionId, afterSequence: number, listener: (update: SessionUpdate) => void): () => void {
    const following: { isOver: boolean; stop: () => void } = { isOver: false, stop: () => undefined };
    const begin = async (): Promise<void> => {
      await this.#ready;
      const log = await this.#sessions.get(sessionId);
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
    this.#drivingListeners.clear();
    this.#writtenListeners.clear();
    this.#stream.clear();
  }

  /** The import has taken the session: a run at work here has ended by what was added. */
  async #lookAgain(id: SessionId): Promise<void> {
    const log = this.drives(id) ? await this.#sessions.get(id) : null;
    if (log !== null && !(await log.leads())) await this.#runs.letGo(id);
    await this.refresh(id);
  }

  async #create(): Promise<EngineReply> {
    await this.#ready;
    const id = this.#ports.sessionIds.session();
    const log = await this.#sessions.create(id);
    this.#changed(log.view());
    return done(id);
  }

  /** Opening a session goes on with what a dead page left in it. What cannot be opened now says so when somebody opens it. */
  async #goOn(): Promise<void> {
    for (const id of await this.#recovery.unfinished()) await this.#sessions.get(id).catch(() => null);
  }

  /** What cannot be cleared away now, or is used by another window, is left for the next time. */
  async #clearAway(): Promise<void> {
    for (const sessionId of await this.#recovery.abandoned()) {
      await this.command({ type: 'delete-session', sessionId }).catch(() => null);
    }
  }

  /** Nobody drives a session that was just opened here, unless another window does. */
  async #settleOnOpening(log: SessionLog): Promise<void> {
    try {
      await this.#runs.whileHeld(log, async (use) => {
        await this.#recovery.settle(log, use);
        return done(log.id);
      });
    } catch {
      // What cannot be stored now is settled by the next message to the session; what is there can be read.
    }
  }

  /** After a run that was stopped, everything is looked at once more. */
  async #checkAfterStop(log: SessionLog): Promise<void> {
    const last = log.events().findLast((event) => event.type === 'run-ended');
    if (this.#isClosed || last?.type !== 'run-ended' || last.outcome === 'completed') return;
    const checked = this.#turns.inOrder(log.id, () =>
      this.#runs.whileHeld(log, async () => {
        await auditSession(this.#ports, log, this.#runs.get(log.id)?.id ?? null);
        return done(log.id);
      }),
    );
    // What could not be reported now is found again when the session is opened.
    await checked.catch(() => undefined);
  }

  #changed(view: SessionView): void {
    this.#emit({ type: 'session-changed', view });
    const listed = listedAs(view);
    if (this.#listed.get(view.id) === listed) return;
    this.#listed.set(view.id, listed);
    this.#emit({ type: 'sessions-changed' });
  }

  #emit(event: EngineEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  #written(log: SessionLog, head: number): void {
    const view = log.view();
    const isActive = view.status === 'running' || view.status === 'awaiting_user';
    const isDeleted = log.isDeleted();
    const written: WrittenSession = {
      sessionId: log.id,
      head,
      isUnfinished: !isDeleted && (isActive || canAdvance(view)),
      listed: isDeleted ? '' : listedAs(view),
    };
    for (const listener of this.#writtenListeners) listener(written);
  }

  /** Sends the next of the queue once nothing else is to be done: a message that comes meanwhile goes before it [I3]. */
  async #advance(log: SessionLog): Promise<void> {
    if (this.#isClosed || !canAdvance(log.view())) return;
    const advanced = this.#turns.inOrder(log.id, async () => {
      if (this.#turns.count(log.id) > 1 || log.isDeleted() || this.#isClosed) return;
      await retriedOnConflict(() => this.#inbox.advance(log));
    });
    // It stays in the queue; the next command to the session tries again.
    await advanced.catch(() => undefined);
  }
}

/** Commands that stop what runs before they do anything else. */
const stopping: ReadonlySet<EngineCommand['type']> = new Set(['cancel', 'delete-session', 'archive-session']);

function listedAs({ status, title, isArchived }: SessionView): string {
  return `${status} ${isArchived ? 'archived' : ''} ${title}`;
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
