import type { DamagedRecord } from '@/agent';
import {
  maxTaskDepth,
  type EntityKind,
  type EntityOf,
  type Task,
  type WorkspaceSnapshot,
} from '@/domain/workspace';

import { entityFault, isEntity } from './entity-records';

/** Everything stored of each kind, unchecked. */
export type RawTables = { readonly [K in EntityKind]: readonly unknown[] };

export interface SoundWorkspace {
  readonly snapshot: WorkspaceSnapshot;
  readonly damaged: readonly DamagedRecord[];
}

/**
 * Parts what can be used from what cannot [S4]: records that cannot be read, and those that have lost what they hang on (a task whose
 * project cannot be read, whose parent is gone, or that is below itself). What is set aside stays in the database.
 *
 * A lost person or an email's lost project takes nothing else out of sight: such references may point nowhere.
 */
export function soundWorkspace(raw: RawTables): SoundWorkspace {
  const damaged: DamagedRecord[] = [];
  const person = readable('person', raw.person, damaged);
  const project = readable('project', raw.project, damaged);
  const projectIds = idsOf(project);
  const task = rootedTasks(readable('task', raw.task, damaged), projectIds, damaged);
  const taskIds = new Map(task.map((each) => [each.id, each.projectId]));
  const comment = readable('comment', raw.comment, damaged).filter((each) => {
    const isPlaced =
      projectIds.has(each.projectId) && (each.taskId === null || taskIds.get(each.taskId) === each.projectId);
    if (!isPlaced) damaged.push(setAside('comment', each.id, 'What it remarks on cannot be read.'));
    return isPlaced;
  });
  const email = readable('email', raw.email, damaged);
  return { snapshot: { person, project, task, comment, email }, damaged };
}

function readable<K extends EntityKind>(
  kind: K,
  records: readonly unknown[],
  damaged: DamagedRecord[],
): readonly EntityOf<K>[] {
  return records.filter((record): record is EntityOf<K> => {
    if (isEntity(kind, record)) return true;
    damaged.push(setAside(kind, keyOf(record), entityFault(kind, record) ?? 'It cannot be read.'));
    return false;
  });
}

/** How deep a task stands, 1 at the top, or why it stands nowhere. */
type Standing = number | string;

const aboveUnreadable = 'The task above it cannot be read.';

/** The tasks that stand in a project with all tasks above them. */
function rootedTasks(
  tasks: readonly Task[],
  projectIds: ReadonlySet<string>,
  damaged: DamagedRecord[],
): readonly Task[] {
  const byId = new Map<string, Task>(tasks.map((task) => [task.id, task]));
  const standings = new Map<string, Standing>();
  for (const task of tasks) settleStandings(task, { byId, projectIds, standings });
  return tasks.filter((task) => {
    const standing = standings.get(task.id);
    if (typeof standing === 'string') damaged.push(setAside('task', task.id, standing));
    return typeof standing === 'number';
  });
}

interface Forest {
  readonly byId: ReadonlyMap<string, Task>;
  readonly projectIds: ReadonlySet<string>;
  readonly standings: Map<string, Standing>;
}

/** Walks up to the first task whose standing is known, then down again: over all tasks, none is walked twice. */
function settleStandings(task: Task, { byId, projectIds, standings }: Forest): void {
  const unsettled: Task[] = [];
  let current: Task = task;
  let above: Standing = 0;
  for (;;) {
    const known = standings.get(current.id);
    if (known !== undefined) {
      above = known;
      break;
    }
    // Whoever meets this mark again on the way up has walked in a circle.
    standings.set(current.id, 'It is below itself.');
    unsettled.push(current);
    if (!projectIds.has(current.projectId)) {
      above = 'Its project cannot be read.';
      break;
    }
    if (current.parentId === null) break;
    const parent = byId.get(current.parentId);
    if (parent === undefined || parent.projectId !== current.projectId) {
      above = aboveUnreadable;
      break;
    }
    current = parent;
  }
  for (const each of unsettled.toReversed()) {
    above = standingBelow(above);
    standings.set(each.id, above);
  }
}

function standingBelow(above: Standing): Standing {
  if (typeof above === 'string') return above;
  return above < maxTaskDepth ? above + 1 : `It is nested deeper than ${String(maxTaskDepth)} levels.`;
}

function setAside(table: EntityKind, key: string, reason: string): DamagedRecord {
  return { table, key, reason };
}

function idsOf(entities: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(entities.map((entity) => entity.id));
}

function keyOf(record: unknown): string {
  return typeof record === 'object' && record !== null && 'id' in record ? String(record.id) : 'unknown';
}
