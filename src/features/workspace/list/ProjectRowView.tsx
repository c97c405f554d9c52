import {
  AlertTriangle,
  ChevronDown,
  ChevronsUp,
  ChevronUp,
  Flag,
  MoreHorizontal,
  PanelRightOpen,
  Plus,
} from 'lucide-react';
import { memo, useRef, type MouseEvent, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';

import { priorityLabels, projectStatusLabels } from '@/domain/deltas';
import { progressOf, type Priority, type Project } from '@/domain/workspace';
import { dueCountsStoreOf, glanceOf, useWorkspaceServices, useWorkspaceState } from '@/state/workspace';
import { Badge, classes, Progress, type Tone } from '@/ui';

import { useChange } from '../change/change-context';
import { usePanel } from '../panel-context';
import { rowKey, type ProjectRow } from '../rows/row-model';
import { useToday } from '../use-today';
import { dateWords } from '../words/due-words';
import { DropLine } from './DropLine';
import { RenameField } from './RenameField';
import { RowButton } from './RowButton';
import { toggled } from './toggled';
import { UpdatedMark } from './UpdatedMark';
import { useRowDrag } from './use-row-drag';

/** The heading of a project, with how it stands. */
export const ProjectRowView = memo(function ProjectRowView({ row }: { readonly row: ProjectRow }) {
  const project = useWorkspaceState((state) => state.workspace.tables.project.get(row.projectId));
  return project === undefined ? <div className="h-16" /> : <PresentProject row={row} project={project} />;
});

function PresentProject({ row, project }: { readonly row: ProjectRow; readonly project: Project }) {
  const panel = usePanel();
  const { attempt } = useChange();
  const key = rowKey(row);
  const isActive = useStore(panel.list, (list) => list.activeKey === key);
  const isRenaming = useStore(panel.list, (list) => list.renamingKey === key);
  const hasArrived = useStore(panel.arrivals, (arrivals) => arrivals.has(project.id));
  const element = useRef<HTMLDivElement>(null);
  const { mark, isDragged } = useRowDrag(element, row, isRenaming);

  function openMenu(event: MouseEvent) {
    event.preventDefault();
    const anchor =
      event.type === 'contextmenu' ? { x: event.clientX, y: event.clientY } : event.currentTarget;
    panel.ask({ type: 'project-menu', id: project.id, anchor });
  }

  return (
    <div className="pt-4 pb-1">
      <div
        ref={element}
        data-row-key={key}
        data-project-id={project.id}
        onContextMenu={openMenu}
        className={classes(
          'group/row relative rounded-md px-1 py-1 transition-colors hover:bg-hover has-data-row-focus:focus-within:bg-selected',
          isDragged && 'opacity-50',
          mark === 'combine' && 'bg-selected outline-2 -outline-offset-2 outline-accent',
          hasArrived && 'bg-accent-soft',
        )}
      >
        <DropLine mark={mark} />
        <div className="flex min-w-0 items-start">
          <h3 className="min-w-0 flex-1 text-lg font-semibold">
            {isRenaming ? (
              <RenameField
                label="Project name"
                value={project.name}
                onSave={(name) => attempt((commands) => commands.updateProject(project.id, { name }))}
                onClose={(how) => {
                  panel.list.setState({ renamingKey: null });
                  if (how === 'keyboard') panel.focusRow(key);
                }}
                className="ml-5"
              />
            ) : (
              <button
                type="button"
                aria-expanded={row.isExpanded}
                aria-disabled={!row.canCollapse}
                tabIndex={isActive ? 0 : -1}
                data-row-focus=""
                onClick={() => {
                  if (row.canCollapse)
                    panel.view.setState(({ collapsed }) => ({ collapsed: toggled(collapsed, project.id) }));
                }}
                onDoubleClick={() => {
                  panel.list.setState({ renamingKey: key });
                }}
                className="flex w-full min-w-0 items-start gap-1 rounded-sm text-left outline-offset-1 pointer-coarse:min-h-11 pointer-coarse:items-center"
              >
                <ChevronDown
                  aria-hidden
                  className={classes(
                    'mt-1.5 size-4 shrink-0 text-text-muted transition-transform pointer-coarse:mt-0',
                    !row.isExpanded && '-rotate-90 rtl:rotate-90',
                    !row.canCollapse && 'invisible',
                  )}
                />
                <bdi className="min-w-0 py-0.5 [overflow-wrap:anywhere]">{project.name}</bdi>
              </button>
            )}
          </h3>
          <RowButton
            label={`Add a task to ${project.name}`}
            icon={<Plus aria-hidden />}
            onClick={() => {
              panel.focusRow(`add:${project.id}`);
            }}
            className={row.isExpanded && row.canCollapse ? 'pointer-coarse:hidden' : 'hidden'}
          />
          <RowButton
            label={`Open details of ${project.name}`}
            icon={<PanelRightOpen aria-hidden />}
            onClick={() => {
              panel.view.setState({ details: { type: 'project', id: project.id } });
            }}
            className="hidden @md:inline-flex pointer-coarse:hidden"
          />
          <RowButton
            label={`Actions for ${project.name}`}
            icon={<MoreHorizontal aria-hidden />}
            hasMenu
            onClick={openMenu}
          />
        </div>
        <ProjectStanding project={project} hasArrived={hasArrived} />
      </div>
    </div>
  );
}

function ProjectStanding({
  project,
  hasArrived,
}: {
  readonly project: Project;
  readonly hasArrived: boolean;
}) {
  const { store } = useWorkspaceServices();
  const today = useToday();
  const openTasks = useStore(dueCountsStoreOf(store), (counts) => counts.get(project.id));
  const { done, total, percent } = useWorkspaceState(
    useShallow((state) => progressOf(state.workspace, project.id)),
  );
  const { overdue } = glanceOf(openTasks === undefined ? [] : [openTasks], today);
  const isLate = project.status !== 'completed' && project.targetDate !== null && project.targetDate < today;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 pr-1 pb-1 pl-5 text-sm text-text-muted">
      {hasArrived && <UpdatedMark />}
      <Badge tone={statusTones[project.status]}>{projectStatusLabels[project.status]}</Badge>
      <ProjectPriority priority={project.priority} />
      {project.targetDate !== null && (
        <span className={classes('inline-flex items-center gap-1', isLate && 'font-medium text-danger-text')}>
          <Flag aria-hidden className="size-3.5" />
          <span className="sr-only">Target </span>
          {dateWords(project.targetDate, today)}
          {isLate && ' (passed)'}
        </span>
      )}
      {overdue > 0 && (
        <span className="inline-flex items-center gap-1 font-medium text-danger-text">
          <AlertTriangle aria-hidden className="size-3.5" />
          {overdue} overdue
        </span>
      )}
      <span className="flex min-w-36 flex-[1_1_9rem] items-center gap-2.5">
        <Progress
          label={project.name}
          value={percent}
          valueText={`${String(done)} of ${String(total)} tasks done`}
        />
        <span aria-hidden className="shrink-0 tabular-nums">
          {done}/{total}
        </span>
      </span>
    </div>
  );
}

function ProjectPriority({ priority }: { readonly priority: Priority }) {
  switch (priority) {
    case 'medium':
      return null;
    case 'low':
      return <PriorityWords icon={<ChevronDown aria-hidden />} words={priorityLabels.low} look="" />;
    case 'high':
      return (
        <PriorityWords
          icon={<ChevronUp aria-hidden />}
          words={priorityLabels.high}
          look="text-warning-text"
        />
      );
    case 'urgent':
      return (
        <PriorityWords
          icon={<ChevronsUp aria-hidden />}
          words={priorityLabels.urgent}
          look="font-medium text-danger-text"
        />
      );
  }
}

interface PriorityWordsProps {
  readonly icon: ReactNode;
  readonly words: string;
  readonly look: string;
}

function PriorityWords({ icon, words, look }: PriorityWordsProps) {
  return (
    <span className={classes('inline-flex items-center gap-0.5 [&_svg]:size-3.5', look)}>
      {icon}
      {words}
      <span className="sr-only"> priority</span>
    </span>
  );
}

const statusTones: Readonly<Record<Project['status'], Tone>> = {
  planning: 'neutral',
  active: 'accent',
  on_hold: 'warning',
  completed: 'success',
};
