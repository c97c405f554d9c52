import type { CallArguments, CallId, PersonRequest, PolicyReason, QuestionSpec } from '@/domain/sessions';

import type { RequestDesk, SettledStatus } from '../requests/request-desk';
import { changedWords } from './call-words';
import type { ExecutorRun } from './current-call';
import { approvalOf, canonicalPlan, planHash, type Attempt } from './shown-plan';

/** What a person allowed. `hash` says for which plan; null until the arguments they changed have been planned. */
export interface Permit {
  readonly request: PersonRequest;
  readonly hash: string | null;
}

export type Decision =
  | {
      readonly type: 'approved';
      readonly permit: Permit;
      readonly args: CallArguments;
      /** What the person changed, for the model; empty for nothing. */
      readonly note: string;
    }
  | { readonly type: 'refused'; readonly reason: string }
  /** Nobody decided in time. */
  | { readonly type: 'unanswered' };

export interface GatePorts {
  readonly desk: RequestDesk;
  readonly run: ExecutorRun;
}

/** Puts a plan to the person, or takes up the request for it that is there already, and waits for the decision. */
export async function askApproval(
  { desk, run }: GatePorts,
  attempt: Attempt,
  asked: {
    readonly callId: CallId;
    readonly reasons: readonly PolicyReason[];
    readonly pending: PersonRequest | null;
  },
): Promise<Decision> {
  const { callId, reasons, pending } = asked;
  const request =
    usableRequest(pending, 'approval') ??
    (await desk.open(approvalOf(attempt, { reasons, hash: await planHash(canonicalPlan(attempt)) }), {
      runId: run.runId,
      callId,
    }));
  return decisionOn(request, await desk.settled(request, run.signal));
}

/** Puts a question to the person, or takes up the one that is there already, and waits for the answer. */
export async function askQuestion(
  { desk, run }: GatePorts,
  question: QuestionSpec,
  { callId, pending }: { readonly callId: CallId; readonly pending: PersonRequest | null },
): Promise<SettledStatus> {
  const request =
    usableRequest(pending, 'question') ?? (await desk.open(question, { runId: run.runId, callId }));
  return desk.settled(request, run.signal);
}

/** A request of an earlier page that is still good: open, or answered and not yet acted on. */
export function usableRequest(
  request: PersonRequest | null,
  kind: PersonRequest['spec']['type'],
): PersonRequest | null {
  if (request?.spec.type !== kind) return null;
  const { type } = request.status;
  return type === 'superseded' || type === 'withdrawn' ? null : request;
}

function decisionOn(request: PersonRequest, status: SettledStatus): Decision {
  const { spec } = request;
  if (status.type !== 'responded' || spec.type !== 'approval') return { type: 'unanswered' };
  const { response } = status;
  switch (response.type) {
    case 'approved':
      return { type: 'approved', permit: { request, hash: spec.hash }, args: spec.args, note: '' };
    case 'approved-with-changes': {
      const note = changedWords(spec.args, response.args);
      return {
        type: 'approved',
        permit: { request, hash: response.hash ?? null },
        args: response.args,
        note,
      };
    }
    case 'refused':
      return response;
    case 'answered':
    case 'skipped':
      return { type: 'unanswered' };
  }
}
