import { maxTaskDepth, type Task } from '@/domain/workspace';

/** How a task stands in its tree. `uprooted`: a task above it is missing or belongs to another project. */
export type Standing =
  | { readonly type: 'rooted'; readonly depth: number }
  | { readonly type: 'uprooted' }
  | { readonly type: 'circular' }
  | { readonly type: 'too-deep' };

/** How each task stands, by its id. However the tasks are linked, this takes one walk over them. */
export function treeStandings(tasks: readonly Task[]): ReadonlyMap<string, Standing> {
  const byId = new Map<string, Task>(tasks.map((task) => [task.id, task]));
  const standings = new Map<string, Standing>();
  for (const task of tasks) settleFrom(task, byId, standings);
  return standings;
}

/** Walks up to the first task whose standing is known, or to the end, and settles all tasks on the way from there down. */
function settleFrom(task: Task, byId: ReadonlyMap<string, Task>, standings: Map<string, Standing>): void {
  const unsettled: Task[] = [];
  let current: Task | undefined = task;
  while (current !== undefined && !standings.has(current.id)) {
    // Whoever meets this mark again on the way up has walked in a circle.
    standings.set(current.id, { type: 'circular' });
    unsettled.push(current);
    current = parentOf(current, byId);
  }
  let above = current === undefined ? null : standings.get(current.id);
  for (const each of unsettled.toReversed()) {
    const standing = standingBelow(above ?? topOf(each));
    standings.set(each.id, standing);
    above = standing;
  }
}

function parentOf(task: Task, byId: ReadonlyMap<string, Task>): Task | undefined {
  const parent = task.parentId === null ? undefined : byId.get(task.parentId);
  return parent?.projectId === task.projectId ? parent : undefined;
}

/** What a task without a usable parent hangs on: the ground, or nothing. */
function topOf(task: Task): Standing {
  return task.parentId === null ? { type: 'rooted', depth: 0 } : { type: 'uprooted' };
}

function standingBelow(above: Standing): Standing {
  if (above.type !== 'rooted') return above;
  return above.depth < maxTaskDepth ? { type: 'rooted', depth: above.depth + 1 } : { type: 'too-deep' };
}
