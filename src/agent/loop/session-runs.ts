import { openWork, type LiveText, type RunId, type SessionId, type TurnId } from '@/domain/sessions';

import type { EngineReply } from '../engine';
import type { EnginePorts } from '../engine-ports';
import { RequestDesk } from '../requests/request-desk';
import {
  cancellingDeadRun,
  done,
  drivenElsewhere,
  hasTurn,
  holding,
  refusal,
  type Begun,
  type Standing,
} from './decisions';
import { Run } from './run';
import type { SessionLog } from './session-log';

/** What is told of the runs. */
export interface RunHooks {
  /** What is streaming; null when nothing is any more. */
  readonly onLive: (sessionId: SessionId, live: LiveText | null) => void;
  /** Nothing of a run is left, and its session is free for the next one. */
  readonly onEnded: (log: SessionLog) => void;
}

/** The runs that this window drives: at most one a session [I1]. */
export class SessionRuns {
  readonly #ports: EnginePorts;
  readonly #hooks: RunHooks;
  readonly #driven = new Map<SessionId, Driven>();
  #isClosed = false;

  constructor(ports: EnginePorts, hooks: RunHooks) {
    this.#ports = ports;
    this.#hooks = hooks;
  }

  /** The run that this window drives in a session, be it in its last moments. */
  get(id: SessionId): Run | null {
    return this.#driven.get(id)?.run ?? null;
  }

  /**
   * Stops the run that a new message will take the place of. Called before anything is awaited: the tool's signal is out when the
   * sender's click returns [I2]. A message that was sent before stops nothing [I1].
   */
  makeWay(id: SessionId, message: { readonly turnId: TurnId; readonly text: string }): void {
    const driven = this.#driven.get(id);
    if (driven === undefined || message.text.trim() === '') return;
    if (!hasTurn(driven.log.events(), message.turnId)) driven.run.supersede();
  }

  /**
   * Starts a run if the decision, made on the newest state, says so. An active run is in its way, or, to `interrupt`, is stopped and
   * has ended before the new one starts [I2].
   */
  async begin(
    log: SessionLog,
    decide: (standing: Standing) => Begun,
    whenActive: 'interrupt' | 'refuse' = 'interrupt',
  ): Promise<EngineReply> {
    const runId = this.#ports.sessionIds.run();
    const standing = { view: log.view(), events: log.events(), runId, now: this.#ports.clock.now() };
    if (await this.#isActive(log)) {
      const asked = decide(standing);
      if (asked.type === 'done-already') return done(log.id);
      if (asked.type === 'refused') return asked;
      if (whenActive === 'refuse') return busy;
      await this.#superseded(log);
    }
    const release = await this.#ports.locks.tryHold(log.id);
    if (release === null) return drivenElsewhere;
    try {
      const decided: { begun: Begun } = { begun: busy };
      await log.decide((view, events) => {
        const begun = decide({ ...standing, view, events });
        decided.begun = begun;
        return begun.type === 'begun' ? begun.happenings : [];
      });
      const { begun } = decided;
      if (begun.type === 'begun') this.#drive(log, { runId, turnId: begun.turnId, release });
      else release();
      return begun.type === 'refused' ? begun : done(log.id);
    } catch (error) {
      release();
      throw error;
    }
  }

  /** Goes on with a run that waited for somebody when its page went away [Q3]. Keeps hold of the session, or lets go. */
  resume(log: SessionLog, release: () => void): void {
    const work = openWork(log.events());
    if (work === null || work.hasEnded) release();
    else this.#drive(log, { ...work, release });
  }

  /** Stops what runs in a session, here or in a page that is gone, and waits until it has ended. */
  async cancel(log: SessionLog): Promise<EngineReply> {
    const driven = this.#driven.get(log.id);
    if (driven !== undefined) {
      driven.run.cancel();
      await driven.gone;
    }
    const { status } = log.view();
    const isActive = status === 'running' || status === 'awaiting_user';
    if (!isActive && holding(log.view()).length === 0) return done(log.id);
    return this.whileHeld(log, async () => {
      await log.decide((view, events) => cancellingDeadRun({ view, events, now: this.#ports.clock.now() }));
      return done(log.id);
    });
  }

  /** Does something to a session that no other window drives meanwhile. */
  async whileHeld(log: SessionLog, work: () => Promise<EngineReply>): Promise<EngineReply> {
    if (this.get(log.id) !== null) return work();
    const release = await this.#ports.locks.tryHold(log.id);
    if (release === null) return drivenElsewhere;
    try {
      return await work();
    } finally {
      release();
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const driven = [...this.#driven.values()];
    for (const { run } of driven) run.interrupt();
    await Promise.all(driven.map(({ gone }) => gone));
  }

  /** A run whose end is journaled already is waited for. */
  async #isActive(log: SessionLog): Promise<boolean> {
    const driven = this.#driven.get(log.id);
    if (driven === undefined) return false;
    const { status } = log.view();
    if (status === 'running' || status === 'awaiting_user') return true;
    await driven.gone;
    return false;
  }

  #drive(log: SessionLog, { runId, turnId, release }: Driving): void {
    const { live, clock, ids, sessionIds, frames, mailer, modelLoop, settings, tools } = this.#ports;
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
        tools: new Map(tools.map((tool) => [tool.name, tool])),
        askMode: () => settings().askMode,
        maxTurns: () => settings().maxTurns,
        timeZone: () => settings().timeZone,
        showLive: (shown) => {
          this.#hooks.onLive(log.id, shown);
        },
      },
      { sessionId: log.id, turnId, runId },
    );
    this.#driven.set(log.id, { run, log, gone: this.#letGo(log, run, release) });
    // The page went away between the message and its run: the journal has the message, and Continue goes on from it.
    if (this.#isClosed) run.interrupt();
  }

  async #letGo(log: SessionLog, run: Run, release: () => void): Promise<void> {
    // Never rejects.
    await run.ended;
    this.#driven.delete(log.id);
    release();
    if (!this.#isClosed) this.#hooks.onEnded(log);
  }

  async #superseded(log: SessionLog): Promise<void> {
    const driven = this.#driven.get(log.id);
    driven?.run.supersede();
    await driven?.gone;
  }
}

interface Driven {
  readonly run: Run;
  readonly log: SessionLog;
  /** Resolves when nothing of the run is left and the session is let go. */
  readonly gone: Promise<void>;
}

interface Driving {
  readonly runId: RunId;
  readonly turnId: TurnId;
  readonly release: () => void;
}

const busy = refusal(
  'busy',
  'Momentum is working on your last message. Wait for it, or cancel the run first.',
);
