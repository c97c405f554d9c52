import {
  ArrowDown,
  ArrowRightLeft,
  ArrowUp,
  CalendarDays,
  CircleDot,
  IndentDecrease,
  IndentIncrease,
  ListTree,
  PanelRightOpen,
  Pencil,
  Plus,
  SignalHigh,
  Trash2,
  UserRound,
} from 'lucide-react';

import { priorityLabels, taskStatusLabels } from '@/domain/deltas';
import type { TaskFields } from '@/domain/planning';
import {
  addDays,
  priorities,
  taskStatuses,
  weekdayOf,
  type IsoDate,
  type Priority,
  type TaskStatus,
} from '@/domain/workspace';
import { useWorkspaceState } from '@/state/workspace';
import { AnchoredMenu, MenuGroup, MenuItem, MenuRadioGroup, MenuSeparator, MenuSubmenu } from '@/ui';

import { useChange } from '../change/change-context';
import { usePanel, type Ask, type RowAction } from '../panel-context';
import { useToday } from '../use-today';
import { dateWords } from '../words/due-words';
import { menuReturn } from './menu-return';
import type { AskViewProps } from './PanelDialogs';

/** Everything one does to a task. */
export function TaskMenu({ ask, open, onClose }: AskViewProps<Extract<Ask, { readonly type: 'task-menu' }>>) {
  const panel = usePanel();
  const { change } = useChange();
  const today = useToday();
  const task = useWorkspaceState((state) => state.workspace.tables.task.get(ask.id));
  const key = `task:${ask.id}`;

  const act = (action: RowAction) => () => {
    panel.act(key, action);
  };
  const update = (changes: Partial<TaskFields>) =>
    void change((commands) => commands.updateTasks([ask.id], changes));

  if (task === undefined) return null;
  return (
    <AnchoredMenu
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      anchor={ask.anchor}
      label={`Actions for ${task.title}`}
      returnFocus={() => menuReturn(panel.list)}
    >
      <MenuItem icon={<PanelRightOpen />} shortcut="Enter" onSelect={act({ type: 'open' })}>
        Open details
      </MenuItem>
      <MenuItem icon={<Pencil />} shortcut="F2" onSelect={act({ type: 'rename' })}>
        Rename
      </MenuItem>
      <MenuItem icon={<Plus />} shortcut="N" onSelect={act({ type: 'add' })}>
        Add task after
      </MenuItem>
      <MenuItem icon={<ListTree />} onSelect={act({ type: 'add-below' })}>
        Add subtask
      </MenuItem>
      <MenuSeparator />
      <MenuSubmenu label="Status" icon={<CircleDot />}>
        <MenuRadioGroup
          label="Status"
          value={task.status}
          options={statusOptions}
          onValueChange={(status: TaskStatus) => {
            update({ status });
          }}
        />
      </MenuSubmenu>
      <MenuSubmenu label="Priority" icon={<SignalHigh />}>
        <MenuRadioGroup
          label="Priority"
          value={task.priority}
          options={priorityOptions}
          onValueChange={(priority: Priority) => {
            update({ priority });
          }}
        />
      </MenuSubmenu>
      <MenuSubmenu label="Due" icon={<CalendarDays />}>
        <MenuGroup label="Due">
          {dueChoices(today).map(({ label, date }) => (
            <MenuItem
              key={label}
              onSelect={() => {
                update({ dueDate: date });
              }}
            >
              {label}
            </MenuItem>
          ))}
          <MenuItem
            disabled={task.dueDate === null}
            onSelect={() => {
              update({ dueDate: null });
            }}
          >
            No date
          </MenuItem>
          <MenuItem
            onSelect={() => {
              panel.ask({ type: 'schedule', id: ask.id });
            }}
          >
            Choose a date…
          </MenuItem>
        </MenuGroup>
      </MenuSubmenu>
      <MenuItem
        icon={<UserRound />}
        onSelect={() => {
          panel.ask({ type: 'assign', id: ask.id });
        }}
      >
        Assign…
      </MenuItem>
      <MenuSeparator />
      <MenuSubmenu label="Move" icon={<ArrowRightLeft />}>
        <MenuItem icon={<ArrowUp />} shortcut="Alt+ArrowUp" onSelect={act({ type: 'move', direction: 'up' })}>
          Move up
        </MenuItem>
        <MenuItem
          icon={<ArrowDown />}
          shortcut="Alt+ArrowDown"
          onSelect={act({ type: 'move', direction: 'down' })}
        >
          Move down
        </MenuItem>
        <MenuItem
          icon={<IndentIncrease />}
          shortcut="Alt+ArrowRight"
          onSelect={act({ type: 'move', direction: 'in' })}
        >
          Make a subtask
        </MenuItem>
        <MenuItem
          icon={<IndentDecrease />}
          shortcut="Alt+ArrowLeft"
          disabled={task.parentId === null}
          onSelect={act({ type: 'move', direction: 'out' })}
        >
          Move out
        </MenuItem>
        <MenuItem
          icon={<ArrowRightLeft />}
          onSelect={() => {
            panel.ask({ type: 'move', id: ask.id });
          }}
        >
          Move to…
        </MenuItem>
      </MenuSubmenu>
      <MenuSeparator />
      <MenuItem icon={<Trash2 />} danger shortcut="Delete" onSelect={act({ type: 'delete' })}>
        Delete
      </MenuItem>
    </AnchoredMenu>
  );
}

const statusOptions = taskStatuses.map((value) => ({ value, label: taskStatusLabels[value] }));
const priorityOptions = priorities.toReversed().map((value) => ({ value, label: priorityLabels[value] }));

function dueChoices(today: IsoDate): readonly { readonly label: string; readonly date: IsoDate }[] {
  const tomorrow = addDays(today, 1);
  const monday = addDays(today, 7 - weekdayOf(today));
  return [
    { label: 'Today', date: today },
    { label: 'Tomorrow', date: tomorrow },
    { label: `Next Monday, ${dateWords(monday, today)}`, date: monday },
  ];
}
