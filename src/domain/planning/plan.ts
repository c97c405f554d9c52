import { describeDeltas, targetOf, type Delta } from '../deltas';
import {
  entityViolations,
  type EntityKind,
  type IdOf,
  type IsoDate,
  type Millis,
  type Violation,
  type Workspace,
} from '../workspace';
import type { Draft } from './draft';

/** What a plan needs from outside. The same context gives the same plan, so a plan can be made again and compared [C4]. */
export interface PlanContext {
  readonly now: Millis;
  /** The calendar day where the person is. */
  readonly today: IsoDate;
  /** Answers with a fresh id at each call. */
  readonly mint: <K extends EntityKind>(kind: K) => IdOf<K>;
}

/** What a change would do: data that can be shown, counted, checked again, committed and undone. */
export interface Plan {
  readonly deltas: readonly Delta[];
  /** One line for people. */
  readonly summary: string;
}

/** What is wrong with the arguments of a change, in words. `field` is the argument's name; null when it is none in particular. */
export interface Problem {
  readonly field: string | null;
  readonly message: string;
}

/** A plan without deltas means that everything is already as wanted. */
export type PlanResult =
  | { readonly type: 'planned'; readonly plan: Plan }
  | { readonly type: 'invalid'; readonly problems: readonly Problem[] };

export function invalid(field: string | null, message: string): PlanResult {
  return { type: 'invalid', problems: [{ field, message }] };
}

/**
 * The plan a draft amounts to, or the rules it would newly break. What was broken before (a reference lost to damage) stands in
 * nobody's way.
 *
 * @param summary - derived from the deltas unless given.
 */
export function planned(before: Workspace, draft: Draft, summary?: string): PlanResult {
  const deltas = draft.deltas();
  if (deltas.length === 0) return { type: 'planned', plan: { deltas, summary: 'Nothing changed' } };
  const problems = newViolations(before, draft.workspace, deltas);
  return problems.length > 0
    ? { type: 'invalid', problems: problems.map(({ field, message }) => ({ field, message })) }
    : { type: 'planned', plan: { deltas, summary: summary ?? describeDeltas(before, deltas) } };
}

/** The rules that the entities of deltas break after them, and did not before; or did, by a field that a delta sets. */
export function newViolations(
  before: Workspace,
  after: Workspace,
  deltas: readonly Delta[],
): readonly Violation[] {
  return deltas.flatMap((delta) => {
    const violations = violationsOf(after, delta);
    if (violations.length === 0) return violations;
    const set: object = delta.type === 'update' ? delta.after : {};
    const old = violationsOf(before, delta).filter(({ field }) => !Object.hasOwn(set, field));
    const known = new Set(old.map(({ field, message }) => `${field} ${message}`));
    return violations.filter(({ field, message }) => !known.has(`${field} ${message}`));
  });
}

function violationsOf(workspace: Workspace, delta: Delta): readonly Violation[] {
  return entityViolations<EntityKind>(workspace, delta.kind, targetOf(delta));
}
