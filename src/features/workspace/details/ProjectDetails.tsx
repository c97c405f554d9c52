import { Trash2, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useShallow } from 'zustand/react/shallow';

import { priorityLabels, projectStatusLabels } from '@/domain/deltas';
import type { ProjectFields } from '@/domain/planning';
import { priorities, progressOf, projectStatuses, type PersonId, type Project } from '@/domain/workspace';
import { useWorkspaceState } from '@/state/workspace';
import { Button, Chip, Combobox, Field, Progress, Select } from '@/ui';

import { useChange } from '../change/change-context';
import type { ChangeOutcome } from '../change/changes';
import { useDeletion } from '../change/use-deletion';
import { momentWords } from '../words/moment-words';
import { usePeopleOptions } from './AssigneeField';
import { CommentThread } from './CommentThread';
import { DateInput } from './DateInput';
import { DraftField } from './DraftField';
import { NewPersonForm } from './NewPersonForm';

/** All there is about a project. Each field saves itself. */
export function ProjectDetails({ project }: { readonly project: Project }) {
  const { attempt, change } = useChange();
  const deletion = useDeletion();
  const { done, total, percent } = useWorkspaceState(
    useShallow((state) => progressOf(state.workspace, project.id)),
  );
  const update = (changes: Partial<ProjectFields>): Promise<ChangeOutcome> =>
    attempt((commands) => commands.updateProject(project.id, changes));
  return (
    <div className="flex flex-col gap-5">
      <DraftField
        label="Project name"
        kind="line"
        stored={project.name}
        onSave={(name) => update({ name })}
      />
      <div>
        <Progress
          label={project.name}
          value={percent}
          valueText={`${String(done)} of ${String(total)} tasks done`}
        />
        <p className="mt-1.5 text-sm text-text-muted tabular-nums">
          {done} of {total} tasks done
        </p>
      </div>
      <div className="grid grid-cols-1 gap-4 min-[26rem]:grid-cols-2">
        <Field label="Status">
          <Select
            options={statusOptions}
            value={project.status}
            onValueChange={(status) =>
              void change((commands) => commands.updateProject(project.id, { status }))
            }
          />
        </Field>
        <Field label="Priority">
          <Select
            options={priorityOptions}
            value={project.priority}
            onValueChange={(priority) =>
              void change((commands) => commands.updateProject(project.id, { priority }))
            }
          />
        </Field>
        <DateInput
          label="Start date"
          stored={project.startDate}
          onSave={(startDate) => update({ startDate })}
        />
        <DateInput
          label="Target date"
          stored={project.targetDate}
          onSave={(targetDate) => update({ targetDate })}
        />
      </div>
      <DraftField
        label="Description"
        kind="text"
        placeholder="What it is for, and when it is done"
        stored={project.description}
        onSave={(description) => update({ description })}
      />
      <Stakeholders project={project} />
      <CommentThread projectId={project.id} taskId={null} />
      <footer className="flex flex-wrap items-center gap-2 border-t border-border pt-4">
        <p className="mr-auto text-sm text-text-muted tabular-nums">
          Created {momentWords(project.createdAt)}
        </p>
        <Button
          icon={<Trash2 aria-hidden />}
          onClick={() => {
            deletion.deleteProject(project.id);
          }}
        >
          Delete
        </Button>
      </footer>
    </div>
  );
}

function Stakeholders({ project }: { readonly project: Project }) {
  const { change } = useChange();
  const [isAddingPerson, setIsAddingPerson] = useState(false);
  const options = usePeopleOptions();
  const { stakeholderIds } = project;
  const others = options.filter(({ value }) => !stakeholderIds.includes(value));

  const set = (ids: readonly PersonId[]) =>
    void change((commands) => commands.updateProject(project.id, { stakeholderIds: ids }));

  return (
    <div className="flex flex-col gap-2">
      <Field label="Stakeholders">
        <Combobox
          options={others}
          value={null}
          placeholder="Add somebody…"
          onValueChange={(id) => {
            if (id !== null) set([...stakeholderIds, id]);
          }}
        />
      </Field>
      {stakeholderIds.length > 0 && (
        <ul aria-label="Stakeholders" className="flex flex-wrap gap-1.5">
          {stakeholderIds.map((id) => {
            const option = options.find(({ value }) => value === id);
            return (
              <li key={id} className="max-w-full min-w-0">
                <Chip
                  label={option?.label ?? 'Somebody'}
                  icon={option?.icon}
                  onRemove={() => {
                    set(stakeholderIds.filter((other) => other !== id));
                  }}
                />
              </li>
            );
          })}
        </ul>
      )}
      {isAddingPerson ? (
        <NewPersonForm
          onCreated={(id) => {
            setIsAddingPerson(false);
            set([...stakeholderIds, id]);
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

const statusOptions = projectStatuses.map((value) => ({ value, label: projectStatusLabels[value] }));
const priorityOptions = priorities.toReversed().map((value) => ({ value, label: priorityLabels[value] }));
