import type { CallArguments, PersonRequest } from '@/domain/sessions';
import type { Workspace } from '@/domain/workspace';

import type { ApprovalDraft, AskMode } from '../engine';
import { reasonsToAsk } from '../policy/policy';
import { makeAttempt, type AttemptPorts } from './make-attempt';
import { approvalOf, canonicalPlan, planHash } from './shown-plan';
import type { AnyTool } from './tool';

export interface DraftPorts extends AttemptPorts {
  readonly tools: readonly AnyTool[];
  readonly askMode: AskMode;
}

/** What an approval would show with other arguments [C5]. Changes nothing. */
export async function draftApproval(
  ports: DraftPorts,
  workspace: Workspace,
  { request, args }: { readonly request: PersonRequest; readonly args: CallArguments },
): Promise<ApprovalDraft> {
  const { spec } = request;
  const tool = spec.type === 'approval' ? ports.tools.find((each) => each.name === spec.tool) : undefined;
  if (tool === undefined || spec.type !== 'approval') return invalid('This cannot be changed.');
  const attempted = makeAttempt(tool, args, { ports, workspace, justCreated: new Set() });
  if (attempted.type === 'invalid') return attempted;
  if (attempted.type === 'other') {
    const { plan } = attempted;
    return invalid(plan.type === 'question' ? 'This cannot be changed.' : plan.summary);
  }
  const { attempt } = attempted;
  const { deltas, effects } = attempt.prepared.plan;
  const reasons = reasonsToAsk({
    deltas,
    effects,
    touchedBefore: new Set(),
    createdBefore: new Set(),
    askMode: ports.askMode,
    isGranted: false,
  });
  const hash = await planHash(canonicalPlan(attempt));
  // What it was asked for stays on the card: smaller arguments do not make the question go away.
  return {
    type: 'planned',
    spec: approvalOf(attempt, { reasons: reasons.length === 0 ? spec.reasons : reasons, hash }),
  };
}

function invalid(message: string): ApprovalDraft {
  return { type: 'invalid', problems: [{ field: '', message }] };
}
