import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useShallow } from 'zustand/react/shallow';

import { peopleByName, type PersonId } from '@/domain/workspace';
import { useWorkspaceState } from '@/state/workspace';
import { Avatar, Button, Combobox, Field, type ComboboxOption } from '@/ui';

import { problemWords, type ChangeOutcome } from '../change/changes';
import { NewPersonForm } from './NewPersonForm';

export interface AssigneeFieldProps {
  readonly assigneeId: PersonId | null;
  readonly onAssign: (id: PersonId | null) => Promise<ChangeOutcome>;
}

/** Who does a task: somebody known, nobody, or somebody new. */
export function AssigneeField({ assigneeId, onAssign }: AssigneeFieldProps) {
  const options = usePeopleOptions();
  const [isAddingPerson, setIsAddingPerson] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function assign(id: PersonId | null) {
    const outcome = await onAssign(id);
    setProblem(outcome.type === 'invalid' ? problemWords(outcome.problems) : null);
  }

  return (
    <div className="flex flex-col gap-2">
      <Field label="Assignee" error={problem}>
        <Combobox
          options={options}
          value={assigneeId}
          noneLabel="Nobody"
          onValueChange={(id) => void assign(id)}
        />
      </Field>
      {isAddingPerson ? (
        <NewPersonForm
          onCreated={(id) => {
            setIsAddingPerson(false);
            void assign(id);
          }}
          onCancel={() => {
            setIsAddingPerson(false);
          }}
        />
      ) : (
        <Button
          size="sm"
          variant="ghost"
          icon={<UserPlus aria-hidden />}
          className="self-start"
          onClick={() => {
            setIsAddingPerson(true);
          }}
        >
          New person…
        </Button>
      )}
    </div>
  );
}

/** Everybody, to choose from. */
export function usePeopleOptions(): readonly ComboboxOption<PersonId>[] {
  const people = useWorkspaceState(useShallow((state) => peopleByName(state.workspace)));
  return people.map((person) => ({
    value: person.id,
    label: person.name,
    icon: <Avatar name={person.name} seed={person.id} size="sm" />,
    ...(person.team === null ? {} : { hint: person.team }),
  }));
}
