import { openWork, type LiveText, type RunId, type SessionId, type TurnId } from '@/domain/sessions';

import type { EngineReply } from '../engine';
import type { EnginePorts } from '../engine-ports';
import type { SessionHold } from '../ports';
import { RequestDesk } from '../requests/request-desk';
import { handOffTools } from '../specialists';
import {
  cancellingDeadRun,
  done,
  drivenElsewhere,
  hasTurn,
  refusal,
  type Begun,
  type Standing,
} from './decisions';
import { Run } from './run';
import { RunLog } from './run-log';
import { SessionHolds, type HoldUse } from './session-holds';
import type { SessionLog } from './session-log';

/** What is told of the runs. */
export interface RunHooks {
  /** What is streaming; null when nothing is any more. */
  readonly onLive: (sessionId: SessionId, live: LiveText | null) => void;
  /** This window begins or stops to drive a session. */
  readonly onDriving: (sessionId: SessionId, isDriving: boolean) => void;
  /** Nothing of a run is left, and its session is free for the next one, but for other windows: not before the promise resolves. */
  readonly onEnded: (log: SessionLog) => Promise<void>;
}

/** The runs that this window drives: at most one a session [I1]. */
export class SessionRuns {
  readonly #ports: EnginePorts;
  readonly #hooks: RunHooks;
  readonly #holds: SessionHolds;
  readonly #driven = new Map<SessionId, Driven>();
  #isClosed = false;

  constructor(ports: EnginePorts, hooks: RunHooks) {
    this.#ports = ports;
    this.#hooks = hooks;
    this.#holds = new SessionHolds(ports.locks, (id) => {
      void this.letGo(id);
    });
  }

  /** The run that this window drives in a session, be it in its last moments. */
  get(id: SessionId): Run | null {
    return this.#driven.get(id)?.run ?? null;
  }

  /** The sessions that this window drives. */
  driven(): readonly SessionLog[] {
    return [...this.#driven.values()].map(({ log }) => log);
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
  begin(
    log: SessionLog,
    decide: (standing: Standing) => Begun,
    whenActive: 'interrupt' | 'refuse' = 'interrupt',
  ): Promise<EngineReply> {
    return this.whileHeld(log, (use) => this.#begun(log, use, { decide, whenActive }));
  }

  /** Goes on with the run that a page which is gone left unfinished [L3] [Q3]. */
  resume(log: SessionLog, use: HoldUse): void {
    if (this.#driven.has(log.id)) return;
    const work = openWork(log.events());
    if (work !== null && !work.hasEnded) this.#drive(log, work, use);
  }

  /** Stops what runs in a session, here or in a page that is gone, and waits until it has ended. */
  async cancel(log: SessionLog): Promise<EngineReply> {
    const driven = this.#driven.get(log.id);
    if (driven !== undefined) {
      driven.run.cancel();
      await driven.gone;
    }
    return this.whileHeld(log, async () => {
      await log.decide((view, events) => cancellingDeadRun({ view, events, now: this.#ports.clock.now() }));
      return done(log.id);
    });
  }

  /** Does something to a session that no other window drives meanwhile. */
  async whileHeld(log: SessionLog, work: (use: HoldUse) => Promise<EngineReply>): Promise<EngineReply> {
    const use = await this.#holds.use(log);
    if (use === null) return drivenElsewhere;
    try {
      return await work(use);
    } finally {
      use.end();
    }
  }

  /** The same for a session whose lock this window has got already. */
  async whileAdopted(
    log: SessionLog,
    hold: SessionHold,
    work: (use: HoldUse) => Promise<void>,
  ): Promise<void> {
    const use = await this.#holds.adopt(log, hold);
    if (use === null) return;
    try {
      await work(use);
    } finally {
      use.end();
    }
  }

  /** Stops driving a session at once and writes nothing more of it: its run is left to whoever resumes it. */
  async letGo(id: SessionId): Promise<void> {
    const driven = this.#driven.get(id);
    this.#driven.delete(id);
    driven?.run.giveUp();
    if (driven !== undefined) this.#hooks.onDriving(id, false);
    await this.#holds.giveUp(id);
  }

  /** Lets go of every session: whoever comes next goes on with its run. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const driven = [...this.#driven];
    await Promise.all(driven.map(([id]) => this.letGo(id)));
    await Promise.all(driven.map(([, { gone }]) => gone));
  }

  async #begun(
    log: SessionLog,
    use: HoldUse,
    {
      decide,
      whenActive,
    }: { readonly decide: (standing: Standing) => Begun; readonly whenActive: WhenActive },
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
    const decided: { begun: Begun } = { begun: busy };
    await log.decide((view, events) => {
      const begun = decide({ ...standing, view, events });
      decided.begun = begun;
      return begun.type === 'begun' ? begun.happenings : [];
    });
    const { begun } = decided;
    if (begun.type === 'begun') this.#drive(log, { runId, turnId: begun.turnId }, use);
    return begun.type === 'refused' ? begun : done(log.id);
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

  #drive(log: SessionLog, { runId, turnId }: Driving, use: HoldUse): void {
    // The page goes away: the journal has the message, and whoever comes next goes on from it.
    if (this.#isClosed) return;
    const { clock, sessionIds, settings, tools } = this.#ports;
    const runLog = new RunLog(log, () => {
      void this.letGo(log.id);
    });
    const desk = new RequestDesk({
      log: runLog,
      clock,
      ids: sessionIds,
      patienceMs: () => settings().requestPatienceMs,
    });
    const run = Run.start(
      {
        ...this.#ports,
        modelLoop: () => this.#ports.modelLoop(log.view().modelChoice ?? null),
        log: runLog,
        desk,
        tools: new Map([...tools, ...handOffTools].map((tool) => [tool.name, tool])),
        askMode: () => settings().askMode,
        maxTurns: () => settings().maxTurns,
        timeZone: () => settings().timeZone,
        showLive: (shown) => {
          this.#hooks.onLive(log.id, shown);
        },
      },
      { sessionId: log.id, turnId, runId },
    );
    const gone = this.#gone(log, run);
    this.#driven.set(log.id, { run, log, gone });
    this.#hooks.onDriving(log.id, true);
    void this.#afterwards(log, gone, use.again());
  }

  /** @returns whether the run came to its end here: it was not given up. */
  async #gone(log: SessionLog, run: Run): Promise<boolean> {
    // Never rejects.
    await run.ended;
    if (this.#driven.get(log.id)?.run !== run) return false;
    this.#driven.delete(log.id);
    this.#hooks.onDriving(log.id, false);
    return true;
  }

  /** The session stays held until what follows from the end of a run has begun. */
  async #afterwards(log: SessionLog, gone: Promise<boolean>, use: HoldUse): Promise<void> {
    if ((await gone) && !this.#isClosed) await this.#hooks.onEnded(log);
    use.end();
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
  readonly gone: Promise<boolean>;
}

interface Driving {
  readonly runId: RunId;
  readonly turnId: TurnId;
}

type WhenActive = 'interrupt' | 'refuse';

const busy = refusal(
  'busy',
  'Momentum is working on your last message. Wait for it, or cancel the run first.',
);
