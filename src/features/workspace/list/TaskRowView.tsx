import {
  AlertTriangle,
  ChevronDown,
  ChevronsUp,
  ChevronUp,
  ListTree,
  MessageSquare,
  MoreHorizontal,
  PanelRightOpen,
} from 'lucide-react';
import { memo, useId, useRef, type MouseEvent, type ReactNode } from 'react';
import { useStore } from 'zustand';

import { priorityLabels } from '@/domain/deltas';
import {
  isOverdue,
  type IsoDate,
  type Person,
  type Priority,
  type Task,
  type TaskId,
} from '@/domain/workspace';
import { useWorkspaceState } from '@/state/workspace';
import { Avatar, classes } from '@/ui';

import { usePanel } from '../panel-context';
import { rowKey, type TaskRow } from '../rows/row-model';
import { useCompletion } from '../use-completion';
import { useToday } from '../use-today';
import { dueWords } from '../words/due-words';
import { taskWords } from '../words/task-words';
import { DropLine } from './DropLine';
import { indents } from './indents';
import { RowButton } from './RowButton';
import { TaskCheckbox } from './TaskCheckbox';
import { TaskTitle } from './TaskTitle';
import { toggled } from './toggled';
import { UpdatedMark } from './UpdatedMark';
import { useRowDrag } from './use-row-drag';

/** One task of the list. It reads its own task only: a change to another one does not draw it again. */
export const TaskRowView = memo(
  function TaskRowView({ row }: { readonly row: TaskRow }) {
    const task = useWorkspaceState((state) => state.workspace.tables.task.get(row.id));
    // A task that was just deleted is out of the rows a moment later.
    return task === undefined ? <div className="h-9" /> : <PresentTask row={row} task={task} />;
  },
  (before, after) => isSameRow(before.row, after.row),
);

function isSameRow(left: TaskRow, right: TaskRow): boolean {
  return (
    left === right ||
    (left.id === right.id &&
      left.projectId === right.projectId &&
      left.parentId === right.parentId &&
      left.depth === right.depth &&
      left.branch === right.branch &&
      left.canCollapse === right.canCollapse &&
      left.isMatch === right.isMatch)
  );
}

/** What stands in other tables and is told beside a task. */
function useSurroundings({ id, projectId, assigneeId }: Task) {
  const assignee = useWorkspaceState(({ workspace }) =>
    assigneeId === null ? undefined : workspace.tables.person.get(assigneeId),
  );
  const commentCount = useWorkspaceState(({ workspace }) => workspace.commentsOn.get(id)?.length ?? 0);
  const subtaskCount = useWorkspaceState(
    ({ workspace }) => workspace.outlines.get(projectId)?.children.get(id)?.length ?? 0,
  );
  return { assignee, commentCount, subtaskCount };
}

function PresentTask({ row, task }: { readonly row: TaskRow; readonly task: Task }) {
  const panel = usePanel();
  const key = rowKey(row);
  const today = useToday();
  const isActive = useStore(panel.list, (list) => list.activeKey === key);
  const isRenaming = useStore(panel.list, (list) => list.renamingKey === key);
  const hasArrived = useStore(panel.arrivals, (arrivals) => arrivals.has(task.id));
  const { assignee, commentCount, subtaskCount } = useSurroundings(task);
  const { status, setDone } = useCompletion(task);
  const element = useRef<HTMLDivElement>(null);
  const { mark, isDragged } = useRowDrag(element, row, isRenaming);
  const id = useId();

  const isDone = status === 'done';
  const words = taskWords(task, {
    today,
    assigneeName: assignee?.name ?? null,
    subtaskCount,
    commentCount,
    hasArrived,
  });

  function openDetails() {
    panel.view.setState({ details: { type: 'task', id: task.id } });
  }

  function openMenu(event: MouseEvent) {
    event.preventDefault();
    const anchor =
      event.type === 'contextmenu' ? { x: event.clientX, y: event.clientY } : event.currentTarget;
    panel.ask({ type: 'task-menu', id: task.id, anchor });
  }

  return (
    <div
      ref={element}
      data-row-key={key}
      data-task-id={task.id}
      onContextMenu={openMenu}
      className={classes(
        'group/row relative flex min-h-9 items-start rounded-md py-1 pr-1 transition-colors hover:bg-hover has-data-row-focus:focus-within:bg-selected pointer-coarse:min-h-11 pointer-coarse:py-0',
        indents[row.depth],
        isDragged && 'opacity-50',
        mark === 'combine' && 'bg-selected outline-2 -outline-offset-2 outline-accent',
        hasArrived && 'bg-accent-soft',
      )}
    >
      <DropLine mark={mark} />
      <BranchButton row={row} title={task.title} />
      <TaskCheckbox
        status={status}
        onCheckedChange={setDone}
        label={task.title}
        describedBy={`${id}-words`}
        tabIndex={isActive ? 0 : -1}
        isRowFocus
      />
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-0.5 pl-1.5 pointer-coarse:min-h-11 pointer-coarse:gap-y-2.5 pointer-coarse:py-2.5">
        <TaskTitle row={row} task={task} isDone={isDone} onOpen={openDetails} />
        <span className="flex max-w-full min-w-0 flex-wrap items-center gap-x-2.5 gap-y-0.5 text-sm text-text-muted empty:hidden pointer-coarse:gap-y-5">
          {hasArrived && <UpdatedMark />}
          <PriorityMark priority={task.priority} isQuiet={isDone} />
          <DueMark task={task} today={today} />
          {subtaskCount > 0 && <Count icon={<ListTree />} count={subtaskCount} />}
          {commentCount > 0 && <Count icon={<MessageSquare />} count={commentCount} />}
          {assignee !== undefined && <AssigneeButton taskId={task.id} assignee={assignee} />}
        </span>
      </div>
      <span id={`${id}-words`} hidden>
        {words}
      </span>
      <RowButton
        label={`Open details of ${task.title}`}
        icon={<PanelRightOpen aria-hidden />}
        onClick={openDetails}
        className="hidden @md:inline-flex pointer-coarse:hidden"
      />
      <RowButton
        label={`Actions for ${task.title}`}
        icon={<MoreHorizontal aria-hidden />}
        hasMenu
        onClick={openMenu}
      />
    </div>
  );
}

/** Room for a finger, without making the line it stands in any higher than the line's own room. */
const fingerClass =
  'pointer-coarse:relative pointer-coarse:-my-2.5 pointer-coarse:inline-flex pointer-coarse:min-h-11 pointer-coarse:min-w-11 pointer-coarse:items-center';

function BranchButton({ row, title }: { readonly row: TaskRow; readonly title: string }) {
  const { view } = usePanel();
  if (row.branch === 'leaf' || !row.canCollapse)
    return <span aria-hidden className="size-5 shrink-0 pointer-coarse:w-8.5" />;
  const isExpanded = row.branch === 'expanded';
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-expanded={isExpanded}
      aria-label={`Subtasks of ${title}`}
      onClick={() => {
        view.setState(({ collapsed }) => ({ collapsed: toggled(collapsed, row.id) }));
      }}
      className="mt-0.5 inline-flex size-5 shrink-0 items-center justify-center rounded-sm text-text-muted hover:bg-pressed hover:text-text pointer-coarse:relative pointer-coarse:mt-0 pointer-coarse:h-11 pointer-coarse:w-8.5 pointer-coarse:before:absolute pointer-coarse:before:inset-y-0 pointer-coarse:before:right-0 pointer-coarse:before:-left-3"
    >
      <ChevronDown
        aria-hidden
        className={classes('size-3.5 transition-transform', !isExpanded && '-rotate-90 rtl:rotate-90')}
      />
    </button>
  );
}

function DueMark({ task, today }: { readonly task: Task; readonly today: IsoDate }) {
  const panel = usePanel();
  if (task.dueDate === null) return null;
  const isLate = isOverdue(task, today);
  const words = dueWords({ ...task, dueDate: task.dueDate }, today);
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={`Due ${words}${isLate ? ', overdue' : ''}. Change`}
      onClick={() => {
        panel.ask({ type: 'schedule', id: task.id });
      }}
      className={classes(
        'inline-flex items-center gap-1 rounded-sm tabular-nums hover:text-text hover:underline',
        fingerClass,
        isLate && 'font-medium text-danger-text hover:text-danger-text',
        task.status !== 'done' &&
          task.dueDate === today &&
          'font-medium text-warning-text hover:text-warning-text',
      )}
    >
      {isLate && <AlertTriangle aria-hidden className="size-3.5" />}
      {words}
      {isLate && <span className="sr-only @md:not-sr-only"> overdue</span>}
    </button>
  );
}

function PriorityMark({ priority, isQuiet }: { readonly priority: Priority; readonly isQuiet: boolean }) {
  if (priority === 'medium') return null;
  const { icon: Icon, look } = priorityLooks[priority];
  return (
    <span className={classes('inline-flex items-center gap-0.5', !isQuiet && look)}>
      <Icon aria-hidden className="size-3.5" strokeWidth={2.5} />
      {priorityLabels[priority]}
    </span>
  );
}

const priorityLooks = {
  low: { icon: ChevronDown, look: '' },
  high: { icon: ChevronUp, look: 'text-warning-text' },
  urgent: { icon: ChevronsUp, look: 'font-medium text-danger-text' },
} as const;

function Count({ icon, count }: { readonly icon: ReactNode; readonly count: number }) {
  return (
    <span aria-hidden className="inline-flex items-center gap-1 tabular-nums [&_svg]:size-3.5">
      {icon}
      {count}
    </span>
  );
}

function AssigneeButton({ taskId, assignee }: { readonly taskId: TaskId; readonly assignee: Person }) {
  const panel = usePanel();
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={`Assigned to ${assignee.name}. Change`}
      title={assignee.name}
      onClick={() => {
        panel.ask({ type: 'assign', id: taskId });
      }}
      className={classes('rounded-full pointer-coarse:-ml-2.5 pointer-coarse:justify-center', fingerClass)}
    >
      <Avatar name={assignee.name} seed={assignee.id} size="sm" />
    </button>
  );
}
