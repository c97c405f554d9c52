import { createContext, use } from 'react';

import type { ProjectId, TaskId } from '@/domain/workspace';
import type { DraftPlace } from '@/state/sessions';
import type { WorkspaceViewStore } from '@/state/workspace';
import type { MenuAnchor } from '@/ui';

import type { ArrivalsStore } from './list/arrivals';
import type { ListStore } from './list/list-store';
import type { RowIntent } from './rows/keyboard-model';

/** A menu or dialog that somebody opened for a task or a project. */
export type Ask =
  | { readonly type: 'task-menu'; readonly id: TaskId; readonly anchor: MenuAnchor }
  | { readonly type: 'project-menu'; readonly id: ProjectId; readonly anchor: MenuAnchor }
  | { readonly type: 'new-project' }
  | { readonly type: 'schedule'; readonly id: TaskId }
  | { readonly type: 'assign'; readonly id: TaskId }
  | { readonly type: 'move'; readonly id: TaskId }
  | { readonly type: 'delete-task'; readonly id: TaskId }
  | { readonly type: 'delete-project'; readonly id: ProjectId };

/** What the parts of the panel share. Never changes while the panel is there. */
export interface Panel {
  readonly view: WorkspaceViewStore;
  readonly list: ListStore;
  readonly arrivals: ArrivalsStore;
  /** What was begun and not added or saved yet: it outlives a row that is scrolled away, details that close, and a reload. */
  readonly drafts: DraftPlace;
  readonly ask: (ask: Ask) => void;
  /** Says something to those who listen, when the screen reader is free. */
  readonly announce: (words: string) => void;
  /** Brings a row into view and gives it the focus, as soon as it is there. */
  readonly focusRow: (key: string) => void;
  /** Gives the focus back to the list when whatever had it is gone. */
  readonly returnFocus: () => void;
  /** Does to a row what a key on it would do. */
  readonly act: (key: string, intent: RowAction) => void;
}

export type RowAction = Exclude<RowIntent, { readonly type: 'go' | 'menu' }>;

export const PanelContext = createContext<Panel | null>(null);

export function usePanel(): Panel {
  const panel = use(PanelContext);
  if (panel === null) throw new Error('Parts of the workspace panel need the panel around them.');
  return panel;
}
