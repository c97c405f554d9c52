import { PanelLeft, PanelRight } from 'lucide-react';
import type { ReactNode } from 'react';

import { IconButton } from '@/ui';

import { Mark } from './Mark';
import type { Panes } from './use-panes';

export interface AppHeaderProps {
  readonly panes: Panes;
  readonly end: ReactNode;
}

export function AppHeader({ panes, end }: AppHeaderProps) {
  return (
    <header className="flex h-12 shrink-0 items-center gap-1 border-b border-border bg-surface px-2 pt-[env(safe-area-inset-top)] box-content">
      <IconButton
        label="Sessions"
        aria-expanded={panes.showsSessions}
        icon={<PanelLeft aria-hidden />}
        onClick={() => {
          panes.setShowsSessions(!panes.showsSessions);
        }}
      />
      <Wordmark />
      <div className="ml-auto flex min-w-0 items-center gap-1">
        {end}
        <IconButton
          label="Workspace"
          aria-expanded={panes.showsWorkspace}
          icon={<PanelRight aria-hidden />}
          className="aria-expanded:text-accent-text"
          onClick={() => {
            panes.setShowsWorkspace(!panes.showsWorkspace);
          }}
        />
      </div>
    </header>
  );
}

function Wordmark() {
  return (
    <h1 className="flex min-w-0 items-center gap-2 px-1 text-base font-semibold tracking-tight">
      <Mark className="size-5 shrink-0" />
      <span className="truncate">Momentum</span>
    </h1>
  );
}
