import { useState } from 'react';

import { counted, listed } from '@/domain/deltas';
import { useWorkspaceServices, useWorkspaceState } from '@/state/workspace';
import { ConfirmDialog } from '@/ui';

import { useChange } from '../change/change-context';
import { belowTask, inProject, type Hanging } from '../change/use-deletion';
import { usePanel, type Ask } from '../panel-context';
import type { AskViewProps } from './PanelDialogs';

export function DeleteTaskDialog({
  ask,
  open,
  onClose,
}: AskViewProps<Extract<Ask, { readonly type: 'delete-task' }>>) {
  const { store } = useWorkspaceServices();
  const { change } = useChange();
  const panel = usePanel();
  const title = useRemembered(useWorkspaceState((state) => state.workspace.tables.task.get(ask.id)?.title));
  const [hanging] = useState(() => belowTask(store.getState().workspace, ask.id));
  return (
    <ConfirmDialog
      tone="danger"
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      title={`Delete “${title}”?`}
      description={consequence('It', hanging)}
      confirmLabel={hanging.tasks === 0 ? 'Delete task' : `Delete ${counted(hanging.tasks + 1, 'task')}`}
      onConfirm={() => void change((commands) => commands.deleteTasks([ask.id])).then(panel.returnFocus)}
    />
  );
}

export function DeleteProjectDialog({
  ask,
  open,
  onClose,
}: AskViewProps<Extract<Ask, { readonly type: 'delete-project' }>>) {
  const { store } = useWorkspaceServices();
  const { change } = useChange();
  const panel = usePanel();
  const name = useRemembered(useWorkspaceState((state) => state.workspace.tables.project.get(ask.id)?.name));
  const [hanging] = useState(() => inProject(store.getState().workspace, ask.id));
  return (
    <ConfirmDialog
      tone="danger"
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      title={`Delete “${name}”?`}
      description={consequence('The project', hanging)}
      confirmLabel={
        hanging.tasks === 0 ? 'Delete project' : `Delete project and ${counted(hanging.tasks, 'task')}`
      }
      onConfirm={() => void change((commands) => commands.deleteProjects([ask.id])).then(panel.returnFocus)}
    />
  );
}

function consequence(subject: string, { tasks, comments }: Hanging): string {
  const parts = [
    tasks === 0 ? null : subject === 'It' ? subtasksWords(tasks) : counted(tasks, 'task'),
    comments === 0 ? null : counted(comments, 'comment'),
  ].filter((part) => part !== null);
  return `${subject} goes with ${listed(parts)}. You can undo this.`;
}

function subtasksWords(count: number): string {
  return `${String(count)} ${count === 1 ? 'subtask' : 'subtasks'}`;
}

/** The name of something that may be gone while the dialog about it still fades out. */
function useRemembered(name: string | undefined): string {
  const [known, setKnown] = useState(name ?? '');
  if (name !== undefined && name !== known) setKnown(name);
  return known;
}
