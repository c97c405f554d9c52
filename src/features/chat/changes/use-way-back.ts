import { useCallback, useMemo, useState } from 'react';
import { useStore } from 'zustand';

import type { CommitId } from '@/domain/deltas';
import { failureInWords, useUndo, type HistoryResult } from '@/state/workspace';
import { useToasts } from '@/ui';

import { useChat } from '../chat-context';
import type { WayBack } from './standings';

export interface Undoing {
  readonly wayBack: WayBack;
  readonly isBusy: boolean;
  /** Takes the commits back, or brings them back. Conflicts are asked about by the dialog for them [W3]. */
  readonly go: () => void;
}

/** How commits stand, wherever they were undone or redone, and the way to turn that round. */
export function useWayBack(commitIds: readonly CommitId[]): Undoing {
  const { standings, announce } = useChat();
  // The fold is changed in place; a new state around it says when.
  const folded = useStore(standings);
  const { undoEntries } = useUndo();
  const toasts = useToasts();
  const [isBusy, setIsBusy] = useState(false);
  const wayBack = useMemo(() => folded.standings.wayBack(commitIds), [folded, commitIds]);

  const go = useCallback(async () => {
    if (wayBack.type !== 'undo' && wayBack.type !== 'redo') return;
    setIsBusy(true);
    try {
      const words = resultWords(await undoEntries(wayBack.entries));
      if (words !== null) announce(words);
    } catch (cause) {
      toasts.add({ id: 'workspace-problem', tone: 'danger', title: failureInWords(cause) });
    } finally {
      setIsBusy(false);
    }
  }, [wayBack, undoEntries, announce, toasts]);

  return { wayBack, isBusy, go: () => void go() };
}

function resultWords(result: HistoryResult): string | null {
  switch (result.type) {
    case 'committed':
      return result.entry.commit.summary;
    case 'unchanged':
    case 'nothing-to-do':
      return 'Everything is as it was already.';
    case 'invalid':
      return result.problems.map(({ message }) => message).join(' ');
    case 'conflict':
      return null;
  }
}
