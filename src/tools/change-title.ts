import { listed, priorityLabels, taskStatusLabels } from '@/domain/deltas';

import { isNone } from './arguments';
import type { TaskWords } from './task-arguments';

/**
 * The title of a change to tasks: exact when one thing changes, else the names of what does.
 *
 * @param what - the tasks, as a title names them.
 */
export function changeTitle(what: string, words: TaskWords): string {
  const phrases = [
    phrase('title', words.title, (title) => `Rename ${what} to “${title}”`),
    phrase('status', words.status, (status) => `Set ${what} to “${taskStatusLabels[status]}”`),
    phrase(
      'priority',
      words.priority,
      (priority) => `Set the priority of ${what} to ${priorityLabels[priority].toLowerCase()}`,
    ),
    phrase('due date', words.due_date, (day) => setOrRemove(`the due date of ${what}`, day)),
    phrase('due time', words.due_time, (time) => setOrRemove(`the due time of ${what}`, time)),
    phrase('assignee', words.assignee, (person) =>
      isNone(person) ? `Unassign ${what}` : `Assign ${what} to ${person}`,
    ),
    phrase('notes', words.notes, () => `Change the notes of ${what}`),
  ].flat();
  const [only, ...others] = phrases;
  if (only === undefined) return `Change ${what}`;
  return others.length === 0 ? only.title : `Change ${listed(phrases.map(({ field }) => field))} of ${what}`;
}

interface Phrase {
  readonly field: string;
  readonly title: string;
}

function phrase<Value>(
  field: string,
  value: Value | undefined,
  title: (value: Value) => string,
): readonly Phrase[] {
  return value === undefined ? [] : [{ field, title: title(value) }];
}

function setOrRemove(what: string, value: string): string {
  return isNone(value) ? `Remove ${what}` : `Set ${what} to ${value}`;
}
