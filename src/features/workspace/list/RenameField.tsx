import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';

import { classes } from '@/ui';

import { problemWords, type ChangeOutcome } from '../change/changes';
import { FieldError } from '../FieldError';

export interface RenameFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onSave: (value: string) => Promise<ChangeOutcome>;
  /** @param how - `keyboard` when the focus should go back to the row. */
  readonly onClose: (how: 'keyboard' | 'left') => void;
  readonly className?: string;
}

/** A name in place of itself. Enter and leaving it save, Escape does not; what cannot be saved stays, with what is wrong. */
export function RenameField({ label, value, onSave, onClose, className }: RenameFieldProps) {
  const [draft, setDraft] = useState(value);
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const isSaving = useRef(false);
  const errorId = useId();

  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);

  async function save(how: 'keyboard' | 'left') {
    if (isSaving.current) return;
    if (draft === value) return onClose(how);
    isSaving.current = true;
    const outcome = await onSave(draft);
    isSaving.current = false;
    if (outcome.type === 'invalid') setProblem(problemWords(outcome.problems));
    else if (outcome.type !== 'failed') onClose(how);
  }

  function press(event: KeyboardEvent) {
    event.stopPropagation();
    // Enter that ends a composition chooses a character; it does not save.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      void save('keyboard');
    } else if (event.key === 'Escape') {
      event.preventDefault();
      onClose('keyboard');
    }
  }

  return (
    <span className="block min-w-0 flex-1">
      <textarea
        ref={field}
        rows={1}
        dir="auto"
        aria-label={label}
        aria-invalid={problem !== null}
        aria-describedby={errorId}
        value={draft}
        onChange={(event) => {
          setDraft(event.target.value.replaceAll(/[\r\n]+/g, ' '));
          setProblem(null);
        }}
        onKeyDown={press}
        onBlur={() => void save('left')}
        className={classes(
          'field-sizing-content block max-h-40 w-full min-w-0 resize-none rounded-sm bg-surface-raised px-1 py-0.5 -mx-1 outline-2 -outline-offset-1 outline-focus aria-invalid:outline-danger',
          className,
        )}
      />
      <FieldError id={errorId} problem={problem} />
    </span>
  );
}
