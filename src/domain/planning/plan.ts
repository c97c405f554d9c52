import { describeDeltas, type Delta } from '../deltas';
import {
  commentViolations,
  emailViolations,
  personViolations,
  projectViolations,
  taskViolations,
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

/** The plan a draft amounts to, or the rules it would break. The summary is derived from the deltas unless given. */
export function planned(before: Workspace, draft: Draft, summary?: string): PlanResult {
  const deltas = draft.deltas();
  const problems = deltas
    .flatMap((delta) => violationsAfter(draft.workspace, delta))
    .map(({ field, message }) => ({ field, message }));
  if (problems.length > 0) return { type: 'invalid', problems };
  return { type: 'planned', plan: { deltas, summary: summary ?? describeDeltas(before, deltas) } };
}

/** The rules that the entity of a delta breaks once the delta is applied; none for a deletion. */
export function violationsAfter(workspace: Workspace, delta: Delta): readonly Violation[] {
  if (delta.type === 'delete') return [];
  const { tables } = workspace;
  switch (delta.kind) {
    case 'project':
      return checked(tables.project.get(delta.type === 'create' ? delta.entity.id : delta.id), (project) =>
        projectViolations(workspace, project),
      );
    case 'task':
      return checked(tables.task.get(delta.type === 'create' ? delta.entity.id : delta.id), (task) =>
        taskViolations(workspace, task),
      );
    case 'person':
      return checked(
        tables.person.get(delta.type === 'create' ? delta.entity.id : delta.id),
        personViolations,
      );
    case 'comment':
      return checked(tables.comment.get(delta.type === 'create' ? delta.entity.id : delta.id), (comment) =>
        commentViolations(workspace, comment),
      );
    case 'email':
      return checked(tables.email.get(delta.type === 'create' ? delta.entity.id : delta.id), (email) =>
        emailViolations(workspace, email),
      );
  }
}

function checked<T>(entity: T | undefined, check: (entity: T) => readonly Violation[]): readonly Violation[] {
  return entity === undefined ? [] : check(entity);
}
