import { memo, useRef } from 'react';
import { useStore } from 'zustand';

import { useWorkspaceState } from '@/state/workspace';

import { usePanel } from '../panel-context';
import { rowKey, type AddRow } from '../rows/row-model';
import { AddTaskField } from './AddTaskField';
import { DropLine } from './DropLine';
import { useRowDrag } from './use-row-drag';

/** The field at the end of each project's list. */
export const AddRowView = memo(function AddRowView({ row }: { readonly row: AddRow }) {
  const panel = usePanel();
  const key = rowKey(row);
  const isActive = useStore(panel.list, (list) => list.activeKey === key);
  const name = useWorkspaceState((state) => state.workspace.tables.project.get(row.projectId)?.name ?? '');
  const lastTask = useWorkspaceState(({ workspace }) =>
    workspace.outlines.get(row.projectId)?.children.get('top-level')?.at(-1),
  );
  const element = useRef<HTMLDivElement>(null);
  const { mark } = useRowDrag(element, row);
  return (
    <div ref={element} data-row-key={key} className="relative pr-1 pl-6 pointer-coarse:pl-9.5">
      <DropLine mark={mark} />
      <AddTaskField
        label={`Add a task to ${name}`}
        placeholder="Add a task"
        place={{ projectId: row.projectId }}
        draft={panel.drafts.read(key)}
        onDraft={(text) => {
          panel.drafts.write(key, text);
        }}
        onLeave={() => {
          panel.focusRow(lastTask === undefined ? `project:${row.projectId}` : `task:${lastTask}`);
        }}
        tabIndex={isActive ? 0 : -1}
        isRowFocus
      />
    </div>
  );
});
