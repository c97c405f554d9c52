import type { ToolPlan } from '@/agent';
import type { Commit, Delta, LogEntry } from '@/domain/deltas';
import { planUndo, type UndoConflict } from '@/domain/planning';
import type { Workspace } from '@/domain/workspace';

import { failure } from './outcomes';

/** A plan that takes commits back, or brings them back when they are undos. Newer changes are never overwritten [W3]. */
export function undoPlan(workspace: Workspace, entries: readonly LogEntry[]): ToolPlan {
  const result = planUndo(
    workspace,
    entries.map(({ commit }) => withoutWhatLeft(workspace, commit)),
    'ask',
  );
  if (result.type === 'conflict') return conflictFailure(result.conflicts);
  const { deltas } = result.plan;
  const summary = shortened(result.plan.summary, entries);
  if (deltas.length === 0) {
    return failure(
      'There is nothing left to take back',
      'Nothing is left to take back: emails that left the app stay on record.',
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

/** An email that left the app, or may have, stays on record: taking it off the list would not call it back. */
function withoutWhatLeft(workspace: Workspace, commit: Commit): Commit {
  const stays = (delta: Delta): boolean => {
    if (delta.kind !== 'email') return false;
    const email = workspace.tables.email.get(delta.type === 'update' ? delta.id : delta.entity.id);
    return (
      email !== undefined &&
      (email.status === 'sending' || email.status === 'sent' || email.status === 'in_doubt')
    );
  };
  return { ...commit, deltas: commit.deltas.filter((delta) => !stays(delta)) };
}

const shownSummaries = 3;

/** The summaries of many commits in a row are too long for one line. */
function shortened(summary: string, entries: readonly LogEntry[]): string {
  if (entries.length <= shownSummaries) return summary;
  const verb = summary.slice(0, summary.indexOf(':'));
  const shown = entries.slice(0, shownSummaries).map(({ commit }) => withoutVerb(commit.summary));
  return `${verb}: ${shown.join('; ')}; and ${String(entries.length - shownSummaries)} more changes`;
}

/** What a commit did, without saying that it undid or redid it. */
export function withoutVerb(summary: string): string {
  return summary.replace(/^(?:Undone|Redone): /, '');
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
