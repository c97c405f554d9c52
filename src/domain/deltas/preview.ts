import {
  entityName,
  findEntity,
  personId,
  projectId,
  taskId,
  topLevel,
  type Entity,
  type EntityKind,
  type Recipient,
  type Workspace,
} from '../workspace';
import { applyDeltas } from './apply';
import { targetOf, type Delta } from './delta';
import { listed, priorityLabels, projectStatusLabels, taskStatusLabels } from './wording';

/** One field of a change, as text for people; an empty text means the field holds nothing. */
export interface FieldChange {
  readonly field: string;
  readonly label: string;
  readonly was: string;
  readonly becomes: string;
}

/** One entity that deltas create, change or delete, as people are shown it before and after it happens. */
export interface ChangePreview {
  readonly type: 'created' | 'changed' | 'deleted';
  readonly kind: EntityKind;
  readonly id: string;
  readonly name: string;
  /** The name of the project it is in; empty for what is in none. */
  readonly place: string;
  /** What changes, or what the new entity holds; nothing for deletions. */
  readonly fields: readonly FieldChange[];
}

/**
 * Exactly what deltas will do, in their order, every field by name [C4].
 *
 * @param before - the workspace they were planned on.
 */
export function previewDeltas(before: Workspace, deltas: readonly Delta[]): readonly ChangePreview[] {
  const after = applyDeltas(before, deltas);
  return deltas.map((delta) => previewOf(delta, before, after));
}

function previewOf(delta: Delta, before: Workspace, after: Workspace): ChangePreview {
  const id = targetOf(delta);
  const was = findEntity<EntityKind>(before, delta.kind, id);
  const becomes = findEntity<EntityKind>(after, delta.kind, id);
  const shown = becomes ?? was;
  return {
    type: previewTypes[delta.type],
    kind: delta.kind,
    id,
    name: shown === undefined ? id : entityName(shown),
    place: placeName(shown, becomes === undefined ? before : after),
    fields: fieldChanges(delta, was, { before, after }),
  };
}

const previewTypes = { create: 'created', update: 'changed', delete: 'deleted' } as const;

interface Sides {
  readonly before: Workspace;
  readonly after: Workspace;
}

function fieldChanges(delta: Delta, was: Entity | undefined, sides: Sides): readonly FieldChange[] {
  switch (delta.type) {
    case 'delete':
      return [];
    case 'create':
      return changesBetween([], Object.entries(delta.entity), sides).filter(
        (change) => change.becomes !== '' && !selfEvident.has(change.field),
      );
    case 'update':
      return changesBetween(
        was === undefined ? [] : Object.entries(was),
        Object.entries(delta.after),
        sides,
      ).map((change) => (change.field === 'rank' ? { ...change, ...positions(delta, sides) } : change));
  }
}

/** What the name, the place or the order of the list says already. */
const selfEvident: ReadonlySet<string> = new Set([
  'id',
  'name',
  'title',
  'projectId',
  'rank',
  'createdAt',
  'at',
]);

function changesBetween(
  before: readonly (readonly [string, unknown])[],
  after: readonly (readonly [string, unknown])[],
  sides: Sides,
): readonly FieldChange[] {
  const old = new Map(before);
  return after
    .filter(([field]) => fieldLabels.has(field))
    .map(([field, value]) => ({
      field,
      label: fieldLabels.get(field) ?? field,
      was: old.has(field) ? shownValue(field, old.get(field), sides.before) : '',
      becomes: shownValue(field, value, sides.after),
    }));
}

/** Ranks say nothing to people; the place among the siblings does: "2 of 5". */
function positions(delta: Delta, { before, after }: Sides): Pick<FieldChange, 'was' | 'becomes'> {
  return { was: positionIn(before, delta), becomes: positionIn(after, delta) };
}

function positionIn(workspace: Workspace, delta: Delta): string {
  const id = targetOf(delta);
  const task = workspace.tables.task.get(taskId(id));
  const siblings: readonly string[] =
    task === undefined
      ? workspace.projectOrder
      : (workspace.outlines.get(task.projectId)?.children.get(task.parentId ?? topLevel) ?? []);
  return `${String(siblings.indexOf(id) + 1)} of ${String(siblings.length)}`;
}

/** Fields a person knows. Others (ids, times of creation) follow from these and are not shown. */
const fieldLabels: ReadonlyMap<string, string> = new Map([
  ['name', 'Name'],
  ['title', 'Title'],
  ['status', 'Status'],
  ['priority', 'Priority'],
  ['description', 'Description'],
  ['startDate', 'Start date'],
  ['targetDate', 'Target date'],
  ['stakeholderIds', 'Stakeholders'],
  ['projectId', 'Project'],
  ['parentId', 'Parent task'],
  ['dueDate', 'Due date'],
  ['dueTime', 'Due time'],
  ['assigneeId', 'Assignee'],
  ['notes', 'Notes'],
  ['rank', 'Position'],
  ['email', 'Email'],
  ['team', 'Team'],
  ['text', 'Text'],
  ['author', 'Author'],
  ['to', 'To'],
  ['cc', 'Cc'],
  ['subject', 'Subject'],
  ['body', 'Body'],
  ['failure', 'Failure'],
]);

const valueLabels: ReadonlyMap<string, string> = new Map(
  Object.entries({ ...projectStatusLabels, ...taskStatusLabels, ...priorityLabels }),
);

function shownValue(field: string, value: unknown, workspace: Workspace): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return listed(value.map((item: unknown) => shownValue(field, item, workspace)));
  if (isRecipient(value)) return value.name === '' ? value.address : `${value.name} <${value.address}>`;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (field === 'status' || field === 'priority') return valueLabels.get(text) ?? text;
  return referenceFields.has(field) ? (nameOfReference(text, workspace) ?? text) : text;
}

const referenceFields: ReadonlySet<string> = new Set([
  'stakeholderIds',
  'projectId',
  'parentId',
  'assigneeId',
]);

function nameOfReference(id: string, workspace: Workspace): string | undefined {
  const entity =
    findEntity(workspace, 'person', personId(id)) ??
    findEntity(workspace, 'project', projectId(id)) ??
    findEntity(workspace, 'task', taskId(id));
  return entity === undefined ? undefined : entityName(entity);
}

function isRecipient(value: unknown): value is Recipient {
  return typeof value === 'object' && value !== null && 'address' in value && 'name' in value;
}

function placeName(entity: Entity | undefined, workspace: Workspace): string {
  if (entity === undefined || !('projectId' in entity) || entity.projectId === null) return '';
  return workspace.tables.project.get(entity.projectId)?.name ?? '';
}
