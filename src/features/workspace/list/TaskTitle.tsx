import type { MouseEvent } from 'react';
import { useStore } from 'zustand';

import type { Task } from '@/domain/workspace';
import { classes } from '@/ui';

import { useChange } from '../change/change-context';
import { usePanel } from '../panel-context';
import { rowKey, type TaskRow } from '../rows/row-model';
import { RenameField } from './RenameField';

export interface TaskTitleProps {
  readonly row: TaskRow;
  readonly task: Task;
  readonly isDone: boolean;
  readonly onOpen: () => void;
}

/** The title of a task in the list, which is renamed where it stands. */
export function TaskTitle({ row, task, isDone, onOpen }: TaskTitleProps) {
  const panel = usePanel();
  const key = rowKey(row);
  const isRenaming = useStore(panel.list, (list) => list.renamingKey === key);
  if (isRenaming) return <TitleField task={task} rowKey={key} />;

  /** A mouse chooses the row with one click and renames with two; everything else means to look at the task. */
  function press(event: MouseEvent) {
    if (isMouse(event)) panel.focusRow(key);
    else onOpen();
  }

  return (
    <span
      role="button"
      tabIndex={-1}
      dir="auto"
      onDoubleClick={() => {
        panel.list.setState({ renamingKey: key });
      }}
      onClick={press}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onOpen();
      }}
      className={classes(
        'relative min-w-0 flex-[1_1_12rem] py-0.5 [overflow-wrap:anywhere] transition-colors pointer-coarse:before:absolute pointer-coarse:before:inset-x-0 pointer-coarse:before:-inset-y-2.5',
        isDone && 'text-text-muted line-through decoration-from-font',
        !row.isMatch && 'text-text-muted italic',
      )}
    >
      {task.title}
    </span>
  );
}

function TitleField({ task, rowKey: key }: { readonly task: Task; readonly rowKey: string }) {
  const panel = usePanel();
  const { attempt } = useChange();
  return (
    <RenameField
      label="Title"
      value={task.title}
      onSave={(title) => attempt((commands) => commands.updateTasks([task.id], { title }))}
      onClose={(how) => {
        panel.list.setState({ renamingKey: null });
        if (how === 'keyboard') panel.focusRow(key);
      }}
    />
  );
}

function isMouse(event: MouseEvent): boolean {
  return event.nativeEvent instanceof PointerEvent && event.nativeEvent.pointerType === 'mouse';
}
