import { useState } from 'react';

import { parseTimeOfDay, type TimeOfDay } from '@/domain/workspace';
import { Field, TextField } from '@/ui';

import { problemWords, type ChangeOutcome } from '../change/changes';

export interface TimeInputProps {
  readonly label: string;
  readonly stored: TimeOfDay | null;
  readonly onSave: (time: TimeOfDay | null) => Promise<ChangeOutcome>;
}

/** A time of day of the workspace, saved when the field is left. */
export function TimeInput({ label, stored, onSave }: TimeInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  async function save() {
    if (typed === null) return;
    const time = parseTimeOfDay(typed);
    if (typed !== '' && time === null) return setProblem('A time is written HH:MM, from 00:00 to 23:59.');
    const outcome = time === stored ? null : await onSave(time);
    if (outcome?.type === 'invalid') setProblem(problemWords(outcome.problems));
    else if (outcome?.type !== 'failed') setTyped(null);
  }

  return (
    <Field label={label} error={problem}>
      <TextField
        type="time"
        value={typed ?? stored ?? ''}
        onValueChange={(text) => {
          setTyped(text);
          setProblem(null);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void save();
        }}
        onBlur={() => void save()}
        className="tabular-nums"
      />
    </Field>
  );
}
