import { targetOf, type Delta } from '../deltas';
import {
  depthOf,
  descendantTasks,
  findEntity,
  maxTaskDepth,
  type Entity,
  type EntityKind,
  type Workspace,
} from '../workspace';
import { newViolations } from './plan';
import type { Setback, Setbacks } from './undo-attempt';
import { conflictOf, goesWith, joinedConflict } from './undo-conflict';
import { usedPeople } from './used-people';

interface Sides {
  readonly before: Workspace;
  readonly after: Workspace;
}

/**
 * What would leave a rule of the workspace broken if it were put back, by entity id; empty when all is well.
 *
 * @param deltas - those of an attempt that are about what is to be undone.
 * @param known - what earlier attempts found. An entity with which the same is wrong again is left alone altogether.
 */
export function findSetbacks(sides: Sides, deltas: readonly Delta[], known: Setbacks): Setbacks {
  const inUse = setbacksInUse(sides.after, deltas);
  // Whatever else is broken may be whole again without these.
  return inUse.size > 0 ? inUse : setbacksOfRules(sides, deltas, known);
}

function setbacksInUse(after: Workspace, deltas: readonly Delta[]): Setbacks {
  const deletions = deltas.filter((delta) => delta.type === 'delete');
  const has = (kind: EntityKind): boolean => deletions.some((delta) => delta.kind === kind);
  const people = has('person') ? usedPeople(after) : new Set();
  const projects = has('project')
    ? new Set(Array.from(after.tables.email.values(), (email) => email.projectId))
    : new Set();

  const isInUse = (delta: (typeof deletions)[number]): boolean => {
    switch (delta.kind) {
      case 'project': {
        const { id } = delta.entity;
        return after.outlines.has(id) || after.commentsOn.has(id) || projects.has(id);
      }
      case 'task': {
        const { id, projectId } = delta.entity;
        return after.commentsOn.has(id) || after.outlines.get(projectId)?.children.has(id) === true;
      }
      case 'person':
        return people.has(delta.entity.id);
      case 'comment':
      case 'email':
        return false;
    }
  };
  return new Map(
    deletions.filter(isInUse).map((delta): [string, Setback] => [
      delta.entity.id,
      {
        conflict: conflictOf('in-use', delta, { entity: delta.entity, fields: [] }),
        scope: 'entity',
      },
    ]),
  );
}

function setbacksOfRules(sides: Sides, deltas: readonly Delta[], known: Setbacks): Setbacks {
  const found = new Map<string, Setback>();
  for (const delta of deltas) {
    const id = targetOf(delta);
    const entity = findEntity<EntityKind>(sides.after, delta.kind, id);
    if (entity === undefined) continue;
    const fields = newViolations(sides.before, sides.after, [delta]).map(({ field }) => field);
    if (fields.length > 0) {
      const type = fields.every((field) => isLost(entity, field, sides.after)) ? 'homeless' : 'changed';
      const conflict = conflictOf(type, delta, { entity, fields });
      found.set(id, joinedSetback(conflict, delta, { after: sides.after, known: known.get(id) }));
    } else if (isTooHigh(sides.after, delta)) {
      const conflict = conflictOf('in-use', delta, { entity, fields: ['parentId'] });
      found.set(id, joinedSetback(conflict, delta, { after: sides.after, known: known.get(id) }));
    }
  }
  return found;
}

/** Whether a task that moves has too many levels below it for where it comes to stand. */
function isTooHigh(after: Workspace, delta: Delta): boolean {
  if (delta.kind !== 'task' || delta.type !== 'update') return false;
  const task = after.tables.task.get(delta.id);
  if (task === undefined || !goesWith('parentId', Object.keys(delta.after))) return false;
  return descendantTasks(after, task).some((below) => depthOf(after, below) > maxTaskDepth);
}

/** Whether a field refers to what does not exist. */
function isLost(entity: Entity, field: string, workspace: Workspace): boolean {
  if (field === 'parentId' && 'parentId' in entity && entity.parentId !== null) {
    return !workspace.tables.task.has(entity.parentId);
  }
  return ['projectId', 'taskId', 'assigneeId', 'stakeholderIds'].includes(field);
}

function joinedSetback(
  conflict: Setback['conflict'],
  delta: Delta,
  { after, known }: { readonly after: Workspace; readonly known: Setback | undefined },
): Setback {
  const joined = joinedConflict(conflict, known?.conflict);
  const scope = new Map<string, unknown>(known === undefined || known.scope === 'entity' ? [] : known.scope);
  for (const field of conflict.fields) {
    const substitutes = substitutesFor(delta, field, after);
    if (scope.has(field) || substitutes === null) return { conflict: joined, scope: 'entity' };
    scope.set(field, ...substitutes);
  }
  return { conflict: joined, scope };
}

/** What a field may hold instead; null when the delta does not work without it. */
function substitutesFor(delta: Delta, field: string, after: Workspace): readonly [unknown] | null {
  if (delta.type !== 'create') {
    return delta.type === 'update' && goesWith(field, Object.keys(delta.after)) ? [undefined] : null;
  }
  if (delta.kind === 'task' && field === 'assigneeId') return [null];
  if (delta.kind === 'email' && field === 'projectId') return [null];
  if (delta.kind === 'project' && field === 'stakeholderIds') {
    return [delta.entity.stakeholderIds.filter((id) => after.tables.person.has(id))];
  }
  return null;
}
