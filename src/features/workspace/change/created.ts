import { targetOf, type Delta } from '@/domain/deltas';
import type { EntityKind, IdOf, PersonId, ProjectId, TaskId } from '@/domain/workspace';

import type { ChangeOutcome } from './changes';

/** The task a change created; null when it created none. */
export function createdTaskId(outcome: ChangeOutcome): TaskId | null {
  return createdId(outcome, 'task');
}

/** The project a change created; null when it created none. */
export function createdProjectId(outcome: ChangeOutcome): ProjectId | null {
  return createdId(outcome, 'project');
}

/** The person a change created; null when it created none. */
export function createdPersonId(outcome: ChangeOutcome): PersonId | null {
  return createdId(outcome, 'person');
}

/** Key of the row of what deltas bring back: a project, else a task with what hangs below it; null when they bring back neither. */
export function createdRow(deltas: readonly Delta[]): string | null {
  const project = deltas.find((delta) => delta.type === 'create' && delta.kind === 'project');
  if (project !== undefined) return `project:${targetOf(project)}`;
  const tasks = deltas.flatMap((delta) =>
    delta.type === 'create' && delta.kind === 'task' ? [delta.entity] : [],
  );
  const ids = new Set(tasks.map(({ id }) => id));
  const top = tasks.find(({ parentId }) => parentId === null || !ids.has(parentId));
  return top === undefined ? null : `task:${top.id}`;
}

function createdId<K extends EntityKind>(outcome: ChangeOutcome, kind: K): IdOf<K> | null {
  if (outcome.type !== 'committed') return null;
  for (const delta of outcome.entry.commit.deltas) {
    if (delta.type === 'create' && delta.kind === kind) return delta.entity.id;
  }
  return null;
}
