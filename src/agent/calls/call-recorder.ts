import type { CommitId } from '@/domain/deltas';
import type { CallOutcome, Json, SessionHappening, SettledCall } from '@/domain/sessions';
import type { Workspace } from '@/domain/workspace';

import type { RunJournal } from '../loop/run-log';
import type { Clock, Mailer } from '../ports';
import type { CallWords } from './call-words';
import type { CurrentCall, ExecutorRun } from './current-call';
import { afterFirstAttempt, deliveryPlan, deliveryWords, effectKey, sendAll, type Delivery } from './deliver';
import type { ResponseBatch, TurnFootprint } from './response-batch';
import { causeOf, countsOf, footprintOf, noCounts } from './settled-change';
import type { Attempt } from './shown-plan';
import type { EmailEffect } from './tool';

export interface RecorderPorts {
  readonly log: RunJournal;
  readonly clock: Clock;
  readonly mailer: Mailer;
}

/** What may be committed: `final` answers null when the plan came out differently from what may run. */
export interface Commitment {
  readonly final: (workspace: Workspace) => Attempt | null;
  /** Whether a person decided on it. */
  readonly wasAsked: boolean;
  /** What the person changed, for the model. */
  readonly note: string;
}

/** Writes down how calls end: what a call did and the record that it did it are one transaction. */
export class CallRecorder {
  readonly #ports: RecorderPorts;
  readonly #run: ExecutorRun;
  readonly #footprint: TurnFootprint;

  constructor(ports: RecorderPorts, run: ExecutorRun, footprint: TurnFootprint) {
    this.#ports = ports;
    this.#run = run;
    this.#footprint = footprint;
  }

  /** Records a call that changed nothing. @returns what the model hears. */
  async settle(
    batch: ResponseBatch,
    current: CurrentCall,
    {
      outcome,
      words,
      data = null,
    }: { readonly outcome: CallOutcome; readonly words: CallWords; readonly data?: Json },
  ): Promise<string> {
    const call = { ...this.#record(current, words), outcome, data };
    await this.#ports.log.append([{ type: 'call-settled', ...call }]);
    return this.#noted(batch, call);
  }

  /**
   * Commits a plan as it comes out on the newest workspace, together with the record of its call; sends what leaves the app after
   * that [C7].
   *
   * @returns what the model hears, or null when the plan came out differently from what may run; then nothing happened.
   */
  async commit(batch: ResponseBatch, current: CurrentCall, commitment: Commitment): Promise<string | null> {
    const made: { final: Attempt | null; call: SettledCall | null } = { final: null, call: null };
    const result = await this.#ports.log.commit<{ readonly type: 'moved' }>(
      (workspace) => {
        made.final = this.#run.signal.aborted ? null : commitment.final(workspace);
        if (made.final === null) return { type: 'moved' };
        const { deltas, summary } = made.final.prepared.plan;
        return { type: 'planned', plan: { deltas, summary } };
      },
      {
        author: { type: 'agent', ...this.#names(current.call.callId) },
        cause: () => (made.final === null ? { type: 'edit' } : causeOf(made.final.prepared.plan)),
        happenings: (_plan, id) => {
          if (made.final === null) return [];
          made.call = this.#changed(current, made.final, { ...commitment, id });
          return [this.#happening(made.call, made.final)];
        },
      },
    );
    const { final, call } = made;
    if (result.type === 'moved' || final === null) return null;
    return this.#afterCommit(batch, { current, final, commitment, call });
  }

  /** Sends the emails of a call and records what became of them; once they are on their way nothing but the mailer ends this. */
  async deliver(batch: ResponseBatch, call: SettledCall, effects: readonly EmailEffect[]): Promise<string> {
    return this.delivered(batch, call, await this.#sent(call, effects));
  }

  /** The same for emails that an earlier page may have let leave. */
  async deliverAgain(
    batch: ResponseBatch,
    call: SettledCall,
    effects: readonly EmailEffect[],
  ): Promise<string> {
    return this.delivered(batch, call, afterFirstAttempt(await this.#sent(call, effects)));
  }

  /** Records what became of the emails of a call. */
  async delivered(batch: ResponseBatch, call: SettledCall, deliveries: readonly Delivery[]): Promise<string> {
    const words = deliveryWords(deliveries);
    const sent = deliveries.filter(
      ({ outcome }) => outcome.type === 'sent' || outcome.type === 'handed-over',
    );
    const final: SettledCall = {
      ...call,
      runId: this.#run.runId,
      outcome: sent.length > 0 || deliveries.length === 0 ? 'done' : 'failed',
      summary: words.summary === '' ? call.summary : words.summary,
      output: words.output === '' ? call.output : words.output,
      counts: { ...noCounts, sent: sent.length },
    };
    // It may come long after its run was stopped, when the person has said already how it ended: the first record counts.
    const happenings = (): readonly SessionHappening[] =>
      this.#isSettled(call.callId) ? [] : [{ type: 'call-settled', ...final }];
    const result = await this.#ports.log.commit<{ readonly type: 'invalid' }>(
      (workspace) => deliveryPlan(workspace, deliveries, this.#ports.clock),
      { author: { type: 'agent', ...this.#names(call.callId) }, cause: () => ({ type: 'edit' }), happenings },
    );
    if (result.type !== 'committed') await this.#ports.log.decide(happenings);
    return this.#noted(batch, final);
  }

  #sent({ callId }: SettledCall, effects: readonly EmailEffect[]): Promise<readonly Delivery[]> {
    const { log, mailer } = this.#ports;
    const key = effectKey(this.#run.sessionId, this.#run.turnId, callId);
    return sendAll(effects, { mailer, key, signal: this.#run.signal, leads: () => log.leads() });
  }

  async #afterCommit(batch: ResponseBatch, { current, final, commitment, call }: Committed): Promise<string> {
    const { effects } = final.prepared.plan;
    const settled = call ?? this.#changed(current, final, { ...commitment, id: null });
    // Only a plan without deltas is stored by the journal alone.
    if (call === null) await this.#ports.log.append([this.#happening(settled, final)]);
    return effects.length === 0 ? this.#noted(batch, settled) : this.deliver(batch, settled, effects);
  }

  #happening(call: SettledCall, { prepared }: Attempt): SessionHappening {
    const { effects } = prepared.plan;
    if (effects.length === 0) return { type: 'call-settled', ...call };
    return {
      type: 'effect-started',
      runId: this.#run.runId,
      callId: call.callId,
      key: effectKey(this.#run.sessionId, this.#run.turnId, call.callId),
      emailIds: effects.map((effect) => effect.emailId),
      via: this.#ports.mailer.describe(),
      call,
    };
  }

  #changed(
    current: CurrentCall,
    { prepared }: Attempt,
    { note, wasAsked, id }: Pick<Commitment, 'note' | 'wasAsked'> & { readonly id: CommitId | null },
  ): SettledCall {
    const { deltas, effects, summary, output, data } = prepared.plan;
    const leavesApp = effects.length > 0;
    return {
      ...this.#record(
        { ...current, title: prepared.title, args: prepared.args },
        { summary, output: note + output },
      ),
      data,
      // What left the app cannot be taken back, and its record in the outbox must not be.
      commitId: leavesApp ? null : id,
      counts: leavesApp ? noCounts : countsOf(deltas),
      ...footprintOf(deltas, this.#footprint.created, wasAsked),
    };
  }

  #record({ call, startedAt, title, args }: CurrentCall, { summary, output }: CallWords): SettledCall {
    return {
      runId: this.#run.runId,
      callId: call.callId,
      tool: call.tool,
      title,
      outcome: 'done',
      args,
      summary,
      output,
      data: null,
      commitId: null,
      counts: noCounts,
      touched: [],
      createdIds: [],
      startedAt,
    };
  }

  #noted(batch: ResponseBatch, call: SettledCall): string {
    batch.note(call);
    this.#footprint.note(call);
    return call.output;
  }

  #isSettled(callId: string): boolean {
    return this.#ports.log.events().some((event) => event.type === 'call-settled' && event.callId === callId);
  }

  #names(callId: string) {
    return { sessionId: this.#run.sessionId, turnId: this.#run.turnId, callId };
  }
}

interface Committed {
  readonly current: CurrentCall;
  readonly final: Attempt;
  readonly commitment: Commitment;
  readonly call: SettledCall | null;
}
