import { useWorkspaceState } from '@/state/workspace';
import { Button, Dialog } from '@/ui';

import { useChange } from '../change/change-context';
import { AssigneeField } from '../details/AssigneeField';
import type { Ask } from '../panel-context';
import type { AskViewProps } from './PanelDialogs';

/** Who does a task. The choice counts at once. */
export function AssignDialog({
  ask,
  open,
  onClose,
}: AskViewProps<Extract<Ask, { readonly type: 'assign' }>>) {
  const { attempt } = useChange();
  const task = useWorkspaceState((state) => state.workspace.tables.task.get(ask.id));
  if (task === undefined) return null;
  return (
    <Dialog
      size="sm"
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      title="Who does it?"
      description={<bdi>{task.title}</bdi>}
      footer={
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <AssigneeField
        assigneeId={task.assigneeId}
        onAssign={(assigneeId) => attempt((commands) => commands.updateTasks([ask.id], { assigneeId }))}
      />
    </Dialog>
  );
}
