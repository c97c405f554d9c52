import { ArrowRightLeft, Trash2 } from 'lucide-react';
import { useShallow } from 'zustand/react/shallow';

import { priorityLabels, taskStatusLabels } from '@/domain/deltas';
import type { TaskFields } from '@/domain/planning';
import {
  ancestorTasks,
  childTasks,
  maxTaskDepth,
  priorities,
  taskStatuses,
  type Task,
} from '@/domain/workspace';
import { useWorkspaceState } from '@/state/workspace';
import { Button, classes, Field, Select } from '@/ui';

import { useChange } from '../change/change-context';
import type { ChangeOutcome } from '../change/changes';
import { useDeletion } from '../change/use-deletion';
import { AddTaskField } from '../list/AddTaskField';
import { TaskCheckbox } from '../list/TaskCheckbox';
import { usePanel } from '../panel-context';
import { useCompletion } from '../use-completion';
import { momentWords } from '../words/moment-words';
import { AssigneeField } from './AssigneeField';
import { CommentThread } from './CommentThread';
import { DateInput } from './DateInput';
import { DraftField } from './DraftField';
import { TimeInput } from './TimeInput';

/** All there is about a task. Each field saves itself. */
export function TaskDetails({ task }: { readonly task: Task }) {
  const panel = usePanel();
  const { attempt, change } = useChange();
  const deletion = useDeletion();
  const update = (changes: Partial<TaskFields>): Promise<ChangeOutcome> =>
    attempt((commands) => commands.updateTasks([task.id], changes));
  return (
    <div className="flex flex-col gap-5">
      <PlaceWords task={task} />
      <DraftField label="Title" kind="line" stored={task.title} onSave={(title) => update({ title })} />
      <div className="grid grid-cols-1 gap-4 min-[26rem]:grid-cols-2">
        <Field label="Status">
          <Select
            options={statusOptions}
            value={task.status}
            onValueChange={(status) => void change((commands) => commands.updateTasks([task.id], { status }))}
          />
        </Field>
        <Field label="Priority">
          <Select
            options={priorityOptions}
            value={task.priority}
            onValueChange={(priority) =>
              void change((commands) => commands.updateTasks([task.id], { priority }))
            }
          />
        </Field>
        <DateInput label="Due date" stored={task.dueDate} onSave={(dueDate) => update({ dueDate })} />
        {task.dueDate !== null && (
          <TimeInput label="Due time" stored={task.dueTime} onSave={(dueTime) => update({ dueTime })} />
        )}
      </div>
      <AssigneeField assigneeId={task.assigneeId} onAssign={(assigneeId) => update({ assigneeId })} />
      <DraftField
        label="Notes"
        kind="text"
        placeholder="Anything worth knowing"
        stored={task.notes}
        onSave={(notes) => update({ notes })}
      />
      <Subtasks task={task} />
      <CommentThread projectId={task.projectId} taskId={task.id} />
      <footer className="flex flex-wrap items-center gap-2 border-t border-border pt-4">
        <p className="mr-auto text-sm text-text-muted tabular-nums">
          Created {momentWords(task.createdAt)}
          {task.completedAt !== null && (
            <span className="block">Completed {momentWords(task.completedAt)}</span>
          )}
        </p>
        <Button
          icon={<ArrowRightLeft aria-hidden />}
          onClick={() => {
            panel.ask({ type: 'move', id: task.id });
          }}
        >
          Move…
        </Button>
        <Button
          icon={<Trash2 aria-hidden />}
          onClick={() => {
            deletion.deleteTask(task.id);
          }}
        >
          Delete
        </Button>
      </footer>
    </div>
  );
}

function PlaceWords({ task }: { readonly task: Task }) {
  const names = useWorkspaceState(
    useShallow(({ workspace }) => [
      workspace.tables.project.get(task.projectId)?.name ?? '',
      ...ancestorTasks(workspace, task)
        .toReversed()
        .map((ancestor) => ancestor.title),
    ]),
  );
  return (
    <p className="text-sm text-text-muted [overflow-wrap:anywhere]">
      <span>In </span>
      {names.map((name, index) => (
        <span key={`${String(index)} ${name}`}>
          {index > 0 && <span aria-hidden> › </span>}
          <bdi>{name}</bdi>
        </span>
      ))}
    </p>
  );
}

function Subtasks({ task }: { readonly task: Task }) {
  const subtasks = useWorkspaceState(
    useShallow(({ workspace }) => childTasks(workspace, task.projectId, task.id)),
  );
  const depth = useWorkspaceState(({ workspace }) => ancestorTasks(workspace, task).length + 1);
  if (depth >= maxTaskDepth && subtasks.length === 0) return null;
  const shown = subtasks.slice(0, shownAtMost);
  return (
    <section aria-label="Subtasks" className="flex flex-col gap-1">
      <h3 className="text-sm font-medium">
        Subtasks{subtasks.length > 0 && ` (${String(subtasks.length)})`}
      </h3>
      {shown.length > 0 && (
        <ul aria-label="Subtasks" className="-mx-1">
          {shown.map((subtask) => (
            <SubtaskItem key={subtask.id} task={subtask} />
          ))}
        </ul>
      )}
      {subtasks.length > shown.length && (
        <p className="text-sm text-text-muted">
          And {subtasks.length - shown.length} more, in the list of the project.
        </p>
      )}
      {depth < maxTaskDepth && (
        <AddTaskField
          label={`Add a subtask to ${task.title}`}
          placeholder="Add a subtask"
          place={{ projectId: task.projectId, parentId: task.id }}
          className="-mx-1"
        />
      )}
    </section>
  );
}

const shownAtMost = 50;

function SubtaskItem({ task }: { readonly task: Task }) {
  const { view } = usePanel();
  const { status, setDone } = useCompletion(task);
  return (
    <li className="flex min-w-0 items-start gap-1 rounded-md hover:bg-hover">
      <TaskCheckbox status={status} onCheckedChange={setDone} label={task.title} />
      <button
        type="button"
        onClick={() => {
          view.setState({ details: { type: 'task', id: task.id } });
        }}
        className="min-w-0 flex-1 rounded-sm px-1 py-0.5 text-left pointer-coarse:min-h-11"
      >
        <span
          dir="auto"
          className={classes('[overflow-wrap:anywhere]', status === 'done' && 'text-text-muted line-through')}
        >
          {task.title}
        </span>
      </button>
    </li>
  );
}

const statusOptions = taskStatuses.map((value) => ({ value, label: taskStatusLabels[value] }));
const priorityOptions = priorities.toReversed().map((value) => ({ value, label: priorityLabels[value] }));
