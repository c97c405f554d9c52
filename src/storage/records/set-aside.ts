import type { DamagedRecord } from '@/agent';
import {
  maxTaskDepth,
  type EntityKind,
  type EntityOf,
  type Task,
  type WorkspaceSnapshot,
} from '@/domain/workspace';

import { entityFault, isEntity } from './entity-records';
import { treeStandings } from './tree-standings';

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

/** The tasks whose project can be read, and all tasks above them. */
function rootedTasks(
  tasks: readonly Task[],
  projectIds: ReadonlySet<string>,
  damaged: DamagedRecord[],
): readonly Task[] {
  const standings = treeStandings(tasks);
  return tasks.filter((task) => {
    const standing = projectIds.has(task.projectId) ? standings.get(task.id)?.type : 'without-project';
    if (standing === 'rooted' || standing === undefined) return true;
    damaged.push(setAside('task', task.id, standingReasons[standing]));
    return false;
  });
}

const standingReasons = {
  'without-project': 'Its project cannot be read.',
  uprooted: 'A task above it cannot be read.',
  circular: 'It is below itself.',
  'too-deep': `It is nested deeper than ${String(maxTaskDepth)} levels.`,
} as const;

function setAside(table: EntityKind, key: string, reason: string): DamagedRecord {
  return { table, key, reason };
}

function idsOf(entities: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(entities.map((entity) => entity.id));
}

/** The key of a stored record, as far as it has one. */
export function keyOf(record: unknown): string {
  return typeof record === 'object' && record !== null && 'id' in record ? String(record.id) : 'unknown';
}
