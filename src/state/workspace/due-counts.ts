import { createStore, type StoreApi } from 'zustand/vanilla';

import type { WorkspaceState } from '@/agent/workspace';
import { targetOf } from '@/domain/deltas';
import {
  taskId,
  type IsoDate,
  type ProjectId,
  type Task,
  type TaskId,
  type Workspace,
} from '@/domain/workspace';

import type { WorkspaceStoreApi } from './workspace-store';

/** Open tasks of one project, counted by their due date. */
export type OpenByDueDate = ReadonlyMap<IsoDate | typeof noDueDate, number>;

/** Open tasks by project; projects without open tasks are not in it. */
export type DueCounts = ReadonlyMap<ProjectId, OpenByDueDate>;

export const noDueDate = 'no-due-date';

/** What is told of tasks at a glance. */
export interface Glance {
  readonly open: number;
  readonly overdue: number;
  readonly dueToday: number;
}

export function glanceOf(counts: Iterable<OpenByDueDate>, today: IsoDate): Glance {
  let open = 0;
  let overdue = 0;
  let dueToday = 0;
  for (const byDate of counts) {
    for (const [date, count] of byDate) {
      open += count;
      if (date === noDueDate) continue;
      if (date < today) overdue += count;
      else if (date === today) dueToday += count;
    }
  }
  return { open, overdue, dueToday };
}

export function dueCountsOf(workspace: Workspace): DueCounts {
  const counts = new Map<ProjectId, Map<IsoDate | typeof noDueDate, number>>();
  for (const task of workspace.tables.task.values()) {
    if (task.status === 'done') continue;
    let byDate = counts.get(task.projectId);
    if (byDate === undefined) counts.set(task.projectId, (byDate = new Map()));
    addTo(byDate, task, 1);
  }
  return counts;
}

/** The counts after some tasks have changed. What did not change keeps its identity. */
export function dueCountsAfter(
  counts: DueCounts,
  { before, after }: { readonly before: Workspace; readonly after: Workspace },
  touched: Iterable<TaskId>,
): DueCounts {
  const changed = new Map<ProjectId, Map<IsoDate | typeof noDueDate, number>>();
  const counterOf = (projectId: ProjectId): Map<IsoDate | typeof noDueDate, number> => {
    const counter = changed.get(projectId) ?? copyOf(counts.get(projectId));
    changed.set(projectId, counter);
    return counter;
  };
  for (const id of touched) {
    const was = before.tables.task.get(id);
    const is = after.tables.task.get(id);
    if (was !== undefined && is !== undefined && countsTheSame(was, is)) continue;
    if (was !== undefined && was.status !== 'done') addTo(counterOf(was.projectId), was, -1);
    if (is !== undefined && is.status !== 'done') addTo(counterOf(is.projectId), is, 1);
  }
  if (changed.size === 0) return counts;
  return new Map([...counts, ...changed].filter(([, byDate]) => byDate.size > 0));
}

const stores = new WeakMap<WorkspaceStoreApi, StoreApi<DueCounts>>();

/**
 * The counts of a workspace, kept up with every change at the cost of what changed, so that totals cost the same at 100,000 tasks
 * as at 1,000 [W1]. One for each workspace store, and thrown away with it.
 */
export function dueCountsStoreOf(
  workspaceStore: WorkspaceStoreApi,
): Pick<StoreApi<DueCounts>, 'getState' | 'subscribe' | 'getInitialState'> {
  const present = stores.get(workspaceStore);
  if (present !== undefined) return present;
  let seen = workspaceStore.getState();
  const store = createStore<DueCounts>(() => dueCountsOf(seen.workspace));
  workspaceStore.subscribe((state) => {
    const touched = touchedSince(seen, state);
    const counts =
      touched === null
        ? dueCountsOf(state.workspace)
        : dueCountsAfter(store.getState(), { before: seen.workspace, after: state.workspace }, touched);
    seen = state;
    store.setState(counts, true);
  });
  stores.set(workspaceStore, store);
  return store;
}

/** The tasks that were touched between two states; null when the log of what arrived does not reach back that far. */
function touchedSince(seen: WorkspaceState, state: WorkspaceState): ReadonlySet<TaskId> | null {
  const entries = state.arrived.filter((entry) => entry.sequence > seen.head);
  if (entries.length !== state.head - seen.head) return null;
  const deltas = entries.flatMap((entry) => entry.commit.deltas);
  return new Set(deltas.filter((delta) => delta.kind === 'task').map((delta) => taskId(targetOf(delta))));
}

function copyOf(counts: OpenByDueDate | undefined): Map<IsoDate | typeof noDueDate, number> {
  const copy = new Map<IsoDate | typeof noDueDate, number>();
  for (const [date, count] of counts ?? []) copy.set(date, count);
  return copy;
}

function countsTheSame(left: Task, right: Task): boolean {
  return (
    (left.status === 'done') === (right.status === 'done') &&
    left.dueDate === right.dueDate &&
    left.projectId === right.projectId
  );
}

function addTo(counter: Map<IsoDate | typeof noDueDate, number>, task: Task, count: number): void {
  const date = task.dueDate ?? noDueDate;
  const sum = (counter.get(date) ?? 0) + count;
  if (sum === 0) counter.delete(date);
  else counter.set(date, sum);
}
