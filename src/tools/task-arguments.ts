import type { ToolContext } from '@/agent';
import type { TaskFields } from '@/domain/planning';
import {
  parseIsoDate,
  parseTimeOfDay,
  textLimits,
  type Priority,
  type TaskStatus,
  type Workspace,
} from '@/domain/workspace';

import { block, isNone, name, none } from './arguments';
import { personNamed, type Found } from './find-named';
import { given } from './given';

export function notesArgument() {
  return block(`Longer notes. Write "${none}" to remove them.`, textLimits.notes);
}

export function assigneeArgument() {
  return name(`Who does it: id, name or address of a person in the list; "${none}" for nobody.`);
}

/** What a call says about tasks, as it was written. "none" takes a value away. */
export interface TaskWords {
  readonly title?: string;
  readonly status?: TaskStatus;
  readonly priority?: Priority;
  readonly due_date?: string;
  readonly due_time?: string;
  readonly assignee?: string;
  readonly notes?: string;
}

/** The fields that a call gives to tasks; those it does not mention are not among them. */
export function taskFieldsFrom(
  workspace: Workspace,
  words: TaskWords,
  context: ToolContext,
): Found<Partial<TaskFields>> {
  const assignee = assigneeFrom(workspace, words.assignee, context);
  if (assignee.type === 'failed') return assignee;
  return {
    type: 'found',
    value: given({
      title: words.title,
      status: words.status,
      priority: words.priority,
      dueDate: words.due_date === undefined ? undefined : parseIsoDate(words.due_date),
      dueTime: words.due_time === undefined ? undefined : parseTimeOfDay(words.due_time),
      assigneeId: assignee.value,
      notes: words.notes !== undefined && isNone(words.notes) ? '' : words.notes,
    }),
  };
}

type AssigneeField = TaskFields['assigneeId'] | undefined;

function assigneeFrom(
  workspace: Workspace,
  text: string | undefined,
  context: ToolContext,
): Found<AssigneeField> {
  if (text === undefined) return { type: 'found', value: undefined };
  if (isNone(text)) return { type: 'found', value: null };
  const person = personNamed(workspace, text, context);
  return person.type === 'failed' ? person : { type: 'found', value: person.value.id };
}
