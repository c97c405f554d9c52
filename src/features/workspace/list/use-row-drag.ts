import {
  attachInstruction,
  extractInstruction,
  type Availability,
  type Operation,
} from '@atlaskit/pragmatic-drag-and-drop-hitbox/list-item';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useState, type RefObject } from 'react';

import {
  ancestorTasks,
  projectId,
  taskId,
  type ProjectId,
  type TaskId,
  type Workspace,
} from '@/domain/workspace';
import { useWorkspaceServices, type ChangeResult, type WorkspaceCommands } from '@/state/workspace';

import { useChange } from '../change/change-context';
import { dropPlace } from '../rows/place-model';
import type { Row } from '../rows/row-model';

/** Where something that is dragged over a row would land: on its upper or lower edge, or below it. */
export type DropMark = Operation | 'blocked' | null;

/** What is being dragged. */
type Dragged =
  | { readonly type: 'task'; readonly id: TaskId }
  | { readonly type: 'project'; readonly id: ProjectId };

export interface RowDrag {
  readonly mark: DropMark;
  readonly isDragged: boolean;
}

/**
 * Lets a row be dragged and dropped on.
 *
 * @param isHeld - while something else needs the pointer, such as text that is being edited.
 */
export function useRowDrag(element: RefObject<HTMLElement | null>, row: Row, isHeld = false): RowDrag {
  const { store } = useWorkspaceServices();
  const { change } = useChange();
  const [mark, setMark] = useState<DropMark>(null);
  const [isDragged, setIsDragged] = useState(false);

  useEffect(() => {
    const target = element.current;
    if (target === null) return undefined;
    const show = (data: Record<string | symbol, unknown>) => {
      const instruction = extractInstruction(data);
      setMark(instruction === null ? null : instruction.blocked ? 'blocked' : instruction.operation);
    };
    const drop = dropTargetForElements({
      element: target,
      canDrop: ({ source }) => draggedOf(source.data) !== null && row.type !== 'compose',
      getData: ({ input, element: over, source }) =>
        attachInstruction(
          {},
          {
            input,
            element: over,
            operations: operationsFor(row, draggedOf(source.data), store.getState().workspace),
          },
        ),
      onDrag: ({ self }) => {
        show(self.data);
      },
      onDragLeave: () => {
        setMark(null);
      },
      onDrop: ({ self, source }) => {
        setMark(null);
        const instruction = extractInstruction(self.data);
        const dragged = draggedOf(source.data);
        if (instruction === null || instruction.blocked || dragged === null) return;
        void change((commands) => dropped(commands, dragged, { row, operation: instruction.operation }));
      },
    });
    const own = draggedFrom(row);
    if (own === null || isHeld) return drop;
    return combine(
      drop,
      draggable({
        element: target,
        getInitialData: () => ({ ...own }),
        onDragStart: () => {
          setIsDragged(true);
        },
        onDrop: () => {
          setIsDragged(false);
        },
      }),
    );
  }, [element, row, isHeld, store, change]);

  return { mark, isDragged };
}

function draggedFrom(row: Row): Dragged | null {
  if (row.type === 'task') return { type: 'task', id: row.id };
  return row.type === 'project' ? { type: 'project', id: row.projectId } : null;
}

/** Reads what a drag carries; a drag of something else, such as a file, carries nothing of ours. */
function draggedOf(data: Record<string | symbol, unknown>): Dragged | null {
  const { type, id } = data;
  if (typeof id !== 'string') return null;
  if (type === 'task') return { type, id: taskId(id) };
  return type === 'project' ? { type, id: projectId(id) } : null;
}

type Operations = { readonly [K in Operation]?: Availability };

function operationsFor(row: Row, dragged: Dragged | null, workspace: Workspace): Operations {
  if (dragged?.type === 'project') {
    if (row.type !== 'project') return {};
    const availability = row.projectId === dragged.id ? 'blocked' : 'available';
    return { 'reorder-before': availability, 'reorder-after': availability };
  }
  if (dragged === null) return {};
  switch (row.type) {
    case 'project':
      return { combine: 'available' };
    case 'add':
      return { 'reorder-before': 'available' };
    case 'compose':
      return {};
    case 'task': {
      const target = workspace.tables.task.get(row.id);
      const isWithin =
        target === undefined ||
        target.id === dragged.id ||
        ancestorTasks(workspace, target).some((ancestor) => ancestor.id === dragged.id);
      const availability = isWithin ? 'blocked' : 'available';
      return {
        'reorder-before': availability,
        // Behind an expanded task stand its subtasks; "after it" would not be where it seems.
        'reorder-after': row.branch === 'expanded' ? 'not-available' : availability,
        combine: availability,
      };
    }
  }
}

async function dropped(
  commands: WorkspaceCommands,
  dragged: Dragged,
  { row, operation }: { readonly row: Row; readonly operation: Operation },
): Promise<ChangeResult> {
  if (dragged.type === 'project') {
    const type = operation === 'reorder-before' ? 'before' : 'after';
    return commands.moveProject(dragged.id, { type, id: row.projectId });
  }
  const place = dropPlace(row, operation);
  return place === null ? { type: 'unchanged' } : commands.moveTask(dragged.id, place);
}
