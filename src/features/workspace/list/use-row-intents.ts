import { useWorkspaceServices } from '@/state/workspace';

import { useChange } from '../change/change-context';
import { useDeletion } from '../change/use-deletion';
import { usePanel, type Panel, type RowAction } from '../panel-context';
import type { MoveDirection } from '../rows/keyboard-model';
import { neighbourProject, taskMove } from '../rows/place-model';
import { composerAfter, rowKey, type ProjectRow, type Row, type TaskRow } from '../rows/row-model';
import { toggled } from './toggled';

type Act = (row: Row, intent: RowAction) => void;

/** Does what a key on a row asks for. */
export function useRowIntents(rows: readonly Row[]): Act {
  const panel = usePanel();
  const move = useMoves(rows);
  const deletion = useDeletion();
  return (row, intent) => {
    if (row.type !== 'task' && row.type !== 'project') return undefined;
    const id = row.type === 'task' ? row.id : row.projectId;
    switch (intent.type) {
      case 'expand':
      case 'collapse':
        return panel.view.setState(({ collapsed }) => ({ collapsed: toggled(collapsed, id) }));
      case 'rename':
        return panel.list.setState({ renamingKey: rowKey(row) });
      case 'open':
        return open(panel, row);
      case 'delete':
        return row.type === 'task' ? deletion.deleteTask(row.id) : deletion.deleteProject(row.projectId);
      case 'add':
        return add(panel, rows, row);
      case 'add-below':
        return addBelow(panel, row);
      case 'move':
        return void move(row, intent.direction);
    }
  };
}

function open(panel: Panel, row: TaskRow | ProjectRow): void {
  panel.view.setState({
    details: row.type === 'task' ? { type: 'task', id: row.id } : { type: 'project', id: row.projectId },
  });
}

function add(panel: Panel, rows: readonly Row[], row: TaskRow | ProjectRow): void {
  if (row.type === 'task') {
    panel.list.setState({ composer: composerAfter(rows, row) });
    panel.focusRow('compose');
  } else if (row.canCollapse) {
    panel.view.setState(({ collapsed }) => ({
      collapsed: collapsed.has(row.projectId) ? toggled(collapsed, row.projectId) : collapsed,
    }));
    panel.focusRow(`add:${row.projectId}`);
  }
}

function addBelow(panel: Panel, row: TaskRow | ProjectRow): void {
  if (row.type !== 'task') return;
  panel.view.setState(({ collapsed }) => ({
    collapsed: collapsed.has(row.id) ? toggled(collapsed, row.id) : collapsed,
  }));
  panel.list.setState({ composer: { type: 'below', taskId: row.id } });
  panel.focusRow('compose');
}

function useMoves(rows: readonly Row[]) {
  const panel = usePanel();
  const { store } = useWorkspaceServices();
  const { change } = useChange();

  async function moveTask(row: TaskRow, direction: MoveDirection): Promise<void> {
    const move = taskMove(rows, rows.indexOf(row), direction);
    if (move.type === 'stay') return panel.announce(move.words);
    const outcome = await change((commands) => commands.moveTask(row.id, move.place));
    if (outcome.type !== 'committed') return;
    const { workspace } = store.getState();
    const neighbour = workspace.tables.task.get(move.neighbour)?.title ?? 'its neighbour';
    // Nested below a collapsed task it would be out of sight, with the focus on it.
    if (direction === 'in')
      panel.view.setState(({ collapsed }) => ({
        collapsed: collapsed.has(move.neighbour) ? toggled(collapsed, move.neighbour) : collapsed,
      }));
    panel.announce(`${moveWords[direction]} “${neighbour}”`);
    panel.focusRow(rowKey(row));
  }

  async function moveProject({ projectId }: ProjectRow, direction: MoveDirection): Promise<void> {
    if (direction === 'in' || direction === 'out') return;
    const { workspace } = store.getState();
    const id = neighbourProject(workspace.projectOrder, projectId, direction);
    if (id === null) {
      return panel.announce(`This project is the ${direction === 'up' ? 'first' : 'last'} one already.`);
    }
    const type = direction === 'up' ? 'before' : 'after';
    const outcome = await change((commands) => commands.moveProject(projectId, { type, id }));
    if (outcome.type !== 'committed') return;
    panel.announce(`${moveWords[direction]} “${workspace.tables.project.get(id)?.name ?? 'its neighbour'}”`);
    panel.focusRow(`project:${projectId}`);
  }

  return (row: TaskRow | ProjectRow, direction: MoveDirection): Promise<void> =>
    row.type === 'task' ? moveTask(row, direction) : moveProject(row, direction);
}

const moveWords: Readonly<Record<MoveDirection, string>> = {
  up: 'Moved above',
  down: 'Moved below',
  in: 'Made a subtask of',
  out: 'Moved out of',
};
