import { applyDeltas, type Commit, type Delta } from '@/domain/deltas';
import {
  planUndo,
  planUpdateTasks,
  type ConflictChoice,
  type PlanResult,
  type UndoResult,
} from '@/domain/planning';
import { taskId, type Task, type Workspace } from '@/domain/workspace';

import { commitWith, noon, planOf } from './builders';

/** Commits by hand, each planned on what the ones before have left. */
export class Desk {
  workspace: Workspace;
  #count = 0;

  constructor(workspace: Workspace) {
    this.workspace = workspace;
  }

  do(plan: (workspace: Workspace) => PlanResult, summary?: string): Commit {
    const { deltas, summary: own } = planOf(plan(this.workspace));
    return this.#commit(deltas, summary ?? own);
  }

  undo(commits: readonly Commit[], choice: ConflictChoice): Commit {
    const result = planUndo(this.workspace, commits, choice);
    if (result.type === 'conflict') throw new Error('Nothing was to be asked.');
    return this.#commit(result.plan.deltas, result.plan.summary);
  }

  #commit(deltas: readonly Delta[], summary: string): Commit {
    this.#count += 1;
    this.workspace = applyDeltas(this.workspace, deltas);
    return commitWith(`commit-${String(this.#count)}`, deltas, { summary });
  }
}

export function taskOf(workspace: Workspace, id: string): Task | undefined {
  return workspace.tables.task.get(taskId(id));
}

/** An edit of one task. */
export function updated(id: string, changes: Parameters<typeof planUpdateTasks>[2]) {
  return (workspace: Workspace): PlanResult => planUpdateTasks(workspace, [taskId(id)], changes, noon);
}

/** What an undo asks about, or leaves as it is. */
export function conflictsOf(result: UndoResult) {
  const conflicts = result.type === 'conflict' ? result.conflicts : result.skipped;
  return conflicts.map(({ type, name, fields }) => ({ type, name, fields }));
}
