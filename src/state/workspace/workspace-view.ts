import { createStore, type StoreApi } from 'zustand/vanilla';

import type { PersonId, Priority, ProjectId, TaskId, TaskStatus } from '@/domain/workspace';

import type { WorkspaceStoreApi } from './workspace-store';

/** When tasks to be shown are due. */
export type DueCriterion = 'any' | 'overdue' | 'today' | 'next-7-days' | 'no-date';

/** Which tasks the person wants to see. Empty lists and a blank text leave nothing out. */
export interface TaskCriteria {
  readonly text: string;
  readonly statuses: readonly TaskStatus[];
  readonly priorities: readonly Priority[];
  /** `null` stands for tasks that nobody has. */
  readonly assigneeIds: readonly (PersonId | null)[];
  readonly due: DueCriterion;
}

/** What is looked at more closely. */
export type OpenDetails =
  | { readonly type: 'none' }
  | { readonly type: 'task'; readonly id: TaskId }
  | { readonly type: 'project'; readonly id: ProjectId };

/** How the person looks at the workspace: nothing of it is in the log, and all of it can be lost without harm. */
export interface WorkspaceView {
  /** Ids of projects and tasks. */
  readonly collapsed: ReadonlySet<string>;
  readonly hidesCompleted: boolean;
  readonly criteria: TaskCriteria;
  readonly details: OpenDetails;
}

export const noCriteria: TaskCriteria = {
  text: '',
  statuses: [],
  priorities: [],
  assigneeIds: [],
  due: 'any',
};

export type WorkspaceViewStore = StoreApi<WorkspaceView>;

const stores = new WeakMap<WorkspaceStoreApi, WorkspaceViewStore>();

/**
 * How this window looks at a workspace. One for each workspace store: it outlives a panel that is closed and opened again. What is
 * collapsed and whether completed tasks are hidden is remembered on this device.
 */
export function workspaceViewOf(workspaceStore: WorkspaceStoreApi): WorkspaceViewStore {
  const present = stores.get(workspaceStore);
  if (present !== undefined) return present;
  const store = createStore<WorkspaceView>(() => ({
    ...remembered(),
    criteria: noCriteria,
    details: { type: 'none' },
  }));
  store.subscribe((view, before) => {
    if (view.collapsed !== before.collapsed || view.hidesCompleted !== before.hidesCompleted) remember(view);
  });
  stores.set(workspaceStore, store);
  return store;
}

type RememberedView = Pick<WorkspaceView, 'collapsed' | 'hidesCompleted'>;

const rememberedAs = 'momentum.workspace-view';
const nothingRemembered: RememberedView = { collapsed: new Set(), hidesCompleted: false };

function remembered(): RememberedView {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(rememberedAs) ?? 'null');
    if (typeof stored !== 'object' || stored === null) return nothingRemembered;
    const collapsed = 'collapsed' in stored && Array.isArray(stored.collapsed) ? stored.collapsed : [];
    return {
      collapsed: new Set(collapsed.filter((id: unknown) => typeof id === 'string')),
      hidesCompleted: 'hidesCompleted' in stored && stored.hidesCompleted === true,
    };
  } catch {
    // A window without storage, or a text that is not ours: the view starts fresh.
    return nothingRemembered;
  }
}

function remember({ collapsed, hidesCompleted }: RememberedView): void {
  try {
    localStorage.setItem(rememberedAs, JSON.stringify({ collapsed: [...collapsed], hidesCompleted }));
  } catch {
    // Without room or permission the view is simply not remembered.
  }
}
