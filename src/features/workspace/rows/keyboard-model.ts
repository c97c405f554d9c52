import type { Row } from './row-model';

/** What of a key press matters here. */
export interface KeyPress {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

export type MoveDirection = 'up' | 'down' | 'in' | 'out';

/** What a key means on a row of the list. */
export type RowIntent =
  | { readonly type: 'go'; readonly index: number }
  | { readonly type: 'expand' }
  | { readonly type: 'collapse' }
  | { readonly type: 'open' }
  | { readonly type: 'rename' }
  | { readonly type: 'delete' }
  | { readonly type: 'add' }
  | { readonly type: 'add-below' }
  | { readonly type: 'menu' }
  | { readonly type: 'move'; readonly direction: MoveDirection };

/** The keys as they are announced to people; Space is the checkbox's own. */
export const keyboardHelp =
  'Arrow keys move, Space completes, Enter opens details, F2 renames, N adds a task, Delete deletes, Alt and arrow keys move the task, Shift F10 opens the menu.';

/** Says what a key means on the row at an index; null leaves it to the browser. */
export function intentOf(press: KeyPress, rows: readonly Row[], index: number): RowIntent | null {
  const row = rows[index];
  if (row === undefined || press.ctrlKey || press.metaKey) return null;
  if (press.altKey) return row.type === 'add' || row.type === 'compose' ? null : moveIntent(press.key);
  if (press.shiftKey) return press.key === 'F10' && hasMenu(row) ? { type: 'menu' } : null;
  return goIntent(press.key, rows, index) ?? (hasMenu(row) ? rowIntent(press.key, row) : null);
}

function hasMenu(row: Row): boolean {
  return row.type === 'task' || row.type === 'project';
}

function moveIntent(key: string): RowIntent | null {
  const direction = moveDirections.get(key);
  return direction === undefined ? null : { type: 'move', direction };
}

const moveDirections: ReadonlyMap<string, MoveDirection> = new Map([
  ['ArrowUp', 'up'],
  ['ArrowDown', 'down'],
  ['ArrowRight', 'in'],
  ['ArrowLeft', 'out'],
]);

function goIntent(key: string, rows: readonly Row[], index: number): RowIntent | null {
  // In a field, Home and End and the arrows to the sides belong to the text.
  const type = rows[index]?.type;
  const isField = type === 'add' || type === 'compose';
  switch (key) {
    case 'ArrowUp':
      return go(Math.max(index - 1, 0));
    case 'ArrowDown':
      return go(Math.min(index + 1, rows.length - 1));
    case 'Home':
      return isField ? null : go(0);
    case 'End':
      return isField ? null : go(rows.length - 1);
    case 'ArrowLeft':
      return isField ? null : leftIntent(rows, index);
    case 'ArrowRight':
      return isField ? null : rightIntent(rows, index);
    default:
      return null;
  }
}

function go(index: number): RowIntent {
  return { type: 'go', index };
}

function leftIntent(rows: readonly Row[], index: number): RowIntent | null {
  const row = rows[index];
  if (row === undefined) return null;
  if (isOpen(row)) return { type: 'collapse' };
  const parent = parentIndex(rows, index);
  return parent === null ? null : go(parent);
}

function rightIntent(rows: readonly Row[], index: number): RowIntent | null {
  const row = rows[index];
  if (row === undefined) return null;
  if (isShut(row)) return { type: 'expand' };
  const next = rows[index + 1];
  return next !== undefined && isFirstBelow(next, row) ? go(index + 1) : null;
}

function isShut(row: Row): boolean {
  return row.type === 'project' ? !row.isExpanded : row.type === 'task' && row.branch === 'collapsed';
}

/** Whether the row right behind another one hangs below it. */
function isFirstBelow(next: Row, row: Row): boolean {
  if (next.type !== 'task') return false;
  return row.type === 'project' || (row.type === 'task' && next.parentId === row.id);
}

function isOpen(row: Row): boolean {
  switch (row.type) {
    case 'project':
      return row.isExpanded && row.canCollapse;
    case 'task':
      return row.branch === 'expanded' && row.canCollapse;
    case 'add':
    case 'compose':
      return false;
  }
}

/** The index of the row a row hangs below: the parent task, else the project. */
export function parentIndex(rows: readonly Row[], index: number): number | null {
  const row = rows[index];
  if (row === undefined || row.type === 'project') return null;
  const parentId = row.type === 'add' ? null : row.parentId;
  const found = rows.findLastIndex(
    (other, place) =>
      place < index &&
      (parentId === null ? other.type === 'project' : other.type === 'task' && other.id === parentId),
  );
  return found === -1 ? null : found;
}

function rowIntent(key: string, row: Row): RowIntent | null {
  switch (key) {
    case 'Enter':
      // A project's row is the button that opens and closes it, and keeps its Enter.
      return row.type === 'task' ? { type: 'open' } : null;
    case 'F2':
      return { type: 'rename' };
    case 'Delete':
      return { type: 'delete' };
    case 'Insert':
    case 'n':
    case 'N':
      return { type: 'add' };
    case 'ContextMenu':
      return { type: 'menu' };
    default:
      return null;
  }
}
