import type { WorkspaceStore } from '@/agent';
import { MomentumError } from '@/domain';
import { sequence, type LogEntry, type Sequence } from '@/domain/deltas';

/** Entries of the log are missing where all of them are needed. Nothing was changed. */
export class IncompleteHistoryError extends MomentumError {
  readonly code = 'incomplete-history';

  constructor() {
    super(
      'The workspace cannot be taken back to then, because a change made since cannot be read. Choose a later point in the activity.',
    );
    this.name = 'IncompleteHistoryError';
  }
}

const pageSize = 500;

/**
 * Every entry after a place in the log, oldest first.
 *
 * @throws IncompleteHistoryError when one of them cannot be read.
 */
export async function everyEntryAfter(
  store: Pick<WorkspaceStore, 'readLog'>,
  after: Sequence,
): Promise<readonly LogEntry[]> {
  const entries: LogEntry[] = [];
  for (;;) {
    const known = sequence(after + entries.length);
    const page = await store.readLog({ after: known, order: 'oldest-first', limit: pageSize });
    if (page.length === 0) return entries;
    if (page.some((entry, index) => entry.sequence !== known + index + 1)) throw new IncompleteHistoryError();
    entries.push(...page);
  }
}
