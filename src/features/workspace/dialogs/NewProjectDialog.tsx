import { useId, useRef, useState, type SubmitEvent } from 'react';

import type { Problem } from '@/domain/planning';
import { parseIsoDate } from '@/domain/workspace';
import { Button, DateField, Dialog, Field, TextField } from '@/ui';

import { useChange } from '../change/change-context';
import { problemWords } from '../change/changes';
import { createdProjectId } from '../change/created';
import { usePanel } from '../panel-context';

export interface NewProjectDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

export function NewProjectDialog({ open, onClose }: NewProjectDialogProps) {
  const formId = useId();
  return (
    <Dialog
      size="sm"
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      title="New project"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={formId}>
            Create project
          </Button>
        </>
      }
    >
      <NewProjectForm id={formId} onClose={onClose} />
    </Dialog>
  );
}

function NewProjectForm({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const panel = usePanel();
  const { attempt } = useChange();
  const [name, setName] = useState('');
  const [targetDate, setTargetDate] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const isCreating = useRef(false);

  async function create(event: SubmitEvent) {
    event.preventDefault();
    if (isCreating.current) return;
    isCreating.current = true;
    const date = targetDate === null ? null : parseIsoDate(targetDate);
    const outcome = await attempt((commands) => commands.createProject({ name, targetDate: date }));
    isCreating.current = false;
    if (outcome.type === 'invalid') setProblems(outcome.problems);
    const created = createdProjectId(outcome);
    if (created === null) return;
    onClose();
    panel.focusRow(`add:${created}`);
  }

  const problemOf = (field: string) => {
    const own = problems.filter((problem) => (problem.field ?? 'name') === field);
    return own.length === 0 ? null : problemWords(own);
  };

  return (
    <form id={id} noValidate onSubmit={(event) => void create(event)} className="flex flex-col gap-4">
      <Field label="Project name" required error={problemOf('name')}>
        <TextField
          dir="auto"
          autoComplete="off"
          value={name}
          onValueChange={(text) => {
            setName(text);
            setProblems([]);
          }}
        />
      </Field>
      <Field label="Target date (optional)" error={problemOf('targetDate')}>
        <DateField value={targetDate} onValueChange={setTargetDate} clearLabel="Clear target date" />
      </Field>
    </form>
  );
}
