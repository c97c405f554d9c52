import type {
  Engine,
  EngineCommand,
  EngineEvent,
  EngineReply,
  LocalEngine,
  SessionHold,
  WrittenSession,
} from '@/agent';
import {
  callId,
  eventAt,
  requestId,
  runId,
  sessionId as asSessionId,
  summaryOf,
  viewOf,
  type LiveText,
  type SessionEvent,
  type SessionHappening,
  type SessionId,
  type SessionView,
} from '@/domain/sessions';
import { millis } from '@/domain/workspace';

/** The journals that the windows of a test share. */
export type Journals = Map<SessionId, readonly SessionEvent[]>;

export interface MemoryEnginePorts {
  readonly journals: Journals;
  readonly tryHold: (id: SessionId) => Promise<SessionHold | null>;
}

/**
 * An engine without a model, whose runs do what a test says. It keeps every promise of a window's engine: a run is driven under a hold,
 * what is shown is stored, a run that was let go writes nothing more, and one that is resumed goes on from the journal.
 */
export class MemoryEngine implements LocalEngine {
  readonly resumed: SessionId[] = [];
  readonly done: EngineCommand[] = [];
  isPrepared = false;
  lookedCount = 0;
  readonly #ports: MemoryEnginePorts;
  /** What of the journals this window has read. */
  readonly #read = new Map<SessionId, readonly SessionEvent[]>();
  readonly #holds = new Map<SessionId, SessionHold>();
  readonly #listeners = new Set<(event: EngineEvent) => void>();
  readonly #drivings = new Set<(id: SessionId, isDriving: boolean) => void>();
  readonly #writings = new Set<(written: WrittenSession) => void>();

  constructor(ports: MemoryEnginePorts) {
    this.#ports = ports;
  }

  async command(command: EngineCommand): Promise<EngineReply> {
    if (command.type === 'create-session') return this.#create();
    const { sessionId } = command;
    if (!this.drives(sessionId)) {
      const hold = await this.#ports.tryHold(sessionId);
      if (hold === null) return { type: 'refused', code: 'elsewhere', message: 'Another window has it.' };
      this.#drive(sessionId, hold);
    }
    await this.refresh(sessionId);
    this.done.push(command);
    const reply = this.#handle(sessionId, command);
    if (!isActive(this.#view(sessionId))) this.#release(sessionId);
    return reply;
  }

  sessions() {
    const views = [...this.#ports.journals].map(([id, events]) => viewOf(id, events));
    return Promise.resolve(views.flatMap((view) => (view === null ? [] : [summaryOf(view)])));
  }

  search() {
    return this.sessions();
  }

  async open(id: SessionId): Promise<SessionView | null> {
    if (!this.#read.has(id)) this.#read.set(id, this.#ports.journals.get(id) ?? []);
    return Promise.resolve(viewOf(id, this.#read.get(id) ?? []));
  }

  draft(): ReturnType<Engine['draft']> {
    return Promise.resolve({ type: 'invalid', problems: [] });
  }

  subscribe(listener: (event: EngineEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  follow(): () => void {
    return () => undefined;
  }

  close(): Promise<void> {
    for (const id of this.#holds.keys()) this.letGo(id);
    this.#listeners.clear();
    return Promise.resolve();
  }

  drives(id: SessionId): boolean {
    return this.#holds.has(id);
  }

  onDriving(listener: (id: SessionId, isDriving: boolean) => void): () => void {
    this.#drivings.add(listener);
    return () => this.#drivings.delete(listener);
  }

  onWritten(listener: (written: WrittenSession) => void): () => void {
    this.#writings.add(listener);
    return () => this.#writings.delete(listener);
  }

  async refresh(id: SessionId): Promise<void> {
    const stored = this.#ports.journals.get(id) ?? [];
    await Promise.resolve();
    if (!this.#read.has(id) || this.#read.get(id) === stored) return;
    this.#read.set(id, stored);
    this.#emit({ type: 'session-changed', view: this.#view(id) });
  }

  async noteImported(ids: readonly SessionId[]): Promise<void> {
    for (const id of ids) await this.refresh(id);
    this.relist();
  }

  async refreshAll(): Promise<void> {
    for (const id of this.#read.keys()) await this.refresh(id);
    this.relist();
  }

  relist(): void {
    this.#emit({ type: 'sessions-changed' });
  }

  async resume(id: SessionId, hold: SessionHold): Promise<void> {
    await this.open(id);
    await this.refresh(id);
    if (!isActive(this.#view(id))) {
      hold.release();
      return;
    }
    this.resumed.push(id);
    this.#drive(id, hold);
  }

  expireOverdue(): void {
    this.lookedCount += 1;
  }

  prepare(): void {
    this.isPrepared = true;
  }

  letGo(id: SessionId): void {
    this.#release(id);
  }

  mirror(sessionId: SessionId, live: LiveText | null): void {
    this.#emit({ type: 'live-text', sessionId, live });
  }

  /** The model streams. */
  stream(sessionId: SessionId, text: string): void {
    this.#emit({
      type: 'live-text',
      sessionId,
      live: { runId: runId('run'), reasoning: '', text, calls: [] },
    });
  }

  /** The run asks the person. */
  ask(id: SessionId, question: string): void {
    const spec = { type: 'question', question, why: '', answerWith: 'text', options: [] } as const;
    this.#write(id, [
      {
        type: 'request-opened',
        request: {
          id: requestId(question),
          runId: this.#runOf(id),
          callId: callId('call'),
          spec,
          openedAt: millis(1),
          deadline: null,
          status: { type: 'open' },
        },
      },
    ]);
  }

  /** The run comes to its end. */
  finish(id: SessionId): void {
    this.#write(id, [{ type: 'run-ended', runId: this.#runOf(id), outcome: 'completed', failure: null }]);
    this.#release(id);
  }

  #create(): EngineReply {
    const id = asSessionId(`session-${String(this.#ports.journals.size + 1)}`);
    this.#read.set(id, []);
    this.#write(id, [{ type: 'session-created' }]);
    return { type: 'done', sessionId: id };
  }

  #handle(id: SessionId, command: EngineCommand): EngineReply {
    const view = this.#view(id);
    if (command.type === 'send') {
      const { turnId, text } = command;
      this.#write(id, [
        { type: 'message-sent', turnId, text, replaces: null },
        {
          type: 'run-started',
          runId: runId(`run-${String(view.entries.length)}`),
          turnId,
          continues: null,
          carried: [],
        },
      ]);
    } else if (command.type === 'cancel' && isActive(view)) {
      this.#write(id, [{ type: 'run-ended', runId: this.#runOf(id), outcome: 'cancelled', failure: null }]);
    } else if (command.type === 'respond') {
      if (!view.openRequests.some((request) => request.id === command.requestId)) {
        return { type: 'refused', code: 'already-settled', message: 'This was decided already.' };
      }
      const status = { type: 'responded', response: command.response, at: millis(1) } as const;
      this.#write(id, [{ type: 'request-settled', requestId: command.requestId, status }]);
    }
    return { type: 'done', sessionId: id };
  }

  #runOf(id: SessionId) {
    const answer = this.#view(id).entries.findLast((entry) => entry.type === 'answer');
    return answer?.type === 'answer' ? answer.runId : runId('none');
  }

  #view(id: SessionId): SessionView {
    const view = viewOf(id, this.#ports.journals.get(id) ?? []);
    if (view === null) throw new Error(`There is no session ${id}.`);
    return view;
  }

  #write(id: SessionId, happenings: readonly SessionHappening[]): void {
    const stored = this.#ports.journals.get(id) ?? [];
    const events = [...stored, ...happenings.map((happening) => eventAt(millis(stored.length), happening))];
    this.#ports.journals.set(id, events);
    this.#read.set(id, events);
    const view = this.#view(id);
    this.#emit({ type: 'session-changed', view });
    const listed = `${view.status} ${view.title}`;
    for (const listener of this.#writings) {
      listener({ sessionId: id, head: events.length, isUnfinished: isActive(view), listed });
    }
  }

  #drive(id: SessionId, hold: SessionHold): void {
    this.#holds.set(id, hold);
    hold.lost.addEventListener('abort', () => {
      this.#release(id);
    });
    for (const listener of this.#drivings) listener(id, true);
  }

  #release(id: SessionId): void {
    const hold = this.#holds.get(id);
    if (hold === undefined) return;
    this.#holds.delete(id);
    hold.release();
    for (const listener of this.#drivings) listener(id, false);
  }

  #emit(event: EngineEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

function isActive({ status }: SessionView): boolean {
  return status === 'running' || status === 'awaiting_user';
}
