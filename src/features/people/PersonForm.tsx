import { useEffect, useRef, useState, type KeyboardEvent } from 'react';

import type { Problem } from '@/domain/planning';
import type { Person } from '@/domain/workspace';
import { failureInWords, useWorkspaceCommands, type ChangeResult } from '@/state/workspace';
import { Button, Field, TextField } from '@/ui';

import { draftOf, errorsByField, fieldsFrom, type PersonField } from './person-form';

export interface PersonFormProps {
  /** `null` for somebody new. */
  readonly person: Person | null;
  readonly onDone: (result: ChangeResult | null) => void;
}

export function PersonForm({ person, onDone }: PersonFormProps) {
  const commands = useWorkspaceCommands();
  const [draft, setDraft] = useState(() => draftOf(person));
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isSaving, setIsSaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const errors = errorsByField(problems);

  // Whoever asked for the form wants to type, and the button they pressed is gone.
  useEffect(() => {
    focusField(form.current, 'name');
  }, []);

  async function save(): Promise<void> {
    setIsSaving(true);
    try {
      const fields = fieldsFrom(draft);
      const result =
        person === null
          ? await commands.createPerson(fields)
          : await commands.updatePerson(person.id, fields);
      if (result.type === 'invalid') reject(result.problems);
      else onDone(result);
    } catch (cause) {
      setProblems([{ field: null, message: failureInWords(cause) }]);
    } finally {
      setIsSaving(false);
    }
  }

  function reject(found: readonly Problem[]) {
    setProblems(found);
    const first = found.map(({ field }) => field).find((field) => field !== null);
    if (first !== undefined) focusField(form.current, first);
  }

  const controlOf = (field: PersonField) => ({
    name: field,
    value: draft[field],
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // It shuts the form, not the dialog around it.
      event.stopPropagation();
      onDone(null);
    },
    onValueChange: (value: string) => {
      setDraft({ ...draft, [field]: value });
    },
  });

  return (
    <form
      ref={form}
      noValidate
      aria-label={person === null ? 'New person' : `Edit ${person.name}`}
      className="flex flex-col gap-3 rounded-lg border border-border bg-surface px-4 py-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSaving) void save();
      }}
    >
      <Field label="Name" required error={errors.name}>
        <TextField {...controlOf('name')} autoComplete="off" />
      </Field>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label="Email" error={errors.email}>
          <TextField {...controlOf('email')} type="email" autoComplete="off" />
        </Field>
        <Field label="Team" error={errors.team}>
          <TextField {...controlOf('team')} autoComplete="off" />
        </Field>
      </div>
      {errors.other !== null && (
        <p role="alert" className="text-danger-text">
          {errors.other}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button
          onClick={() => {
            onDone(null);
          }}
        >
          Cancel
        </Button>
        <Button type="submit" variant="primary" loading={isSaving}>
          {person === null ? 'Add' : 'Save'}
        </Button>
      </div>
    </form>
  );
}

function focusField(form: HTMLFormElement | null, name: string): void {
  const control = form?.elements.namedItem(name);
  if (control instanceof HTMLElement) control.focus();
}
