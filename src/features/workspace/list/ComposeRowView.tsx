import { useState } from 'react';

import type { Position } from '@/domain/planning';
import type { TaskId } from '@/domain/workspace';
import { useWorkspaceState } from '@/state/workspace';
import { classes } from '@/ui';

import { createdTaskId } from '../change/created';
import { usePanel } from '../panel-context';
import { rowKey, type ComposeRow, type Composer } from '../rows/row-model';
import { AddTaskField } from './AddTaskField';
import { indents } from './indents';

/** A field for a task at a certain place, there for as long as it is used. */
export function ComposeRowView({ row }: { readonly row: ComposeRow }) {
  const panel = usePanel();
  const { composer } = row;
  const { type, taskId } = composer;
  const title = useWorkspaceState((state) => state.workspace.tables.task.get(taskId)?.title ?? '');
  const [lastAdded, setLastAdded] = useState(taskId);

  function close() {
    panel.list.setState((list) => (list.composer === composer ? { composer: null } : {}));
  }

  return (
    <div data-row-key={rowKey(row)} className={classes('pr-1', indents[row.depth])}>
      <AddTaskField
        label={type === 'below' ? `Add a subtask to ${title}` : `Add a task after ${title}`}
        placeholder={type === 'below' ? 'Add a subtask' : 'Add a task'}
        place={{
          projectId: row.projectId,
          parentId: row.parentId,
          position: positionOf(composer),
        }}
        onAdded={(outcome) => {
          setLastAdded((last) => createdTaskId(outcome) ?? last);
        }}
        onLeave={() => {
          close();
          panel.focusRow(`task:${lastAdded}`);
        }}
        onBlurEmpty={close}
        tabIndex={0}
        isRowFocus
        className="pl-5 pointer-coarse:pl-8.5"
      />
    </div>
  );
}

function positionOf(composer: Composer): Position<TaskId> {
  return composer.type === 'after' && composer.before !== null
    ? { type: 'before', id: composer.before }
    : { type: 'last' };
}
