import type { EntityKind, EntityOf } from '@/domain/workspace';

import { entitySchemas } from './entity-schemas';

/**
 * Says what is wrong with a stored entity, or `null` when it can be used as it is. A record may hold fields of later versions: they
 * are nobody's fault and stay where they are.
 */
export function entityFault(kind: EntityKind, record: unknown): string | null {
  const checked = entitySchemas[kind].safeParse(record);
  return checked.success ? null : firstFault(checked.error.issues);
}

export function isEntity<K extends EntityKind>(kind: K, record: unknown): record is EntityOf<K> {
  return entitySchemas[kind].safeParse(record).success;
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** The first issue as one sentence that names the field. */
function firstFault(issues: readonly Issue[]): string {
  const [issue] = issues;
  if (issue === undefined) return 'It cannot be read.';
  const field = issue.path.map(String).join('.');
  return field === '' ? 'It is not an object with fields.' : `${field}: ${issue.message}`;
}
