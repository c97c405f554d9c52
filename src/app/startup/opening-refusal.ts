/** Why the workspace cannot be shown, each with words and a way on of its own. */
export type OpeningProblem = 'asleep' | 'blocked' | 'newer' | 'closed' | 'full' | 'failed';

/**
 * What the app does when its storage refused to open.
 *
 * - `work-without-storage`: where there is no storage nothing can be lost, so the app works at once, and says what it cannot do.
 * - `explain`: there may be data behind it, so nothing is shown in its place.
 */
export type AfterRefusal =
  | { readonly type: 'work-without-storage' }
  | { readonly type: 'explain'; readonly problem: OpeningProblem };

/** @param code - of the `MomentumError` the opening was rejected with; `null` when it was something else. */
export function afterRefusal(code: string | null): AfterRefusal {
  if (code === 'storage-unavailable') return { type: 'work-without-storage' };
  return { type: 'explain', problem: problems.get(code ?? '') ?? 'failed' };
}

const problems: ReadonlyMap<string, OpeningProblem> = new Map([
  ['storage-asleep', 'asleep'],
  ['storage-blocked', 'blocked'],
  ['storage-newer', 'newer'],
  ['storage-closed', 'closed'],
  ['storage-full', 'full'],
  ['storage-failed', 'failed'],
]);
