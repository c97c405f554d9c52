import { applyDeltas, differenceBetween, squashDeltas, type Delta, type DeltaOf } from '../deltas';
import {
  childTasks,
  commentsOn,
  findEntity,
  type EntityKind,
  type EntityOf,
  type IdOf,
  type PersonId,
  type Project,
  type ProjectId,
  type Task,
  type Workspace,
} from '../workspace';

/**
 * A workspace as it would be, and the deltas that lead there. Every planning function works on one, so that a later step of the same
 * change sees the earlier ones.
 */
export class Draft {
  #workspace: Workspace;
  readonly #deltas: Delta[] = [];

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  get workspace(): Workspace {
    return this.#workspace;
  }

  /** The fewest deltas that lead from the start to here. */
  deltas(): readonly Delta[] {
    return squashDeltas(this.#deltas);
  }

  add(delta: Delta): void {
    this.#workspace = applyDeltas(this.#workspace, [delta]);
    this.#deltas.push(delta);
  }

  create<K extends EntityKind>(kind: K, entity: EntityOf<K>): void {
    this.add(asDelta({ type: 'create', kind, entity }));
  }

  /** Changes fields of an entity; leaves no trace when they hold these values already, or when the entity is gone. */
  update<K extends EntityKind>(kind: K, id: IdOf<K>, changes: Partial<EntityOf<K>>): void {
    const present = findEntity(this.#workspace, kind, id);
    if (present === undefined) return;
    const delta = differenceBetween(kind, present, { ...present, ...changes });
    if (delta !== null) this.add(asDelta(delta));
  }

  delete<K extends EntityKind>(kind: K, id: IdOf<K>): void {
    const present = findEntity(this.#workspace, kind, id);
    if (present !== undefined) this.add(asDelta({ type: 'delete', kind, entity: present }));
  }

  /** Deletes a task, its subtasks, and the comments on all of them [W5]. */
  deleteTask(task: Task): void {
    for (const child of childTasks(this.#workspace, task.projectId, task.id)) this.deleteTask(child);
    for (const comment of commentsOn(this.#workspace, task.id)) this.delete('comment', comment.id);
    this.delete('task', task.id);
  }

  /** Deletes a project with its tasks and comments [W5]. Emails are a record of what was said and stay, without their project. */
  deleteProject(id: ProjectId): void {
    for (const task of childTasks(this.#workspace, id, null)) this.deleteTask(task);
    for (const comment of commentsOn(this.#workspace, id)) this.delete('comment', comment.id);
    for (const email of this.#workspace.tables.email.values()) {
      if (email.projectId === id) this.update('email', email.id, { projectId: null });
    }
    this.delete('project', id);
  }

  /** Deletes a person, who is then nobody's assignee and no stakeholder. */
  deletePerson(id: PersonId): void {
    for (const task of this.#workspace.tables.task.values()) {
      if (task.assigneeId === id) this.update('task', task.id, { assigneeId: null });
    }
    for (const project of this.#workspace.tables.project.values()) {
      if (project.stakeholderIds.includes(id)) this.#withoutStakeholder(project, id);
    }
    this.delete('person', id);
  }

  #withoutStakeholder(project: Project, id: PersonId): void {
    this.update('project', project.id, {
      stakeholderIds: project.stakeholderIds.filter((other) => other !== id),
    });
  }
}

/** A delta of one kind is a delta: the compiler cannot see it while the kind is a type parameter. */
function asDelta<K extends EntityKind>(delta: DeltaOf<K>): Delta {
  return delta as unknown as Delta;
}
