import { FolderPlus, Redo2, Undo2 } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { useStore } from 'zustand';

import { withoutUndoVerb } from '@/domain/planning';
import { dueCountsStoreOf, glanceOf, useWorkspaceServices, useWorkspaceState } from '@/state/workspace';
import { Button, classes, IconButton, Tooltip } from '@/ui';

import { useChange } from './change/change-context';
import { usePanel } from './panel-context';
import { useToday } from './use-today';

/** The name of the panel, how everything stands, and what concerns all of it. */
export function PanelHeader({ actions }: { readonly actions: ReactNode }) {
  const panel = usePanel();
  return (
    <header className="flex shrink-0 flex-wrap items-center gap-x-3 px-3 pt-3 pb-2 @md:px-4">
      <h2 className="text-lg font-semibold">Workspace</h2>
      <Totals />
      <div className="ml-auto flex items-center gap-1">
        <HistoryButtons />
        <Button
          size="sm"
          icon={<FolderPlus aria-hidden />}
          onClick={() => {
            panel.ask({ type: 'new-project' });
          }}
        >
          <span className="sr-only @sm:not-sr-only">New project</span>
        </Button>
        {actions}
      </div>
    </header>
  );
}

function Totals() {
  const { store } = useWorkspaceServices();
  const counts = useStore(dueCountsStoreOf(store));
  const { open, overdue, dueToday } = glanceOf(counts.values(), useToday());
  return (
    <p className="order-last flex basis-full flex-wrap gap-x-2.5 pb-0.5 text-sm text-text-muted tabular-nums @lg:order-none @lg:basis-auto @lg:pb-0">
      <span>{open} open</span>
      <span className={classes(overdue > 0 && 'font-medium text-danger-text')}>{overdue} overdue</span>
      <span>{dueToday} due today</span>
    </p>
  );
}

function HistoryButtons() {
  const { undo, redo } = useChange();
  const undoable = useWorkspaceState((state) => state.history.undoable.at(-1)?.commit.summary);
  const redoable = useWorkspaceState((state) => state.history.redoable.at(-1)?.commit.summary);
  return (
    <>
      <HistoryButton
        label="Undo"
        shortcut="Mod+Z"
        icon={<Undo2 aria-hidden />}
        summary={undoable}
        onPress={() => void undo()}
      />
      <HistoryButton
        label="Redo"
        shortcut="Mod+Shift+Z"
        icon={<Redo2 aria-hidden />}
        summary={redoable === undefined ? undefined : withoutUndoVerb(redoable)}
        onPress={() => void redo()}
      />
    </>
  );
}

interface HistoryButtonProps {
  readonly label: 'Undo' | 'Redo';
  readonly shortcut: string;
  readonly icon: ReactNode;
  /** What it would take back; undefined when there is nothing. */
  readonly summary: string | undefined;
  readonly onPress: () => void;
}

function HistoryButton({ label, shortcut, icon, summary, onPress }: HistoryButtonProps) {
  const id = useId();
  const words = summary === undefined ? `Nothing to ${label.toLowerCase()}` : `${label}: ${summary}`;
  return (
    <>
      <Tooltip content={words} shortcut={shortcut} side="bottom">
        <IconButton
          label={label}
          icon={icon}
          hideTooltip
          // Not `disabled`: pressing it for the last time must not throw the focus away.
          aria-disabled={summary === undefined}
          aria-describedby={id}
          onClick={() => {
            if (summary !== undefined) onPress();
          }}
        />
      </Tooltip>
      <span id={id} hidden>
        {words}
      </span>
    </>
  );
}
