import { useRef, useState, type SubmitEvent } from 'react';

import type { Problem } from '@/domain/planning';
import type { PersonId } from '@/domain/workspace';
import { Button, Field, focusOnArrival, TextField } from '@/ui';

import { useChange } from '../change/change-context';
import { problemWords } from '../change/changes';
import { createdPersonId } from '../change/created';

export interface NewPersonFormProps {
  readonly onCreated: (id: PersonId) => void;
  readonly onCancel: () => void;
}

/** Adds somebody where they are needed. */
export function NewPersonForm({ onCreated, onCancel }: NewPersonFormProps) {
  const { attempt } = useChange();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const isAdding = useRef(false);

  async function add(event: SubmitEvent) {
    event.preventDefault();
    if (isAdding.current) return;
    isAdding.current = true;
    const outcome = await attempt((commands) => commands.createPerson({ name, email }));
    isAdding.current = false;
    if (outcome.type === 'invalid') setProblems(outcome.problems);
    const id = createdPersonId(outcome);
    if (id !== null) onCreated(id);
  }

  const problemOf = (field: string) => {
    const own = problems.filter(
      (problem) => problem.field === field || (field === 'name' && problem.field === null),
    );
    return own.length === 0 ? null : problemWords(own);
  };

  return (
    <form
      aria-label="New person"
      noValidate
      onSubmit={(event) => void add(event)}
      className="flex flex-col gap-3 rounded-lg border border-border p-3"
    >
      <Field label="Name" required error={problemOf('name')}>
        <TextField ref={focusOnArrival} autoComplete="off" value={name} onValueChange={setName} />
      </Field>
      <Field label="Email (optional)" error={problemOf('email')}>
        <TextField type="email" autoComplete="off" value={email} onValueChange={setEmail} />
      </Field>
      <div className="flex justify-end gap-2">
        <Button size="sm" onClick={onCancel}>
          Cancel
        </Button>
        <Button size="sm" variant="primary" type="submit">
          Add person
        </Button>
      </div>
    </form>
  );
}
