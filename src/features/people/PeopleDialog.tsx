import { Pencil, Plus, Trash2, Users } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';

import { folded, peopleByName, type Person, type PersonId } from '@/domain/workspace';
import {
  useWorkspaceCommands,
  useWorkspaceServices,
  useWorkspaceState,
  type HistoryResult,
} from '@/state/workspace';
import { Avatar, Button, ConfirmDialog, Dialog, EmptyState, IconButton, SearchField } from '@/ui';

import { PersonForm } from './PersonForm';
import { lossInWords, tiesOf } from './ties';

export interface PeopleDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onEnded: (result: HistoryResult) => void;
  readonly onFailed: (cause: unknown) => void;
}

export function PeopleDialog({ open, onOpenChange, onEnded, onFailed }: PeopleDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="People"
      description="Those who have tasks or a stake in projects."
      size="lg"
    >
      <People onEnded={onEnded} onFailed={onFailed} />
    </Dialog>
  );
}

/** Who is being written about: nobody, somebody new, or somebody in the list. */
type Editing =
  | { readonly type: 'nobody' }
  | { readonly type: 'new' }
  | { readonly type: 'person'; readonly id: PersonId };

/** From this many on, looking through the list takes longer than typing. */
const searchableFrom = 8;

function People({ onEnded, onFailed }: Pick<PeopleDialogProps, 'onEnded' | 'onFailed'>) {
  const table = useWorkspaceState((state) => state.workspace.tables.person);
  const { store } = useWorkspaceServices();
  const commands = useWorkspaceCommands();
  // The order depends on the people alone, and their table keeps its identity while none of them changes.
  const people = useMemo(
    () => (table.size === 0 ? [] : peopleByName(store.getState().workspace)),
    [table, store],
  );
  const [editing, setEditing] = useState<Editing>({ type: 'nobody' });
  const [leaving, setLeaving] = useState<Person | null>(null);
  const [wanted, setWanted] = useState('');
  const addButton = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const shown = people.filter((person) => matches(person, wanted));

  // The form is gone with the focus in it: back to where it came from.
  const before = useRef(editing);
  useEffect(() => {
    const closed = before.current;
    before.current = editing;
    if (editing.type !== 'nobody' || closed.type === 'nobody') return;
    if (closed.type === 'new') addButton.current?.focus();
    else list.current?.querySelector<HTMLElement>(`[data-person="${closed.id}"] button`)?.focus();
  }, [editing]);

  function finish(result: HistoryResult | null) {
    setEditing({ type: 'nobody' });
    if (result !== null && result.type !== 'unchanged') onEnded(result);
  }

  async function remove(person: Person): Promise<void> {
    try {
      onEnded(await commands.deletePeople([person.id]));
      addButton.current?.focus();
    } catch (cause) {
      onFailed(cause);
    }
  }

  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-2">
        {people.length >= searchableFrom && (
          <SearchField
            label="Search people"
            value={wanted}
            onValueChange={setWanted}
            className="flex-[1_1_10rem]"
          />
        )}
        {editing.type !== 'new' && (
          <Button
            ref={addButton}
            icon={<Plus aria-hidden />}
            onClick={() => {
              setEditing({ type: 'new' });
            }}
          >
            Add person
          </Button>
        )}
      </div>
      {editing.type === 'new' && <PersonForm person={null} onDone={finish} />}
      {people.length === 0 && editing.type !== 'new' && (
        <EmptyState icon={<Users />} title="Nobody yet" headingLevel={3} className="py-6">
          Add people to give them tasks, or to note who has a stake in a project.
        </EmptyState>
      )}
      {people.length > 0 && shown.length === 0 && (
        <p className="text-text-muted">Nobody matches “{wanted}”.</p>
      )}
      <ul ref={list} aria-label="People" className="flex flex-col">
        {shown.map((person) =>
          editing.type === 'person' && editing.id === person.id ? (
            <li key={person.id} className="py-2">
              <PersonForm person={person} onDone={finish} />
            </li>
          ) : (
            <PersonRow
              key={person.id}
              person={person}
              onEdit={() => {
                setEditing({ type: 'person', id: person.id });
              }}
              onDelete={() => {
                setLeaving(person);
              }}
            />
          ),
        )}
      </ul>
      <DeletionQuestion
        person={leaving}
        onClose={() => {
          setLeaving(null);
        }}
        onConfirm={(person) => void remove(person)}
      />
    </div>
  );
}

function matches(person: Person, wanted: string): boolean {
  const text = `${person.name}\n${person.email ?? ''}\n${person.team ?? ''}`;
  return folded(text).includes(folded(wanted).trim());
}

interface PersonRowProps {
  readonly person: Person;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}

function PersonRow({ person, onEdit, onDelete }: PersonRowProps) {
  return (
    <li
      data-person={person.id}
      className="flex min-w-0 items-center gap-3 border-b border-border py-2 last:border-0"
    >
      <span className="hidden sm:flex">
        <Avatar name={person.name} seed={person.id} size="lg" />
      </span>
      <div className="min-w-0 flex-1">
        <p dir="auto" className="line-clamp-2 font-medium break-words">
          {person.name}
        </p>
        <p className="flex min-w-0 flex-wrap gap-x-2 text-sm text-text-muted">
          {person.email !== null && <span className="min-w-0 [overflow-wrap:anywhere]">{person.email}</span>}
          {person.team !== null && (
            <span dir="auto" className="min-w-0 break-words">
              {person.team}
            </span>
          )}
        </p>
      </div>
      <div className="-mr-2 flex shrink-0">
        <IconButton label={`Edit ${person.name}`} icon={<Pencil aria-hidden />} onClick={onEdit} />
        <IconButton label={`Delete ${person.name}`} icon={<Trash2 aria-hidden />} onClick={onDelete} />
      </div>
    </li>
  );
}

interface DeletionQuestionProps {
  /** `null` while nobody is to be deleted. */
  readonly person: Person | null;
  readonly onClose: () => void;
  readonly onConfirm: (person: Person) => void;
}

function DeletionQuestion({ person, onClose, onConfirm }: DeletionQuestionProps) {
  const { store } = useWorkspaceServices();
  // What is asked stays while the dialog fades out.
  const [asked, setAsked] = useState(person);
  if (person !== null && person !== asked) setAsked(person);
  return (
    <ConfirmDialog
      open={person !== null}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={`Delete ${asked?.name ?? ''}?`}
      description={asked === null ? '' : lossInWords(tiesOf(store.getState().workspace, asked.id))}
      confirmLabel="Delete person"
      tone="danger"
      onConfirm={() => {
        if (person !== null) onConfirm(person);
      }}
    />
  );
}
