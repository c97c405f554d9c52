import { listed } from '@/domain/deltas';
import type { UndoConflict } from '@/domain/planning';
import type { EntityKind } from '@/domain/workspace';

/** What stands in the way of an undo, in one sentence. */
export function conflictWords({ type, kind, name, fields }: UndoConflict): string {
  switch (type) {
    case 'changed':
      return `“${name}”: ${fieldsWords(fields)} changed since`;
    case 'gone':
      return `${nouns[kind]} was deleted since`;
    case 'back':
      return `“${name}” exists again, with other values`;
    case 'in-use':
      return `“${name}” has newer things below it`;
    case 'homeless':
      return `“${name}” has no place any more: what it belongs to was deleted`;
  }
}

function fieldsWords(fields: readonly string[]): string {
  const words = fields.map((field) => fieldNames.get(field)).filter((word) => word !== undefined);
  return words.length === 0 ? 'it was' : listed([...new Set(words)]);
}

const nouns: Readonly<Record<EntityKind, string>> = {
  project: 'A project',
  task: 'A task',
  person: 'A person',
  comment: 'A comment',
  email: 'An email',
};

const fieldNames: ReadonlyMap<string, string> = new Map([
  ['name', 'name'],
  ['title', 'title'],
  ['status', 'status'],
  ['completedAt', 'status'],
  ['priority', 'priority'],
  ['description', 'description'],
  ['startDate', 'start date'],
  ['targetDate', 'target date'],
  ['stakeholderIds', 'stakeholders'],
  ['projectId', 'project'],
  ['parentId', 'parent task'],
  ['dueDate', 'due date'],
  ['dueTime', 'due time'],
  ['assigneeId', 'assignee'],
  ['notes', 'notes'],
  ['rank', 'position'],
  ['email', 'email address'],
  ['team', 'team'],
  ['text', 'text'],
  ['subject', 'subject'],
  ['body', 'body'],
]);
