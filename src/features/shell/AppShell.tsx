import { type ReactNode } from 'react';

import { usePreferences, usePreferencesStore } from '@/state/preferences';
import { Splitter, SplitterHandle, SplitterPane, useMediaQuery } from '@/ui';

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
  /** What stands where the conversation will be. */
  readonly main: ReactNode;
  /** The region "Workspace". */
  readonly workspace: ReactNode;
}

/**
 * The three areas of the page. Side by side where there is room, with a border that can be moved; on phones the workspace is a
 * drawer over the main area, and the sessions come from below.
 */
export function AppShell({ notices, headerEnd, main, workspace }: AppShellProps) {
  const panes = usePanes();
  return (
    <div className="flex h-dvh min-w-0 flex-col overflow-hidden">
      <SkipLinks toWorkspace={panes.showsWorkspace} />
      <AppHeader panes={panes} end={headerEnd} />
      {notices}
      <div className="flex min-h-0 min-w-0 flex-1">
        {panes.showsSessions && !panes.isPhone && <SessionsPane />}
        {panes.isPhone ? (
          <PhoneBody showsWorkspace={panes.showsWorkspace} main={main} workspace={workspace} />
        ) : (
          <DesktopBody showsWorkspace={panes.showsWorkspace} main={main} workspace={workspace} />
        )}
      </div>
      {panes.isPhone && <SessionsDrawer open={panes.showsSessions} onOpenChange={panes.setShowsSessions} />}
    </div>
  );
}

interface BodyProps {
  readonly showsWorkspace: boolean;
  readonly main: ReactNode;
  readonly workspace: ReactNode;
}

function DesktopBody({ showsWorkspace, main, workspace }: BodyProps) {
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
      <SplitterPane id="main" defaultSize="34%" minSize="16rem" className="flex min-w-0 flex-col">
        <main id={mainId} tabIndex={-1} className={mainClass}>
          {main}
        </main>
      </SplitterPane>
      {showsWorkspace && <SplitterHandle label="Resize the workspace" />}
      {showsWorkspace && (
        <SplitterPane id="workspace" defaultSize="66%" minSize="20rem" className="flex min-w-0 flex-col">
          <WorkspaceTarget>{workspace}</WorkspaceTarget>
        </SplitterPane>
      )}
    </Splitter>
  );
}

/** The drawer covers the main area completely, so it stands in the main landmark instead of it. */
function PhoneBody({ showsWorkspace, main, workspace }: BodyProps) {
  const isStill = useMediaQuery('(prefers-reduced-motion: reduce)');
  return (
    <main id={mainId} tabIndex={-1} className={mainClass}>
      {showsWorkspace ? (
        <div
          className={
            isStill
              ? 'flex min-h-0 flex-1 flex-col'
              : 'flex min-h-0 flex-1 translate-x-0 flex-col transition-transform duration-250 starting:translate-x-8'
          }
        >
          <WorkspaceTarget>{workspace}</WorkspaceTarget>
        </div>
      ) : (
        main
      )}
    </main>
  );
}

function WorkspaceTarget({ children }: { readonly children: ReactNode }) {
  return (
    <div id={workspaceId} tabIndex={-1} className="flex min-h-0 min-w-0 flex-1 flex-col outline-none">
      {children}
    </div>
  );
}

const mainClass = 'flex min-h-0 min-w-0 flex-1 flex-col overflow-x-hidden overflow-y-auto outline-none';
