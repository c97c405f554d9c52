import {
  describeDeltas,
  invertDeltas,
  squashDeltas,
  targetOf,
  type Commit,
  type Delta,
  type LogEntry,
} from '../deltas';
import type { Email, Workspace } from '../workspace';
import { Draft } from './draft';
import { withoutWhatLeft } from './emails-that-left';
import { planned, type Plan, type PlanResult } from './plan';
import { UndoAttempt, type Setback } from './undo-attempt';
import { joinedConflict, type ConflictChoice, type UndoConflict } from './undo-conflict';
import { findSetbacks } from './undo-setbacks';
import { nothingButEmails, undoSummary } from './undo-words';

/** `skipped` is what the plan leaves as it is for the sake of newer values, `stays` the emails that left and stay on record. */
export type UndoResult =
  | {
      readonly type: 'planned';
      readonly plan: Plan;
      readonly skipped: readonly UndoConflict[];
      readonly stays: readonly Email[];
    }
  | { readonly type: 'conflict'; readonly conflicts: readonly UndoConflict[] };

/**
 * Plans the inverse of commits, as one, on the workspace as it is now [W2] [W3]. Undoing an undo is a redo. Commits in between that
 * are not among them stay: what those changed counts as newer. Emails that left the app stay, too [C7].
 *
 * @param commits - in log order.
 * @returns `conflict` only for the choice `ask`; otherwise a plan that breaks no rule of the workspace.
 */
export function planUndo(
  workspace: Workspace,
  commits: readonly Commit[],
  choice: ConflictChoice,
): UndoResult {
  const { deltas: wanted, stays } = withoutWhatLeft(
    workspace,
    commits.toReversed().flatMap((commit) => invertDeltas(commit.deltas)),
  );
  const ids = new Set<string>(wanted.map(targetOf));
  const setbacks = new Map<string, Setback>();
  for (;;) {
    const { draft, conflicts } = new UndoAttempt(workspace, wanted, { choice, setbacks });
    const deltas = draft.deltas();
    const found = findSetbacks(
      { before: workspace, after: draft.workspace },
      deltas.filter((delta) => ids.has(targetOf(delta))),
      setbacks,
    );
    if (found.size === 0) {
      const impossible = [...setbacks.values()].map(({ conflict }) => conflict);
      const reachesOthers = deltas.some((delta) => !ids.has(targetOf(delta)));
      return concluded(workspace, commits, { choice, deltas, conflicts, impossible, reachesOthers, stays });
    }
    for (const [id, setback] of found) setbacks.set(id, setback);
  }
}

/**
 * Plans the way back to how the workspace was before some entries of the log. The log is exact, so nothing can conflict. Emails
 * that left the app stay, too, without a project that goes.
 *
 * @param later - every entry from the newest back to the one to be taken back last, newest first.
 * @throws DeltaMismatchError when the entries are not the newest of this workspace's log.
 */
export function planRestore(workspace: Workspace, later: readonly LogEntry[]): PlanResult {
  const draft = new Draft(workspace);
  const wanted = squashDeltas(later.flatMap((entry) => invertDeltas(entry.commit.deltas)));
  const { deltas, stays } = withoutWhatLeft(workspace, wanted);
  for (const delta of deltas) draft.add(delta);
  for (const { id, projectId } of stays) {
    if (projectId !== null && draft.find('project', projectId) === undefined)
      draft.update('email', id, { projectId: null });
  }
  return planned(workspace, draft);
}

interface Outcome {
  readonly choice: ConflictChoice;
  readonly deltas: readonly Delta[];
  /** Values that do not fit. */
  readonly conflicts: readonly UndoConflict[];
  /** What could not be put back whatever the choice. */
  readonly impossible: readonly UndoConflict[];
  /** Whether things change that the commits did not touch, because they hang on what they did. */
  readonly reachesOthers: boolean;
  readonly stays: readonly Email[];
}

function concluded(workspace: Workspace, commits: readonly Commit[], outcome: Outcome): UndoResult {
  const { choice, deltas, impossible, stays } = outcome;
  const conflicts = joined([...outcome.conflicts, ...impossible]);
  if (choice === 'ask' && conflicts.length > 0) return { type: 'conflict', conflicts };
  const lost = outcome.conflicts.filter(({ type }) => type === 'gone');
  const skipped = choice === 'overwrite' ? joined([...lost, ...impossible]) : conflicts;
  // What is more than the commits taken back is told in its own words, deletions above all [W5].
  const isMore = choice === 'overwrite' && (conflicts.length > 0 || outcome.reachesOthers);
  const extent = { isPartial: skipped.length > 0, keepsEmails: stays.length > 0 };
  const summary =
    deltas.length === 0 && stays.length > 0
      ? nothingButEmails
      : deltas.length === 0 || isMore
        ? describeDeltas(workspace, deltas)
        : undoSummary(commits, extent);
  return { type: 'planned', plan: { deltas, summary }, skipped, stays };
}

function joined(conflicts: readonly UndoConflict[]): readonly UndoConflict[] {
  const byId = new Map<string, UndoConflict>();
  for (const conflict of conflicts) {
    const first = byId.get(conflict.id);
    byId.set(conflict.id, first === undefined ? conflict : joinedConflict(first, conflict));
  }
  return [...byId.values()];
}
