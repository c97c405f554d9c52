import { differenceBetween, type Commit } from '../deltas';
import {
  entityKinds,
  findEntity,
  violationsIn,
  type EntityKind,
  type EntityOf,
  type Workspace,
  type WorkspaceSnapshot,
} from '../workspace';
import { Draft } from './draft';
import { planned, type PlanResult } from './plan';

/**
 * Plans an import: what the file has and the workspace has not is created, what differs takes the file's values, and nothing is
 * deleted. Entities are told apart by id, so importing the same file twice changes nothing the second time.
 */
export function planImport(workspace: Workspace, snapshot: WorkspaceSnapshot): PlanResult {
  const draft = new Draft(workspace);
  for (const kind of entityKinds) merge<EntityKind>(draft, kind, snapshot[kind]);
  const problems = violationsIn(draft.workspace);
  if (problems.length > 0) {
    return {
      type: 'invalid',
      problems: problems.map(({ kind, id, message }) => ({ field: `${kind} ${id}`, message })),
    };
  }
  return planned(workspace, draft);
}

function merge<K extends EntityKind>(draft: Draft, kind: K, entities: readonly EntityOf<K>[]): void {
  for (const entity of entities) {
    const present = findEntity(draft.workspace, kind, entity.id);
    if (present === undefined) draft.create(kind, entity);
    else if (differenceBetween(kind, present, entity) !== null) draft.update(kind, entity.id, entity);
  }
}

/**
 * Plans to remove what a commit created and is still there: tasks and projects with everything in them, and people on whom
 * nothing else hangs.
 */
export function planRemoveCreated(workspace: Workspace, commit: Commit): PlanResult {
  const draft = new Draft(workspace);
  for (const delta of commit.deltas) {
    if (delta.type !== 'create') continue;
    if (delta.kind === 'project') draft.deleteProject(delta.entity.id);
    const task = delta.kind === 'task' ? draft.workspace.tables.task.get(delta.entity.id) : undefined;
    if (task !== undefined) draft.deleteTask(task);
  }
  for (const delta of commit.deltas) {
    if (delta.type === 'create' && delta.kind === 'person' && !isInUse(draft.workspace, delta.entity.id)) {
      draft.delete('person', delta.entity.id);
    }
  }
  return planned(workspace, draft);
}

function isInUse(workspace: Workspace, id: string): boolean {
  const tasks = [...workspace.tables.task.values()];
  const projects = [...workspace.tables.project.values()];
  return (
    tasks.some((task) => task.assigneeId === id) ||
    projects.some((project) => project.stakeholderIds.some((stakeholder) => stakeholder === id))
  );
}
