import { useWorkspaceState } from '@/state/workspace';
import { classes } from '@/ui';

import type { ChangeOutcome } from '../change/changes';
import { createdTaskId } from '../change/created';
import { usePanel } from '../panel-context';
import { rowKey, type ComposeRow } from '../rows/row-model';
import { AddTaskField } from './AddTaskField';
import { indents } from './indents';

/** A field for a task at a certain place, there for as long as it is used. */
export function ComposeRowView({ row }: { readonly row: ComposeRow }) {
  const panel = usePanel();
  const { type, taskId } = row.composer;
  const title = useWorkspaceState((state) => state.workspace.tables.task.get(taskId)?.title ?? '');

  function close() {
    panel.list.setState(({ composer }) => (composer?.taskId === taskId ? { composer: null } : {}));
  }

  function goOn(outcome: ChangeOutcome) {
    const added = createdTaskId(outcome);
    if (type !== 'after' || added === null) return;
    // It may have been closed while the task was stored.
    panel.list.setState(({ composer }) =>
      composer?.taskId === taskId ? { composer: { type: 'after', taskId: added } } : {},
    );
  }

  return (
    <div data-row-key={rowKey(row)} className={classes('pr-1', indents[row.depth])}>
      <AddTaskField
        label={type === 'below' ? `Add a subtask to ${title}` : `Add a task after ${title}`}
        placeholder={type === 'below' ? 'Add a subtask' : 'Add a task'}
        place={{
          projectId: row.projectId,
          parentId: row.parentId,
          position: type === 'after' ? { type: 'after', id: taskId } : { type: 'last' },
        }}
        onAdded={goOn}
        onLeave={() => {
          close();
          panel.focusRow(`task:${taskId}`);
        }}
        onBlurEmpty={close}
        tabIndex={0}
        isRowFocus
        className="pl-5 pointer-coarse:pl-6"
      />
    </div>
  );
}
