import { priorityLabels, projectStatusLabels, taskStatusLabels } from '@/domain/deltas';
import type { ArgumentField, Json } from '@/domain/sessions';
import { priorities, projectStatuses, taskStatuses } from '@/domain/workspace';

import { isNone } from './arguments';

type Label = readonly [name: string, label: string];

/** Fields of an approval, by the argument they edit. An argument that was not given is shown empty; “none” is no date, so it is shown as text. */
export function textField(label: Label, value: string | undefined, isRequired = false): ArgumentField {
  return field('text', label, { value, isRequired });
}

export function longTextField(label: Label, value: string | undefined, isRequired = false): ArgumentField {
  return field('long-text', label, { value, isRequired });
}

export function dateField(label: Label, value: string | undefined): ArgumentField {
  return field(isNone(value ?? '') ? 'text' : 'date', label, { value, isRequired: false });
}

export function timeField(label: Label, value: string | undefined): ArgumentField {
  return field(isNone(value ?? '') ? 'text' : 'time', label, { value, isRequired: false });
}

export function numberField(label: Label, value: number | undefined): ArgumentField {
  return field('number', label, { value, isRequired: false });
}

export function listField(
  label: Label,
  value: readonly string[] | undefined,
  isRequired = false,
): ArgumentField {
  return field('text-list', label, { value, isRequired });
}

export function choiceField(
  label: Label,
  words: Readonly<Record<string, string>>,
  value: string | undefined,
): ArgumentField {
  const choices = Object.entries(words).map(([word, shown]) => ({ value: word, label: shown }));
  return { ...field('choice', label, { value, isRequired: false }), choices };
}

export function taskStatusField(value: string | undefined): ArgumentField {
  return choiceField(['status', 'Status'], ordered(taskStatuses, taskStatusLabels), value);
}

export function projectStatusField(value: string | undefined): ArgumentField {
  return choiceField(['status', 'Status'], ordered(projectStatuses, projectStatusLabels), value);
}

export function priorityField(value: string | undefined): ArgumentField {
  return choiceField(['priority', 'Priority'], ordered(priorities, priorityLabels), value);
}

interface Content {
  readonly value: Json | undefined;
  readonly isRequired: boolean;
}

function field(type: ArgumentField['type'], [name, label]: Label, content: Content): ArgumentField {
  return { name, label, type, choices: [], value: content.value ?? null, isRequired: content.isRequired };
}

function ordered<Word extends string>(
  words: readonly Word[],
  labels: Readonly<Record<Word, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(words.map((word) => [word, labels[word]]));
}
