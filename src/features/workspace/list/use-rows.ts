import { useDeferredValue, useMemo, useState } from 'react';
import { useStore } from 'zustand';

import { useWorkspaceState } from '@/state/workspace';

import { criteriaMatcher, isSearching, searchedText } from '../filter/filter-model';
import { usePanel } from '../panel-context';
import { createRowBuilder, rowsWithComposer, type Row, type RowFilter } from '../rows/row-model';
import { useToday } from '../use-today';

export interface ShownRows {
  readonly rows: readonly Row[];
  readonly isSearching: boolean;
  readonly matchCount: number;
}

/** The rows to show now. Typing stays quick: the rows of a search may come a moment later. */
export function useRows(): ShownRows {
  const { view, list } = usePanel();
  const today = useToday();
  const collapsed = useStore(view, (state) => state.collapsed);
  const hidesCompleted = useStore(view, (state) => state.hidesCompleted);
  const criteria = useDeferredValue(useStore(view, (state) => state.criteria));
  const composer = useStore(list, (state) => state.composer);
  const searching = isSearching(criteria);

  const filter = useMemo((): RowFilter => {
    if (!searching) return hidesCompleted ? { type: 'hide-completed' } : { type: 'all' };
    const matches = criteriaMatcher(criteria, today);
    return {
      type: 'search',
      text: searchedText(criteria),
      matches: hidesCompleted ? (task) => task.status !== 'done' && matches(task) : matches,
    };
  }, [searching, hidesCompleted, criteria, today]);
  const options = useMemo(() => ({ collapsed, filter }), [collapsed, filter]);

  const [build] = useState(createRowBuilder);
  const found = useWorkspaceState((state) => build(state.workspace, options));
  const rows = useMemo(() => rowsWithComposer(found.rows, composer), [found, composer]);
  return { rows, isSearching: searching, matchCount: found.matchCount };
}
