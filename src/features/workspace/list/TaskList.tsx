import {
  useCallback,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  type FocusEvent,
  type Ref,
} from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { useStore } from 'zustand';

import { VisuallyHidden } from '@/ui';

import { isWriting } from '../change/use-history-keys';
import { usePanel, type Panel } from '../panel-context';
import { intentOf, keyboardHelp } from '../rows/keyboard-model';
import { indexOfRow, rowKey, type Row } from '../rows/row-model';
import { useKeys } from '../use-keys';
import { AddRowView } from './AddRowView';
import { ComposeRowView } from './ComposeRowView';
import { DrawnRowsContext, NestedRows, RowPlace } from './NestedRows';
import { ProjectRowView } from './ProjectRowView';
import { TaskRowView } from './TaskRowView';
import { useListFocus } from './use-list-focus';
import { useRowIntents } from './use-row-intents';

export type TaskListHandle = Pick<Panel, 'focusRow' | 'returnFocus' | 'act'>;

export interface TaskListProps {
  readonly rows: readonly Row[];
  readonly ref?: Ref<TaskListHandle>;
}

/**
 * Projects with their tasks, all in one scrolling area of which only the visible part is drawn. To the keyboard it is one stop: the
 * arrow keys go from row to row.
 */
export function TaskList({ rows, ref }: TaskListProps) {
  const { list, ask } = usePanel();
  const activeKey = useStore(list, (state) => state.activeKey);
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useRef<VirtualizerHandle>(null);
  const lastIndex = useRef(0);
  const activeIndex = useMemo(() => indexOfRow(rows, activeKey), [rows, activeKey]);
  const focus = useListFocus({ scroller, virtualizer, rows });
  // The row with the focus may have gone: its neighbour takes its place.
  useLayoutEffect(() => {
    if (activeIndex !== -1) lastIndex.current = activeIndex;
    else {
      const neighbour = neighbourOf(rows, lastIndex.current);
      if (neighbour !== undefined) list.setState({ activeKey: rowKey(neighbour) });
    }
  }, [rows, activeIndex, list]);

  const act = useRowIntents(rows);
  useImperativeHandle(ref, () => ({
    ...focus,
    act: (key, action) => {
      const row = rows[indexOfRow(rows, key)];
      if (row !== undefined) act(row, action);
    },
  }));
  const helpId = useId();

  useKeys(scroller, (event) => {
    const { target } = event;
    if (!(target instanceof HTMLElement) || event.isComposing || !hasRowKeys(target, event.key)) return;
    const index = indexOfRow(rows, keyOf(target));
    const intent = intentOf(event, rows, index);
    if (intent === null) return;
    event.preventDefault();
    event.stopPropagation();
    const row = rows[intent.type === 'go' ? intent.index : index];
    if (row === undefined) return;
    if (intent.type === 'go') focus.focusRow(rowKey(row));
    else if (intent.type === 'menu') showMenu(row, target);
    else act(row, intent);
  });

  function showMenu(row: Row, anchor: HTMLElement) {
    if (row.type === 'task') ask({ type: 'task-menu', id: row.id, anchor });
    else if (row.type === 'project') ask({ type: 'project-menu', id: row.projectId, anchor });
  }

  function follow(event: FocusEvent<HTMLDivElement>) {
    const key = event.target instanceof HTMLElement ? keyOf(event.target) : null;
    if (key !== null && key !== list.getState().activeKey) list.setState({ activeKey: key });
  }

  const drawn = useMemo(() => ({ rows, byKey: new Map<string, Row>() }), [rows]);
  const draw = useCallback(
    (row: Row) => {
      const key = rowKey(row);
      drawn.byKey.set(key, row);
      return <RowView key={key} row={row} />;
    },
    [drawn],
  );
  const keepMounted = useMemo(() => mountedRows(rows.length, activeIndex), [rows.length, activeIndex]);

  return (
    <div
      ref={scroller}
      onFocus={follow}
      className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-2 @md:px-3"
    >
      <div role="group" aria-label="Projects and tasks" aria-describedby={helpId}>
        <VisuallyHidden>
          <span id={helpId}>{keyboardHelp}</span>
        </VisuallyHidden>
        <DrawnRowsContext value={drawn.byKey}>
          <Virtualizer
            ref={virtualizer}
            scrollRef={scroller}
            data={rows}
            as={NestedRows}
            item={RowPlace}
            keepMounted={keepMounted}
            bufferSize={300}
          >
            {draw}
          </Virtualizer>
        </DrawnRowsContext>
        <div className="h-24" />
      </div>
    </div>
  );
}

function RowView({ row }: { readonly row: Row }) {
  switch (row.type) {
    case 'project':
      return <ProjectRowView row={row} />;
    case 'task':
      return <TaskRowView row={row} />;
    case 'add':
      return <AddRowView row={row} />;
    case 'compose':
      return <ComposeRowView row={row} />;
  }
}

/** A list of this size is in the page whole, so that the browser's own search finds all of it. */
const wholeUpTo = 150;

/** The rows that are drawn wherever one has scrolled: of a long list the one in use, so that it keeps the focus. */
function mountedRows(rowCount: number, activeIndex: number): readonly number[] {
  if (rowCount <= wholeUpTo) return Array.from({ length: rowCount }, (_, index) => index);
  return activeIndex === -1 ? [] : [activeIndex];
}

/** A task rather than a field: the focus in a field would bring up the keyboard of a phone. */
function neighbourOf(rows: readonly Row[], index: number): Row | undefined {
  const at = rows[index];
  const before = rows[Math.min(index, rows.length) - 1];
  return at === undefined || at.type === 'add' ? (before ?? at) : at;
}

/** The keys of a row work from each control in it, but not from what is written in, and a control keeps its own keys. */
function hasRowKeys(target: HTMLElement, key: string): boolean {
  if (target.dataset['rowFocus'] !== undefined) return true;
  return !isWriting(target) && key !== 'Enter';
}

function keyOf(element: HTMLElement): string | null {
  return element.closest<HTMLElement>('[data-row-key]')?.dataset['rowKey'] ?? null;
}
