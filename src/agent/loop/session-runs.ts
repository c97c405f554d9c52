import { openWork, type LiveText, type RunId, type SessionId, type TurnId } from '@/domain/sessions';

import type { EngineReply } from '../engine';
import type { EnginePorts } from '../engine-ports';
import { RequestDesk } from '../requests/request-desk';
import { cancellingDeadRun, done, drivenElsewhere, refusal, type Begun, type Standing } from './decisions';
import { Run } from './run';
import type { SessionLog } from './session-log';

export type ShowLive = (sessionId: SessionId, live: LiveText | null) => void;

/** The runs that this window drives: at most one a session [I1]. */
export class SessionRuns {
  readonly #ports: EnginePorts;
  readonly #showLive: ShowLive;
  readonly #runs = new Map<SessionId, Run>();
  #isClosed = false;

  constructor(ports: EnginePorts, showLive: ShowLive) {
    this.#ports = ports;
    this.#showLive = showLive;
  }

  /** The run that this window drives in a session, be it in its last moments. */
  get(id: SessionId): Run | null {
    return this.#runs.get(id) ?? null;
  }

  /** Starts a run if the decision, made on the newest state, says so. */
  async begin(log: SessionLog, decide: (standing: Standing) => Begun): Promise<EngineReply> {
    const runId = this.#ports.sessionIds.run();
    const standing = { view: log.view(), events: log.events(), runId, now: this.#ports.clock.now() };
    if (await this.#isActive(log)) {
      const asked = decide(standing);
      if (asked.type === 'done-already') return done(log.id);
      return asked.type === 'refused' ? asked : busy;
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
    const run = this.get(log.id);
    if (run !== null) {
      run.cancel();
      await run.ended;
      return done(log.id);
    }
    const { status } = log.view();
    if (status !== 'running' && status !== 'awaiting_user') return done(log.id);
    const release = await this.#ports.locks.tryHold(log.id);
    if (release === null) return drivenElsewhere;
    try {
      await log.decide((view, events) => cancellingDeadRun({ view, events, now: this.#ports.clock.now() }));
    } finally {
      release();
    }
    return done(log.id);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const runs = [...this.#runs.values()];
    for (const run of runs) run.interrupt();
    await Promise.all(runs.map((run) => run.ended));
  }

  /** A run whose end is journaled already is waited for. */
  async #isActive(log: SessionLog): Promise<boolean> {
    const run = this.get(log.id);
    if (run === null) return false;
    const { status } = log.view();
    if (status === 'running' || status === 'awaiting_user') return true;
    await run.ended;
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
          this.#showLive(log.id, shown);
        },
      },
      { sessionId: log.id, turnId, runId },
    );
    this.#runs.set(log.id, run);
    void this.#letGo(log.id, run, release);
    // The page went away between the message and its run: the journal has the message, and Continue goes on from it.
    if (this.#isClosed) run.interrupt();
  }

  async #letGo(id: SessionId, run: Run, release: () => void): Promise<void> {
    // Never rejects.
    await run.ended;
    this.#runs.delete(id);
    release();
  }
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
