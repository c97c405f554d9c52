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

function createdId<K extends EntityKind>(outcome: ChangeOutcome, kind: K): IdOf<K> | null {
  if (outcome.type !== 'committed') return null;
  for (const delta of outcome.entry.commit.deltas) {
    if (delta.type === 'create' && delta.kind === kind) return delta.entity.id;
  }
  return null;
}
