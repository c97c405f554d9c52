import type { ReactNode } from 'react';

import { usePreferences, usePreferencesStore } from '@/state/preferences';
import { Splitter, SplitterHandle, SplitterPane } from '@/ui';

import { AppHeader } from './AppHeader';
import { mainId, workspaceId } from './landmarks';
import { SessionsDrawer, SessionsPane } from './Sessions';
import { SkipLinks } from './SkipLinks';
import { usePanes } from './use-panes';

export interface AppShellProps {
  /** What is wrong with the storage, above everything else. */
  readonly notices: ReactNode;
  /** Small things at the end of the header: what is saved, and the menu. */
  readonly headerEnd: ReactNode;
  /** The list of sessions; calls back when one was chosen, so that a drawer can close. */
  readonly renderSessions: (onChosen: () => void) => ReactNode;
  readonly conversation: ReactNode;
  /** The region "Workspace". */
  readonly workspace: ReactNode;
}

/**
 * The three areas of the page. Side by side where there is room, with a border that can be moved; on phones the workspace is a
 * drawer over the conversation, and the sessions come from below.
 */
export function AppShell({ notices, headerEnd, renderSessions, conversation, workspace }: AppShellProps) {
  const panes = usePanes();
  const areas = { showsWorkspace: panes.showsWorkspace, conversation, workspace };
  return (
    <div className="flex h-dvh min-w-0 flex-col overflow-hidden">
      <SkipLinks toWorkspace={panes.showsWorkspace} />
      <AppHeader panes={panes} end={headerEnd} />
      {notices}
      <div className="flex min-h-0 min-w-0 flex-1">
        {panes.showsSessions && !panes.isPhone && <SessionsPane>{renderSessions(doNothing)}</SessionsPane>}
        <main id={mainId} tabIndex={-1} className="flex min-h-0 min-w-0 flex-1 flex-col outline-none">
          {panes.isPhone ? <PhoneAreas {...areas} /> : <WideAreas {...areas} />}
        </main>
      </div>
      {panes.isPhone && (
        <SessionsDrawer open={panes.showsSessions} onOpenChange={panes.setShowsSessions}>
          {renderSessions(() => {
            panes.setShowsSessions(false);
            // What was chosen is a conversation, and the workspace would cover it.
            panes.setShowsWorkspace(false);
          })}
        </SessionsDrawer>
      )}
    </div>
  );
}

/** Beside the conversation the list stays where it is. */
function doNothing(): void {
  return;
}

interface AreasProps {
  readonly showsWorkspace: boolean;
  readonly conversation: ReactNode;
  readonly workspace: ReactNode;
}

function WideAreas({ showsWorkspace, conversation, workspace }: AreasProps) {
  const preferences = usePreferencesStore();
  const shares = usePreferences(({ paneShares }) => paneShares) ?? undefined;
  return (
    <Splitter
      layout={showsWorkspace ? shares : undefined}
      onLayoutChange={(paneShares) => {
        preferences.set({ paneShares });
      }}
      className="flex-1"
    >
      <SplitterPane
        id="conversation-pane"
        defaultSize="46%"
        minSize="20rem"
        className="flex min-h-0 min-w-0 flex-col overflow-hidden"
      >
        {conversation}
      </SplitterPane>
      {showsWorkspace && <SplitterHandle label="Resize the workspace" />}
      {showsWorkspace && (
        <SplitterPane id="workspace-pane" defaultSize="54%" minSize="20rem" className="flex min-w-0 flex-col">
          <WorkspaceArea>{workspace}</WorkspaceArea>
        </SplitterPane>
      )}
    </Splitter>
  );
}

/** The drawer covers the conversation completely, so only one of them is there. */
function PhoneAreas({ showsWorkspace, conversation, workspace }: AreasProps) {
  return showsWorkspace ? (
    <div className="flex min-h-0 flex-1 translate-x-0 flex-col transition-transform duration-250 starting:translate-x-8">
      <WorkspaceArea>{workspace}</WorkspaceArea>
    </div>
  ) : (
    <div className="flex min-h-0 flex-1 flex-col overflow-hidden">{conversation}</div>
  );
}

function WorkspaceArea({ children }: { readonly children: ReactNode }) {
  return (
    <div id={workspaceId} tabIndex={-1} className="flex min-h-0 min-w-0 flex-1 flex-col outline-none">
      {children}
    </div>
  );
}
