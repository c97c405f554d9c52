import {
  ArrowDown,
  ArrowUp,
  CircleDot,
  PanelRightOpen,
  Pencil,
  Plus,
  SignalHigh,
  Trash2,
} from 'lucide-react';

import { priorityLabels, projectStatusLabels } from '@/domain/deltas';
import type { ProjectFields } from '@/domain/planning';
import { priorities, projectStatuses, type Priority, type ProjectStatus } from '@/domain/workspace';
import { useWorkspaceState } from '@/state/workspace';
import { AnchoredMenu, MenuItem, MenuRadioGroup, MenuSeparator, MenuSubmenu } from '@/ui';

import { useChange } from '../change/change-context';
import { usePanel, type Ask, type RowAction } from '../panel-context';
import { menuReturn } from './menu-return';
import type { AskViewProps } from './PanelDialogs';

/** Everything one does to a project. */
export function ProjectMenu({
  ask,
  open,
  onClose,
}: AskViewProps<Extract<Ask, { readonly type: 'project-menu' }>>) {
  const panel = usePanel();
  const { change } = useChange();
  const project = useWorkspaceState((state) => state.workspace.tables.project.get(ask.id));
  const key = `project:${ask.id}`;

  const act = (action: RowAction) => () => {
    panel.act(key, action);
  };
  const update = (changes: Partial<ProjectFields>) =>
    void change((commands) => commands.updateProject(ask.id, changes));

  if (project === undefined) return null;
  return (
    <AnchoredMenu
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      anchor={ask.anchor}
      label={`Actions for ${project.name}`}
      returnFocus={() => menuReturn(panel.list)}
    >
      <MenuItem icon={<PanelRightOpen />} onSelect={act({ type: 'open' })}>
        Open details
      </MenuItem>
      <MenuItem icon={<Pencil />} shortcut="F2" onSelect={act({ type: 'rename' })}>
        Rename
      </MenuItem>
      <MenuItem icon={<Plus />} shortcut="N" onSelect={act({ type: 'add' })}>
        Add task
      </MenuItem>
      <MenuSeparator />
      <MenuSubmenu label="Status" icon={<CircleDot />}>
        <MenuRadioGroup
          label="Status"
          value={project.status}
          options={statusOptions}
          onValueChange={(status: ProjectStatus) => {
            update({ status });
          }}
        />
      </MenuSubmenu>
      <MenuSubmenu label="Priority" icon={<SignalHigh />}>
        <MenuRadioGroup
          label="Priority"
          value={project.priority}
          options={priorityOptions}
          onValueChange={(priority: Priority) => {
            update({ priority });
          }}
        />
      </MenuSubmenu>
      <MenuSeparator />
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
      <MenuSeparator />
      <MenuItem icon={<Trash2 />} danger shortcut="Delete" onSelect={act({ type: 'delete' })}>
        Delete
      </MenuItem>
    </AnchoredMenu>
  );
}

const statusOptions = projectStatuses.map((value) => ({ value, label: projectStatusLabels[value] }));
const priorityOptions = priorities.toReversed().map((value) => ({ value, label: priorityLabels[value] }));
