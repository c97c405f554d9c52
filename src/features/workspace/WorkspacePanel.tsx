import { memo, useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';

import { useSessionServices } from '@/state/sessions';
import { useWorkspaceServices, useWorkspaceState, workspaceViewOf } from '@/state/workspace';

import { useChange } from './change/change-context';
import { ChangeProvider } from './change/ChangeProvider';
import { useHistoryKeys } from './change/use-history-keys';
import { Details } from './details/Details';
import { PanelDialogs } from './dialogs/PanelDialogs';
import { FilterBar } from './filter/FilterBar';
import { createArrivals } from './list/arrivals';
import { createListStore } from './list/list-store';
import { TaskList, type TaskListHandle } from './list/TaskList';
import { useRows } from './list/use-rows';
import { NoMatches, NoProjects } from './NothingToShow';
import { PanelContext, type Ask, type Panel } from './panel-context';
import { PanelHeader } from './PanelHeader';

export interface WorkspacePanelProps {
  /** Stands at the right of the panel's header. */
  readonly headerActions?: ReactNode;
}

/** Projects and tasks, and all that a person does to them by hand. */
export function WorkspacePanel({ headerActions }: WorkspacePanelProps) {
  return (
    <ChangeProvider>
      <PanelBody headerActions={headerActions} />
    </ChangeProvider>
  );
}

function PanelBody({ headerActions }: WorkspacePanelProps) {
  const { store } = useWorkspaceServices();
  const { drafts } = useSessionServices();
  const changes = useChange();
  const taskList = useRef<TaskListHandle>(null);
  const [ask, setAsk] = useState<Ask | null>(null);
  const [announcement, setAnnouncement] = useState('');
  const [arrivals] = useState(() => createArrivals(store, changes.isOwn));
  const [list] = useState(createListStore);
  const [panel] = useState((): Panel => ({
    view: workspaceViewOf(store),
    list,
    arrivals: arrivals.store,
    drafts,
    ask: (next) => {
      const key = askedRow(next);
      // What a menu or dialog is about has the focus when it closes.
      if (key !== null) list.setState({ activeKey: key });
      setAsk(next);
    },
    announce: setAnnouncement,
    focusRow: (key) => taskList.current?.focusRow(key),
    returnFocus: () => taskList.current?.returnFocus(),
    act: (key, action) => taskList.current?.act(key, action),
  }));
  useEffect(() => arrivals.follow(), [arrivals]);

  const section = useRef<HTMLElement>(null);
  useHistoryKeys(section, panel.focusRow);

  return (
    <PanelContext value={panel}>
      <section
        ref={section}
        aria-label="Workspace"
        className="@container relative flex min-h-0 min-w-0 flex-1 flex-col bg-surface"
      >
        <PanelHeader actions={headerActions} />
        <PanelContent listRef={taskList} />
        <div role="status" aria-label="Workspace news" className="sr-only">
          {announcement}
        </div>
        <Details />
        <PanelDialogs
          ask={ask}
          onClose={(closed) => {
            // A menu closes after it has opened a dialog; the dialog stays.
            setAsk((current) => (current === closed ? null : current));
            panel.returnFocus();
          }}
        />
      </section>
    </PanelContext>
  );
}

/** Key of the row that a menu or dialog is about; null when it is about none. */
function askedRow(ask: Ask): string | null {
  switch (ask.type) {
    case 'task-menu':
    case 'schedule':
    case 'assign':
    case 'move':
    case 'delete-task':
      return `task:${ask.id}`;
    case 'project-menu':
    case 'delete-project':
      return `project:${ask.id}`;
    case 'new-project':
      return null;
  }
}

interface PanelContentProps {
  readonly listRef: RefObject<TaskListHandle | null>;
}

const PanelContent = memo(function PanelContent({ listRef }: PanelContentProps) {
  const hasProjects = useWorkspaceState((state) => state.workspace.projectOrder.length > 0);
  const { rows, isSearching, matchCount } = useRows();
  if (!hasProjects) return <NoProjects />;
  return (
    <>
      <FilterBar matchCount={isSearching ? matchCount : null} />
      {rows.length === 0 ? <NoMatches /> : <TaskList ref={listRef} rows={rows} />}
    </>
  );
});
