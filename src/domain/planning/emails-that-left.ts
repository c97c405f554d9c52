import type { Delta } from '../deltas';
import type { Email, Workspace } from '../workspace';

export interface Remaining {
  /** What can still be put back. */
  readonly deltas: readonly Delta[];
  /** Emails that stay as they are, although they were to go or to change. */
  readonly stays: readonly Email[];
}

/**
 * Takes out of what is to be put back whatever would rewrite the record of emails that left the app, or may have: taking one off the
 * list would not call it back [C7]. Only the project an email belongs to may still change.
 *
 * @param deltas - the inverse of what was done.
 */
export function withoutWhatLeft(workspace: Workspace, deltas: readonly Delta[]): Remaining {
  const stays = new Map<string, Email>();
  const remaining = deltas.flatMap((delta): readonly Delta[] => {
    if (delta.kind !== 'email') return [delta];
    const email = workspace.tables.email.get(delta.type === 'update' ? delta.id : delta.entity.id);
    if (email === undefined || !hasLeft(email)) return [delta];
    if (delta.type !== 'update') {
      stays.set(email.id, email);
      return [];
    }
    const { projectId, ...record } = delta.after;
    if (Object.keys(record).length > 0) stays.set(email.id, email);
    if (projectId === undefined) return [];
    return [{ ...delta, before: { projectId: delta.before.projectId ?? null }, after: { projectId } }];
  });
  return { deltas: remaining, stays: [...stays.values()] };
}

/** Whether an email left the app, or may have. */
export function hasLeft({ status }: Email): boolean {
  switch (status) {
    case 'draft':
    case 'failed':
      return false;
    case 'sending':
    case 'sent':
    case 'in_doubt':
      return true;
  }
}
