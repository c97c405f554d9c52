import { differenceBetween, squashDeltas, tablesAfter, type Delta, type DeltaOf } from '../deltas';
import {
  commentsOn,
  descendantTasks,
  tasksInProject,
  workspaceWith,
  type EntityKind,
  type EntityOf,
  type IdOf,
  type PersonId,
  type ProjectId,
  type Tables,
  type Task,
  type Workspace,
} from '../workspace';

/**
 * A workspace as it would be, and the deltas that lead there. Every planning function works on one, so that a later step of the same
 * change sees the earlier ones.
 */
export class Draft {
  #settled: Workspace;
  #tables: Tables;
  readonly #deltas: Delta[] = [];

  constructor(workspace: Workspace) {
    this.#settled = workspace;
    this.#tables = workspace.tables;
  }

  /** Indexes are brought up to date only when somebody looks, so that thousands of changes in a row stay cheap. */
  get workspace(): Workspace {
    if (this.#settled.tables !== this.#tables) this.#settled = workspaceWith(this.#settled, this.#tables);
    return this.#settled;
  }

  /** The fewest deltas that lead from the start to here. */
  deltas(): readonly Delta[] {
    return squashDeltas(this.#deltas);
  }

  find<K extends EntityKind>(kind: K, id: IdOf<K>): EntityOf<K> | undefined {
    return this.#tables[kind].get(id);
  }

  /** @throws DeltaMismatchError when the delta does not fit what the draft holds by now. */
  add(delta: Delta): void {
    this.#tables = tablesAfter<EntityKind>(this.#tables, delta);
    this.#deltas.push(delta);
  }

  /** @throws DeltaMismatchError when something has this id already. */
  create<K extends EntityKind>(kind: K, entity: EntityOf<K>): void {
    this.add(deltaOf({ type: 'create', kind, entity }));
  }

  /** Changes fields of an entity; leaves no trace when they hold these values already, or when the entity is gone. */
  update<K extends EntityKind>(kind: K, id: IdOf<K>, changes: Partial<EntityOf<K>>): void {
    const present = this.find(kind, id);
    if (present === undefined) return;
    const delta = differenceBetween(kind, present, { ...present, ...changes });
    if (delta !== null) this.add(deltaOf(delta));
  }

  /** Leaves no trace when the entity is gone. */
  delete<K extends EntityKind>(kind: K, id: IdOf<K>): void {
    const present = this.find(kind, id);
    if (present !== undefined) this.add(deltaOf({ type: 'delete', kind, entity: present }));
  }

  /** Deletes tasks, their subtasks, and the comments on all of them [W5]. */
  deleteTasks(tasks: readonly Task[]): void {
    const { workspace } = this;
    this.#deleteEach(
      workspace,
      tasks.flatMap((task) => [task, ...descendantTasks(workspace, task)]),
    );
  }

  /** Deletes projects with their tasks and comments [W5]. Emails are a record of what was said and stay, without their project. */
  deleteProjects(ids: readonly ProjectId[]): void {
    const { workspace } = this;
    const gone = new Set<ProjectId | null>(ids);
    for (const email of workspace.tables.email.values()) {
      if (gone.has(email.projectId)) this.update('email', email.id, { projectId: null });
    }
    for (const id of ids) {
      this.#deleteEach(workspace, tasksInProject(workspace, id));
      for (const comment of commentsOn(workspace, id)) this.delete('comment', comment.id);
      this.delete('project', id);
    }
  }

  /** Deletes people, who are then nobody's assignee and no stakeholders. */
  deletePeople(ids: readonly PersonId[]): void {
    const gone = new Set<PersonId | null>(ids);
    for (const task of this.#tables.task.values()) {
      if (gone.has(task.assigneeId)) this.update('task', task.id, { assigneeId: null });
    }
    for (const project of this.#tables.project.values()) {
      const stakeholderIds = project.stakeholderIds.filter((id) => !gone.has(id));
      if (stakeholderIds.length < project.stakeholderIds.length) {
        this.update('project', project.id, { stakeholderIds });
      }
    }
    for (const id of ids) this.delete('person', id);
  }

  /** The deepest first, so that at no step anything hangs on what is gone. */
  #deleteEach(workspace: Workspace, tasks: readonly Task[]): void {
    for (const task of tasks.toReversed()) {
      for (const comment of commentsOn(workspace, task.id)) this.delete('comment', comment.id);
      this.delete('task', task.id);
    }
  }
}

/** One entry a kind, which tells the compiler that a delta of one kind is a delta. */
const kinds: { readonly [K in EntityKind]: (delta: DeltaOf<K>) => Delta } = {
  project: (delta) => delta,
  task: (delta) => delta,
  person: (delta) => delta,
  comment: (delta) => delta,
  email: (delta) => delta,
};

function deltaOf<K extends EntityKind>(delta: DeltaOf<K>): Delta {
  return kinds[delta.kind](delta);
}
