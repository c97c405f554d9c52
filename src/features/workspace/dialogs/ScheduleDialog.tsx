import { addDays, type IsoDate } from '@/domain/workspace';
import { useWorkspaceState } from '@/state/workspace';
import { Button, Dialog } from '@/ui';

import { useChange } from '../change/change-context';
import { DateInput } from '../details/DateInput';
import { TimeInput } from '../details/TimeInput';
import type { Ask } from '../panel-context';
import { useToday } from '../use-today';
import type { AskViewProps } from './PanelDialogs';

/** When a task is due. Each choice counts at once. */
export function ScheduleDialog({
  ask,
  open,
  onClose,
}: AskViewProps<Extract<Ask, { readonly type: 'schedule' }>>) {
  const { attempt, change } = useChange();
  const today = useToday();
  const task = useWorkspaceState((state) => state.workspace.tables.task.get(ask.id));
  if (task === undefined) return null;

  const setDay = (dueDate: IsoDate | null) => () => {
    void change((commands) => commands.updateTasks([ask.id], { dueDate }));
    onClose();
  };

  return (
    <Dialog
      size="sm"
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      title="When is it due?"
      description={<bdi>{task.title}</bdi>}
      footer={
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap gap-2">
          <Button size="sm" onClick={setDay(today)}>
            Today
          </Button>
          <Button size="sm" onClick={setDay(addDays(today, 1))}>
            Tomorrow
          </Button>
          <Button size="sm" onClick={setDay(addDays(today, 7))}>
            In a week
          </Button>
          {task.dueDate !== null && (
            <Button size="sm" onClick={setDay(null)}>
              No date
            </Button>
          )}
        </div>
        <DateInput
          label="Due date"
          stored={task.dueDate}
          onSave={(dueDate) => attempt((commands) => commands.updateTasks([ask.id], { dueDate }))}
        />
        {task.dueDate !== null && (
          <TimeInput
            label="Due time (optional)"
            stored={task.dueTime}
            onSave={(dueTime) => attempt((commands) => commands.updateTasks([ask.id], { dueTime }))}
          />
        )}
      </div>
    </Dialog>
  );
}
