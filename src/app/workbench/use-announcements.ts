import { useMemo } from 'react';

import type { LogEntry } from '@/domain/deltas';
import { failureInWords, useUndo, useWorkspaceServices, type HistoryResult } from '@/state/workspace';
import { useToasts, type ToastMessage } from '@/ui';

/** Tells the person how their changes ended, with the way to take them back. */
export interface Announcements {
  /** How a change, an undo or a redo ended. A conflict is asked about elsewhere. */
  readonly ended: (result: HistoryResult) => void;
  readonly failed: (cause: unknown) => void;
}

export function useAnnouncements(): Announcements {
  const toasts = useToasts();
  const { store } = useWorkspaceServices();
  const { undoEntry } = useUndo();
  return useMemo(() => {
    function ended(result: HistoryResult): void {
      switch (result.type) {
        case 'committed':
          toasts.close(problem.id);
          toasts.add(committedMessage(result.entry, () => void takeBack(result.entry)));
          return;
        case 'invalid':
          toasts.add({ ...problem, title: result.problems.map(({ message }) => message).join(' ') });
          return;
        case 'unchanged':
        case 'nothing-to-do':
          toasts.add({ ...change, title: 'Nothing had to be changed.' });
          return;
        case 'conflict':
          return;
      }
    }

    function failed(cause: unknown): void {
      toasts.add({ ...problem, tone: 'danger', title: failureInWords(cause) });
    }

    /** A toast may outlive its sense: what was taken back meanwhile is not taken back twice. */
    async function takeBack(entry: LogEntry): Promise<void> {
      const { undoable, redoable } = store.getState().history;
      const candidates = entry.commit.cause.type === 'undo' ? redoable : undoable;
      if (!candidates.some((other) => other.commit.id === entry.commit.id)) {
        toasts.add({ ...change, title: 'This was taken back already.' });
        return;
      }
      try {
        ended(await undoEntry(entry));
      } catch (cause) {
        failed(cause);
      }
    }

    return { ended, failed };
  }, [toasts, store, undoEntry]);
}

/** One toast for all changes, whoever made them: the newest takes the place of the one before. */
const change = { id: 'workspace-change' } as const;
const problem = { id: 'workspace-problem', tone: 'warning' } as const;

function committedMessage({ commit }: LogEntry, takeBack: () => void): ToastMessage {
  const label = commit.cause.type === 'undo' ? 'Redo' : 'Undo';
  return { ...change, title: commit.summary, action: { label, onSelect: takeBack } };
}
