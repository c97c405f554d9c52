import {
  toolWords,
  type CallOutcome,
  type Json,
  type OpenCall,
  type OpenWork,
  type PersonRequest,
  type PolicyReason,
  type QuestionSpec,
  type ResponseCall,
  type SettledCall,
} from '@/domain/sessions';

import type { AskMode } from '../engine';
import type { ModelCall } from '../loop/model-loop';
import type { RunJournal } from '../loop/run-log';
import { reasonsToAsk } from '../policy/policy';
import type { RequestDesk } from '../requests/request-desk';
import type { LiveWorkspace } from '../workspace';
import { askApproval, askQuestion, usableRequest, type Decision, type Permit } from './approval-gate';
import { CallRecorder } from './call-recorder';
import {
  answerWords,
  invalidWords,
  malformedWords,
  refusedWords,
  skippedWords,
  supersededWords,
  unansweredWords,
  type BatchWords,
  type CallWords,
} from './call-words';
import type { CurrentCall, ExecutorRun } from './current-call';
import { deliveriesAfterDoubt, doubtQuestion, emailsOf, isRepeatable } from './deliver';
import { makeAttempt, type Attempted, type AttemptPorts } from './make-attempt';
import { Mandate } from './mandate';
import { parsedArguments } from './parsed-arguments';
import { ResponseBatch, TurnFootprint } from './response-batch';
import { canonicalPlan, planHash, type Attempt } from './shown-plan';
import type { AnyTool } from './tool';

export interface ExecutorPorts extends Omit<AttemptPorts, 'history'> {
  readonly log: RunJournal;
  readonly live: LiveWorkspace;
  readonly desk: RequestDesk;
  readonly tools: ReadonlyMap<string, AnyTool>;
  readonly askMode: () => AskMode;
}

/**
 * Runs the calls of one run, one at a time, in the order in which they are handed over [C1]: parse, plan, policy, a person where one
 * is needed, plan again, commit with the record of the call in one transaction.
 */
export class CallExecutor {
  readonly #ports: ExecutorPorts;
  readonly #run: ExecutorRun;
  readonly #footprint: TurnFootprint;
  readonly #recorder: CallRecorder;
  readonly #mandate: Mandate;
  #batch: ResponseBatch;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(ports: ExecutorPorts, run: ExecutorRun, work: OpenWork | null) {
    this.#ports = ports;
    this.#run = run;
    this.#footprint = TurnFootprint.of(ports.log.events(), run.turnId);
    this.#recorder = new CallRecorder(ports, run, this.#footprint);
    this.#mandate = new Mandate(ports, run.runId, work?.calls[0]?.callId);
    this.#batch = work === null ? new ResponseBatch([]) : ResponseBatch.of(work);
  }

  /** What a response asks for, in words, as far as they can be known before its calls run. */
  described(calls: readonly ModelCall[]): readonly ResponseCall[] {
    return calls.map((call) => ({ callId: call.callId, tool: call.tool, title: this.#earlyTitle(call) }));
  }

  /** The next calls are those of this response. */
  begin(calls: readonly ResponseCall[]): void {
    this.#batch = new ResponseBatch(calls);
    this.#mandate.renew();
  }

  /** Runs one call and answers with what the model hears. Rejects when the run was stopped, or when storage failed. */
  execute(call: ModelCall): Promise<string> {
    return this.finish({ ...call, title: '', request: null, effect: null });
  }

  /** Goes on with a call that an earlier page or run left open [L3]. */
  finish(call: OpenCall): Promise<string> {
    const result = this.#turn.then(() => this.#execute(call));
    this.#turn = result.catch(() => undefined);
    return result;
  }

  /** Resolves when no call is running. */
  async idle(): Promise<void> {
    await this.#turn;
  }

  async #execute(call: OpenCall): Promise<string> {
    this.#run.signal.throwIfAborted();
    const current: CurrentCall = {
      call,
      startedAt: this.#ports.clock.now(),
      title: this.#batch.titleOf(call.callId) ?? toolWords(call.tool),
      args: null,
    };
    if (call.effect !== null) return this.#resolveDoubt(call, call.effect);
    const blocker = this.#batch.blocker();
    if (blocker !== null) return this.#settle(current, 'superseded', supersededWords(blocker));
    const permitted = this.#mandate.permitted(call.tool);
    if (permitted.type === 'refused') return this.#settle(current, 'failed', permitted.words);
    const raw = parsedArguments(call.rawArguments);
    if (raw.type === 'malformed') return this.#settle(current, 'failed', malformedWords(raw.problem));
    return this.#carryOut(current, permitted.tool, raw.value);
  }

  /**
   * Plans, asks and commits until one of them has the last word. What was approved is exactly what runs: a plan that came out
   * differently is put to the person again [C4].
   */
  async #carryOut(start: CurrentCall, tool: AnyTool, raw: Json): Promise<string> {
    let wanted = raw;
    let note = '';
    let permit: Permit | null = null;
    let pending = start.call.request;
    let hasChanged = false;
    for (;;) {
      const attempted = this.#attempt(tool, wanted);
      if (attempted.type !== 'change') {
        if (permit !== null) await this.#supersede(permit.request);
        return this.#withoutChange(start, attempted, pending);
      }
      const { attempt } = attempted;
      const current = { ...start, title: attempt.prepared.title, args: attempt.prepared.args };
      if (permit !== null) {
        permit = await this.#stillGood(permit, attempt);
        hasChanged ||= permit === null;
      }
      const reasons = permit === null ? this.#reasons(attempt, hasChanged) : [];
      if (reasons.length > 0 || usableRequest(pending, 'approval') !== null) {
        const { callId } = start.call;
        const decision = await askApproval(this.#gate(), attempt, { callId, reasons, pending });
        if (decision.type !== 'approved') return this.#notApproved(current, decision);
        ({ permit, args: wanted, note } = decision);
        pending = null;
        continue;
      }
      const wasAsked = permit !== null;
      const allowed = wasAsked ? canonicalPlan(attempt) : null;
      const output = await this.#recorder.commit(this.#batch, current, {
        final: (workspace) => this.#finalAttempt(tool, wanted, { workspace, allowed, hasChanged }),
        wasAsked,
        note,
      });
      if (output !== null) return output;
      this.#run.signal.throwIfAborted();
    }
  }

  #attempt(tool: AnyTool, raw: Json, workspace = this.#ports.live.state().workspace): Attempted {
    const history = () => this.#ports.live.state().history;
    return makeAttempt(tool, raw, {
      ports: { ...this.#ports, history },
      workspace,
      justCreated: this.#batch.created(),
    });
  }

  /** Plans once more on the newest workspace; null when what comes out is not what may run. */
  #finalAttempt(
    tool: AnyTool,
    wanted: Json,
    limits: {
      readonly workspace: Parameters<AnyTool['prepare']>[0];
      readonly allowed: string | null;
      readonly hasChanged: boolean;
    },
  ): Attempt | null {
    const attempted = this.#attempt(tool, wanted, limits.workspace);
    if (attempted.type !== 'change') return null;
    const { attempt } = attempted;
    const mayRun =
      limits.allowed === null
        ? this.#reasons(attempt, limits.hasChanged).length === 0
        : canonicalPlan(attempt) === limits.allowed;
    return mayRun ? attempt : null;
  }

  /** The permit, as far as it covers this plan; null when the plan is another one, which supersedes the request. */
  async #stillGood(permit: Permit, attempt: Attempt): Promise<Permit | null> {
    const hash = await planHash(canonicalPlan(attempt));
    if (permit.hash === null || permit.hash === hash) return { ...permit, hash };
    await this.#supersede(permit.request);
    return null;
  }

  /** A call that was put to a person is never run unasked because its plan has become smaller. */
  #reasons(attempt: Attempt, hasChanged: boolean): readonly PolicyReason[] {
    const { deltas, effects } = attempt.prepared.plan;
    const reasons = reasonsToAsk({
      deltas,
      effects,
      touchedBefore: this.#footprint.touched,
      createdBefore: this.#footprint.created,
      askMode: this.#ports.askMode(),
      isGranted: this.#ports.log.view().grants.includes(attempt.tool),
    });
    return hasChanged && reasons.length === 0
      ? [{ type: 'asked', text: 'What you approved would now do something else' }]
      : reasons;
  }

  async #supersede(request: PersonRequest): Promise<void> {
    const reason = 'The workspace changed meanwhile, so this would no longer do what it showed.';
    const status = { type: 'superseded', reason, at: this.#ports.clock.now() } as const;
    await this.#ports.log.append([{ type: 'request-settled', requestId: request.id, status }]);
  }

  #withoutChange(
    start: CurrentCall,
    attempted: Exclude<Attempted, { type: 'change' }>,
    pending: PersonRequest | null,
  ): Promise<string> {
    if (attempted.type === 'invalid') {
      return this.#settle(start, 'failed', invalidWords(attempted.problems));
    }
    const { prepared, plan } = attempted;
    const current = { ...start, title: prepared.title, args: prepared.args };
    switch (plan.type) {
      case 'answer':
        return this.#settleWith(current, plan, plan.data);
      case 'failed':
        return this.#settle(current, 'failed', plan);
      case 'question':
        return this.#ask(current, plan.question, pending);
    }
  }

  async #ask(current: CurrentCall, question: QuestionSpec, pending: PersonRequest | null): Promise<string> {
    const status = await askQuestion(this.#gate(), question, { callId: current.call.callId, pending });
    if (status.type !== 'responded') return this.#unanswered(current);
    const { response } = status;
    if (response.type !== 'answered') return this.#settle(current, 'done', skippedWords);
    const { choices, text } = response;
    return this.#settleWith(current, answerWords(response), { choices, text });
  }

  /**
   * Something may have left the app before an earlier page went away. It is repeated only where the receiver takes the same key for
   * the same email; otherwise the person says what happened [C7].
   */
  async #resolveDoubt(call: OpenCall, effect: NonNullable<OpenCall['effect']>): Promise<string> {
    const emails = emailsOf(this.#ports.live.state().workspace, effect.emailIds);
    const started: SettledCall = effect.call;
    if (emails.length === 0 || isRepeatable(this.#ports.mailer, effect)) {
      return this.#recorder.deliverAgain(this.#batch, started, emails);
    }
    const { callId, request } = call;
    const status = await askQuestion(this.#gate(), doubtQuestion(emails), { callId, pending: request });
    const isAnswered = status.type === 'responded' && status.response.type === 'answered';
    const choices = isAnswered ? status.response.choices : [];
    return this.#recorder.delivered(this.#batch, started, deliveriesAfterDoubt(emails, choices));
  }

  #notApproved(current: CurrentCall, decision: Exclude<Decision, { type: 'approved' }>): Promise<string> {
    if (decision.type === 'unanswered') return this.#unanswered(current);
    return this.#settle(current, 'refused', refusedWords(decision.reason, this.#around(current)));
  }

  #unanswered(current: CurrentCall): Promise<string> {
    return this.#settle(current, 'unanswered', unansweredWords(this.#around(current)));
  }

  #settle(current: CurrentCall, outcome: CallOutcome, words: CallWords): Promise<string> {
    return this.#recorder.settle(this.#batch, current, { outcome, words });
  }

  #settleWith(current: CurrentCall, words: CallWords, data: Json): Promise<string> {
    return this.#recorder.settle(this.#batch, current, { outcome: 'done', words, data });
  }

  #around({ call }: CurrentCall): BatchWords {
    return { done: this.#batch.done(), behind: this.#batch.behind(call.callId) };
  }

  #gate() {
    return { desk: this.#ports.desk, run: this.#run };
  }

  #earlyTitle({ tool: name, rawArguments }: ModelCall): string {
    const tool = this.#ports.tools.get(name);
    const raw = parsedArguments(rawArguments);
    if (tool === undefined || raw.type === 'malformed') return toolWords(name);
    const attempted = this.#attempt(tool, raw.value);
    if (attempted.type === 'invalid') return toolWords(name);
    return attempted.type === 'change' ? attempted.attempt.prepared.title : attempted.prepared.title;
  }
}
