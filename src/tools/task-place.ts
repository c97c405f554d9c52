import type { ToolContext } from '@/agent';
import { planCreateProject, type Plan } from '@/domain/planning';
import { folded, projectsInOrder, type Project, type Task, type Workspace } from '@/domain/workspace';

import { projectIfNamed, taskNamed, type Found } from './find-named';
import { failure } from './outcomes';
import { reference } from './references';

/** Where tasks without a project go when it is not plain which project is meant. */
export const inboxName = 'Inbox';

/** Where new tasks shall stand. */
export interface NewPlace {
  readonly project: Project;
  readonly parent: Task | null;
  /** Creates the project, when it is not there yet. */
  readonly opening: Plan | null;
}

/**
 * Where a new task goes: below the parent, into the project, and when neither is said into the only project there is, else into one
 * named “Inbox”, which is created when it is missing.
 */
export function newPlace(
  workspace: Workspace,
  said: { readonly project?: string; readonly parent?: string },
  context: ToolContext,
): Found<NewPlace> {
  const project = projectIfNamed(workspace, said.project, context);
  if (project.type === 'failed') return project;
  if (said.parent !== undefined) {
    return placeBelow(workspace, { parent: said.parent, project: project.value }, context);
  }
  if (project.value !== null) return placeIn(project.value);
  const [only, ...others] = projectsInOrder(workspace);
  if (only !== undefined && others.length === 0) return placeIn(only);
  return inbox(workspace, context);
}

function placeIn(project: Project): Found<NewPlace> {
  return { type: 'found', value: { project, parent: null, opening: null } };
}

function placeBelow(
  workspace: Workspace,
  said: { readonly parent: string; readonly project: Project | null },
  context: ToolContext,
): Found<NewPlace> {
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
  return { type: 'found', value: { project: home, parent: parent.value, opening: null } };
}

function inbox(workspace: Workspace, context: ToolContext): Found<NewPlace> {
  const present = projectsInOrder(workspace).find((project) => folded(project.name) === folded(inboxName));
  if (present !== undefined) return placeIn(present);
  const opened = planCreateProject(workspace, { name: inboxName }, context);
  if (opened.type === 'planned') {
    for (const delta of opened.plan.deltas) {
      if (delta.type === 'create' && delta.kind === 'project') {
        return { type: 'found', value: { project: delta.entity, parent: null, opening: opened.plan } };
      }
    }
  }
  return failure(`No project is named`, 'Say in which project the task belongs.');
}
