import type { ToolPlan } from '@/agent';
import { targetOf } from '@/domain/deltas';
import { Draft, planned, type Plan, type PlanResult, type Problem } from '@/domain/planning';
import type { Entity, EntityKind, Workspace } from '@/domain/workspace';

/**
 * What a tool answers with: the change, that there is nothing to change, or what rules stand against it.
 *
 * @param output - what the model hears once it happened: short, with ids.
 */
export function outcomeOf(
  result: PlanResult,
  output: (plan: Plan) => string,
  unchanged = 'Everything was like this already; nothing changed.',
): ToolPlan {
  if (result.type === 'invalid') return refusal(result.problems);
  const { plan } = result;
  if (plan.deltas.length === 0) {
    return { type: 'answer', summary: 'Nothing to change', output: unchanged, data: {} };
  }
  return {
    type: 'change',
    deltas: plan.deltas,
    effects: [],
    summary: plan.summary,
    output: output(plan),
    data: {
      changes: plan.deltas.map((delta) => ({ type: delta.type, kind: delta.kind, id: targetOf(delta) })),
    },
  };
}

/** The entities of one kind that a plan creates. */
export function createdBy(plan: Plan, kind: EntityKind): readonly Entity[] {
  return plan.deltas.flatMap((delta) =>
    delta.type === 'create' && delta.kind === kind ? [delta.entity] : [],
  );
}

/** A call that cannot be done as asked. `output` stands alone: what was wrong, and what is allowed or would help. */
export function failure(summary: string, output = `${summary}.`): Extract<ToolPlan, { type: 'failed' }> {
  return { type: 'failed', summary, output };
}

/** Several plans as one: each is made on what the ones before it lead to. The first that cannot be made decides. */
export function inSteps(
  workspace: Workspace,
  steps: readonly ((workspace: Workspace) => PlanResult)[],
): PlanResult {
  const draft = new Draft(workspace);
  for (const step of steps) {
    const result = step(draft.workspace);
    if (result.type === 'invalid') return result;
    for (const delta of result.plan.deltas) draft.add(delta);
  }
  return planned(workspace, draft);
}

function refusal(problems: readonly Problem[]): ToolPlan {
  const lines = problems.map(({ field, message }) =>
    field === null ? message : `${argumentNames.get(field) ?? field}: ${message}`,
  );
  return failure(problems[0]?.message ?? 'This cannot be done', `Not done. ${lines.join(' ')}`);
}

/** How arguments are called to whom the domain reports its fields. */
const argumentNames: ReadonlyMap<string, string> = new Map([
  ['dueDate', 'due_date'],
  ['dueTime', 'due_time'],
  ['startDate', 'start_date'],
  ['targetDate', 'target_date'],
  ['assigneeId', 'assignee'],
  ['stakeholderIds', 'stakeholders'],
  ['projectId', 'project'],
  ['parentId', 'parent'],
  ['taskId', 'task'],
  ['personId', 'person'],
]);
