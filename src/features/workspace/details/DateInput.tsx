import { useRef, useState, type FocusEvent } from 'react';

import { parseIsoDate, type IsoDate } from '@/domain/workspace';
import { DateField, Field } from '@/ui';

import { problemWords, type ChangeOutcome } from '../change/changes';

export interface DateInputProps {
  readonly label: string;
  readonly stored: IsoDate | null;
  readonly onSave: (date: IsoDate | null) => Promise<ChangeOutcome>;
}

/**
 * A day of the workspace. A day that is picked is saved at once; one that is typed is saved when the field is left or Enter is pressed,
 * because a year that is typed passes through the years 2, 20 and 202.
 */
export function DateInput({ label, stored, onSave }: DateInputProps) {
  const [typed, setTyped] = useState<string | null | undefined>(undefined);
  const [problem, setProblem] = useState<string | null>(null);
  const isTyping = useRef(false);

  async function save(text: string | null) {
    const date = text === null ? null : parseIsoDate(text);
    if (text !== null && date === null) return setProblem(noSuchDay);
    if (date === stored) return setTyped(undefined);
    const outcome = await onSave(date);
    if (outcome.type === 'invalid') setProblem(problemWords(outcome.problems));
    else if (outcome.type !== 'failed') setTyped(undefined);
  }

  function change(text: string | null) {
    setTyped(text);
    setProblem(null);
    if (!isTyping.current) void save(text);
  }

  function leave(event: FocusEvent<HTMLInputElement>) {
    isTyping.current = false;
    // A day that does not exist reads as no day at all; it must not delete the one that is stored.
    if (event.target.validity.badInput) setProblem(noSuchDay);
    else if (typed !== undefined) void save(typed);
  }

  return (
    <Field label={label} error={problem}>
      <DateField
        value={typed === undefined ? stored : typed}
        clearLabel={`Clear ${label.toLowerCase()}`}
        min="0001-01-01"
        max="9999-12-31"
        onValueChange={change}
        onKeyDown={(event) => {
          isTyping.current = /^(?:\d|Backspace|Delete|Arrow(?:Up|Down))$/.test(event.key);
          if (event.key === 'Enter' && typed !== undefined) void save(typed);
        }}
        onPointerDown={() => {
          isTyping.current = false;
        }}
        onBlur={leave}
      />
    </Field>
  );
}

const noSuchDay = 'There is no such day. Check day, month and year.';
