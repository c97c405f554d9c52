import { useMemo } from 'react';

import { applyDeltas, counted, listed, previewDeltas, type ChangePreview } from '@/domain/deltas';
import { newlyShared, planImport, type Problem, type SharedName } from '@/domain/planning';
import { entityKinds, type Workspace, type WorkspaceSnapshot } from '@/domain/workspace';

/** What an import would do to a workspace, for a person to look at before it happens [C4]. */
export type ImportReview =
  | { readonly type: 'nothing' }
  | { readonly type: 'impossible'; readonly problems: readonly Problem[]; readonly problemCount: number }
  | {
      readonly type: 'changes';
      /** "3 projects and 12 tasks", or empty. */
      readonly created: string;
      readonly changed: string;
      readonly changes: readonly ChangePreview[];
      /** What several projects or people will then share. */
      readonly shared: readonly SharedName[];
    };

const shownProblems = 20;

export function reviewImport(workspace: Workspace, snapshot: WorkspaceSnapshot): ImportReview {
  const result = planImport(workspace, snapshot);
  if (result.type === 'invalid') {
    return {
      type: 'impossible',
      problems: result.problems.slice(0, shownProblems),
      problemCount: result.problems.length,
    };
  }
  const { deltas } = result.plan;
  if (deltas.length === 0) return { type: 'nothing' };
  const previews = previewDeltas(workspace, deltas);
  return {
    type: 'changes',
    created: countsOf(previews, 'created'),
    changed: countsOf(previews, 'changed'),
    changes: previews,
    shared: newlyShared(workspace, applyDeltas(workspace, deltas)),
  };
}

/** The review of the file that was read, worked out again when the workspace changes under it. */
export function useImportReview(
  workspace: Workspace,
  snapshot: WorkspaceSnapshot | null,
): ImportReview | null {
  return useMemo(() => (snapshot === null ? null : reviewImport(workspace, snapshot)), [workspace, snapshot]);
}

function countsOf(previews: readonly ChangePreview[], type: ChangePreview['type']): string {
  const counts = entityKinds
    .map((kind) => ({
      kind,
      count: previews.filter((preview) => preview.kind === kind && preview.type === type).length,
    }))
    .filter(({ count }) => count > 0);
  return listed(counts.map(({ kind, count }) => counted(count, kind)));
}
