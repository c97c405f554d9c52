import type { Engine, EngineCommand, EngineEvent, EngineReply, LocalEngine } from '@/agent';
import type { SessionId, SessionView } from '@/domain/sessions';

import { CommandDesk } from './command-desk';
import { Drivers } from './drivers';
import { Heartbeat } from './heartbeat';
import { LiveRelay } from './live-relay';
import type { SessionChannel } from './session-channel';
import { Succession } from './succession';
import type { SessionCommand, TabMessage } from './tab-message';
import type { PageMoment, PageMoments, TabLocks, TabTimers } from './tab-ports';

export interface TabEnginePorts {
  readonly engine: LocalEngine;
  readonly channel: SessionChannel;
  readonly locks: TabLocks;
  readonly timers: TabTimers;
  readonly moments: PageMoments;
  /** Names for commands that nobody has used before. */
  readonly newId: () => string;
  /** 0 to less than 1, by chance; see `Succession`. */
  readonly patience: number;
}

/** Makes the engine of this window one of several: what another window drives is shown and steered here as if it were here [S1]. */
export function createTabEngine(ports: TabEnginePorts): Engine {
  return new TabEngine(ports);
}

const lastWordsMs = 300;
const attempts = 3;

class TabEngine implements Engine {
  readonly #ports: TabEnginePorts;
  readonly #engine: LocalEngine;
  readonly #heartbeat: Heartbeat;
  readonly #drivers: Drivers;
  readonly #desk: CommandDesk;
  readonly #relay: LiveRelay;
  readonly #succession: Succession;
  /** What the list showed of sessions that other windows wrote to. */
  readonly #listed = new Map<SessionId, string>();
  /** Sessions that have work left, as far as this window knows. */
  readonly #unfinished = new Set<SessionId>();
  readonly #stops: readonly (() => void)[];
  #isClosed = false;

  constructor(ports: TabEnginePorts) {
    const { engine, channel, timers } = ports;
    this.#ports = ports;
    this.#engine = engine;
    this.#heartbeat = new Heartbeat(channel, timers, () => {
      if (ports.moments.isVisible()) engine.expireOverdue();
    });
    this.#drivers = new Drivers(timers);
    this.#desk = new CommandDesk(ports);
    this.#relay = new LiveRelay(channel, timers);
    this.#succession = new Succession({
      ...ports,
      drivers: this.#drivers,
      onTakenOver: (sessionId) => {
        this.#noteTakenOver(sessionId);
      },
    });
    this.#stops = [
      channel.subscribe((message, from) => {
        this.#hear(message, from);
      }),
      ports.moments.subscribe((moment) => {
        this.#note(moment);
      }),
      engine.onDriving((sessionId, isDriving) => {
        this.#noteDriving(sessionId, isDriving);
      }),
      engine.onWritten(({ sessionId, head, isUnfinished, listed }) => {
        this.#noteUnfinished(sessionId, isUnfinished);
        channel.post({ type: 'changed', sessionId, head, isUnfinished, listed });
      }),
      engine.subscribe((event) => {
        if (event.type === 'live-text' && engine.drives(event.sessionId)) {
          this.#relay.show(event.sessionId, event.live);
        }
      }),
    ];
    channel.post({ type: 'hello' });
    void this.#awaitUnfinished();
  }

  async command(command: EngineCommand): Promise<EngineReply> {
    return command.type === 'create-session' ? this.#engine.command(command) : this.#steer(command);
  }

  sessions(): ReturnType<Engine['sessions']> {
    return this.#engine.sessions();
  }

  search(text: string): ReturnType<Engine['search']> {
    return this.#engine.search(text);
  }

  async open(sessionId: SessionId): Promise<SessionView | null> {
    // A message may have been missed; the journal knows.
    await this.#engine.refresh(sessionId);
    return this.#engine.open(sessionId);
  }

  draft(...asked: Parameters<Engine['draft']>): ReturnType<Engine['draft']> {
    return this.#engine.draft(...asked);
  }

  async noteImported(sessionIds: readonly SessionId[]): Promise<void> {
    this.#ports.channel.post({ type: 'imported', sessionIds });
    await this.#engine.noteImported(sessionIds);
  }

  subscribe(listener: (event: EngineEvent) => void): () => void {
    return this.#engine.subscribe(listener);
  }

  follow(...asked: Parameters<Engine['follow']>): () => void {
    return this.#engine.follow(...asked);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#succession.pause();
    for (const stop of this.#stops.toReversed()) stop();
    this.#heartbeat.stop();
    this.#desk.close();
    this.#relay.close();
    await this.#engine.close();
    this.#ports.channel.close();
  }

  /**
   * Lets a command be done by the window that drives its session, which may be this one, may change meanwhile, and may be nobody: then
   * it is done here. Every command can be done twice without harm, so that nobody needs to know whether a driver that went away had
   * done it.
   */
  async #steer(command: SessionCommand): Promise<EngineReply> {
    const { sessionId } = command;
    let isElsewhere = !this.#engine.drives(sessionId) && this.#drivers.isAlive(sessionId);
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      if (isElsewhere && !this.#engine.drives(sessionId)) {
        const reply = await this.#desk.forward(command);
        if (reply !== null) return this.#seen(sessionId, reply);
      }
      const reply = await this.#engine.command(command);
      if (!isDrivenElsewhere(reply)) return reply;
      isElsewhere = true;
    }
    return (await this.#succession.claim(sessionId)) ? this.#engine.command(command) : drivenElsewhere;
  }

  /** Whoever gets a reply finds what it speaks of. */
  async #seen(sessionId: SessionId, reply: EngineReply): Promise<EngineReply> {
    // What cannot be read now is told by whatever shows the session.
    await this.#engine.refresh(sessionId).catch(() => undefined);
    return reply;
  }

  #hear(message: TabMessage, from: string): void {
    switch (message.type) {
      case 'hello':
        this.#heartbeat.beat();
        this.#relay.tellAll();
        return;
      case 'beat':
        this.#hearBeat(message.drives, from);
        return;
      case 'changed':
        this.#hearChange(message);
        return;
      case 'imported':
        // What cannot be read now is read when somebody opens it.
        void this.#engine.noteImported(message.sessionIds).catch(() => undefined);
        return;
      case 'live':
        this.#mirror(message);
        return;
      case 'let-go':
        // Nothing half said stays on the screen, whoever goes on.
        this.#mirror({ ...message, type: 'live', live: null });
        this.#drivers.forget(message.sessionId);
        this.#desk.noteGone(message.sessionId);
        return;
      case 'yield?':
        this.#answerAsk(message.sessionId);
        return;
      case 'command':
      case 'taken':
      case 'replied':
        this.#hearCommand(message);
        return;
      case 'probe':
        return;
    }
  }

  #hearBeat(drives: readonly SessionId[], from: string): void {
    // What the driver before was streaming will not go on.
    for (const sessionId of this.#drivers.noteBeat(from, drives)) {
      this.#mirror({ type: 'live', sessionId, live: null });
    }
    for (const sessionId of drives) this.#noteUnfinished(sessionId, true);
  }

  #mirror({ sessionId, live }: Extract<TabMessage, { type: 'live' }>): void {
    if (!this.#engine.drives(sessionId)) this.#engine.mirror(sessionId, live);
  }

  #answerAsk(sessionId: SessionId): void {
    if (this.#heartbeat.isStuck()) this.#yield(sessionId);
    else this.#heartbeat.beat();
  }

  #hearCommand(message: Extract<TabMessage, { readonly id: string }>): void {
    switch (message.type) {
      case 'command':
        // A page that makes no progress can do no command, only let go: whoever asks then does it.
        if (this.#heartbeat.isStuck()) this.#yield(message.command.sessionId);
        else void this.#desk.take(message.id, message.command);
        return;
      case 'taken':
        this.#desk.noteTaken(message.id);
        return;
      case 'replied':
        this.#desk.noteReply(message.id, message.reply);
        return;
    }
  }

  #hearChange({ sessionId, isUnfinished, listed }: Extract<TabMessage, { type: 'changed' }>): void {
    this.#noteUnfinished(sessionId, isUnfinished);
    // What is shown stays as it was when it cannot be read now; the next change or look reads it.
    void this.#engine.refresh(sessionId).catch(() => undefined);
    if (this.#listed.get(sessionId) === listed) return;
    this.#listed.set(sessionId, listed);
    this.#engine.relist();
  }

  #note(moment: PageMoment): void {
    if (moment === 'returned') {
      this.#heartbeat.noteFrozen(false);
      this.#comeBack();
      return;
    }
    this.#heartbeat.noteFrozen(moment === 'frozen');
    this.#succession.pause();
    // A page in the back/forward cache keeps its locks for minutes, and nobody is there to be asked (R7).
    if (moment === 'leaving') for (const sessionId of this.#heartbeat.driven()) this.#yield(sessionId);
  }

  #comeBack(): void {
    this.#succession.goOn();
    this.#heartbeat.beat();
    this.#ports.channel.post({ type: 'hello' });
    void this.#engine.refreshAll().catch(() => undefined);
    void this.#awaitUnfinished();
  }

  /** Stands in line for whatever the list calls unfinished; what nobody drives is granted at once. */
  async #awaitUnfinished(): Promise<void> {
    const listed = await this.#engine.sessions().catch(() => []);
    for (const { id, status } of listed) {
      if (status === 'running' || status === 'awaiting_user') this.#noteUnfinished(id, true);
    }
    for (const id of this.#unfinished) this.#noteUnfinished(id, true);
  }

  #noteUnfinished(sessionId: SessionId, isUnfinished: boolean): void {
    if (this.#isClosed) return;
    if (isUnfinished) {
      this.#unfinished.add(sessionId);
      this.#succession.await(sessionId);
    } else {
      this.#unfinished.delete(sessionId);
      this.#succession.callOff(sessionId);
    }
  }

  #noteDriving(sessionId: SessionId, isDriving: boolean): void {
    this.#heartbeat.noteDriving(sessionId, isDriving);
    if (isDriving) {
      this.#drivers.forget(sessionId);
      this.#succession.callOff(sessionId);
    } else if (this.#unfinished.has(sessionId)) this.#noteUnfinished(sessionId, true);
  }

  #noteTakenOver(sessionId: SessionId): void {
    const tell = (): void => {
      this.#desk.noteGone(sessionId);
    };
    // A driver that had nothing left to do may still have replied: its words arrive after its lock.
    if (this.#engine.drives(sessionId)) tell();
    else this.#ports.timers.after(lastWordsMs, tell);
  }

  #yield(sessionId: SessionId): void {
    if (!this.#engine.drives(sessionId)) return;
    this.#engine.letGo(sessionId);
    this.#ports.channel.post({ type: 'let-go', sessionId });
  }
}

const drivenElsewhere: EngineReply = {
  type: 'refused',
  code: 'elsewhere',
  message: 'Another window is working on this session and does not answer. Go on there, or close it first.',
};

function isDrivenElsewhere(reply: EngineReply): boolean {
  return reply.type === 'refused' && reply.code === 'elsewhere';
}
