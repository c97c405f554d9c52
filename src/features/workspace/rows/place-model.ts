import type { TaskPlace } from '@/domain/planning';
import type { ProjectId, TaskId } from '@/domain/workspace';

import { parentIndex, type MoveDirection } from './keyboard-model';
import type { Row, TaskRow } from './row-model';

/** Where a key would move a task to, next to which task; or why it stays where it is, in words. */
export type TaskMove =
  | { readonly type: 'move'; readonly place: TaskPlace; readonly neighbour: TaskId }
  | { readonly type: 'stay'; readonly words: string };

/** The place a task moves to by keyboard, among the siblings that are on the screen. */
export function taskMove(rows: readonly Row[], index: number, direction: MoveDirection): TaskMove {
  const row = rows[index];
  if (row?.type !== 'task') return { type: 'stay', words: 'Only tasks move there.' };
  const { projectId, parentId } = row;
  switch (direction) {
    case 'up': {
      const sibling = siblingAt(rows, index, row.position - 1);
      if (sibling === null) return { type: 'stay', words: 'This task is the first one here already.' };
      return moveTo({ projectId, parentId, position: { type: 'before', id: sibling } }, sibling);
    }
    case 'down': {
      const sibling = siblingAt(rows, index, row.position + 1);
      if (sibling === null) return { type: 'stay', words: 'This task is the last one here already.' };
      return moveTo({ projectId, parentId, position: { type: 'after', id: sibling } }, sibling);
    }
    case 'in': {
      const sibling = siblingAt(rows, index, row.position - 1);
      if (sibling === null) return { type: 'stay', words: 'There is no task above to put this one below.' };
      return moveTo({ projectId, parentId: sibling, position: { type: 'last' } }, sibling);
    }
    case 'out': {
      const parent = rows[parentIndex(rows, index) ?? -1];
      if (parentId === null || parent?.type !== 'task')
        return { type: 'stay', words: 'This task is on the top level already.' };
      return moveTo(
        { projectId, parentId: parent.parentId, position: { type: 'after', id: parentId } },
        parentId,
      );
    }
  }
}

function moveTo(place: TaskPlace, neighbour: TaskId): TaskMove {
  return { type: 'move', place, neighbour };
}

/** The sibling at a position, looking away from the row at an index; null when it is not on the screen. */
function siblingAt(rows: readonly Row[], index: number, position: number): TaskId | null {
  const row = rows[index];
  if (row?.type !== 'task') return null;
  const step = position < row.position ? -1 : 1;
  for (let place = index + step; ; place += step) {
    const other = rows[place];
    if (other === undefined || other.type === 'project' || other.type === 'add') return null;
    if (other.type !== 'task' || other.depth > row.depth) continue;
    return other.depth === row.depth && other.parentId === row.parentId ? other.id : null;
  }
}

export type DropOperation = 'reorder-before' | 'reorder-after' | 'combine';

/** Where a task lands that is dropped on a row; null where it cannot. */
export function dropPlace(target: Row, operation: DropOperation): TaskPlace | null {
  switch (target.type) {
    case 'project':
      return { projectId: target.projectId, parentId: null, position: { type: 'first' } };
    case 'add':
      return { projectId: target.projectId, parentId: null, position: { type: 'last' } };
    case 'compose':
      return null;
    case 'task':
      return besideTask(target, operation);
  }
}

function besideTask({ projectId, parentId, id }: TaskRow, operation: DropOperation): TaskPlace {
  switch (operation) {
    case 'reorder-before':
      return { projectId, parentId, position: { type: 'before', id } };
    case 'reorder-after':
      return { projectId, parentId, position: { type: 'after', id } };
    case 'combine':
      return { projectId, parentId: id, position: { type: 'last' } };
  }
}

/** The project a project moves next to by keyboard; null at the end of the list. */
export function neighbourProject(
  order: readonly ProjectId[],
  id: ProjectId,
  direction: 'up' | 'down',
): ProjectId | null {
  return order[order.indexOf(id) + (direction === 'up' ? -1 : 1)] ?? null;
}
