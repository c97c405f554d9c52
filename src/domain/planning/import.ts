import { describeDeltas } from '../deltas';
import {
  entityKinds,
  violationsIn,
  type Email,
  type EntityKind,
  type EntityOf,
  type Violation,
  type Workspace,
  type WorkspaceSnapshot,
} from '../workspace';
import { Draft } from './draft';
import { hasLeft } from './emails-that-left';
import type { PlanResult } from './plan';

/**
 * Plans an import: what the file has and the workspace has not is created, what differs takes the file's values, and nothing is
 * deleted. Entities are told apart by id, so importing the same file twice changes nothing the second time. Emails that left the app
 * stay on record as they left.
 *
 * @returns `invalid` when the two together would break a rule that the workspace keeps by itself.
 */
export function planImport(workspace: Workspace, snapshot: WorkspaceSnapshot): PlanResult {
  const draft = new Draft(workspace);
  for (const kind of entityKinds) {
    if (kind === 'email') mergeEmails(draft, snapshot.email);
    else merge<EntityKind>(draft, kind, snapshot[kind]);
  }
  const deltas = draft.deltas();
  if (deltas.length === 0) return { type: 'planned', plan: { deltas, summary: 'Nothing changed' } };
  const problems = newViolations(workspace, draft.workspace);
  return problems.length > 0
    ? {
        type: 'invalid',
        problems: problems.map(({ kind, id, message }) => ({ field: `${kind} ${id}`, message })),
      }
    : { type: 'planned', plan: { deltas, summary: `Imported: ${describeDeltas(workspace, deltas)}` } };
}

function merge<K extends EntityKind>(draft: Draft, kind: K, entities: readonly EntityOf<K>[]): void {
  for (const entity of entities) {
    if (draft.find(kind, entity.id) === undefined) draft.create(kind, entity);
    else draft.update(kind, entity.id, entity);
  }
}

/** What is known here of an email that left is not a file's to change, but for its project [C7]. */
function mergeEmails(draft: Draft, emails: readonly Email[]): void {
  for (const email of emails) {
    const known = draft.find('email', email.id);
    const { projectId } = email;
    if (known === undefined) draft.create('email', arrived(email));
    else draft.update('email', email.id, isRecordOf(known, email) ? { projectId } : arrived(email));
  }
}

/** That one was sent after all is news, unless it is known. */
function isRecordOf(known: Email, email: Email): boolean {
  return hasLeft(known) && (known.status === 'sent' || email.status !== 'sent');
}

/** Whoever was sending it when the file was written does not do so here, and nothing in the file says what became of it. */
function arrived(email: Email): Email {
  return email.status === 'sending' ? { ...email, status: 'in_doubt', failure: onItsWay } : email;
}

const onItsWay = 'It was being sent when the file was exported. It may have left.';

/** Looks at everything, because what the file moves may break what hangs below it and is not in the file. */
function newViolations(before: Workspace, after: Workspace): readonly Violation[] {
  const violations = violationsIn(after);
  if (violations.length === 0) return violations;
  const known = new Set(violationsIn(before).map(keyOf));
  return violations.filter((violation) => !known.has(keyOf(violation)));
}

function keyOf({ kind, id, field, message }: Violation): string {
  return `${kind} ${id} ${field} ${message}`;
}
