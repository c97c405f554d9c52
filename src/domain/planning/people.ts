import { isBlank, singleLine, type PersonId, type Workspace } from '../workspace';
import { Draft } from './draft';
import { invalid, planned, type PlanContext, type PlanResult } from './plan';

/** What a person may say about a person. Blank addresses and teams count as none. */
export interface PersonFields {
  readonly name: string;
  readonly email: string | null;
  readonly team: string | null;
}

export type NewPerson = Pick<PersonFields, 'name'> & Partial<PersonFields>;

export function planCreatePerson(workspace: Workspace, args: NewPerson, context: PlanContext): PlanResult {
  const fields = { name: '', email: null, team: null, ...cleaned(args) };
  const taken = addressProblem(workspace, fields.email, null);
  if (taken !== null) return taken;
  const draft = new Draft(workspace);
  draft.create('person', { id: context.mint('person'), ...fields });
  return planned(workspace, draft);
}

/** Changes what is said about a person; fields that are not given stay. */
export function planUpdatePerson(
  workspace: Workspace,
  id: PersonId,
  changes: Partial<PersonFields>,
): PlanResult {
  if (!workspace.tables.person.has(id)) return missingPerson();
  const fields = cleaned(changes);
  const taken = addressProblem(workspace, fields.email ?? null, id);
  if (taken !== null) return taken;
  const draft = new Draft(workspace);
  draft.update('person', id, fields);
  return planned(workspace, draft);
}

/** Deletes people; their tasks lose the assignee and their projects the stakeholder, in the same commit. */
export function planDeletePeople(workspace: Workspace, ids: readonly PersonId[]): PlanResult {
  if (!ids.every((id) => workspace.tables.person.has(id))) return missingPerson();
  const draft = new Draft(workspace);
  draft.deletePeople(ids);
  return planned(workspace, draft);
}

function missingPerson(): PlanResult {
  return invalid('personId', 'This person is not in the list any more.');
}

/** The fields to store. */
function cleaned(fields: Partial<PersonFields>): Partial<PersonFields> {
  return {
    ...(fields.name === undefined ? {} : { name: singleLine(fields.name) }),
    ...(fields.email === undefined ? {} : { email: lineOrNull(fields.email) }),
    ...(fields.team === undefined ? {} : { team: lineOrNull(fields.team) }),
  };
}

function lineOrNull(text: string | null): string | null {
  return text === null || isBlank(text) ? null : singleLine(text);
}

/** One address is one person: mail to it must not depend on which of two entries was meant. */
function addressProblem(workspace: Workspace, email: string | null, own: PersonId | null): PlanResult | null {
  if (email === null) return null;
  const wanted = email.toLowerCase();
  for (const person of workspace.tables.person.values()) {
    if (person.id !== own && person.email?.toLowerCase() === wanted) {
      return invalid(
        'email',
        `${person.name} has this address already. Change that entry, or use another address.`,
      );
    }
  }
  return null;
}
