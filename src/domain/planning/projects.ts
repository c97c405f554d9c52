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
  const { name, ...fields } = cleaned(args);
  if (name === undefined) return invalid('name', 'A project needs a name.');
  const taken = nameProblem(workspace, name, null);
  if (taken !== null) return taken;
  const place = placeAmong(projectsInOrder(workspace), { type: 'last' });
  const draft = new Draft(workspace);
  draft.create('project', {
    id: context.mint('project'),
    name,
    status: 'active',
    priority: 'medium',
    description: '',
    startDate: null,
    targetDate: null,
    stakeholderIds: [],
    ...fields,
    rank: place?.rank ?? 1,
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
  if (!workspace.tables.project.has(id)) return missingProject();
  const others = projectsInOrder(workspace).filter((project) => project.id !== id);
  const place = placeAmong(others, position);
  if (place === null) return invalid('position', 'The project to move next to does not exist any more.');
  const draft = new Draft(workspace);
  for (const other of place.renumbered) draft.update('project', other.id, { rank: other.rank });
  draft.update('project', id, { rank: place.rank });
  return planned(workspace, draft);
}

/** Deletes projects with everything in them [W5]; emails stay, without their project. */
export function planDeleteProjects(workspace: Workspace, ids: readonly ProjectId[]): PlanResult {
  if (!ids.every((id) => workspace.tables.project.has(id))) return missingProject();
  const draft = new Draft(workspace);
  for (const id of ids) draft.deleteProject(id);
  return planned(workspace, draft);
}

function missingProject(): PlanResult {
  return invalid('projectId', 'This project does not exist any more.');
}

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
  return invalid('name', `There is a project named “${other.name}” already. Choose another name.`);
}
