import type { Commit } from '../deltas';
import {
  childTasks,
  commentsOn,
  personId,
  projectId,
  tasksInProject,
  type PersonId,
  type ProjectId,
  type Task,
  type TaskId,
  type Workspace,
} from '../workspace';
import { Draft } from './draft';
import { planned, type PlanResult } from './plan';
import { usedPeople } from './used-people';

/**
 * Plans to remove what a commit created (the example projects), and nothing else. What somebody added since stays, with the tasks
 * and the project it is in; so do people who still have a task or a project, and tasks that were moved into other projects.
 */
export function planRemoveCreated(workspace: Workspace, commit: Commit): PlanResult {
  const created = createdBy(commit);
  const draft = new Draft(workspace);
  for (const id of created.projects) {
    const kept = keptTasks(workspace, id, created.ids);
    if (kept.size === 0 && !hasOtherComments(workspace, id, created.ids)) draft.deleteProjects([id]);
    else draft.deleteTasks(tasksInProject(workspace, id).filter((task) => !kept.has(task)));
  }
  const used = usedPeople(draft.workspace);
  draft.deletePeople(created.people.filter((id) => !used.has(id)));
  return planned(workspace, draft);
}

interface Created {
  readonly ids: ReadonlySet<string>;
  readonly projects: readonly ProjectId[];
  readonly people: readonly PersonId[];
}

function createdBy(commit: Commit): Created {
  const creations = commit.deltas.filter((delta) => delta.type === 'create');
  return {
    ids: new Set(creations.map(({ entity }) => entity.id)),
    projects: creations.filter(({ kind }) => kind === 'project').map(({ entity }) => projectId(entity.id)),
    people: creations.filter(({ kind }) => kind === 'person').map(({ entity }) => personId(entity.id)),
  };
}

/** The tasks of a project that somebody else made, or on which something hangs that somebody else made. */
function keptTasks(
  workspace: Workspace,
  project: ProjectId,
  created: ReadonlySet<string>,
): ReadonlySet<Task> {
  const kept = new Set<Task>();
  for (const task of tasksInProject(workspace, project).toReversed()) {
    const isKept =
      !created.has(task.id) ||
      hasOtherComments(workspace, task.id, created) ||
      childTasks(workspace, project, task.id).some((child) => kept.has(child));
    if (isKept) kept.add(task);
  }
  return kept;
}

function hasOtherComments(
  workspace: Workspace,
  target: ProjectId | TaskId,
  created: ReadonlySet<string>,
): boolean {
  return commentsOn(workspace, target).some((comment) => !created.has(comment.id));
}
