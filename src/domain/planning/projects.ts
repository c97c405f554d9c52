import { quoted } from '../deltas';
import {
  folded,
  multiLine,
  projectsInOrder,
  singleLine,
  type IsoDate,
  type PersonId,
  type Priority,
  type Project,
  type ProjectId,
  type ProjectStatus,
  type Workspace,
} from '../workspace';
import { Draft } from './draft';
import { invalid, planned, type PlanContext, type PlanResult } from './plan';
import { placeAmong, type Position } from './position';

/** What a person may say about a project. */
export interface ProjectFields {
  readonly name: string;
  readonly status: ProjectStatus;
  readonly priority: Priority;
  readonly description: string;
  readonly startDate: IsoDate | null;
  readonly targetDate: IsoDate | null;
  readonly stakeholderIds: readonly PersonId[];
}

export type NewProject = Pick<ProjectFields, 'name'> & Partial<ProjectFields>;

/** Creates a project behind the others: active, of medium priority, unless said otherwise. */
export function planCreateProject(workspace: Workspace, args: NewProject, context: PlanContext): PlanResult {
  const fields: ProjectFields = { ...newProjectFields, ...cleaned(args) };
  const taken = nameProblem(workspace, fields.name, null);
  if (taken !== null) return taken;
  const place = placeAmong(projectsInOrder(workspace), { type: 'last' });
  if (place === null) return lostNeighbour();
  const draft = new Draft(workspace);
  for (const other of place.renumbered) draft.update('project', other.id, { rank: other.rank });
  draft.create('project', {
    ...fields,
    id: context.mint('project'),
    rank: place.rank,
    createdAt: context.now,
  });
  return planned(workspace, draft);
}

/** Changes what is said about a project; fields that are not given stay. */
export function planUpdateProject(
  workspace: Workspace,
  id: ProjectId,
  changes: Partial<ProjectFields>,
): PlanResult {
  if (!workspace.tables.project.has(id)) return missingProject();
  const fields = cleaned(changes);
  const taken = fields.name === undefined ? null : nameProblem(workspace, fields.name, id);
  if (taken !== null) return taken;
  const draft = new Draft(workspace);
  draft.update('project', id, fields);
  return planned(workspace, draft);
}

/** Moves a project to another place in the list. */
export function planMoveProject(
  workspace: Workspace,
  id: ProjectId,
  position: Position<ProjectId>,
): PlanResult {
  const project = workspace.tables.project.get(id);
  if (project === undefined) return missingProject();
  const others = projectsInOrder(workspace).filter((other) => other.id !== id);
  const place = placeAmong(others, position, project.rank);
  if (place === null) return lostNeighbour();
  const draft = new Draft(workspace);
  for (const other of place.renumbered) draft.update('project', other.id, { rank: other.rank });
  draft.update('project', id, { rank: place.rank });
  return planned(workspace, draft, `${quoted(project.name)} reordered`);
}

/** Deletes projects with everything in them [W5]; emails stay, without their project. */
export function planDeleteProjects(workspace: Workspace, ids: readonly ProjectId[]): PlanResult {
  if (!ids.every((id) => workspace.tables.project.has(id))) return missingProject();
  const draft = new Draft(workspace);
  draft.deleteProjects(ids);
  return planned(workspace, draft);
}

const newProjectFields: ProjectFields = {
  name: '',
  status: 'active',
  priority: 'medium',
  description: '',
  startDate: null,
  targetDate: null,
  stakeholderIds: [],
};

function missingProject(): PlanResult {
  return invalid('projectId', 'This project does not exist any more.');
}

function lostNeighbour(): PlanResult {
  return invalid('position', 'The project to move next to does not exist any more.');
}

/** The fields to store: texts cleaned. */
function cleaned(fields: Partial<ProjectFields>): Partial<ProjectFields> {
  return {
    ...fields,
    ...(fields.name === undefined ? {} : { name: singleLine(fields.name) }),
    ...(fields.description === undefined ? {} : { description: multiLine(fields.description) }),
  };
}

/** Two projects of one name could not be told apart where they are named; letters, case and accents aside. */
function nameProblem(workspace: Workspace, name: string, own: ProjectId | null): PlanResult | null {
  const same = (project: Project): boolean => project.id !== own && folded(project.name) === folded(name);
  const other = projectsInOrder(workspace).find(same);
  if (other === undefined || name === '') return null;
  return invalid('name', `There is a project named ${quoted(other.name)} already. Choose another name.`);
}
