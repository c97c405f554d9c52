import { sameValue, targetOf, type Delta } from '../deltas';
import {
  commentsOn,
  descendantTasks,
  findEntity,
  type Entity,
  type EntityKind,
  type Workspace,
} from '../workspace';
import { Draft } from './draft';
import {
  conflictOf,
  goesWith,
  joinedConflict,
  type ConflictChoice,
  type UndoConflict,
} from './undo-conflict';

/** What an earlier attempt found to be impossible for one entity. */
export interface Setback {
  readonly conflict: UndoConflict;
  /**
   * Everything, or these fields and their companions, with what they hold instead in something that comes back; undefined for what
   * they hold now.
   */
  readonly scope: 'entity' | ReadonlyMap<string, unknown>;
}

/** By entity id. */
export type Setbacks = ReadonlyMap<string, Setback>;

/**
 * One try to put old values back on a draft, as far as the choice allows and without what earlier tries found to be impossible. It
 * looks at values only; whether the result keeps the rules of the workspace shows afterwards.
 */
export class UndoAttempt {
  readonly draft: Draft;
  readonly #workspace: Workspace;
  readonly #choice: ConflictChoice;
  readonly #setbacks: Setbacks;
  readonly #conflicts = new Map<string, UndoConflict>();
  /** Fields that somebody changed in between; whatever they hold, older values do not follow from newer ones any more. */
  readonly #touched = new Map<string, Set<string>>();
  readonly #removed: (Delta & { readonly type: 'delete' })[] = [];

  constructor(
    workspace: Workspace,
    wanted: readonly Delta[],
    rules: { readonly choice: ConflictChoice; readonly setbacks: Setbacks },
  ) {
    this.draft = new Draft(workspace);
    this.#workspace = workspace;
    this.#choice = rules.choice;
    this.#setbacks = rules.setbacks;
    for (const delta of wanted) {
      if (this.#setbacks.get(targetOf(delta))?.scope !== 'entity') this.#putBack(delta);
    }
    if (this.#choice === 'overwrite') this.#deleteDependents();
    this.#bringAlong(workspace);
  }

  /** Values that do not fit, at most one conflict for each entity. */
  get conflicts(): readonly UndoConflict[] {
    return [...this.#conflicts.values()];
  }

  #putBack(delta: Delta): void {
    const present = this.draft.find<EntityKind>(delta.kind, targetOf(delta));
    switch (delta.type) {
      case 'create':
        if (present === undefined) this.#bringBack(delta);
        else this.#putBackOver(delta, present);
        return;
      case 'update':
        if (present === undefined) this.#note(conflictOf('gone', delta, { entity: present, fields: [] }));
        else this.#putBackFields(delta, present);
        return;
      case 'delete':
        // That its older values could not be put back does not matter when it was to go anyway.
        if (present === undefined) this.#conflicts.delete(targetOf(delta));
        else this.#remove(delta, present);
    }
  }

  #bringBack(delta: Delta & { readonly type: 'create' }): void {
    const { id } = delta.entity;
    const impossible = [...this.#impossible(id)];
    const instead = impossible.filter(([, value]) => value !== undefined);
    const left = impossible.flatMap(([field, value]) => (value === undefined ? [field] : []));
    // What is only deleted on the way is there now: a field that cannot change holds what it holds.
    const held = Object.entries(findEntity<EntityKind>(this.#workspace, delta.kind, id) ?? {}).filter(
      ([field]) => goesWith(field, left),
    );
    this.draft.add(delta);
    this.draft.update<EntityKind>(delta.kind, id, Object.fromEntries([...instead, ...held]));
  }

  #putBackOver(delta: Delta & { readonly type: 'create' }, present: Entity): void {
    const fields = differingFields(present, delta.entity);
    if (fields.length === 0) return;
    this.#note(conflictOf('back', delta, { entity: present, fields }));
    this.#touch(delta, fields);
    if (this.#choice === 'overwrite') {
      this.draft.update<EntityKind>(delta.kind, delta.entity.id, delta.entity);
    }
  }

  #putBackFields(delta: Delta & { readonly type: 'update' }, present: Entity): void {
    const foreign = new Set([...differingFields(present, delta.before), ...this.#touchedFields(delta)]);
    const newer = differingFields(present, delta.after).filter((field) => foreign.has(field));
    if (newer.length > 0) this.#note(conflictOf('changed', delta, { entity: present, fields: newer }));

    const impossible = [...this.#impossible(delta.id).keys()];
    const held = this.#choice === 'overwrite' ? impossible : [...impossible, ...newer];
    const wanted = Object.entries(delta.after);
    const kept = wanted.filter(([field]) => !goesWith(field, held));
    const left = wanted.map(([field]) => field).filter((field) => goesWith(field, held));
    this.#touch(delta, [...foreign, ...left]);
    this.draft.update<EntityKind>(delta.kind, delta.id, Object.fromEntries(kept));
  }

  #remove(delta: Delta & { readonly type: 'delete' }, present: Entity): void {
    const fields = [...new Set([...differingFields(present, delta.entity), ...this.#touchedFields(delta)])];
    if (fields.length > 0) this.#note(conflictOf('changed', delta, { entity: present, fields }));
    if (fields.length > 0 && this.#choice !== 'overwrite') return;
    this.draft.delete<EntityKind>(delta.kind, present.id);
    this.#removed.push(delta);
  }

  #note(conflict: UndoConflict): void {
    this.#conflicts.set(conflict.id, joinedConflict(conflict, this.#conflicts.get(conflict.id)));
  }

  #touch(delta: Delta, fields: readonly string[]): void {
    const id = targetOf(delta);
    this.#touched.set(id, new Set([...(this.#touched.get(id) ?? []), ...fields]));
  }

  #touchedFields(delta: Delta): readonly string[] {
    return [...(this.#touched.get(targetOf(delta)) ?? [])];
  }

  #impossible(id: string): ReadonlyMap<string, unknown> {
    const scope = this.#setbacks.get(id)?.scope;
    return scope === undefined || scope === 'entity' ? new Map() : scope;
  }

  /** Deletes newer things below what was deleted, and newer references to it. */
  #deleteDependents(): void {
    // What one commit takes away, an older one may have brought back again.
    const removed = this.#removed.filter(
      (delta) => this.draft.find<EntityKind>(delta.kind, delta.entity.id) === undefined,
    );
    this.draft.deleteTasks(removed.flatMap((delta) => (delta.kind === 'task' ? [delta.entity] : [])));
    this.draft.deleteProjects(
      removed.flatMap((delta) => (delta.kind === 'project' ? [delta.entity.id] : [])),
    );
    this.draft.deletePeople(removed.flatMap((delta) => (delta.kind === 'person' ? [delta.entity.id] : [])));
  }

  /** What hangs below a task goes with it to another project, newer things too: nobody put those there for themselves. */
  #bringAlong(workspace: Workspace): void {
    for (const delta of this.draft.deltas()) {
      if (delta.kind !== 'task' || delta.type !== 'update' || delta.after.projectId === undefined) continue;
      const before = workspace.tables.task.get(delta.id);
      const { projectId } = delta.after;
      if (before === undefined) continue;
      const after = this.draft.workspace;
      const below = descendantTasks(after, before);
      for (const task of below) this.draft.update('task', task.id, { projectId });
      for (const comment of [before, ...below].flatMap((task) => commentsOn(after, task.id))) {
        this.draft.update('comment', comment.id, { projectId });
      }
    }
  }
}

/** Which of the expected fields hold something else. */
function differingFields(entity: object, expected: object): readonly string[] {
  const values = new Map<string, unknown>(Object.entries(entity));
  return Object.entries(expected)
    .filter(([field, value]) => !sameValue(values.get(field), value))
    .map(([field]) => field);
}
