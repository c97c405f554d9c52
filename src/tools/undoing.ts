import type { ToolPlan } from '@/agent';
import type { LogEntry } from '@/domain/deltas';
import { planUndo, withoutUndoVerb, type UndoConflict } from '@/domain/planning';
import type { Workspace } from '@/domain/workspace';

import { failure } from './outcomes';

/** A plan that takes commits back, or brings them back when they are undos. Newer changes are never overwritten [W3]. */
export function undoPlan(workspace: Workspace, entries: readonly LogEntry[]): ToolPlan {
  const result = planUndo(
    workspace,
    entries.map(({ commit }) => commit),
    'ask',
  );
  if (result.type === 'conflict') return conflictFailure(result.conflicts);
  const { deltas } = result.plan;
  const summary = shortened(result.plan.summary, entries);
  if (deltas.length === 0) {
    return failure(
      'There is nothing left to take back',
      `Nothing is left to take back: ${result.stays.length > 0 ? 'emails that left the app stay on record' : 'everything is as it was already'}.`,
    );
  }
  return {
    type: 'change',
    deltas,
    effects: [],
    summary,
    output: `${summary}.`,
    data: { commits: entries.map((entry) => entry.commit.id) },
    takesBack: entries,
  };
}

const shownSummaries = 3;

/** The summaries of many commits in a row are too long for one line. */
function shortened(summary: string, entries: readonly LogEntry[]): string {
  if (entries.length <= shownSummaries) return summary;
  const verb = summary.slice(0, summary.indexOf(':'));
  const shown = entries.slice(0, shownSummaries).map(({ commit }) => withoutUndoVerb(commit.summary));
  return `${verb}: ${shown.join('; ')}; and ${String(entries.length - shownSummaries)} more changes`;
}

const shownConflicts = 10;

function conflictFailure(conflicts: readonly UndoConflict[]): ToolPlan {
  const lines = conflicts.slice(0, shownConflicts).map((conflict) => `- ${conflictWords(conflict)}`);
  const hidden = conflicts.length - lines.length;
  return failure(
    'Newer changes stand in the way',
    [
      'Not done: newer changes stand in the way, and they are never overwritten.',
      ...lines,
      ...(hidden > 0 ? [`- and ${String(hidden)} more`] : []),
      'The person can choose what to keep with the Undo button of the answer or of the activity list.',
    ].join('\n'),
  );
}

function conflictWords({ type, kind, id, name, fields }: UndoConflict): string {
  const what = `${kind} “${name}” (${id})`;
  switch (type) {
    case 'changed':
      return `${what} was changed since: ${fields.join(', ')}`;
    case 'gone':
      return `${what} was deleted since`;
    case 'back':
      return `${what} exists again, with other values`;
    case 'in-use':
      return `${what} is needed by something newer`;
    case 'homeless':
      return `${what} has no place any more: what it belonged to was deleted`;
  }
}
