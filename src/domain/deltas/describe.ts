import {
  entityKinds,
  entityName,
  findEntity,
  type Entity,
  type EntityKind,
  type Task,
  type Workspace,
} from '../workspace';
import { applyDeltas } from './apply';
import { type Delta, type UpdateDelta } from './delta';
import { counted, listed } from './wording';

/**
 * One line for people that says what deltas do: "3 tasks completed in Launch", "“Launch” deleted with 12 tasks".
 *
 * @param before - the workspace the deltas were planned on; names of what they delete come from it.
 */
export function describeDeltas(before: Workspace, deltas: readonly Delta[]): string {
  if (deltas.length === 0) return 'Nothing changed';
  const after = applyDeltas(before, deltas);
  const phrases = [...groupedPhrases(deltas, before, after)];
  const shown = phrases.slice(0, phraseLimit);
  const hidden = phrases.length - shown.length;
  return hidden === 0 ? shown.join('; ') : `${shown.join('; ')}; and ${String(hidden)} more kinds of change`;
}

const phraseLimit = 3;

interface Happening {
  readonly kind: EntityKind;
  readonly name: string;
  readonly verb: string;
  /** " in Launch", " to Launch", or nothing. */
  readonly where: string;
}

function* groupedPhrases(deltas: readonly Delta[], before: Workspace, after: Workspace): Iterable<string> {
  const deleted = deltas.filter((delta) => delta.type === 'delete');
  if (deleted.length > 0)
    yield* deletionPhrases(
      deleted.map((delta) => ({ kind: delta.kind, entity: delta.entity })),
      before,
    );

  const groups = new Map<string, Happening[]>();
  for (const delta of deltas) {
    const happening = happeningOf(delta, after);
    if (happening === null) continue;
    const key = `${happening.kind} ${happening.verb}${happening.where}`;
    groups.set(key, [...(groups.get(key) ?? []), happening]);
  }
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const subject = group.length === 1 ? quoted(first) : counted(group.length, first.kind);
    yield `${subject} ${first.verb}${first.where}`;
  }
}

function quoted(happening: Happening): string {
  return happening.kind === 'comment' ? 'Comment' : `“${happening.name}”`;
}

function happeningOf(delta: Delta, after: Workspace): Happening | null {
  switch (delta.type) {
    case 'delete':
      return null;
    case 'create':
      return {
        kind: delta.kind,
        name: entityName(delta.entity),
        verb: 'added',
        where: placeOf(delta.entity, after, 'to'),
      };
    case 'update': {
      const entity = findEntity<EntityKind>(after, delta.kind, delta.id);
      if (entity === undefined) return null;
      const verb = delta.kind === 'task' ? taskVerb(delta) : fieldVerb(Object.keys(delta.after));
      return {
        kind: delta.kind,
        name: entityName(entity),
        verb,
        where: placeOf(entity, after, verb === 'moved' ? 'to' : 'in'),
      };
    }
  }
}

function placeOf(entity: Entity, workspace: Workspace, preposition: 'in' | 'to'): string {
  if (!('projectId' in entity) || entity.projectId === null) return '';
  const project = workspace.tables.project.get(entity.projectId);
  return project === undefined ? '' : ` ${preposition} ${project.name}`;
}

function taskVerb(delta: UpdateDelta<'task'>): string {
  const { status } = delta.after;
  const fields = Object.keys(delta.after).filter((field) => field !== 'completedAt');
  if (status === undefined || fields.length > 1) return fieldVerb(fields);
  switch (status) {
    case 'done':
      return 'completed';
    case 'in_progress':
      return 'started';
    case 'blocked':
      return 'blocked';
    case 'todo':
      return delta.before.status === 'done' ? 'reopened' : 'set back to to do';
  }
}

/** The word for a change of fields that belong together; "changed" when they do not. */
function fieldVerb(fields: readonly string[]): string {
  const verbs = new Set(fields.map((field) => fieldVerbs.get(field) ?? 'changed'));
  if (verbs.size === 2 && verbs.has('moved') && verbs.has('reordered')) return 'moved';
  const [only] = verbs;
  return verbs.size === 1 && only !== undefined ? only : 'changed';
}

const fieldVerbs: ReadonlyMap<string, string> = new Map([
  ['title', 'renamed'],
  ['name', 'renamed'],
  ['dueDate', 'rescheduled'],
  ['dueTime', 'rescheduled'],
  ['startDate', 'rescheduled'],
  ['targetDate', 'rescheduled'],
  ['assigneeId', 'reassigned'],
  ['priority', 'reprioritised'],
  ['projectId', 'moved'],
  ['parentId', 'moved'],
  ['rank', 'reordered'],
  ['notes', 'annotated'],
  ['description', 'described anew'],
  ['stakeholderIds', 'given other stakeholders'],
]);

interface Deleted {
  readonly kind: EntityKind;
  readonly entity: Entity;
}

/** What was deleted itself, and, counted, what went with it because it hung below [W5]. */
function* deletionPhrases(deleted: readonly Deleted[], before: Workspace): Iterable<string> {
  const gone = new Set<string>(deleted.map(({ entity }) => entity.id));
  const roots = deleted.filter(({ entity }) => !hangsBelow(entity, gone));
  const below = deleted.filter(({ entity }) => hangsBelow(entity, gone));
  const rootKinds = entityKinds.filter((kind) => roots.some((root) => root.kind === kind));
  const alongside = entityKinds
    .map((kind) => ({ kind, count: below.filter((one) => one.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => counted(count, kind));
  const subjects = rootKinds.map((kind) =>
    subjectOf(
      kind,
      roots.filter((root) => root.kind === kind),
      before,
    ),
  );
  yield `${listed(subjects)} deleted${alongside.length === 0 ? '' : ` with ${listed(alongside)}`}`;
}

function subjectOf(kind: EntityKind, roots: readonly Deleted[], before: Workspace): string {
  const [first] = roots;
  if (first === undefined) return '';
  const places = new Set(roots.map(({ entity }) => placeOf(entity, before, 'in')));
  const where = places.size === 1 ? [...places].join('') : '';
  if (roots.length > 1) return counted(roots.length, kind) + where;
  return (kind === 'comment' ? 'Comment' : `“${entityName(first.entity)}”`) + where;
}

function hangsBelow(entity: Entity, gone: ReadonlySet<string>): boolean {
  const parents: readonly (string | null)[] = [
    'projectId' in entity ? entity.projectId : null,
    'taskId' in entity ? entity.taskId : null,
    isTask(entity) ? entity.parentId : null,
  ];
  return parents.some((parent) => parent !== null && gone.has(parent));
}

function isTask(entity: Entity): entity is Task {
  return 'parentId' in entity;
}
