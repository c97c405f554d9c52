import {
  applyDeltas,
  DeltaMismatchError,
  invertDeltas,
  previewDeltas,
  type ChangePreview,
  type LogEntry,
  type Sequence,
} from '@/domain/deltas';
import type { Workspace } from '@/domain/workspace';

/** The workspace as it is right after the entry at `head`. */
export interface Present {
  readonly workspace: Workspace;
  readonly head: Sequence;
}

/**
 * Exactly what an entry changed, in the words of its time: the workspace it was made on is found by going back from the present.
 *
 * @param entries - the log from the present back to the entry, newest first.
 * @returns `null` when the way back is broken, because an entry or a record of it cannot be read.
 */
export function changesOf(
  entry: LogEntry,
  entries: readonly LogEntry[],
  present: Present,
): readonly ChangePreview[] | null {
  let { workspace } = present;
  let expected: number = present.head;
  try {
    for (const later of entries) {
      if (later.sequence > present.head) continue;
      if (later.sequence !== expected) return null;
      workspace = applyDeltas(workspace, invertDeltas(later.commit.deltas));
      if (later.sequence === entry.sequence) return previewDeltas(workspace, entry.commit.deltas);
      expected -= 1;
    }
    return null;
  } catch (error) {
    if (error instanceof DeltaMismatchError) return null;
    throw error;
  }
}
