import {
  historyFor,
  openWork,
  type LiveText,
  type OpenWork,
  type RequestStatus,
  type RunFailure,
  type RunId,
  type SessionHappening,
  type SessionView,
} from '@/domain/sessions';

import { CallExecutor, type ExecutorPorts } from '../calls/call-executor';
import type { ExecutorRun } from '../calls/current-call';
import { untilAborted } from '../models/until-aborted';
import type { Frames } from '../ports';
import type { RequestDesk } from '../requests/request-desk';
import { briefingFor, speakerOf } from '../specialists';
import { condenseHistory } from './condense-history';
import { holding, supersededByMessage } from './decisions';
import { instructionsFor } from './instructions';
import { LiveFeed } from './live-feed';
import type { ModelAnswer, ModelLoop, ModelRunEnd, ModelWait } from './model-loop';
import { faultOf, limitFailure, notLoadedFailure } from './run-failures';
import type { RunLog } from './run-log';
import { settledInTime } from './settled-in-time';

export interface RunPorts extends ExecutorPorts {
  readonly log: RunLog;
  readonly frames: Frames;
  /** Loads what drives the model; the first time takes a while. */
  readonly modelLoop: () => Promise<ModelLoop>;
  readonly maxTurns: () => number;
  readonly timeZone: () => string;
  readonly showLive: (live: LiveText | null) => void;
}

/**
 * Why a run is being stopped. `cancelled`: by the person. `superseded`: a newer message takes its place. `given-up`: it is left to
 * another window or a later visit, which goes on with it from the journal; nothing more is written.
 */
type Stop =
  | { readonly type: 'cancelled' }
  | { readonly type: 'superseded' }
  | { readonly type: 'given-up' }
  | { readonly type: 'fault'; readonly error: unknown };

/**
 * The work on one message, from its first model call to its end [L7]. The journal says where it begins: a new message, or calls that
 * an earlier page or run left open [L3].
 */
export class Run {
  readonly id: RunId;
  readonly desk: RequestDesk;
  /** Resolves once the end is journaled and nothing of the run is left. Never rejects. */
  readonly ended: Promise<void>;
  readonly #ports: RunPorts;
  readonly #run: ExecutorRun;
  readonly #stopper: AbortController;
  readonly #executor: CallExecutor;
  readonly #feed: LiveFeed;
  #stop: Stop | null = null;
  #wait: ModelWait | null = null;

  private constructor(ports: RunPorts, run: Omit<ExecutorRun, 'signal'>, stopper: AbortController) {
    const { log, clock, frames, desk } = ports;
    this.#ports = ports;
    this.#stopper = stopper;
    this.#run = { ...run, signal: stopper.signal };
    this.id = run.runId;
    this.desk = desk;
    const work = openWork(log.events());
    this.#executor = new CallExecutor(ports, this.#run, work);
    this.#feed = new LiveFeed(run.runId, {
      frames,
      clock,
      show: ports.showLive,
      keep: (piece) => log.append([{ type: 'text-checkpointed', runId: run.runId, ...piece }], 'relaxed'),
    });
    if (work !== null && !work.hasEnded) this.#feed.begin(work);
    this.ended = this.#drive(work);
  }

  /** Starts working at once. */
  static start(ports: RunPorts, run: Omit<ExecutorRun, 'signal'>): Run {
    return new Run(ports, run, new AbortController());
  }

  /** Stops the run because the person wants it. The signal is out when this returns [C8]. */
  cancel(): void {
    this.#halt({ type: 'cancelled' });
  }

  /** Stops the run because a newer message takes its place. The signal is out when this returns [I2]. */
  supersede(): void {
    this.#halt({ type: 'superseded' });
  }

  /** Leaves the run, as far as it is journaled, to whoever goes on with it. It writes nothing more when this returns. */
  giveUp(): void {
    if (this.#stop === null) this.#feed.flush();
    this.#ports.log.giveUp();
    this.#halt({ type: 'given-up' });
    this.#feed.clear();
  }

  /** Ends the pause before a request is repeated, if there is one. */
  retryNow(): void {
    this.#wait?.retryNow();
  }

  #halt(stop: Stop): void {
    if (this.#stop !== null) return;
    this.#stop = stop;
    this.#feed.stop();
    this.#stopper.abort();
  }

  async #drive(work: OpenWork | null): Promise<void> {
    const { clock, frames } = this.#ports;
    const end = await settledInTime(this.#worked(work), { signal: this.#run.signal, clock, frames });
    // A tool that does not listen to its signal goes on alone: what becomes of it is recorded when it is known.
    await this.#finish(end === 'late' ? { type: 'stopped' } : end);
  }

  async #worked(work: OpenWork | null): Promise<ModelRunEnd> {
    let end: ModelRunEnd;
    try {
      end = await this.#work(work);
    } catch (error) {
      end = this.#stop === null ? { type: 'failed', failure: faultOf(error) } : { type: 'stopped' };
    }
    await this.#executor.idle();
    return end;
  }

  async #work(work: OpenWork | null): Promise<ModelRunEnd> {
    for (const call of work?.calls ?? []) await this.#executor.finish(call);
    if (work?.isAnswered === true) return { type: 'completed' };
    const loop = await this.#loadedLoop();
    if (loop === null) return { type: 'failed', failure: notLoadedFailure };
    this.#run.signal.throwIfAborted();
    await condenseHistory(this.#ports.log, loop);
    this.#run.signal.throwIfAborted();
    const { log, live, tools, clock } = this.#ports;
    const known = {
      instructions: instructionsFor({
        workspace: live.state().workspace,
        today: clock.today(),
        timeZone: this.#ports.timeZone(),
      }),
      tools: [...tools.keys()],
    };
    return loop.runTurns({
      briefing: () => briefingFor(speakerOf(log.events(), this.id), known),
      tools: [...tools.values()].map(({ name, description, parameters }) => ({
        name,
        description,
        parameters,
      })),
      maxTurns: this.#ports.maxTurns(),
      signal: this.#run.signal,
      items: () => historyFor(log.events(), loop.model),
      isUsed: (callId) => isUsed(callId, log),
      onPiece: (piece) => {
        this.#feed.add(piece);
      },
      onWait: (wait) => {
        this.#wait = wait;
        this.#feed.wait(wait);
      },
      onAnswer: (answer) => this.#vital(() => this.#journalAnswer(answer, loop.model)),
      execute: (call) => this.#vital(() => this.#executor.execute(call)),
    });
  }

  async #loadedLoop(): Promise<ModelLoop | null> {
    try {
      return await untilAborted(this.#ports.modelLoop(), this.#run.signal);
    } catch {
      return null;
    }
  }

  /** A model response is journaled before any of its calls starts [L1]. */
  async #journalAnswer({ items, calls, usage }: ModelAnswer, model: string): Promise<void> {
    const described = this.#executor.described(calls);
    const counted = usage === undefined ? {} : { usage };
    await this.#ports.log.append([
      { type: 'response-received', runId: this.#run.runId, model, items, calls: described, ...counted },
    ]);
    this.#executor.begin(described);
    await this.#feed.next();
  }

  /** What rejects in here is no answer for a model: it ends the run, with the fault it really was. */
  async #vital<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (this.#stop === null) this.#halt({ type: 'fault', error });
      throw error;
    }
  }

  async #finish(end: ModelRunEnd): Promise<void> {
    const streamed = await this.#feed.close();
    if (this.#stop?.type === 'given-up') return;
    const { runId } = this.#run;
    const hasStreamed = streamed.text !== '' || streamed.reasoning !== '';
    const cut: readonly SessionHappening[] = hasStreamed
      ? [{ type: 'response-cut', runId, ...streamed }]
      : [];
    try {
      await this.#ports.log.decide((view) => [...cut, ...this.#ending(end, view)]);
    } catch (error) {
      // Given up meanwhile: nothing is shown that others do not know.
      this.#ports.log.showUnstored([
        ...cut,
        { type: 'run-ended', runId, outcome: 'failed', failure: faultOf(error) },
      ]);
    }
    this.#feed.clear();
  }

  #ending(end: ModelRunEnd, view: SessionView): readonly SessionHappening[] {
    const at = this.#ports.clock.now();
    const isSuperseded = this.#stop?.type === 'superseded';
    const status: RequestStatus = isSuperseded ? supersededByMessage(at) : { type: 'withdrawn', at };
    const outcome = this.#outcome(end);
    const goesOn = outcome.outcome === 'completed' || isSuperseded;
    return [
      ...view.openRequests.map(({ id }): SessionHappening => ({
        type: 'request-settled',
        requestId: id,
        status,
      })),
      { type: 'run-ended', runId: this.#run.runId, ...outcome },
      // What comes next in the queue may depend on what was not done [I3].
      ...(goesOn ? [] : holding(view)),
    ];
  }

  #outcome(end: ModelRunEnd): Pick<RunEnded, 'outcome' | 'failure'> {
    if (this.#stop?.type === 'fault') return { outcome: 'failed', failure: faultOf(this.#stop.error) };
    // An answer that is complete stays complete, even when somebody stopped it in its last moment.
    const isAnswered = openWork(this.#ports.log.events())?.isAnswered === true;
    if (end.type === 'completed' || isAnswered) return { outcome: 'completed', failure: null };
    if (this.#stop?.type === 'cancelled') return { outcome: 'cancelled', failure: null };
    if (this.#stop?.type === 'superseded') return { outcome: 'interrupted', failure: null };
    return { outcome: 'failed', failure: this.#failure(end) };
  }

  #failure(end: ModelRunEnd): RunFailure {
    if (end.type === 'limit') return limitFailure(this.#ports.maxTurns());
    return end.type === 'failed' ? end.failure : faultOf(null);
  }
}

type RunEnded = Extract<SessionHappening, { type: 'run-ended' }>;

function isUsed(callId: string, log: RunPorts['log']): boolean {
  return log
    .events()
    .some(
      (event) => event.type === 'response-received' && event.calls.some((call) => call.callId === callId),
    );
}
