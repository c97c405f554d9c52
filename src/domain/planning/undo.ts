import {
  describeDeltas,
  invertDeltas,
  sameValue,
  squashDeltas,
  targetOf,
  type Commit,
  type Delta,
  type LogEntry,
} from '../deltas';
import { entityName, findEntity, type Entity, type EntityKind, type Workspace } from '../workspace';
import { Draft } from './draft';
import { planned, violationsAfter, type Plan, type PlanResult } from './plan';

/**
 * Something that an undo cannot simply put back, because it was touched since [W3].
 *
 * - `changed`: these fields hold newer values. - `gone`: it was deleted since. - `back`: it exists again, with other values.
 * - `in-use`: newer things hang on what would be deleted. - `homeless`: what it belongs to does not exist any more.
 */
export interface UndoConflict {
  readonly type: 'changed' | 'gone' | 'back' | 'in-use' | 'homeless';
  readonly kind: EntityKind;
  readonly id: string;
  readonly name: string;
  readonly fields: readonly string[];
}

/**
 * What to do with conflicts: `ask` reports them, `keep-newer` undoes the rest, `overwrite` puts the old values back wherever
 * that is possible at all.
 */
export type ConflictChoice = 'ask' | 'keep-newer' | 'overwrite';

export type UndoResult =
  | { readonly type: 'planned'; readonly plan: Plan; readonly skipped: readonly UndoConflict[] }
  | { readonly type: 'conflict'; readonly conflicts: readonly UndoConflict[] };

/**
 * Plans the inverse of commits, as one, on the workspace as it is now [W2] [W3]. Undoing an undo is a redo.
 *
 * @param commits - in log order.
 * @returns `conflict` only for the choice `ask`; otherwise the plan, and what it leaves as it is.
 */
export function planUndo(
  workspace: Workspace,
  commits: readonly Commit[],
  choice: ConflictChoice,
): UndoResult {
  const wanted = squashDeltas(commits.toReversed().flatMap((commit) => invertDeltas(commit.deltas)));
  const dropped = new Map<string, UndoConflict>();
  for (;;) {
    const attempt = attemptUndo(workspace, wanted, { choice, dropped });
    const broken = attempt.applied.filter((delta) => isBroken(attempt.draft.workspace, delta));
    if (broken.length === 0) return concluded(workspace, commits, { ...attempt, choice, dropped });
    for (const delta of broken) dropped.set(targetOf(delta), dependencyConflict(delta, workspace));
  }
}

/**
 * Plans the way back to how the workspace was before some entries of the log. The log is exact, so nothing can conflict.
 *
 * @param later - every entry from the newest back to the one to be taken back last, newest first.
 */
export function planRestore(workspace: Workspace, later: readonly LogEntry[]): PlanResult {
  const draft = new Draft(workspace);
  const deltas = squashDeltas(later.flatMap((entry) => invertDeltas(entry.commit.deltas)));
  for (const delta of deltas) draft.add(delta);
  return planned(workspace, draft);
}

interface Rules {
  readonly choice: ConflictChoice;
  /** What was found to be impossible, by entity id. */
  readonly dropped: ReadonlyMap<string, UndoConflict>;
}

interface Attempt {
  readonly draft: Draft;
  readonly applied: readonly Delta[];
  readonly conflicts: readonly UndoConflict[];
}

function attemptUndo(workspace: Workspace, wanted: readonly Delta[], rules: Rules): Attempt {
  const draft = new Draft(workspace);
  const applied: Delta[] = [];
  const conflicts: UndoConflict[] = [];
  for (const delta of wanted) {
    if (rules.dropped.has(targetOf(delta))) continue;
    const conflict = valueConflict(workspace, delta);
    if (conflict !== null) conflicts.push(conflict);
    if (putBack(draft, delta, { conflict, choice: rules.choice })) applied.push(delta);
  }
  return { draft, applied, conflicts };
}

function concluded(workspace: Workspace, commits: readonly Commit[], attempt: Attempt & Rules): UndoResult {
  const conflicts = [...attempt.conflicts, ...attempt.dropped.values()];
  if (conflicts.length > 0 && attempt.choice === 'ask') return { type: 'conflict', conflicts };
  const deltas = attempt.draft.deltas();
  const summary = conflicts.length === 0 ? undoSummary(commits) : describeDeltas(workspace, deltas);
  const skipped = attempt.choice === 'overwrite' ? [...attempt.dropped.values()] : conflicts;
  return { type: 'planned', plan: { deltas, summary }, skipped };
}

function undoSummary(commits: readonly Commit[]): string {
  const verb = commits.every((commit) => commit.cause.type === 'undo') ? 'Redone' : 'Undone';
  return `${verb}: ${commits.map((commit) => commit.summary.replace(/^(?:Undone|Redone): /, '')).join('; ')}`;
}

function valueConflict(workspace: Workspace, delta: Delta): UndoConflict | null {
  const present = findEntity<EntityKind>(workspace, delta.kind, targetOf(delta));
  switch (delta.type) {
    case 'create':
      return present === undefined ? null : conflictOf('back', delta, present);
    case 'update': {
      if (present === undefined) return conflictOf('gone', delta, undefined);
      const fields = differingFields(present, delta.before);
      return fields.length === 0 ? null : { ...conflictOf('changed', delta, present), fields };
    }
    case 'delete': {
      if (present === undefined || sameValue(present, delta.entity)) return null;
      return { ...conflictOf('changed', delta, present), fields: differingFields(present, delta.entity) };
    }
  }
}

function conflictOf(type: UndoConflict['type'], delta: Delta, entity: Entity | undefined): UndoConflict {
  const id = targetOf(delta);
  return { type, kind: delta.kind, id, name: entity === undefined ? id : entityName(entity), fields: [] };
}

function dependencyConflict(delta: Delta, workspace: Workspace): UndoConflict {
  const present =
    delta.type === 'update' ? findEntity<EntityKind>(workspace, delta.kind, delta.id) : delta.entity;
  return conflictOf(delta.type === 'delete' ? 'in-use' : 'homeless', delta, present);
}

function differingFields(entity: object, expected: object): readonly string[] {
  const values = new Map(Object.entries(entity));
  return Object.entries(expected)
    .filter(([field, value]) => !sameValue(values.get(field), value))
    .map(([field]) => field);
}

interface Decision {
  readonly conflict: UndoConflict | null;
  readonly choice: ConflictChoice;
}

/** Applies one delta as far as the choice allows; says whether it left a trace. */
function putBack(draft: Draft, delta: Delta, { conflict, choice }: Decision): boolean {
  const present = findEntity<EntityKind>(draft.workspace, delta.kind, targetOf(delta));
  switch (delta.type) {
    case 'create':
      if (present === undefined) draft.add(delta);
      else if (choice === 'overwrite') draft.update<EntityKind>(delta.kind, delta.entity.id, delta.entity);
      else return false;
      return true;
    case 'update': {
      if (present === undefined) return false;
      const newer = choice === 'overwrite' ? [] : (conflict?.fields ?? []);
      const kept = Object.entries(delta.after).filter(([field]) => !newer.includes(field));
      draft.update<EntityKind>(delta.kind, delta.id, Object.fromEntries(kept));
      return kept.length > 0;
    }
    case 'delete':
      if (present === undefined || (conflict !== null && choice !== 'overwrite')) return false;
      if (choice === 'overwrite') deleteWithAll(draft, delta);
      else draft.delete<EntityKind>(delta.kind, delta.entity.id);
      return true;
  }
}

function deleteWithAll(draft: Draft, delta: Delta & { readonly type: 'delete' }): void {
  switch (delta.kind) {
    case 'project':
      return draft.deleteProject(delta.entity.id);
    case 'task':
      return draft.deleteTask(draft.workspace.tables.task.get(delta.entity.id) ?? delta.entity);
    case 'person':
      return draft.deletePerson(delta.entity.id);
    case 'comment':
      return draft.delete('comment', delta.entity.id);
    case 'email':
      return draft.delete('email', delta.entity.id);
  }
}

/** Whether a delta, once applied, leaves something that refers to what is not there, or breaks another rule. */
function isBroken(after: Workspace, delta: Delta): boolean {
  return delta.type === 'delete' ? isReferredTo(after, delta) : violationsAfter(after, delta).length > 0;
}

function isReferredTo(workspace: Workspace, delta: Delta & { readonly type: 'delete' }): boolean {
  switch (delta.kind) {
    case 'project': {
      const { id } = delta.entity;
      const emails = [...workspace.tables.email.values()];
      return (
        workspace.outlines.has(id) ||
        workspace.commentsOn.has(id) ||
        emails.some((email) => email.projectId === id)
      );
    }
    case 'task': {
      const { id, projectId } = delta.entity;
      return workspace.commentsOn.has(id) || (workspace.outlines.get(projectId)?.children.has(id) ?? false);
    }
    case 'person': {
      const { id } = delta.entity;
      const tasks = [...workspace.tables.task.values()];
      const projects = [...workspace.tables.project.values()];
      return (
        tasks.some((task) => task.assigneeId === id) ||
        projects.some((project) => project.stakeholderIds.includes(id))
      );
    }
    case 'comment':
    case 'email':
      return false;
  }
}
