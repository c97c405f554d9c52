import type { ToolContext } from '@/agent';
import { folded, projectsInOrder, type Project, type Task, type Workspace } from '@/domain/workspace';

import { projectIfNamed, taskNamed, type Found } from './find-named';
import { failure } from './outcomes';
import { reference } from './references';

/** Where tasks without a project go when it is not plain which project is meant. */
export const inboxName = 'Inbox';

/** Where new tasks shall stand. `new-inbox`: in a project that has to be created first. */
type NewPlace =
  | { readonly type: 'place'; readonly project: Project; readonly parent: Task | null }
  | { readonly type: 'new-inbox' };

/**
 * Where a new task goes: below the parent, into the project, and when neither is said into the only project there is, else into one
 * named “Inbox”.
 */
export function newPlace(
  workspace: Workspace,
  said: { readonly project?: string; readonly parent?: string },
  context: ToolContext,
): Found<NewPlace> {
  const named = projectIfNamed(workspace, said.project, context);
  if (named.type === 'failed') return named;
  if (said.parent !== undefined) {
    return placeBelow(workspace, { parent: said.parent, project: named.value }, context);
  }
  const project = named.value ?? projectWithoutName(workspace);
  return {
    type: 'found',
    value: project === null ? { type: 'new-inbox' } : { type: 'place', project, parent: null },
  };
}

/** A place below a task that is there. */
export function placeBelow(
  workspace: Workspace,
  said: { readonly parent: string; readonly project: Project | null },
  context: ToolContext,
): Found<Extract<NewPlace, { readonly type: 'place' }>> {
  const parent = taskNamed(workspace, { task: said.parent, within: said.project?.id }, context);
  if (parent.type === 'failed') return parent;
  const home = workspace.tables.project.get(parent.value.projectId);
  if (home === undefined || (said.project !== null && said.project.id !== home.id)) {
    const where = home === undefined ? 'no project' : reference(home);
    return failure(
      `“${parent.value.title}” is in another project`,
      `${reference(parent.value)} is in ${where}. Leave project out, or name a parent in that project.`,
    );
  }
  return { type: 'found', value: { type: 'place', project: home, parent: parent.value } };
}

function projectWithoutName(workspace: Workspace): Project | null {
  const projects = projectsInOrder(workspace);
  const [only, ...others] = projects;
  if (only !== undefined && others.length === 0) return only;
  return projects.find((project) => folded(project.name) === folded(inboxName)) ?? null;
}
